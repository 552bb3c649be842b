// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Datasets as spreadsheets write them: what was read, with every cell in quotes, reads the same.

#include <antiphon/store/exchange/readcsv.h>

#include <cstdint>
#include <cstdlib>

using namespace Antiphon;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto read
        = readCsv(QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!read)
        return 0;
    QString quoted;
    for (CsvRecord record : *read) {
        for (QString &cell : record.cells)
            cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
        quoted += record.cells.join(u',') + u'\n';
    }
    const auto again = readCsv(quoted);
    if (!again || again->size() != read->size())
        std::abort();
    for (qsizetype i = 0; i < read->size(); ++i) {
        if (again->at(i).cells != read->at(i).cells)
            std::abort();
    }
    return 0;
}
