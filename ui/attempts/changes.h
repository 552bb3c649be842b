// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/jsondiff.h>

namespace Antiphon::Ui {

/// What \p attempt sent otherwise than the attempt \p before it, in short sentences: another
/// target, one more message, a parameter. Empty: the same request.
[[nodiscard]] QStringList changeSentences(const Attempt &before, const Attempt &attempt);

/// Both requests line by line, laid out for reading: address, headers, body.
[[nodiscard]] QList<DiffLine> requestDiff(const Attempt &before, const Attempt &attempt);

} // namespace Antiphon::Ui
