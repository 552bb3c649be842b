// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/exchange/readable.h>

#include <antiphon/core/words.h>

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString stateText(CallState state)
{
    switch (state) {
    case CallState::Done:
        return Words::tr("Done");
    case CallState::Truncated:
        return Words::tr("Done, truncated");
    case CallState::Refused:
        return Words::tr("Refused");
    case CallState::Invalid:
        return Words::tr("Invalid");
    case CallState::Failed:
        return Words::tr("Failed");
    case CallState::Cancelled:
        return Words::tr("Cancelled");
    case CallState::OverBudget:
        return Words::tr("Over budget");
    case CallState::Interrupted:
        return Words::tr("Interrupted");
    default:
        return callStateName(state);
    }
}

static QString kindText(AttemptKind kind)
{
    switch (kind) {
    case AttemptKind::Call:
        return Words::tr("Call");
    case AttemptKind::Retry:
        return Words::tr("Retry");
    case AttemptKind::Repair:
        return Words::tr("Repair");
    case AttemptKind::Tool:
        return Words::tr("Tool");
    case AttemptKind::Fallback:
        return Words::tr("Fallback");
    case AttemptKind::Grader:
        return Words::tr("Grader");
    }
    return {};
}

static QString seconds(std::chrono::milliseconds time)
{
    return Words::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000.0, 'f', 1));
}

static QString costText(const CallRecord &record)
{
    const auto cost = totalCost(record);
    if (!cost)
        return Words::tr("unknown");
    const QString amount = u"$"_s + toDecimal(*cost).replace(u'.', QLocale().decimalPoint());
    return record.simulated ? Words::tr("%1 (virtual)").arg(amount) : amount;
}

static QString count(const std::optional<qint64> &tokens)
{
    return tokens ? QLocale().toString(*tokens) : u"\u2013"_s;
}

static QString modelText(const CallRecord &record)
{
    const QString model = u"%1, %2"_s.arg(record.provider, record.model);
    return record.simulated ? Words::tr("%1 (simulated)").arg(model) : model;
}

static QString titleOf(const CallRecord &record)
{
    QString title = record.prompt.isEmpty() ? Words::tr("Call") : record.prompt;
    if (record.variant != "default"_L1)
        title += u'#' + record.variant;
    if (record.row)
        title += Words::tr(", row %1").arg(*record.row);
    if (record.repeat > 0)
        title += Words::tr(", repeat %1").arg(record.repeat);
    return u"%1 \u2192 %2"_s.arg(title, record.target.isEmpty() ? record.model : record.target);
}

/// What is shown as the answer: the text, or the refusal in its place.
static QString answerText(const Attempt &attempt)
{
    return attempt.text.isEmpty() ? attempt.refusal : attempt.text;
}

/// Text from outside on one line of Markdown: what could mean something there is escaped.
static QString inlineText(const QString &text)
{
    static constexpr QStringView everywhere = u"\\`*_[]<>#|~&!";
    static constexpr QStringView inFront = u"-+=";
    QString out;
    for (const QChar c : text.simplified()) {
        if (everywhere.contains(c) || (out.isEmpty() && inFront.contains(c)))
            out += u'\\';
        if (c.isPrint())
            out += c;
    }
    return out;
}

/// A fence longer than any run of backticks in \p text.
static QString fenced(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(std::max(qsizetype(3), longest + 1), u'`');
    const QString end = text.endsWith(u'\n') ? QString() : u"\n"_s;
    return fence + "text\n"_L1 + text + end + fence + u'\n';
}

static QString whatHappened(const Attempt &attempt)
{
    if (!attempt.error)
        return Words::tr("%1 tokens").arg(count(attempt.usage.output));
    QString text = errorKindName(attempt.error->kind);
    if (attempt.error->httpStatus > 0)
        text += u' ' + QString::number(attempt.error->httpStatus);
    return attempt.error->message.isEmpty() ? text : text + ": "_L1 + attempt.error->message;
}

static QString row(const QStringList &cells)
{
    return "| "_L1 + cells.join(" | "_L1) + " |\n"_L1;
}

static QString ruler(qsizetype cells)
{
    return row(QStringList(cells, u"---"_s));
}

static QString attemptsTable(const CallRecord &record)
{
    const QStringList head {Words::tr("Try"),   Words::tr("Kind"),          Words::tr("Target"),
                            Words::tr("State"), Words::tr("What happened"), Words::tr("Then")};
    QString out = row(head) + ruler(head.size());
    for (const Attempt &attempt : record.attempts)
        out += row({QString::number(attempt.number), kindText(attempt.kind),
                    inlineText(attempt.target), stateText(attempt.state),
                    inlineText(whatHappened(attempt)),
                    inlineText(attempt.decision ? attempt.decision->why : QString())});
    return out;
}

/// What came besides text, a line each; empty for nothing.
static QStringList besidesText(const Attempt &attempt)
{
    QStringList lines;
    for (const ToolCall &call : attempt.toolCalls)
        lines.append(Words::tr("Tool call: %1(%2)").arg(call.name, call.argumentsText));
    for (const ToolRun &run : attempt.toolRuns)
        lines.append((run.isError ? Words::tr("%1 failed: %2") : Words::tr("%1 answered: %2"))
                         .arg(run.name, run.result));
    for (const ProviderToolUse &use : attempt.providerTools)
        lines.append(Words::tr("Tool run by the provider: %1").arg(use.name));
    for (const ImageDelta &image : attempt.images)
        lines.append(image.url.isEmpty() ? Words::tr("Image: %1, %2")
                                               .arg(image.mediaType,
                                                    QLocale().formattedDataSize(image.bytes.size()))
                                         : Words::tr("Image: %1").arg(image.url));
    if (!attempt.audio.bytes.isEmpty())
        lines.append(Words::tr("Audio: %1, %2")
                         .arg(attempt.audio.mediaType,
                              QLocale().formattedDataSize(attempt.audio.bytes.size())));
    if (!attempt.audio.transcript.isEmpty())
        lines.append(Words::tr("What is said: %1").arg(attempt.audio.transcript));
    for (const Citation &citation : attempt.citations) {
        QStringList parts {citation.title, citation.url, citation.quote};
        parts.removeAll(QString());
        lines.append(Words::tr("Source: %1").arg(parts.join(", "_L1)));
    }
    return lines;
}

QString toMarkdown(const QList<CallRecord> &records, bool withAttempts)
{
    const QStringList head {Words::tr("Answer"),        Words::tr("Model"),
                            Words::tr("State"),         Words::tr("Input tokens"),
                            Words::tr("Output tokens"), Words::tr("Time"),
                            Words::tr("Cost")};
    QString out = u"# %1\n\n"_s.arg(Words::tr("Answers")) + row(head) + ruler(head.size());
    for (const CallRecord &record : records) {
        const Attempt last = answer(record) ? *answer(record) : Attempt {};
        out += row({inlineText(titleOf(record)), inlineText(modelText(record)),
                    stateText(record.state), count(last.usage.input), count(last.usage.output),
                    seconds(totalTime(record)), costText(record)});
    }
    for (const CallRecord &record : records) {
        const Attempt last = answer(record) ? *answer(record) : Attempt {};
        out += u"\n## %1\n\n"_s.arg(inlineText(titleOf(record)));
        out += inlineText(modelText(record)) + u" · "_s + stateText(record.state) + u'\n';
        for (const QString &warning : record.warnings)
            out += u"\n> %1\n"_s.arg(inlineText(warning));
        if (!last.thinking.isEmpty())
            out += u"\n%1\n\n"_s.arg(Words::tr("Thinking:")) + fenced(last.thinking);
        if (const QString text = answerText(last); !text.isEmpty())
            out += u'\n' + fenced(text);
        const QStringList besides = besidesText(last);
        if (!besides.isEmpty())
            out += u'\n';
        for (const QString &line : besides)
            out += "- "_L1 + inlineText(line) + u'\n';
        if (last.error)
            out += u"\n%1\n"_s.arg(inlineText(whatHappened(last)));
        if (withAttempts && !record.attempts.isEmpty())
            out += u'\n' + attemptsTable(record);
    }
    return out;
}

/// Without control characters, which could move a terminal's cursor or change its colours.
static QString printable(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control)
            out += c;
    }
    return out;
}

QString toPlainText(const QList<CallRecord> &records, bool withAttempts)
{
    QString out;
    for (const CallRecord &record : records) {
        const Attempt last = answer(record) ? *answer(record) : Attempt {};
        out += u"%1%2 (%3)\n"_s.arg(out.isEmpty() ? QString() : u"\n"_s, titleOf(record),
                                    modelText(record));
        out += Words::tr("%1, %2, %3 tokens in, %4 out, %5")
                   .arg(stateText(record.state), seconds(totalTime(record)),
                        count(last.usage.input), count(last.usage.output), costText(record))
            + "\n\n"_L1;
        if (const QString text = answerText(last); !text.isEmpty())
            out += printable(text) + (text.endsWith(u'\n') ? QString() : u"\n"_s);
        for (const QString &line : besidesText(last))
            out += printable(line.simplified()) + u'\n';
        if (last.error)
            out += printable(whatHappened(last)) + u'\n';
        if (!withAttempts || record.attempts.size() < 2)
            continue;
        out += u'\n';
        for (const Attempt &attempt : record.attempts) {
            const QString why
                = attempt.decision ? u" \u2192 "_s + attempt.decision->why : QString();
            out += u"  %1. %2, %3: %4%5\n"_s.arg(
                QString::number(attempt.number), kindText(attempt.kind), stateText(attempt.state),
                printable(whatHappened(attempt).simplified()), printable(why));
        }
    }
    return out;
}

} // namespace Antiphon
