// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/recordedscript.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Milliseconds = std::chrono::milliseconds;

static Json text(const QString &value)
{
    return toJson(QStringView(value));
}

/// Kinds that a script can name; others are told by their status.
static bool canFailAs(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Authentication:
    case ErrorKind::Permission:
    case ErrorKind::NotFound:
    case ErrorKind::InvalidRequest:
    case ErrorKind::ContextLength:
    case ErrorKind::Quota:
    case ErrorKind::RateLimit:
    case ErrorKind::Server:
    case ErrorKind::Filtered:
        return true;
    default:
        return false;
    }
}

static Json failureOf(const Error &error, int status)
{
    Json fail = jsonObject();
    if (canFailAs(error.kind))
        fail.insert_or_assign("error", text(errorKindName(error.kind)));
    if (status >= 400 && status <= 599)
        fail.insert_or_assign("status", Json(status));
    if (fail.empty())
        fail.insert_or_assign("error", Json("server"));
    if (!error.code.isEmpty())
        fail.insert_or_assign("code", text(error.code));
    if (!error.message.isEmpty())
        fail.insert_or_assign("message", text(error.message));
    if (error.retryAfter)
        fail.insert_or_assign("retryAfter", Json(double(error.retryAfter->count()) / 1000));
    if (error.shouldRetry)
        fail.insert_or_assign("shouldRetry", Json(*error.shouldRetry));
    return fail;
}

/// How an attempt without an answer's beginning failed.
static QString faultBefore(const Error &error)
{
    if (error.kind == ErrorKind::Timeout)
        return u"stall"_s;
    for (const auto &[code, fault] :
         {std::pair("dns"_L1, "dns"_L1), {"tls"_L1, "tls"_L1}, {"refused"_L1, "refuse"_L1}}) {
        if (error.code == code)
            return fault;
    }
    return u"close"_s;
}

/// How an answer that had begun broke off.
static QString faultWithin(const Attempt &attempt)
{
    const Error &error = *attempt.error;
    if (error.kind == ErrorKind::Timeout)
        return u"stall"_s;
    if (error.kind == ErrorKind::BadResponse && attempt.text.isEmpty())
        return attempt.exchange.body.isEmpty()                ? u"empty"_s
            : attempt.exchange.body.trimmed().startsWith('<') ? u"html"_s
                                                              : u"garbage"_s;
    if (error.kind == ErrorKind::Dropped || error.kind == ErrorKind::BadResponse)
        return attempt.exchange.end == "reset"_L1 ? u"reset"_s : u"drop"_s;
    return u"error"_s; // an event of the stream said so
}

static void putFailure(Json &step, const Attempt &attempt)
{
    const Error &error = *attempt.error;
    const int status = attempt.exchange.head.status;
    // These are ours: the answer itself was whole.
    if (error.kind == ErrorKind::Validation || error.kind == ErrorKind::Tool)
        return;
    if (status >= 400) {
        step.insert_or_assign("fail", failureOf(error, status));
        return;
    }
    if (error.kind == ErrorKind::Filtered && !attempt.refusal.isEmpty())
        return;
    if (status == 0) {
        step.insert_or_assign("fault", jsonObject({{"kind", text(faultBefore(error))}}));
        return;
    }
    const QString kind = faultWithin(attempt);
    Json fault = jsonObject({{"kind", text(kind)}});
    if (kind == "drop"_L1 || kind == "reset"_L1 || kind == "stall"_L1 || kind == "error"_L1)
        fault.insert_or_assign("after", Json(qint64(attempt.text.size())));
    step.insert_or_assign("fault", std::move(fault));
    if (kind == "error"_L1)
        step.insert_or_assign("fail", failureOf(error, error.httpStatus));
}

static void putAnswer(Json &step, const Attempt &attempt)
{
    if (!attempt.thinking.isEmpty())
        step.insert_or_assign("thinking", text(attempt.thinking));
    if (!attempt.refusal.isEmpty())
        step.insert_or_assign("refusal", text(attempt.refusal));
    else if (!attempt.text.isEmpty())
        step.insert_or_assign("text", text(attempt.text));
    Json calls = jsonArray();
    for (const ToolCall &call : attempt.toolCalls) {
        const auto arguments = parseJson(call.argumentsText.toUtf8());
        Json one = jsonObject({{"name", text(call.name)}});
        if (arguments && arguments->is_object())
            one.insert_or_assign("arguments", *arguments);
        if (!call.id.isEmpty())
            one.insert_or_assign("id", text(call.id));
        calls.push_back(std::move(one));
    }
    if (!calls.empty())
        step.insert_or_assign("toolCalls", std::move(calls));
    const FinishReason finish = attempt.finish.value_or(FinishReason::Unknown);
    if (finish == FinishReason::Length || finish == FinishReason::ContentFilter)
        step.insert_or_assign("finish", text(finishReasonName(finish)));
}

static void putUsage(Json &step, const Usage &usage)
{
    Json counters = jsonObject();
    const auto put = [&counters](const char *name, const std::optional<qint64> &count) {
        if (count)
            counters.insert_or_assign(name, Json(*count));
    };
    put("input", usage.input);
    put("cachedInput", usage.cachedInput);
    put("cacheWrite", usage.cacheWrite);
    put("output", usage.output);
    put("reasoning", usage.reasoning);
    if (!counters.empty())
        step.insert_or_assign("usage", std::move(counters));
}

/// Milliseconds from the latest of \p from that was measured to \p to.
static std::optional<qint64> between(std::initializer_list<std::optional<Milliseconds>> from,
                                     const std::optional<Milliseconds> &to)
{
    if (!to)
        return {};
    Milliseconds begin {};
    for (const auto &at : from)
        begin = std::max(begin, at.value_or(Milliseconds {}));
    return std::max<qint64>(0, (*to - begin).count());
}

static void putPace(Json &step, const Attempt &attempt)
{
    const Timings &t = attempt.timings;
    const auto connected = t.connect ? t.connect : t.sent;
    if (const auto connect = between({t.queued, t.held}, connected))
        step.insert_or_assign("connectMs", Json(*connect));
    const auto answered = t.firstToken ? t.firstToken : t.headers;
    if (const auto first = between({t.connect, t.tls, t.sent}, answered))
        step.insert_or_assign("firstTokenMs", Json(*first));
    const qsizetype characters = attempt.text.size() + attempt.thinking.size();
    const auto streaming = between({t.firstToken}, t.firstToken ? t.end : std::nullopt);
    if (streaming && *streaming > 0 && characters > 0) {
        const double rate = double(characters) / 4 * 1000 / double(*streaming);
        step.insert_or_assign("tokensPerSecond", Json(std::max(0.1, std::round(rate * 10) / 10)));
    }
    const qsizetype pieces = attempt.exchange.chunks.size();
    if (pieces > 1 && characters > pieces)
        step.insert_or_assign("chunk", Json(qint64(characters / pieces)));
}

Json scriptFromAttempts(const QList<Attempt> &attempts)
{
    Json steps = jsonArray();
    for (const Attempt &attempt : attempts) {
        if (attempt.exchange.request.url.isEmpty())
            continue; // nothing was sent
        Json step = jsonObject();
        putAnswer(step, attempt);
        if (attempt.error)
            putFailure(step, attempt);
        putUsage(step, attempt.usage);
        putPace(step, attempt);
        steps.push_back(std::move(step));
    }
    return jsonObject({{"steps", std::move(steps)}});
}

QString simulatedApiFor(QStringView codec)
{
    if (codec == u"anthropic")
        return u"messages"_s;
    if (codec == u"openai-responses")
        return u"responses"_s;
    if (codec == u"gemini")
        return u"generate"_s;
    return u"chat"_s;
}

} // namespace Antiphon
