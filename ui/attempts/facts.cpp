// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/facts.h"

#include "attempts/phases.h"
#include "wording/figures.h"
#include "wording/numbers.h"
#include "wording/states.h"

#include <antiphon/core/call/replay.h>
#include <antiphon/core/redact.h>
#include <antiphon/core/words.h>

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

QList<QStringList> summaryRows(const Attempt &a)
{
    QList<QStringList> rows;
    const auto row = [&rows](const QString &label, const QString &value) {
        if (!value.isEmpty())
            rows.append(QStringList {label, value});
    };
    row(Words::tr("Result"), resultWord(a));
    if (a.error)
        row(Words::tr("Message"), a.error->message);
    row(Words::tr("Kind"), kindWord(a.kind));
    row(Words::tr("Target"), a.target);
    row(Words::tr("Provider"), a.provider);
    row(Words::tr("API"), a.api);
    row(Words::tr("Model"), a.model);
    if (a.responseModel != a.model)
        row(Words::tr("Model that answered"), a.responseModel);
    if (a.simulated)
        row(Words::tr("Simulated"), Words::tr("yes: no network, no real money"));
    if (a.started.isValid())
        row(Words::tr("Started"), QLocale().toString(a.started.toLocalTime(), QLocale::LongFormat));
    if (a.timings.end)
        row(Words::tr("Duration"), durationText(*a.timings.end));
    if (const auto first = firstTokenTime(a))
        row(Words::tr("First token"), durationText(*first));
    if (const auto in = inputTokens(a.usage))
        row(Words::tr("Input tokens"), countText(*in));
    if (const auto out = outputTokens(a.usage))
        row(Words::tr("Output tokens"), countText(*out));
    row(Words::tr("Cost"), a.error && !a.cost ? QString() : costText(a.cost, a.simulated));
    if (a.finish)
        row(Words::tr("Finish reason"),
            a.finishRaw.isEmpty() || a.finishRaw == finishReasonName(*a.finish)
                ? finishReasonName(*a.finish)
                : Words::tr("%1 (sent as %2)").arg(finishReasonName(*a.finish), a.finishRaw));
    if (a.exchange.head.status)
        row(Words::tr("HTTP status"), QString::number(a.exchange.head.status));
    row(Words::tr("Response id"), a.responseId);
    if (a.error)
        row(Words::tr("Request id"), a.error->requestId);
    return rows;
}

QList<QStringList> timingRows(const Attempt &attempt)
{
    const Timings &t = attempt.timings;
    struct Step {
        QString name;
        std::optional<Timings::Ms> end;
    };
    const std::array steps {
        Step {Words::tr("Queued for a free slot"), t.queued},
        Step {Words::tr("Held by the rate limit"), t.held},
        Step {Words::tr("Connecting", "part of an attempt's time"), t.connect},
        Step {Words::tr("Encryption (TLS)"), t.tls},
        Step {Words::tr("Sending the request"), t.sent},
        Step {Words::tr("Waiting for headers"), t.headers},
        Step {Words::tr("Waiting for the first token"), t.firstToken},
        Step {Words::tr("Streaming", "part of an attempt's time"), t.end},
        Step {Words::tr("Checking", "part of an attempt's time"), t.checked},
    };
    QList<QStringList> rows;
    auto at = 0ms;
    for (const Step &step : steps) {
        if (!step.end) {
            rows.append({step.name, Words::tr("not measured"), {}, {}});
            continue;
        }
        rows.append(
            {step.name, durationText(*step.end - at), durationText(at), durationText(*step.end)});
        at = std::max(at, *step.end);
    }
    if (const auto tools = toolTime(attempt))
        rows.append({Words::tr("Tools at work"), durationText(tools->end - tools->begin),
                     durationText(tools->begin), durationText(tools->end)});
    if (attempt.decision && attempt.decision->wait > 0ms)
        rows.append({Words::tr("Wait before the next attempt"),
                     durationText(attempt.decision->wait), durationText(at),
                     durationText(at + attempt.decision->wait)});
    return rows;
}

static QString kindWord(CostLine::Kind kind)
{
    switch (kind) {
    case CostLine::Kind::Input:
        return Words::tr("Input");
    case CostLine::Kind::CachedInput:
        return Words::tr("Input read from the cache");
    case CostLine::Kind::CacheWrite:
        return Words::tr("Input written to the cache");
    case CostLine::Kind::CacheWriteLong:
        return Words::tr("Written to the long cache");
    case CostLine::Kind::AudioInput:
        return Words::tr("Audio input");
    case CostLine::Kind::Output:
        return Words::tr("Output");
    case CostLine::Kind::AudioOutput:
        return Words::tr("Audio output");
    case CostLine::Kind::ImageOutput:
        return Words::tr("Image output");
    case CostLine::Kind::Searches:
        break;
    }
    return Words::tr("Searches of the web");
}

QList<QStringList> costRows(const Attempt &attempt)
{
    const Usage &u = attempt.usage;
    QList<QStringList> rows;
    const QList<CostLine> lines = bill(u, attempt.usageSteps, attempt.price);
    for (const CostLine &line : lines) {
        const QString kind = line.model.isEmpty()
            ? kindWord(line.kind)
            : Words::tr("%1, %2").arg(kindWord(line.kind), line.model);
        rows.append({kind, countText(line.tokens),
                     line.usdPerMillion ? u"$"_s + QLocale().toString(*line.usdPerMillion)
                                        : Words::tr("unknown"),
                     line.amount ? moneyText(*line.amount) : Words::tr("unknown")});
    }
    if (rows.isEmpty())
        rows.append({Words::tr("The provider reported no tokens."), {}, {}, {}});
    else if (u.reasoning)
        rows.append({Words::tr("Reasoning (part of the output)"), countText(*u.reasoning), {}, {}});
    if (!u.tier.isEmpty())
        rows.append({Words::tr("Served as"), u.tier, {}, {}});
    if (!u.region.isEmpty())
        rows.append({Words::tr("Region"), u.region, {}, {}});
    if (attempt.price && attempt.price->asOf.isValid())
        rows.append({Words::tr("Prices of"),
                     QLocale().toString(attempt.price->asOf, QLocale::ShortFormat),
                     attempt.price->confidence == "low"_L1 ? Words::tr("unverified") : QString(),
                     {}});
    rows.append({Words::tr("Sum"), {}, {}, costText(attempt.cost, attempt.simulated)});
    return rows;
}

/// The type of an event and what it says.
static std::pair<QString, QString> eventText(const StreamEvent &event)
{
    if (const auto *started = std::get_if<ResponseStarted>(&event))
        return {Words::tr("started"), u"%1 %2"_s.arg(started->model, started->responseId)};
    if (const auto *text = std::get_if<TextDelta>(&event))
        return {Words::tr("text"), text->text};
    if (const auto *thinking = std::get_if<ThinkingDelta>(&event))
        return {Words::tr("thinking"), thinking->text};
    if (const auto *refusal = std::get_if<RefusalDelta>(&event))
        return {Words::tr("refusal"), refusal->text};
    if (const auto *call = std::get_if<ToolCallDelta>(&event))
        return {Words::tr("tool call"), u"%1 %2"_s.arg(call->name, call->arguments)};
    if (const auto *source = std::get_if<Citation>(&event))
        return {Words::tr("source"), source->url};
    if (const auto *audio = std::get_if<AudioDelta>(&event))
        return {Words::tr("audio"), audio->transcript};
    if (const auto *finished = std::get_if<Finished>(&event))
        return {Words::tr("finished"), finished->raw};
    if (const auto *failed = std::get_if<Failed>(&event))
        return {Words::tr("error"), failed->error.message};
    if (std::holds_alternative<UsageReported>(event))
        return {Words::tr("usage"), {}};
    return {Words::tr("other"), {}};
}

static void addEvent(const Chunk &chunk, std::chrono::milliseconds gap, const QString &type,
                     const QString &content, QList<QStringList> &rows)
{
    rows.append({QLocale().toString(rows.size() + 1), durationText(chunk.at),
                 u"+"_s + durationText(gap), type, sizeText(chunk.bytes),
                 content.left(300).simplified()});
}

QList<QStringList> eventRows(const Attempt &attempt)
{
    QList<QStringList> rows;
    const Result<Replay> replay = replayed(attempt);
    auto before = 0ms;
    if (replay) {
        for (const ReplayedPiece &piece : replay->pieces) {
            for (const StreamEvent &event : piece.events) {
                const auto [type, content] = eventText(event);
                addEvent(piece.chunk, piece.chunk.at - before, type, content, rows);
                before = piece.chunk.at;
            }
        }
    }
    return rows.isEmpty() ? pieceRows(attempt) : rows;
}

QList<QStringList> pieceRows(const Attempt &attempt)
{
    QList<QStringList> rows;
    const QByteArray &body = attempt.exchange.body;
    auto before = 0ms;
    qsizetype at = 0;
    for (const Chunk &chunk : attempt.exchange.chunks) {
        // A masked secret may have changed the body's length: the last pieces then come short.
        const QByteArray piece = body.mid(at, chunk.bytes);
        at += chunk.bytes;
        addEvent(chunk, chunk.at - before, Words::tr("bytes"), QString::fromUtf8(piece.left(300)),
                 rows);
        before = chunk.at;
    }
    return rows;
}

QList<QStringList> validationRows(const Attempt &attempt)
{
    QList<QStringList> rows;
    for (const ValidationIssue &issue : attempt.issues) {
        const QString field = locationText(issue.location);
        rows.append({field.isEmpty() ? Words::tr("the whole answer") : field, issue.message,
                     issue.type == "missing"_L1
                         ? Words::tr("nothing")
                         : QString::fromUtf8(toBytes(issue.input).left(300))});
    }
    if (rows.isEmpty())
        rows.append({attempt.value ? Words::tr("The value fits.")
                                   : Words::tr("No value was asked for, or none was read."),
                     {},
                     {}});
    return rows;
}

QString headersText(const HttpHeaders &headers)
{
    QString text;
    for (const HttpHeader &header : headers)
        text += QString::fromUtf8(header.name) + u": "_s + QString::fromUtf8(header.value) + u'\n';
    return text;
}

QString readableBody(const QByteArray &body)
{
    const auto json = parseJson(body);
    return QString::fromUtf8(json ? toPretty(*json) : body);
}

QString requestHead(const HttpRequest &request)
{
    return u"%1 %2\n%3"_s
        .arg(QString::fromUtf8(request.method), request.url.toDisplayString(),
             headersText(request.headers))
        .trimmed();
}

QString messagesText(const Attempt &attempt)
{
    if (attempt.exchange.request.url.isEmpty())
        return {}; // it is not known yet what of it is secret
    if (attempt.exchange.bodyMasked)
        return Words::tr("A secret stood in this request. The other forms show it masked.");
    QStringList parts;
    for (const Message &message : attempt.asked.messages) {
        QString text = plainText(message);
        for (const ContentPart &part : message.parts) {
            if (std::holds_alternative<Image>(part))
                text += u'\n' + Words::tr("(an image)");
            else if (std::holds_alternative<Audio>(part))
                text += u'\n' + Words::tr("(audio)");
            else if (std::holds_alternative<Antiphon::Document>(part))
                text += u'\n' + Words::tr("(a document)");
            else if (const auto *use = std::get_if<ToolUse>(&part))
                text += u"\n%1(%2)"_s.arg(use->name, use->argumentsText);
        }
        parts.append(u"**%1**\n\n"_s.arg(roleName(message.role)) + text.trimmed());
    }
    return parts.join(u"\n\n"_s);
}

QString assembledText(const Attempt &attempt)
{
    QStringList parts;
    if (!attempt.thinking.isEmpty())
        parts << u"<%1>\n"_s.arg(Words::tr("thinking")) + attempt.thinking
                + u"\n</%1>"_s.arg(Words::tr("thinking"));
    if (!attempt.text.isEmpty())
        parts << attempt.text;
    if (!attempt.refusal.isEmpty())
        parts << attempt.refusal;
    for (const ToolCall &call : attempt.toolCalls)
        parts << u"%1(%2)"_s.arg(call.name, call.argumentsText);
    return parts.join(u"\n\n"_s);
}

static QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', "'\\''"_L1) + u'\'';
}

QString curlCommand(const HttpRequest &request)
{
    QStringList parts {u"curl -N -X %1 %2"_s.arg(QString::fromUtf8(request.method),
                                                 quoted(request.url.toString()))};
    for (const HttpHeader &header : request.headers) {
        const QString name = QString::fromUtf8(header.name);
        const QByteArray prefix = header.value.startsWith("Bearer ") ? "Bearer " : "";
        const bool hidden = header.secret || header.value.contains(masked({}).toUtf8());
        parts << (hidden ? u"-H \"%1: %2$API_KEY\""_s.arg(name, QString::fromUtf8(prefix))
                         : u"-H "_s + quoted(name + u": "_s + QString::fromUtf8(header.value)));
    }
    if (!request.body.isEmpty())
        parts << u"--data-raw "_s + quoted(QString::fromUtf8(request.body));
    return parts.join(u" \\\n  "_s) + u'\n';
}

} // namespace Antiphon::Ui
