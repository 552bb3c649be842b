// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "errorclasses.h"

#include <antiphon/core/provider/httptime.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- When to come back ---------------------------------------------------------------------------

static std::optional<std::chrono::milliseconds> positive(double milliseconds)
{
    constexpr double century = 3.2e12;
    if (!std::isfinite(milliseconds) || milliseconds <= 0 || milliseconds > century)
        return {};
    return std::chrono::milliseconds(std::llround(std::ceil(milliseconds)));
}

static std::optional<double> number(QByteArrayView text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<std::chrono::milliseconds> durationInText(const QString &text)
{
    static const QRegularExpression piece(
        u"(\\d+(?:\\.\\d+)?)\\s*(ms|milliseconds?|h|hours?|m|mins?|minutes?|s|secs?|seconds?)"
        "(?![a-z])"_s,
        QRegularExpression::CaseInsensitiveOption);
    double total = 0;
    for (const QRegularExpressionMatch &match : piece.globalMatch(text)) {
        const double value = match.capturedView(1).toDouble();
        const QString unit = match.captured(2).toLower();
        if (unit.startsWith("ms"_L1) || unit.startsWith("mil"_L1))
            total += value;
        else if (unit.startsWith(u'h'))
            total += value * 3'600'000;
        else
            total += value * (unit.startsWith(u'm') ? 60'000 : 1'000);
    }
    return positive(total);
}

static RetryHint hintInText(const QString &message)
{
    static const QRegularExpression words(
        u"(?:try again|retry)\\s+(?:in|after)\\s+((?:about\\s+)?\\d[\\d.]*\\s*[a-z]+(?:\\s*\\d[\\d.]*\\s*(?:h|m|ms|s)(?![a-z]))*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = words.match(message);
    if (!match.hasMatch())
        return {};
    if (const auto after = durationInText(match.captured(1)))
        return {after, match.captured(0)};
    return {};
}

RetryHint retryHint(const HttpHeaders &headers, const QString &retryDelay, const QString &message,
                    const QDateTime &now)
{
    RetryHint atOnce; // "retry-after: 0", unless something else says more
    for (const char *name : {"retry-after-ms", "x-ms-retry-after-ms", "retry-after"}) {
        const QByteArray value = headerValue(headers, name);
        if (value.isEmpty())
            continue;
        std::optional<std::chrono::milliseconds> after;
        const auto source = QString::fromLatin1(name) + ": "_L1 + QString::fromLatin1(value);
        if (const auto plain = number(value)) {
            if (*plain == 0 && !atOnce.after)
                atOnce = {std::chrono::milliseconds(0), source};
            after = positive(QByteArrayView(name).endsWith("-ms") ? *plain : *plain * 1000);
        } else if (const QDateTime date = httpDate(value); date.isValid()) {
            const QDateTime sent = httpDate(headerValue(headers, "date"));
            after = positive(double((sent.isValid() ? sent : now).msecsTo(date)));
        }
        if (after)
            return {after, source};
    }
    if (const auto after = durationInText(retryDelay))
        return {after, "retryDelay: "_L1 + retryDelay};
    const RetryHint inText = hintInText(message);
    return inText.after ? inText : atOnce;
}

RetryHint resetHint(const HttpHeaders &headers, const QDateTime &now)
{
    const QByteArray value = headerValue(headers, "x-ratelimit-reset");
    const auto moment = number(value);
    if (!moment || *moment < 1e9 || *moment > 1e14)
        return {};
    const QDateTime sent = httpDate(headerValue(headers, "date"));
    const double milliseconds = *moment > 1e11 ? *moment : *moment * 1000;
    const auto after
        = positive(milliseconds - double((sent.isValid() ? sent : now).toMSecsSinceEpoch()));
    if (!after)
        return {};
    return {after, "x-ratelimit-reset: "_L1 + QString::fromLatin1(value)};
}

// --- What went wrong -----------------------------------------------------------------------------

namespace {

/// What an error body says, whatever its shape.
struct ErrorBody {
    QString message = {};
    QString type = {}; ///< OpenAI's and Anthropic's `type`, Google's `status`.
    QString code = {};
    int status = 0; ///< A status the body itself names.
    QString requestId = {};
    QString retryDelay = {};
    bool perDay = false; ///< A quota of a whole day is used up.
    bool keyInvalid = false;
    bool flagged = false; ///< Moderation refused the input.
};

} // namespace

static void readGoogleDetails(const JsonView &details, ErrorBody &body)
{
    details.forEach([&](const JsonView &detail) {
        if (const auto delay = detail["retryDelay"].toString(); !delay.isEmpty())
            body.retryDelay = delay;
        if (detail["reason"].utf8() == "API_KEY_INVALID")
            body.keyInvalid = true;
        detail["violations"].forEach([&](const JsonView &violation) {
            if (violation["quotaId"].toString().contains("PerDay"_L1))
                body.perDay = true;
        });
    });
}

static QString firstText(std::initializer_list<JsonView> candidates)
{
    for (const JsonView &candidate : candidates) {
        if (const QString text = candidate.toString(); !text.isEmpty())
            return text;
    }
    return {};
}

// LiteLLM writes Python's words for "nothing".
static QString saidCode(QString code)
{
    return code == "None"_L1 || code == "null"_L1 ? QString() : std::move(code);
}

static ErrorBody readErrorBody(JsonView root)
{
    if (root.isArray())
        root = root[0]; // Google's stream endpoint without SSE
    JsonView error = root["error"];
    if (error.isArray())
        error = error[0];
    if (!error.isObject() && root["x_groq"]["error"].exists())
        error = root["x_groq"]["error"];
    if (error.isNull() && root["errors"].isArray())
        error = root["errors"][0];

    ErrorBody body;
    // In turn: nearly everybody; xAI and Ollama; FastAPI as text and as a list; Mistral, which
    // wraps the latter; gateways.
    body.message = firstText({error["message"], root["message"], error, root["detail"],
                              root["detail"][0]["msg"], root["message"]["detail"][0]["msg"],
                              root["message"]["detail"], root["error_message"]});
    const JsonView holder = error.isObject() ? error : root;
    body.type = saidCode(firstText({holder["type"], holder["status"]}));
    body.code = saidCode(holder["code"].scalarToString());
    if (const auto detail = holder["details"]["error_code"].toString(); !detail.isEmpty())
        body.code = detail; // Anthropic's spend limit
    for (const JsonView &status :
         {holder["code"], holder["status"], holder["status_code"], root["statusCode"]}) {
        const qint64 value = status.scalarToString().toLongLong();
        if (body.status == 0 && value >= 400 && value < 600)
            body.status = int(value);
    }
    body.requestId = firstText({root["request_id"], error["request_id"]});
    body.flagged
        = error["metadata"]["flagged_input"].exists() || error["metadata"]["reasons"].isArray();
    readGoogleDetails(holder["details"], body);
    return body;
}

static bool isOneOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView w) { return text == w; });
}

static bool saysOneOf(const QString &text, std::initializer_list<QLatin1StringView> phrases)
{
    return std::ranges::any_of(phrases, [&](QLatin1StringView phrase) {
        return text.contains(phrase, Qt::CaseInsensitive);
    });
}

static bool isQuota(int status, const ErrorBody &body, const RetryHint &hint)
{
    for (const QString &word : {body.code, body.type}) {
        if (isOneOf(word,
                    {"insufficient_quota"_L1, "credit_balance_exhausted"_L1,
                     "organization_spend_limit_exceeded"_L1, "project_spend_limit_exceeded"_L1,
                     "organization_usage_limit_exceeded"_L1, "billing_hard_limit_reached"_L1,
                     "billing_error"_L1, "budget_exceeded"_L1, "enforced_spend_limit_reached"_L1}))
            return true;
    }
    if (status == 402)
        return true;
    if (status == 429 && saysOneOf(body.message, {"monthly quota"_L1, "monthly limit"_L1}))
        return true; // Mistral
    if (status == 429 && body.message.contains("limit: 0"_L1)
        && !body.message.contains(QRegularExpression(u"limit: 0[.\\d]"_s)))
        return true;
    // A day's quota with a delay of seconds is worth that one wait.
    if (body.perDay && hint.after.value_or(std::chrono::hours(1)) > std::chrono::minutes(2))
        return true;
    return (status == 400 || status == 401 || status == 429)
        && saysOneOf(body.message,
                     {"budget has been exceeded"_L1, "ExceededBudget"_L1,
                      "specified API usage limits"_L1, "credit balance is too low"_L1});
}

static bool isTooLong(int status, const ErrorBody &body)
{
    for (const QString &word : {body.code, body.type}) { // llama.cpp first said 500
        if (isOneOf(word,
                    {"context_length_exceeded"_L1, "exceed_context_size_error"_L1,
                     "too_many_prompt_tokens"_L1, "string_above_max_length"_L1}))
            return true;
    }
    if (status < 400 || status >= 500 || status == 401 || status == 404 || status == 429)
        return false;
    return saysOneOf(body.message,
                     {"context_length_exceeded"_L1, "maximum context length"_L1,
                      "max context length"_L1, "prompt is too long"_L1, "prompt too long"_L1,
                      "too many tokens"_L1, "input is too long"_L1,
                      "exceeds the maximum number of tokens"_L1, "messages is too long"_L1,
                      "prompt plus max_tokens"_L1, "`inputs` tokens + `max_new_tokens`"_L1,
                      "ContextWindowExceeded"_L1, "exceeds the available context size"_L1});
}

static ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Authentication;
    case 402:
        return ErrorKind::Quota;
    case 403:
        return ErrorKind::Permission;
    case 404:
        return ErrorKind::NotFound;
    case 408:
    case 409:
    case 424:
    case 425:
    case 498: // Groq: no capacity in the flexible tier
        return ErrorKind::Server;
    case 429:
        return ErrorKind::RateLimit;
    default:
        return status >= 500 ? ErrorKind::Server : ErrorKind::InvalidRequest;
    }
}

static ErrorKind kindOf(int status, const ErrorBody &body, const RetryHint &hint)
{
    if (isQuota(status, body, hint))
        return ErrorKind::Quota;
    if (isTooLong(status, body))
        return ErrorKind::ContextLength;
    if (isOneOf(body.code, {"content_filter"_L1, "content_policy_violation"_L1})
        || body.message.contains("ContentPolicyViolation"_L1) || (status == 403 && body.flagged)
        || (status == 403 && body.message.contains("violates usage guidelines"_L1))) // xAI
        return ErrorKind::Filtered;
    if (body.keyInvalid || body.code == "invalid_api_key"_L1
        || (status == 400 && body.message.contains("incorrect api key"_L1, Qt::CaseInsensitive)))
        return ErrorKind::Authentication; // Google and xAI answer 400 to a wrong key
    if (status == 429 && body.message.startsWith("request too large"_L1, Qt::CaseInsensitive))
        return ErrorKind::InvalidRequest; // larger than a whole minute's limit
    return kindOfStatus(status);
}

// The status that an error inside a stream stands for.
static int statusOfType(const QString &type)
{
    static constexpr std::pair<QLatin1StringView, int> known[] = {
        {"invalid_request_error"_L1, 400},
        {"INVALID_ARGUMENT"_L1, 400},
        {"invalid_prompt"_L1, 400},
        {"data_residency_mismatch"_L1, 400},
        {"bio_policy"_L1, 400},
        {"failed_to_download_image"_L1, 400},
        {"tool_use_failed"_L1, 400},
        {"json_validate_failed"_L1, 400},
        {"context_length_exceeded"_L1, 400},
        {"insufficient_quota"_L1, 429},
        {"FAILED_PRECONDITION"_L1, 400},
        {"authentication_error"_L1, 401},
        {"UNAUTHENTICATED"_L1, 401},
        {"billing_error"_L1, 402},
        {"permission_error"_L1, 403},
        {"PERMISSION_DENIED"_L1, 403},
        {"not_found_error"_L1, 404},
        {"NOT_FOUND"_L1, 404},
        {"request_too_large"_L1, 413},
        {"rate_limit_error"_L1, 429},
        {"rate_limit_exceeded"_L1, 429},
        {"RESOURCE_EXHAUSTED"_L1, 429},
        {"timeout_error"_L1, 504},
        {"DEADLINE_EXCEEDED"_L1, 504},
        {"UNAVAILABLE"_L1, 503},
        {"overloaded_error"_L1, 529},
    };
    for (const auto &[name, status] : known) {
        if (type == name)
            return status;
    }
    return type.startsWith("invalid_image"_L1) || type.startsWith("image_"_L1) ? 400 : 0;
}

static std::optional<bool> advice(const HttpHeaders &headers, const ErrorBody &body)
{
    const QByteArray header = headerValue(headers, "x-should-retry").trimmed().toLower();
    if (header == "true" || header == "false")
        return header == "true";
    // Groq: the model wrote a broken tool call or broken JSON; the next try often does better.
    if (isOneOf(body.code, {"tool_use_failed"_L1, "json_validate_failed"_L1}))
        return true;
    return {};
}

static QString requestId(const HttpHeaders &headers, const ErrorBody &body)
{
    if (!body.requestId.isEmpty())
        return body.requestId;
    for (const char *name : {"x-request-id", "request-id", "apim-request-id", "x-litellm-call-id",
                             "x-generation-id", "mistral-correlation-id", "x-ds-trace-id",
                             "x-together-request-id", "x-together-traceid"}) {
        if (const QByteArray id = headerValue(headers, name); !id.isEmpty())
            return QString::fromLatin1(id);
    }
    return {};
}

static QString ownWords(int status, const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    if (text.isEmpty()) {
        const QString bare
            = QCoreApplication::translate("errorclasses",
                                          "The server answered with status %1 and nothing else.")
                  .arg(status);
        return status != 404 ? bare
                             : bare + u' '
                + QCoreApplication::translate("errorclasses",
                                              "Check the base URL, also whether it ends in /v1.");
    }
    if (text.startsWith('<')) {
        return QCoreApplication::translate(
                   "errorclasses",
                   "The server answered with status %1 and a web page instead of an API answer. "
                   "Check the base URL, and any proxy on the way.")
            .arg(status);
    }
    return QString::fromUtf8(text.left(500));
}

static bool isPlainText(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    return !text.isEmpty() && !QByteArrayView("<{[").contains(text.front());
}

static Error toError(ErrorBody body, int status, const HttpHeaders &headers,
                     const QByteArray &evidence, const QDateTime &now)
{
    if (body.message.isEmpty() && isPlainText(evidence)) // the kind is in the words here too
        body.message = ownWords(status, evidence);
    const RetryHint hint = retryHint(headers, body.retryDelay, body.message, now);
    const RetryHint reset = resetHint(headers, now);
    // A code that only repeats the status says less than the type.
    const bool codeSaysMore
        = !body.code.isEmpty() && (body.type.isEmpty() || body.code.toInt() == 0);
    Error error {.kind = kindOf(status, body, hint),
                 .message = body.message,
                 .code = codeSaysMore ? body.code : body.type,
                 .httpStatus = status,
                 .requestId = requestId(headers, body),
                 .retryAfter = hint.after,
                 .retryAfterHeader = hint.source,
                 .limitReset = reset.after,
                 .limitResetHeader = reset.source,
                 .shouldRetry = advice(headers, body),
                 .evidence = evidence.left(evidenceSize)};
    if (error.message.isEmpty())
        error.message = ownWords(status, evidence);
    if (status == 404 && isOneOf(error.message, {"Not Found"_L1, "404 page not found"_L1}))
        error.message += u' '
            + QCoreApplication::translate("errorclasses",
                                          "(No such path: check the base URL, also whether it ends "
                                          "in /v1.)"); // a server's own words for any wrong path
    return error;
}

Error classifyResponse(const HttpHead &head, const QByteArray &body, const QDateTime &now)
{
    JsonReader reader;
    return toError(readErrorBody(reader.read(body)), head.status, head.headers, body, now);
}

Error classifyInside(const JsonView &root, const QByteArray &body)
{
    ErrorBody said = readErrorBody(root);
    int status = said.status;
    if (status == 0)
        status = statusOfType(said.type);
    if (status == 0)
        status = statusOfType(said.code);
    if (status == 0)
        status = 500;
    Error error = toError(std::move(said), status, {}, body, {});
    error.httpStatus = 200; // what really came; the kind says what it stands for
    return error;
}

Error badResponse(QString message, const QByteArray &body)
{
    return {.kind = ErrorKind::BadResponse,
            .message = std::move(message),
            .httpStatus = 200,
            .evidence = body.left(evidenceSize)};
}

} // namespace Antiphon
