// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/pythontext.h>
#include <antiphon/core/prompt/reading.h>

namespace Antiphon {

/// Without blank lines at the top and blanks at the end: the first line keeps its indentation.
static MappedText blockTrimmed(const MappedText &text)
{
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size() && isPythonSpace(text.text[at]); ++at) {
        if (text.text[at] == u'\n')
            begin = at + 1;
    }
    qsizetype end = text.size();
    while (end > begin && isPythonSpace(text.text[end - 1]))
        --end;
    return text.sliced(begin, end - begin);
}

MappedText cleanedTemplate(const MappedText &text, const TemplateOptions &options)
{
    if (options.dialect == TemplateOptions::Dialect::V0)
        return text; // its sections are cleaned one by one
    if (options.indentation == TemplateOptions::Indentation::Preserve)
        return blockTrimmed(dedented(text));
    return trimmed(dedented(text));
}

MappedText cleanedBody(const MappedText &text, const TemplateOptions &options)
{
    if (options.dialect == TemplateOptions::Dialect::V0)
        return trimmed(dedented(text));
    if (options.indentation == TemplateOptions::Indentation::Compat)
        return trimmed(text);
    const auto newline = text.text.indexOf(u'\n');
    const bool ownLines = newline >= 0 && QStringView(text.text).first(newline).trimmed().isEmpty();
    return ownLines ? blockTrimmed(dedented(text)) : trimmed(text);
}

static bool isDeleted(QChar unit)
{
    switch (unit.unicode()) {
    case u'\r':
    case u'\u200b':
    case u'\u200c':
    case u'\u200d':
    case u'\ufeff':
    case u'\u3000':
        return true;
    default:
        return false;
    }
}

static MappedText withoutDeleted(const MappedText &text)
{
    MappedText out;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isDeleted(text.text[at])) {
            out.append(text, begin, at - begin);
            begin = at + 1;
        }
    }
    out.append(text, begin, text.size() - begin);
    return out;
}

/// \p text without \p character at its ends.
static MappedText stripped(const MappedText &text, QChar character)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && text.text[begin] == character)
        ++begin;
    while (end > begin && text.text[end - 1] == character)
        --end;
    return text.sliced(begin, end - begin);
}

/// Where a text part meets a media part, the blanks between them go; line ends stay.
static MappedText seamTrimmed(const MappedText &text, bool opens, bool closes)
{
    const auto isBlank = [](QChar unit) { return unit == u' ' || unit == u'\t'; };
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (!opens && begin < end && isBlank(text.text[begin]))
        ++begin;
    while (!closes && end > begin && isBlank(text.text[end - 1]))
        --end;
    return text.sliced(begin, end - begin);
}

MappedText cleanedPart(const MappedText &text, const TemplateOptions &options, bool opens,
                       bool closes)
{
    if (options.indentation == TemplateOptions::Indentation::Preserve)
        return seamTrimmed(withoutDeleted(text), opens, closes);
    MappedText out;
    for (const LineSpan &line : pythonLines(text.text)) {
        const MappedText kept = withoutDeleted(text.sliced(line.position, line.length));
        out.append(stripped(stripped(kept, u' '), u'\t'));
    }
    return out;
}

} // namespace Antiphon
