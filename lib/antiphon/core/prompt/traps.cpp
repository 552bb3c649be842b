// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/traps.h>

#include <antiphon/core/prompt/pythontext.h>

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Antiphon {

void noteRoleInLine(const MappedText &text, const RawSection &section, SourceRange range,
                    Findings &findings)
{
    const auto line = text.text.lastIndexOf(u'\n', section.position - text.text.size() - 1) + 1;
    const auto before = QStringView(text.text).sliced(line, section.position - line);
    if (before.trimmed().isEmpty())
        return;
    findings.warn(
        u"role-in-line"_s, range, section.keyword,
        QCoreApplication::translate("template",
                                    "%1: starts a new message here, in the middle of a line. If it "
                                    "is meant as text, use anchored roles.")
            .arg(section.keyword));
}

void noteDroppedStart(const MappedText &text, qsizetype end, Findings &findings)
{
    qsizetype begin = 0;
    while (begin < end && isPythonSpace(text.text[begin]))
        ++begin;
    while (end > begin && isPythonSpace(text.text[end - 1]))
        --end;
    if (begin == end)
        return;
    findings.token(TemplateToken::Kind::Dropped, text, begin, end - begin);
    findings.warn(
        u"text-before-role"_s, text.source(begin, end - begin), {},
        QCoreApplication::translate("template",
                                    "This text comes before the first role and is dropped. Put "
                                    "SYSTEM: or USER: in front of it."));
}

static void dropped(const MappedText &body, qsizetype begin, qsizetype end, Findings &findings)
{
    while (begin < end && isPythonSpace(body.text[begin]))
        ++begin;
    while (end > begin && isPythonSpace(body.text[end - 1]))
        --end;
    if (begin == end)
        return;
    findings.token(TemplateToken::Kind::Dropped, body, begin, end - begin);
    findings.warn(
        u"text-after-history"_s, body.source(begin, end - begin), {},
        QCoreApplication::translate("template",
                                    "Text beside the field of a MESSAGES: section is dropped. Put "
                                    "it into a section of its own."));
}

void noteDroppedHistory(const Section &section, const MappedText &body, Findings &findings)
{
    // The field's units in the body, found by where they were typed.
    const SourceRange field = section.history.range;
    qsizetype begin = 0;
    while (begin < body.size() && body.origins[begin].position < field.position)
        ++begin;
    qsizetype end = begin;
    while (end < body.size() && body.origins[end].position < field.position + field.length)
        ++end;
    dropped(body, 0, begin, findings);
    dropped(body, end, body.size(), findings);
}

void noteBareKeyword(const MappedText &text, const QList<RawSection> &sections, Findings &findings)
{
    const auto end = sections.last().end;
    if (end < text.size())
        findings.token(TemplateToken::Kind::Dropped, text, end, text.size() - end);
}

static qsizetype indentationOf(QStringView line)
{
    qsizetype count = 0;
    while (count < line.size() && (line[count] == u' ' || line[count] == u'\t'))
        ++count;
    return count;
}

/// The indentation of the first line that is indented deeper than another one.
static std::optional<LineSpan> deeperIndentation(const MappedText &text, bool startsLine)
{
    QList<LineSpan> indentations;
    for (const LineSpan &line : pythonLines(text.text)) {
        const auto view = QStringView(text.text).sliced(line.position, line.length);
        if (!view.trimmed().isEmpty() && (startsLine || line.position > 0))
            indentations.append({line.position, indentationOf(view)});
    }
    const auto least = std::ranges::min_element(indentations, {}, &LineSpan::length);
    for (const LineSpan &one : std::as_const(indentations)) {
        if (one.length > least->length)
            return one;
    }
    return std::nullopt;
}

void noteLostIndentation(const MappedText &body, bool startsLine, Findings &findings)
{
    if (findings.options.dialect == TemplateOptions::Dialect::V0
        || findings.options.indentation == TemplateOptions::Indentation::Preserve)
        return;
    const auto lost = deeperIndentation(body, startsLine);
    if (!lost)
        return;
    findings.warn(
        u"indentation-removed"_s, body.source(lost->position, lost->length), {},
        QCoreApplication::translate("template",
                                    "The indentation of this line and those below is removed. To "
                                    "keep it, turn on Preserve Indentation."));
}

} // namespace Antiphon
