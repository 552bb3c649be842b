// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/exchange/exportrecords.h>

#include <antiphon/store/exchange/csv.h>
#include <antiphon/store/exchange/readable.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    static constexpr std::pair<QStringView, ExportFormat> names[] = {
        {u"markdown", ExportFormat::Markdown},
        {u"md", ExportFormat::Markdown},
        {u"json", ExportFormat::JsonList},
        {u"jsonl", ExportFormat::JsonLines},
        {u"json-lines", ExportFormat::JsonLines},
        {u"csv", ExportFormat::Csv},
        {u"text", ExportFormat::Text},
        {u"txt", ExportFormat::Text},
    };
    for (const auto &[known, format] : names) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return format;
    }
    return {};
}

static Json callJson(const CallRecord &record, const ExportOptions &options)
{
    Json json = toJson(record, options.withRequests);
    if (!options.withAttempts)
        json.erase("attempts");
    return json;
}

QByteArray exportRecords(const QList<CallRecord> &records, ExportFormat format,
                         const ExportOptions &options)
{
    switch (format) {
    case ExportFormat::Markdown:
        return toMarkdown(records, options.withAttempts).toUtf8();
    case ExportFormat::Text:
        return toPlainText(records, options.withAttempts).toUtf8();
    case ExportFormat::Csv:
        return toCsv(records);
    case ExportFormat::JsonList: {
        Json list = jsonArray();
        for (const CallRecord &record : records)
            list.push_back(callJson(record, options));
        return toPretty(list);
    }
    case ExportFormat::JsonLines: {
        QByteArray lines;
        for (const CallRecord &record : records)
            lines += toBytes(callJson(record, options)) + '\n';
        return lines;
    }
    }
    return {};
}

} // namespace Antiphon
