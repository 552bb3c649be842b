// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/readanswer.h>

#include <antiphon/core/extract/partialjson.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

// As strict as JSON, but as models write it: of equal keys the last one wins.
std::expected<Json, JsonTextError> strict(const QString &text)
{
    return parsePartialJson(text.toUtf8(), PartialMode::Off);
}

/// The inside of the first ``` fence; empty optional: there is none. An open one ends with the
/// text.
std::optional<QStringView> inFence(QStringView text)
{
    const qsizetype open = text.indexOf("```"_L1);
    if (open < 0)
        return {};
    const qsizetype line = text.indexOf(u'\n', open);
    const qsizetype brace = text.indexOf(u'{', open);
    // "```json {...}```" on one line is written too
    const qsizetype from = brace >= 0 && (line < 0 || brace < line) ? brace : line + 1;
    if (from <= 0)
        return {};
    // A fence inside a text of the JSON stands in its line; the closing one stands at its start.
    qsizetype close = text.indexOf("\n```"_L1, from);
    if (close < 0)
        close = text.indexOf("```"_L1, from);
    return text.sliced(from, (close < 0 ? text.size() : close) - from);
}

/// Where the object that begins at \p from ends, behind its brace; -1: it does not.
qsizetype objectEnd(QStringView text, qsizetype from)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inText) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                inText = false;
        } else if (c == u'"') {
            inText = true;
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if (c == u'}' || c == u']') {
            if (--depth == 0)
                return i + 1;
        }
    }
    return -1;
}

} // namespace

qsizetype jsonBegin(QStringView text)
{
    return text.indexOf(u'{');
}

// Prose may have braces too ("{really}"), so the first object that can be read is taken; when none
// can, the first one is what an error is about. Bounded: prose has few braces, hostile text many.
static std::optional<QString> firstObject(QStringView text)
{
    static constexpr int mostTries = 64;
    std::optional<QString> first;
    qsizetype from = jsonBegin(text);
    for (int tries = 0; from >= 0 && tries < mostTries; ++tries) {
        const qsizetype end = objectEnd(text, from);
        if (end < 0) {
            from = text.indexOf(u'{', from + 1);
            continue;
        }
        QString object = text.sliced(from, end - from).toString();
        if (strict(object))
            return object;
        if (!first)
            first = object;
        from = text.indexOf(u'{', end);
    }
    return first;
}

/// \p json without the commas that stand before a closing bracket.
static QString withoutEndCommas(QStringView json)
{
    QString out;
    out.reserve(json.size());
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json[i];
        if (inText && c == u'\\' && i + 1 < json.size()) {
            out += c;
            out += json[++i];
            continue;
        }
        if (c == u'"')
            inText = !inText;
        if (!inText && (c == u'}' || c == u']')) {
            qsizetype end = out.size();
            while (end > 0 && out[end - 1].isSpace())
                --end;
            if (end > 0 && out[end - 1] == u',')
                out.remove(end - 1, 1);
        }
        out += c;
    }
    return out;
}

std::optional<QString> jsonIn(const QString &text, bool lenient, ReadingSteps *steps)
{
    const QString whole = text.trimmed();
    if (whole.isEmpty())
        return {};
    if (!lenient || strict(whole))
        return whole;
    const auto fenced = inFence(whole);
    const QString inside = fenced ? fenced->trimmed().toString() : QString();
    auto found = fenced && strict(inside) ? inside : firstObject(whole);
    if (found && steps) {
        steps->fence = fenced && *found == inside;
        steps->prose = steps->fence ? !whole.startsWith("```"_L1) || !whole.endsWith("```"_L1)
                                    : found->size() != whole.size();
    }
    return found;
}

std::expected<Json, ReadFailure> readJson(const QString &text, bool lenient, ReadingSteps *steps)
{
    const auto json = jsonIn(text, lenient, steps);
    if (!json) {
        const bool begun = jsonBegin(text) >= 0;
        return std::unexpected(ReadFailure {begun ? NoJson::Incomplete : NoJson::Nothing});
    }
    auto value = strict(*json);
    if (value)
        return *std::move(value);
    if (const QString mended = withoutEndCommas(*json); lenient && mended.size() != json->size()) {
        if (auto again = strict(mended)) {
            if (steps)
                steps->commas = true;
            return *std::move(again);
        }
    }
    if (!lenient && jsonBegin(text) < 0)
        return std::unexpected(ReadFailure {NoJson::Nothing});
    return std::unexpected(ReadFailure {NoJson::Broken,
                                        u"%1 at line %2 column %3"_s.arg(value.error().message)
                                            .arg(value.error().line)
                                            .arg(value.error().column)});
}

} // namespace Antiphon
