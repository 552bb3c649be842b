// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>

namespace Antiphon {

// Exports for people: in their language, numbers in their form.

/// An overview table, then every answer in a fence that its text cannot close, then its attempts.
/// Nothing a model or provider wrote is read as Markdown.
[[nodiscard]] QString toMarkdown(const QList<CallRecord> &records, bool withAttempts);

/// The same as plain text for a terminal. Control characters of answers are left out.
[[nodiscard]] QString toPlainText(const QList<CallRecord> &records, bool withAttempts);

} // namespace Antiphon
