// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "printer.h"

#include "terminal.h"
#include "toolprompt.h"

#include <antiphon/core/words.h>

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

static QString seconds(std::chrono::milliseconds time)
{
    return Words::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000.0, 'f', 2));
}

static QString money(const std::optional<Money> &cost)
{
    return cost ? u"$"_s + toDecimal(*cost) : Words::tr("cost unknown");
}

static QString stateText(const CallRecord &record)
{
    const Attempt *last = answer(record);
    const QString state = callStateName(record.state);
    return last && last->error ? Words::tr("%1 (%2)").arg(state, errorKindName(last->error->kind))
                               : state;
}

static QString tokens(const Usage &usage)
{
    const auto count
        = [](const std::optional<qint64> &n) { return n ? QLocale().toString(*n) : u"?"_s; };
    return Words::tr("%1 tokens in, %2 out").arg(count(usage.input), count(usage.output));
}

QString summary(const CallRecord &record)
{
    QStringList parts {stateText(record)};
    if (record.simulated)
        parts.append(Words::tr("simulated"));
    if (record.attempts.size() > 1)
        parts.append(Words::tr("%n attempts", nullptr, int(record.attempts.size())));
    const Attempt *last = answer(record);
    if (last && last->timings.firstToken)
        parts.append(Words::tr("first text %1")
                         .arg(seconds(*last->timings.firstToken
                                      - last->timings.sent.value_or(Timings::Ms {}))));
    parts.append(Words::tr("total %1").arg(seconds(totalTime(record))));
    if (last && (last->usage.input || last->usage.output))
        parts.append(tokens(last->usage));
    parts.append(money(totalCost(record)));
    return parts.join(u", "_s);
}

// "429", "dropped", "done": what a reader looks for first.
static QString endedText(const Attempt &attempt)
{
    if (!attempt.error)
        return callStateName(attempt.state);
    return attempt.error->httpStatus >= 400 ? QString::number(attempt.error->httpStatus)
                                            : errorKindName(attempt.error->kind);
}

QString toolLine(const ToolRun &run)
{
    const QString call
        = u"%1(%2)"_s.arg(run.name, oneLine(QString::fromUtf8(toBytes(run.arguments)), 200));
    return run.isError ? Words::tr("%1 failed: %2").arg(call, oneLine(run.result, 200))
                       : u"%1 = %2"_s.arg(call, oneLine(run.result, 200));
}

QStringList attemptLines(const CallRecord &record)
{
    QStringList lines;
    for (const Attempt &attempt : record.attempts) {
        const QString ended = endedText(attempt);
        QString line = u"#%1 %2 %3, %4"_s.arg(attempt.number)
                           .arg(ended, seconds(attempt.timings.end.value_or(Timings::Ms {})),
                                money(attempt.cost));
        if (attempt.decision && !attempt.decision->why.isEmpty())
            line += u": "_s + attempt.decision->why;
        lines.append(line);
        for (const ToolRun &run : attempt.toolRuns)
            lines.append(u"   "_s + toolLine(run));
    }
    return lines;
}

/// What an answer holds besides text and tool calls, a line each.
static QStringList otherContent(const Attempt &attempt)
{
    QStringList lines;
    for (const ProviderToolUse &use : attempt.providerTools)
        lines.append(Words::tr("[the provider ran %1]").arg(use.name));
    for (const ImageDelta &image : attempt.images)
        lines.append(
            image.bytes.isEmpty()
                ? Words::tr("[image: %1]").arg(image.url)
                : Words::tr("[image: %1, %2 bytes]").arg(image.mediaType).arg(image.bytes.size()));
    if (!attempt.audio.bytes.isEmpty())
        lines.append(Words::tr("[audio: %1, %2 bytes]")
                         .arg(attempt.audio.mediaType)
                         .arg(attempt.audio.bytes.size()));
    for (qsizetype i = 0; i < attempt.citations.size(); ++i) {
        const Citation &one = attempt.citations[i];
        lines.append(
            u"[%1] %2"_s.arg(i + 1).arg(QStringList {one.title, one.url}.join(u' ').trimmed()));
    }
    return lines;
}

static QString answerText(const CallRecord &record)
{
    const Attempt *last = answer(record);
    if (!last)
        return {};
    if (record.instead)
        return record.instead->is_string() ? toText(*record.instead)
                                           : QString::fromUtf8(toBytes(*record.instead));
    QString text = last->text;
    if (text.isEmpty() && !last->refusal.isEmpty())
        text = last->refusal;
    if (text.isEmpty())
        text = last->audio.transcript;
    const QStringList others = otherContent(*last);
    for (const QString &line : others)
        text += (text.isEmpty() ? QString() : u"\n"_s) + line;
    for (const ToolCall &call : last->toolCalls)
        text += u"%1%2(%3)"_s.arg(text.isEmpty() ? QString() : u"\n"_s, call.name,
                                  call.argumentsText);
    return text;
}

static QString errorLine(const CallRecord &record)
{
    const Attempt *last = answer(record);
    const bool isSaid = last && last->error && last->text.isEmpty()
        && last->error->message == last->refusal; // stands above as the answer
    return last && last->error && !isSaid ? Words::tr("Error: %1").arg(last->error->message)
                                          : QString();
}

QString asText(const QList<CallRecord> &records)
{
    QString all;
    for (const CallRecord &record : records) {
        if (records.size() > 1) {
            all += u"== %1 (%2)%3 ==\n"_s.arg(record.target, record.model,
                                              record.simulated ? Words::tr(", simulated")
                                                               : QString());
        }
        const QString text = answerText(record);
        all += text.isEmpty() || text.endsWith(u'\n') ? text : text + u'\n';
        if (records.size() > 1) {
            if (const QString error = errorLine(record); !error.isEmpty())
                all += error + u'\n';
            all += u"-- "_s + summary(record) + u"\n\n"_s;
        }
    }
    return all;
}

namespace {

constexpr int narrowest = 28;

QStringList columnLines(const CallRecord &record, int width)
{
    QStringList lines;
    lines += wrapped(record.target, width);
    lines += wrapped(
        u"%1%2"_s.arg(record.model, record.simulated ? Words::tr(" · simulated") : QString()),
        width);
    lines += QString(width, u'─');
    lines += wrapped(answerText(record), width);
    if (const QString error = errorLine(record); !error.isEmpty())
        lines += wrapped(error, width);
    return lines;
}

QStringList footerLines(const CallRecord &record, int width)
{
    QStringList lines {QString(width, u'─')};
    lines += wrapped(summary(record), width);
    const QStringList attempts = attemptLines(record);
    for (const QString &attempt : attempts)
        lines += wrapped(attempt, width);
    return lines;
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - displayWidth(text)), u' ');
}

// Blocks of lines side by side, each as tall as the tallest.
QString sideBySide(const QList<QStringList> &blocks, int width)
{
    qsizetype height = 0;
    for (const QStringList &block : blocks)
        height = std::max(height, block.size());
    QString all;
    for (qsizetype row = 0; row < height; ++row) {
        QString line;
        for (qsizetype column = 0; column < blocks.size(); ++column) {
            const QString cell = blocks[column].value(row);
            line += column + 1 < blocks.size() ? padded(cell, width) + u" │ "_s : cell;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        all += line + u'\n';
    }
    return all;
}

} // namespace

QString asTable(const QList<CallRecord> &records, int width)
{
    const int perRow = int(std::clamp<qsizetype>((width + 3) / (narrowest + 3), 1,
                                                 std::max<qsizetype>(records.size(), 1)));
    const int columnWidth = (width - 3 * (perRow - 1)) / perRow;
    QString all;
    for (qsizetype first = 0; first < records.size(); first += perRow) {
        QList<QStringList> bodies;
        QList<QStringList> footers;
        for (qsizetype i = first; i < std::min(first + perRow, records.size()); ++i) {
            bodies.append(columnLines(records[i], columnWidth));
            footers.append(footerLines(records[i], columnWidth));
        }
        all += sideBySide(bodies, columnWidth) + sideBySide(footers, columnWidth) + u'\n';
    }
    Money sum;
    bool known = true;
    bool simulated = true;
    qsizetype attempts = 0;
    for (const CallRecord &record : records) {
        const auto cost = totalCost(record);
        sum = sum + cost.value_or(Money {});
        known = known && cost;
        simulated = simulated && record.simulated;
        attempts += record.attempts.size();
    }
    all += Words::tr("%n calls", nullptr, int(records.size())) + u", "_s
        + Words::tr("%n attempts", nullptr, int(attempts)) + u", "_s
        + (known ? money(sum) : Words::tr("at least %1").arg(money(sum)))
        + (simulated ? Words::tr(" (simulated: no money was spent)") : QString()) + u'\n';
    return all;
}

} // namespace Antiphon::Cli
