// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/exchange/readcsv.h>

#include <antiphon/core/words.h>

namespace Antiphon {

namespace {

class CsvReader {
public:
    explicit CsvReader(const QString &text)
        : m_text(text)
    {
    }

    std::expected<QList<CsvRecord>, CsvFault> read()
    {
        QList<CsvRecord> records;
        while (m_at < m_text.size()) {
            CsvRecord record {.line = m_line};
            do {
                auto cell = m_at < m_text.size() && m_text[m_at] == u'"' ? quoted() : plain();
                if (!cell)
                    return std::unexpected(cell.error());
                record.cells.append(*std::move(cell));
            } while (take(u','));
            const bool isEmpty = record.cells.size() == 1 && record.cells.first().isEmpty();
            if (!isEmpty)
                records.append(std::move(record));
            if (take(u'\n'))
                ++m_line;
        }
        return records;
    }

private:
    bool take(QChar wanted)
    {
        const bool there = m_at < m_text.size() && m_text[m_at] == wanted;
        m_at += there ? 1 : 0;
        return there;
    }

    std::expected<QString, CsvFault> plain()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != u',' && m_text[m_at] != u'\n') {
            if (m_text[m_at] == u'"')
                return std::unexpected(CsvFault {
                    m_line,
                    Words::tr("A quote stands inside a cell that does not begin with one. Put the "
                              "whole cell in quotes, and write the quote twice.")});
            ++m_at;
        }
        return m_text.sliced(from, m_at - from);
    }

    std::expected<QString, CsvFault> quoted()
    {
        const int line = m_line;
        QString cell;
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar next = m_text[m_at++];
            if (next == u'\n')
                ++m_line;
            if (next != u'"') {
                cell += next;
                continue;
            }
            if (take(u'"')) {
                cell += u'"';
                continue;
            }
            if (m_at < m_text.size() && m_text[m_at] != u',' && m_text[m_at] != u'\n')
                return std::unexpected(
                    CsvFault {m_line,
                              Words::tr("Behind the quote that ends a cell there must be a comma "
                                        "or the end of the line.")});
            return cell;
        }
        return std::unexpected(
            CsvFault {line, Words::tr("The cell that begins here with a quote does not end.")});
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

std::expected<QList<CsvRecord>, CsvFault> readCsv(const QString &text)
{
    return CsvReader(text).read();
}

} // namespace Antiphon
