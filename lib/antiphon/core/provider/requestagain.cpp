// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/requestagain.h>

#include "codecparts.h"

#include <antiphon/core/provider/sigv4.h>
#include <antiphon/core/redact.h>
#include <antiphon/core/words.h>

#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool isCalled(const HttpHeader &header, QByteArrayView name)
{
    return name.compare(header.name, Qt::CaseInsensitive) == 0;
}

static bool isMasked(const QString &text)
{
    return text.contains(masked({}));
}

static QString originOf(const QUrl &url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    const int port = url.port(usual);
    const QString host = url.scheme() + u"://"_s + url.host();
    return port == usual ? host : host + u':' + QString::number(port);
}

static std::unexpected<Error> lost(const QString &what)
{
    return fail(ErrorKind::Setup,
                Words::tr("This request carried a secret in %1, which the target no longer has. "
                          "Give it to the target again, or run the prompt anew.")
                    .arg(what));
}

// --- The address ---------------------------------------------------------------------------------

// The value of parameter \p name that \p endpoint adds to every address, encoded.
static QString parameterOf(const Endpoint &endpoint, const QString &name)
{
    const QString given = QUrlQuery(endpoint.baseUrl).queryItemValue(name, QUrl::FullyEncoded);
    return given.isEmpty()
        ? QString::fromLatin1(QUrl::toPercentEncoding(endpoint.query.value(name)))
        : given;
}

static Result<QUrl> addressAgain(QUrl url, const Endpoint &endpoint)
{
    const QUrl &base = endpoint.baseUrl;
    if (originOf(url) != originOf(base)) // no server may get the key of another one
        return fail(ErrorKind::Setup,
                    Words::tr("This request went to %1, and the target now asks %2, with a key for "
                              "there. Give the target its old address again, or run the prompt "
                              "anew.")
                        .arg(originOf(url), originOf(base)));
    if (const QString password = base.password(QUrl::FullyEncoded);
        !password.isEmpty() && url.userName() == base.userName())
        url.setPassword(password, QUrl::StrictMode);
    const auto isMaskedPart
        = [](const QString &part) { return isMasked(QUrl::fromPercentEncoding(part.toUtf8())); };
    if (isMaskedPart(url.query(QUrl::FullyEncoded))) {
        QUrlQuery query(url);
        auto items = query.queryItems(QUrl::FullyEncoded);
        for (auto &[name, value] : items) {
            if (!isMaskedPart(value))
                continue;
            value = parameterOf(endpoint, name);
            if (value.isEmpty())
                return lost(Words::tr("the parameter \"%1\" of its address").arg(name));
        }
        query.setQueryItems(items);
        url.setQuery(query);
    }
    if (isMaskedPart(url.path(QUrl::FullyEncoded)))
        return fail(ErrorKind::Setup,
                    Words::tr("A secret stood in the path of this request and is masked in its "
                              "record, so it cannot be sent as it was. Run the prompt anew."));
    return url;
}

// --- The headers ---------------------------------------------------------------------------------

namespace {

/// The headers of a request by what they are for. Signed ones come before the signature.
struct SortedHeaders {
    HttpHeaders before = {};
    HttpHeaders behind = {};
    bool hadKey = false;
};

} // namespace

static bool isOfSignature(const HttpHeader &header)
{
    return isCalled(header, "x-amz-date") || isCalled(header, "x-amz-security-token")
        || (isCalled(header, "authorization") && header.value.startsWith("AWS4-"));
}

static bool isKey(const HttpHeader &header, const Endpoint &endpoint)
{
    return isCalled(header, "authorization") || isCalled(header, endpoint.authHeader);
}

static Result<SortedHeaders> headersAgain(const HttpHeaders &recorded, const HttpHeaders &today,
                                          const Endpoint &endpoint)
{
    SortedHeaders out;
    bool signatureSeen = false;
    for (HttpHeader header : recorded) {
        if (isCalled(header, "x-antiphon-call"))
            continue; // a call of its own has its own
        if (isOfSignature(header)) {
            signatureSeen = true;
            out.hadKey = true;
            continue;
        }
        if (isMasked(QString::fromUtf8(header.value))) {
            const bool key = isKey(header, endpoint);
            out.hadKey = out.hadKey || key;
            const auto now = std::ranges::find_if(
                today, [&header](const HttpHeader &each) { return isCalled(each, header.name); });
            if (now == today.end() && key)
                continue; // it goes elsewhere today, or is missed below
            if (now == today.end())
                return lost(Words::tr("the header \"%1\"").arg(QString::fromUtf8(header.name)));
            header.value = now->value;
            header.secret = now->secret;
        }
        (signatureSeen ? out.behind : out.before).append(header);
    }
    return out;
}

static bool has(const HttpHeaders &headers, const HttpHeader &header)
{
    return std::ranges::any_of(
        headers, [&header](const HttpHeader &each) { return isCalled(each, header.name); });
}

Result<HttpRequest> requestAgain(const ExchangeRecord &recorded, const Endpoint &endpoint,
                                 const Credentials &credentials, const QDateTime &now)
{
    if (recorded.request.url.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("This attempt ended before anything was sent, so there is nothing to "
                              "send again. Run the prompt anew."));
    if (recorded.bodyMasked)
        return fail(ErrorKind::Setup,
                    Words::tr("A secret stood in the body of this request and is masked in its "
                              "record, so it cannot be sent as it was. Run the prompt anew, and "
                              "leave keys to the target instead of the prompt."));
    HttpRequest request = recorded.request;
    auto url = addressAgain(request.url, endpoint);
    if (!url)
        return std::unexpected(url.error());
    request.url = *std::move(url);

    const HttpHeaders today = requestHeaders(endpoint, credentials, false);
    auto headers = headersAgain(request.headers, today, endpoint);
    if (!headers)
        return std::unexpected(headers.error());
    request.headers = std::exchange(headers->before, {});
    if (auto done = signForAws(request, endpoint, credentials, now); !done)
        return std::unexpected(done.error());
    request.headers += headers->behind;
    for (const HttpHeader &header : today) {
        if (header.secret && !has(request.headers, header))
            request.headers.append(header);
    }
    const bool hasKey = std::ranges::any_of(
        request.headers, [&endpoint](const HttpHeader &header) { return isKey(header, endpoint); });
    if (headers->hadKey && !hasKey)
        return fail(ErrorKind::Setup,
                    Words::tr("This request was sent with a key, and the target has none now. Give "
                              "it one, or run the prompt anew."));
    return request;
}

} // namespace Antiphon
