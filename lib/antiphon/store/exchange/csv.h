// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>

#include <QByteArrayList>

namespace Antiphon {

/// The columns of exported CSV, in order. Fixed: adding one is allowed, renaming is a new format.
[[nodiscard]] QByteArrayList csvColumns();

/// RFC 4180: a header, one row per call, lines end in CR LF, cells with commas, quotes or line
/// breaks in quotes. A text that a spreadsheet would run as a formula gets an apostrophe in front.
[[nodiscard]] QByteArray toCsv(const QList<CallRecord> &records);

} // namespace Antiphon
