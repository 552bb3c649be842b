// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/changes.h"

#include <antiphon/core/words.h>

#include "attempts/facts.h"
#include "wording/numbers.h"

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// Beyond this a value is told by its size.
static constexpr qsizetype longValue = 60;

static QString valueText(const std::optional<Json> &value)
{
    if (!value)
        return Words::tr("not set");
    const QString text = QString::fromUtf8(toBytes(*value));
    return text.size() <= longValue ? isolated(text)
                                    : Words::tr("%Ln character(s)", nullptr, int(text.size()));
}

/// Whether \p path is one whole message: "messages[3]", "contents[0]", "input[2]".
static bool isMessage(const QString &path)
{
    return path.count(u'[') == 1 && path.endsWith(u']')
        && (path.startsWith("messages["_L1) || path.startsWith("contents["_L1)
            || path.startsWith("input["_L1));
}

static QString sentenceOf(const JsonChange &change)
{
    if (!change.before)
        return Words::tr("%1 is new: %2").arg(isolated(change.path), valueText(change.after));
    if (!change.after)
        return Words::tr("%1 is gone").arg(isolated(change.path));
    const auto sizeOf
        = [](const std::optional<Json> &value) { return qint64(toBytes(*value).size()); };
    if (sizeOf(change.before) > longValue && sizeOf(change.after) > longValue)
        return Words::tr("%1 is another text, %2 instead of %3")
            .arg(isolated(change.path), valueText(change.after), valueText(change.before));
    return Words::tr("%1 is %2, was %3")
        .arg(isolated(change.path), valueText(change.after), valueText(change.before));
}

QStringList changeSentences(const Attempt &before, const Attempt &attempt)
{
    QStringList sentences;
    if (before.target != attempt.target)
        sentences.append(
            Words::tr("Another target: %1 instead of %2").arg(attempt.target, before.target));
    else if (before.model != attempt.model)
        sentences.append(
            Words::tr("Another model: %1 instead of %2").arg(attempt.model, before.model));
    const auto old = parseJson(before.exchange.request.body);
    const auto now = parseJson(attempt.exchange.request.body);
    if (!old || !now) {
        if (before.exchange.request.body != attempt.exchange.request.body)
            sentences.append(Words::tr("Another body"));
        return sentences;
    }
    int messages = 0;
    qsizetype characters = 0;
    QStringList others;
    for (const JsonChange &change : jsonChanges(*old, *now)) {
        if (!change.before && isMessage(change.path)) {
            ++messages;
            characters += QString::fromUtf8(toBytes(*change.after)).size();
        } else {
            others.append(sentenceOf(change));
        }
    }
    if (messages > 0)
        sentences.append(Words::tr("%Ln more message(s)", nullptr, messages) + u", "_s
                         + Words::tr("%Ln character(s)", nullptr, int(characters)));
    return sentences + others;
}

static QStringList linesOf(const Attempt &attempt)
{
    const HttpRequest &request = attempt.exchange.request;
    if (request.url.isEmpty())
        return {};
    return (requestHead(request) + u"\n\n"_s + readableBody(request.body)).split(u'\n');
}

QList<DiffLine> requestDiff(const Attempt &before, const Attempt &attempt)
{
    return lineDiff(linesOf(before), linesOf(attempt));
}

} // namespace Antiphon::Ui
