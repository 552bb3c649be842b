// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace Antiphon {

/// Why a text is no CSV, and where.
struct CsvFault {
    int line = 0; ///< From 1.
    QString message = {};

    friend bool operator==(const CsvFault &, const CsvFault &) = default;
};

/// A record of CSV with the line it begins in.
struct CsvRecord {
    QStringList cells = {};
    int line = 0;

    friend bool operator==(const CsvRecord &, const CsvRecord &) = default;
};

/// Reads RFC 4180: commas, quotes around cells with commas, quotes (doubled) or line breaks. Empty
/// lines are no records. Line ends are LF.
[[nodiscard]] std::expected<QList<CsvRecord>, CsvFault> readCsv(const QString &text);

} // namespace Antiphon
