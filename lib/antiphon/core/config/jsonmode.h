// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/extract/dialect.h>

namespace Antiphon {

/// Puts \p instruction where \p where says (calls.md 9).
void addInstruction(QList<Message> &messages, const QString &instruction,
                    OutputDialect::Instruction where);

/// Asks for JSON in words, and only in words where \p dialect has no switch for it beside tools.
/// Does nothing unless \p request wants a JSON object.
void askForJson(CallRequest &request, const OutputDialect &dialect);

} // namespace Antiphon
