// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/why.h"

#include <antiphon/core/words.h>

#include "attempts/changes.h"
#include "wording/numbers.h"
#include "wording/states.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static QString endedWith(const Attempt &attempt)
{
    if (!attempt.error)
        return lookOf(attempt.state).word;
    const QString word = resultWord(attempt);
    const QString message = attempt.error->message.trimmed();
    return message.isEmpty() ? word : Words::tr("%1: %2").arg(word, message);
}

static QString formulaWord(const QString &formula)
{
    if (formula == "backoff"_L1)
        return Words::tr("exponential backoff");
    if (formula == "retry-after"_L1)
        return Words::tr("the server's Retry-After");
    return formula;
}

static QString waitSentence(const Decision &decision)
{
    if (decision.wait <= 0ms)
        return Words::tr("none");
    const QString drawn = secondsText(double(decision.wait.count()) / 1000);
    if (!decision.header.isEmpty())
        return Words::tr("%1 s, as the server asked with the header “%2”")
            .arg(drawn, decision.header);
    if (decision.maxSeconds > decision.minSeconds)
        return Words::tr("%1 s, drawn from %2 to %3 s by %4")
            .arg(drawn, secondsText(decision.minSeconds), secondsText(decision.maxSeconds),
                 formulaWord(decision.formula));
    return decision.formula.isEmpty()
        ? Words::tr("%1 s").arg(drawn)
        : Words::tr("%1 s by %2").arg(drawn, formulaWord(decision.formula));
}

static QString number(const Json &value)
{
    return value.is_number() ? secondsText(value.as<double>()) : fromUtf8(value.to_string());
}

// A bound is an object like {"after_attempt": 4, "now": 2}: its name with its limit, and "now".
static QString boundSentence(const Json &bound)
{
    if (!bound.is_object())
        return {};
    QString name;
    QString limit;
    for (const auto &member : bound.object_range()) {
        if (member.key() != "now" && name.isEmpty()) {
            name = fromUtf8(member.key());
            limit = number(member.value());
        }
    }
    const Json *present = find(bound, "now");
    const QString now = present ? number(*present) : QString();
    if (name == "after_attempt"_L1)
        return Words::tr("attempts %1 of %2").arg(now, limit);
    if (name == "after_delay"_L1)
        return Words::tr("elapsed %1 of %2 s").arg(now, limit);
    if (name == "before_delay"_L1)
        return Words::tr("elapsed with the wait %1 of %2 s").arg(now, limit);
    if (name == "repairs"_L1 || name == "repair_max"_L1)
        return Words::tr("repairs %1 of %2").arg(now, limit);
    return Words::tr("%1: %2 of %3").arg(name, now, limit);
}

static QString stopSentence(const Decision &decision)
{
    QStringList bounds;
    if (decision.stop.is_array()) {
        for (const Json &bound : decision.stop.array_range())
            bounds << boundSentence(bound);
    }
    bounds.removeAll(QString());
    return bounds.join(u"; "_s);
}

static QString nextSentence(const Decision &decision)
{
    switch (decision.next) {
    case Decision::Next::Stop:
        return Words::tr("stop");
    case Decision::Next::Retry:
        if (decision.stream == "continue"_L1)
            return Words::tr("try again, continuing the text");
        if (decision.stream == "restart"_L1)
            return Words::tr("try again, with the text from the start");
        return Words::tr("try again");
    case Decision::Next::Repair:
        return Words::tr("ask the model to repair its answer");
    case Decision::Next::Tool:
        return Words::tr("send the tool's result");
    case Decision::Next::Fallback:
        return decision.target.isEmpty() ? Words::tr("use another target")
                                         : Words::tr("use the target %1").arg(decision.target);
    }
    return {};
}

static QList<WhyLine> decisionLines(const Attempt &attempt)
{
    QList<WhyLine> lines;
    const auto line = [&lines](const QString &label, const QString &text) {
        if (!text.isEmpty())
            lines.append({label, text});
    };
    line(Words::tr("Attempt %1 ended with").arg(attempt.number), endedWith(attempt));
    if (!attempt.decision) {
        if (!attempt.error && isFinal(attempt.state))
            line(Words::tr("Decision"), Words::tr("The answer is whole: nothing more to do."));
        return lines;
    }
    const Decision &decision = *attempt.decision;
    line(Words::tr("Decision"), nextSentence(decision));
    line(Words::tr("Why"), decision.why);
    line(Words::tr("Rule that matched"), decision.rule);
    if (decision.next != Decision::Next::Stop)
        line(Words::tr("Wait"), waitSentence(decision));
    line(Words::tr("Stop checks"), stopSentence(decision));
    return lines;
}

static QString reasonOfFirst(const Original *original)
{
    if (!original)
        return Words::tr("It is the first attempt of this call.");
    return original->sent
        ? Words::tr("The request of attempt %1 was sent again as it was: one request, one answer.")
              .arg(original->attempt.number)
        : Words::tr("The recorded response of attempt %1 was read again. Nothing was sent.")
              .arg(original->attempt.number);
}

QList<WhySection> whyOf(const Attempt *before, const Attempt &attempt, const Original *original)
{
    QList<WhySection> sections;
    const QString title = Words::tr("Why attempt %1 happened").arg(attempt.number);
    if (before) {
        sections.append({title, decisionLines(*before)});
        const QStringList changes = changeSentences(*before, attempt);
        if (!changes.isEmpty())
            sections.last().lines.append(
                {Words::tr("Changed in the request"), changes.join(u"; "_s)});
    } else
        sections.append({title, {{Words::tr("Reason"), reasonOfFirst(original)}}});
    if (isFinal(attempt.state))
        sections.append(
            {Words::tr("What followed attempt %1").arg(attempt.number), decisionLines(attempt)});
    return sections;
}

QString whyNext(const Attempt &attempt)
{
    if (!attempt.decision)
        return isFinal(attempt.state) && !attempt.error ? Words::tr("finished") : QString();
    const Decision &decision = *attempt.decision;
    if (decision.next == Decision::Next::Stop)
        return attempt.error ? Words::tr("stopped") : Words::tr("finished");
    if (decision.next != Decision::Next::Retry)
        return nextSentence(decision);
    const QString drawn = secondsText(double(decision.wait.count()) / 1000);
    if (!decision.header.isEmpty())
        return Words::tr("Retry-After %1 s").arg(drawn);
    if (decision.maxSeconds > decision.minSeconds)
        return Words::tr("%1 %2 s of %3 to %4")
            .arg(decision.formula, drawn, secondsText(decision.minSeconds),
                 secondsText(decision.maxSeconds));
    return Words::tr("%1 %2 s").arg(decision.formula, drawn);
}

QString plainText(const QList<WhySection> &sections)
{
    QStringList lines;
    for (const WhySection &section : sections) {
        lines << section.title;
        for (const WhyLine &line : section.lines)
            lines << u"  %1: %2"_s.arg(line.label, line.text);
    }
    return lines.join(u'\n');
}

} // namespace Antiphon::Ui
