// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>

#include <QList>

namespace Antiphon {

enum class ExportFormat { Markdown, JsonList, JsonLines, Csv, Text };

[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(QStringView name);

struct ExportOptions {
    bool withAttempts = true;
    bool withRequests = false; ///< JSON and JSON lines: what was sent and received, redacted.
};

/// The answers in \p records as one document. Machine formats are in English with plain numbers
/// whatever the locale. Simulated answers say so.
[[nodiscard]] QByteArray exportRecords(const QList<CallRecord> &records, ExportFormat format,
                                       const ExportOptions &options = {});

} // namespace Antiphon
