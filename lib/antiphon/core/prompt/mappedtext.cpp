// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/mappedtext.h>

#include <antiphon/core/prompt/pythontext.h>

#include <optional>

namespace Antiphon {

MappedText MappedText::of(const QString &source)
{
    MappedText out {.text = source};
    out.origins.reserve(source.size());
    for (qsizetype at = 0; at < source.size(); ++at)
        out.origins.append({at, 1});
    return out;
}

MappedText MappedText::sliced(qsizetype position, qsizetype length) const
{
    return {.text = text.sliced(position, length), .origins = origins.sliced(position, length)};
}

void MappedText::append(const MappedText &other, qsizetype position, qsizetype length)
{
    text += QStringView(other.text).sliced(position, length);
    origins += other.origins.sliced(position, length);
}

SourceRange MappedText::source(qsizetype position, qsizetype length) const
{
    if (origins.isEmpty())
        return {};
    if (position >= origins.size()) {
        const SourceRange last = origins.last();
        return {last.position + last.length, 0};
    }
    const SourceRange first = origins[position];
    if (length == 0)
        return {first.position, 0};
    const SourceRange last = origins[std::min(position + length, origins.size()) - 1];
    return {first.position, last.position + last.length - first.position};
}

bool MappedText::isTyped(qsizetype position, qsizetype length) const
{
    if (length <= 0 || position + length > origins.size())
        return false;
    return origins[position].length == 1 && origins[position + length - 1].length == 1;
}

LineColumn lineColumn(const QString &source, qsizetype position)
{
    LineColumn out;
    const auto end = std::min(position, source.size());
    for (qsizetype at = 0; at < end; ++at) {
        const QChar unit = source[at];
        const bool crLf = unit == u'\r' && at + 1 < source.size() && source[at + 1] == u'\n';
        if (unit == u'\n' || (unit == u'\r' && !crLf)) {
            ++out.line;
            out.column = 1;
        } else if (!unit.isLowSurrogate()) {
            ++out.column;
        }
    }
    return out;
}

static bool isBlank(QChar unit)
{
    return unit == u' ' || unit == u'\t';
}

namespace {

/// A line of dedent(): only `\n` ends one, and its indentation is blanks and tabs.
struct IndentedLine {
    qsizetype position = 0;
    qsizetype indentation = 0;
    qsizetype length = 0; ///< Without the line end.
    bool ended = false;

    [[nodiscard]] bool blank() const { return indentation == length; }
};

} // namespace

static QList<IndentedLine> indentedLines(const QString &text)
{
    QList<IndentedLine> lines;
    for (qsizetype at = 0; at < text.size();) {
        const auto found = text.indexOf(u'\n', at);
        const auto end = found < 0 ? text.size() : found;
        IndentedLine line {.position = at, .length = end - at, .ended = found >= 0};
        while (line.indentation < line.length && isBlank(text[at + line.indentation]))
            ++line.indentation;
        lines.append(line);
        at = end + 1;
    }
    return lines;
}

static qsizetype sharedIndentation(const QString &text, const QList<IndentedLine> &lines)
{
    std::optional<QStringView> margin;
    for (const IndentedLine &line : lines) {
        if (line.blank())
            continue;
        const auto own = QStringView(text).sliced(line.position, line.indentation);
        if (!margin)
            margin = own;
        qsizetype same = 0;
        while (same < margin->size() && same < own.size() && (*margin)[same] == own[same])
            ++same;
        margin = margin->first(same);
    }
    return margin ? margin->size() : 0;
}

MappedText dedented(const MappedText &text)
{
    const QList<IndentedLine> lines = indentedLines(text.text);
    const auto margin = sharedIndentation(text.text, lines);
    MappedText out;
    for (const IndentedLine &line : lines) {
        const auto skipped = line.blank() ? line.length : margin;
        out.append(text, line.position + skipped, line.length - skipped + (line.ended ? 1 : 0));
    }
    return out;
}

MappedText trimmed(const MappedText &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isPythonSpace(text.text[begin]))
        ++begin;
    while (end > begin && isPythonSpace(text.text[end - 1]))
        --end;
    return text.sliced(begin, end - begin);
}

static bool endsLine(QChar unit)
{
    switch (unit.unicode()) {
    case u'\n':
    case u'\v':
    case u'\f':
    case u'\r':
    case u'\x1c':
    case u'\x1d':
    case u'\x1e':
    case u'\x85':
    case u'\u2028':
    case u'\u2029':
        return true;
    default:
        return false;
    }
}

QList<LineSpan> pythonLines(const QString &text)
{
    QList<LineSpan> lines;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!endsLine(text[at]))
            continue;
        if (text[at] == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n')
            ++at;
        lines.append({begin, at + 1 - begin});
        begin = at + 1;
    }
    if (begin < text.size())
        lines.append({begin, text.size() - begin});
    return lines;
}

} // namespace Antiphon
