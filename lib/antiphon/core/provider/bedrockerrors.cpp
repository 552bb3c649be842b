// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Failures in AWS's words.
// Source: boto/botocore bedrock-runtime 2023-09-30 service model, and the user guide; read 2026-11.

#include "bedrock.h"
#include "errorclasses.h"

#include <antiphon/core/provider/httptime.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon {

namespace {

/// What the name of an exception stands for. Names of streams begin in lower case.
struct Meaning {
    QLatin1StringView type;
    int status; ///< Of an answer that says it outside a stream.
    ErrorKind kind;
    std::optional<bool> retry = {}; ///< Against what the kind says.
};

constexpr Meaning meanings[] {
    {"ValidationException"_L1, 400, ErrorKind::InvalidRequest},
    {"ServiceQuotaExceededException"_L1, 400, ErrorKind::Quota},
    {"AccessDeniedException"_L1, 403, ErrorKind::Permission},
    {"UnrecognizedClientException"_L1, 403, ErrorKind::Authentication},
    {"InvalidSignatureException"_L1, 403, ErrorKind::Authentication},
    {"SignatureDoesNotMatch"_L1, 403, ErrorKind::Authentication},
    {"IncompleteSignatureException"_L1, 403, ErrorKind::Authentication},
    {"MissingAuthenticationTokenException"_L1, 403, ErrorKind::Authentication},
    {"RequestTimeTooSkewed"_L1, 403, ErrorKind::Authentication},
    {"RequestExpired"_L1, 403, ErrorKind::Authentication},
    {"ExpiredTokenException"_L1, 403, ErrorKind::Authentication},
    {"ResourceNotFoundException"_L1, 404, ErrorKind::NotFound},
    {"ModelTimeoutException"_L1, 408, ErrorKind::Server},
    {"ModelErrorException"_L1, 424, ErrorKind::Server, true},
    {"ModelStreamErrorException"_L1, 424, ErrorKind::Server, true},
    {"ThrottlingException"_L1, 429, ErrorKind::RateLimit},
    {"ModelNotReadyException"_L1, 429, ErrorKind::RateLimit},
    {"InternalServerException"_L1, 500, ErrorKind::Server},
    {"ServiceUnavailableException"_L1, 503, ErrorKind::Server},
};

} // namespace

// "ThrottlingException:http://..." and "com.amazon.coral.service#ThrottlingException".
static QString plainType(const QString &type)
{
    return type.section(u':', 0, 0).section(u'#', -1).trimmed();
}

static QString typeOf(const HttpHeaders &headers, const JsonView &root)
{
    const QString type = plainType(QString::fromLatin1(headerValue(headers, "x-amzn-errortype")));
    return type.isEmpty() ? plainType(root["__type"].toString()) : type;
}

static const Meaning *meaningOf(const QString &type)
{
    const auto found = std::ranges::find_if(meanings, [&](const Meaning &meaning) {
        return type.compare(meaning.type, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(meanings) ? nullptr : found;
}

static void refine(const QString &type, Error &error)
{
    if (type.isEmpty())
        return;
    error.code = type;
    if (const Meaning *meaning = meaningOf(type)) {
        if (error.kind != ErrorKind::ContextLength) // its words say more than the type
            error.kind = meaning->kind;
        if (meaning->retry)
            error.shouldRetry = meaning->retry;
    }
    if (error.kind == ErrorKind::RateLimit
        && error.message.contains("per day"_L1, Qt::CaseInsensitive))
        error.kind = ErrorKind::Quota;
}

// A signature is good for five minutes. When the server's clock says something else than ours, the
// next try is signed by the server's.
static bool clocksDiffer(const HttpHeaders &headers, const QDateTime &now)
{
    const auto ahead = serverAhead(headers, now);
    return ahead && std::chrono::abs(*ahead) > 5min;
}

Error classifyBedrock(const HttpHead &head, const QByteArray &body, const QDateTime &now)
{
    JsonReader reader;
    const JsonView root = reader.read(body);
    Error error = classifyResponse(head, body, now);
    if (const QString message = root["Message"].toString(); !message.isEmpty())
        error.message = message;
    const QString type = typeOf(head.headers, root);
    refine(type, error);
    if (const QByteArray id = headerValue(head.headers, "x-amzn-requestid"); !id.isEmpty())
        error.requestId = QString::fromLatin1(id);
    const bool aboutTime = type == "InvalidSignatureException"_L1
        || type == "RequestTimeTooSkewed"_L1 || type == "RequestExpired"_L1;
    if (head.status == 403 && aboutTime && clocksDiffer(head.headers, now))
        error.shouldRetry = true;
    return error;
}

Error bedrockFailure(const QString &type, const QByteArray &data, const HttpHeaders &headers)
{
    const QString plain = plainType(type);
    const Meaning *meaning = meaningOf(plain);
    Error error = classifyResponse({.status = meaning ? meaning->status : 500}, data, {});
    refine(plain, error);
    error.httpStatus = 200; // what really came
    error.requestId = QString::fromLatin1(headerValue(headers, "x-amzn-requestid"));
    return error;
}

} // namespace Antiphon
