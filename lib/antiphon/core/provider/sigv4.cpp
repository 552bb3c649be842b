// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/sigv4.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMap>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

static QByteArray hmac(const QByteArray &key, const QByteArray &bytes)
{
    return QMessageAuthenticationCode::hash(bytes, key, QCryptographicHash::Sha256);
}

// --- The canonical form --------------------------------------------------------------------------

// RFC 3986 says what stays as it is; toPercentEncoding() knows the same characters.
static QByteArray encoded(const QByteArray &bytes, const QByteArray &keep = {})
{
    QByteArray out;
    for (const char c : bytes) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || QByteArrayView("-._~").contains(c) || keep.contains(c);
        if (plain)
            out += c;
        else
            out += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return out;
}

// "." and ".." are resolved and slashes in a row are one.
static QByteArray normalized(const QByteArray &path)
{
    QList<QByteArray> segments;
    for (const QByteArray &segment : path.split('/')) {
        if (segment == "..") {
            if (!segments.isEmpty())
                segments.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            segments.append(segment);
        }
    }
    const bool open = path.endsWith('/') && !segments.isEmpty();
    return '/' + segments.join('/') + (open ? "/" : "");
}

// Names and values are decoded and encoded again, so that it does not matter how the URL has them.
static QByteArray canonicalQuery(const QByteArray &query)
{
    QList<std::pair<QByteArray, QByteArray>> items;
    for (const QByteArray &item : query.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = equals < 0 ? item : item.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : item.sliced(equals + 1);
        items.append({encoded(QByteArray::fromPercentEncoding(name)),
                      encoded(QByteArray::fromPercentEncoding(value))});
    }
    std::ranges::sort(items);
    QByteArrayList lines;
    for (const auto &[name, value] : std::as_const(items))
        lines.append(name + '=' + value);
    return lines.join('&');
}

static QByteArray hostOf(const QUrl &url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    return url.port(usual) == usual ? host : host + ':' + QByteArray::number(url.port());
}

// By name; blanks around a value go, blanks in a row become one.
static QMap<QByteArray, QByteArray> sorted(const HttpHeaders &headers)
{
    QMap<QByteArray, QByteArray> out;
    for (const HttpHeader &header : headers) {
        const QByteArray name = header.name.toLower();
        const QByteArray value = header.value.simplified();
        out[name] = out.contains(name) ? out[name] + ',' + value : value;
    }
    return out;
}

static QByteArray namesOf(const HttpHeaders &headers)
{
    return sorted(headers).keys().join(';');
}

QByteArray canonicalRequest(const QByteArray &method, const QByteArray &path,
                            const QByteArray &query, const HttpHeaders &headers,
                            const QByteArray &body)
{
    QByteArray text
        = method + '\n' + encoded(normalized(path), "/") + '\n' + canonicalQuery(query) + '\n';
    const QMap<QByteArray, QByteArray> lines = sorted(headers);
    for (const auto &[name, value] : lines.asKeyValueRange())
        text += name + ':' + value + '\n';
    return text + '\n' + namesOf(headers) + '\n' + sha256(body);
}

// --- The signature -------------------------------------------------------------------------------

static QByteArray placeOf(const QByteArray &date, const SigningScope &scope)
{
    return date.left(8) + '/' + scope.region + '/' + scope.service + "/aws4_request";
}

QByteArray signatureV4(const QByteArray &canonical, const QByteArray &date,
                       const SigningScope &scope, const QByteArray &secret)
{
    QByteArray key = "AWS4" + secret;
    for (const QByteArray &step :
         {date.left(8), scope.region, scope.service, QByteArray("aws4_request")})
        key = hmac(key, step);
    const QByteArray toSign
        = "AWS4-HMAC-SHA256\n" + date + '\n' + placeOf(date, scope) + '\n' + sha256(canonical);
    return hmac(key, toSign).toHex();
}

void signV4(HttpRequest &request, const SigningScope &scope, const AwsKeys &keys,
            const QDateTime &now)
{
    const QByteArray date = now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'").toLatin1();
    request.headers.append({"X-Amz-Date", date});
    if (!keys.sessionToken.isEmpty())
        request.headers.append({"X-Amz-Security-Token", keys.sessionToken, true});

    HttpHeaders all = request.headers;
    all.append({"host", hostOf(request.url)}); // the transport sends it
    const QByteArray canonical
        = canonicalRequest(request.method, request.url.path(QUrl::FullyEncoded).toLatin1(),
                           request.url.query(QUrl::FullyEncoded).toLatin1(), all, request.body);
    request.headers.append(
        {"Authorization",
         "AWS4-HMAC-SHA256 Credential=" + keys.accessKeyId + '/' + placeOf(date, scope)
             + ", SignedHeaders=" + namesOf(all)
             + ", Signature=" + signatureV4(canonical, date, scope, keys.secretAccessKey),
         true});
}

// "bedrock-runtime.us-east-1.amazonaws.com"
static QString regionIn(const QString &host)
{
    static const QRegularExpression place(
        u"\\A[a-z-]+\\.([a-z]{2}(?:-[a-z]+)+-\\d+)\\.(?:amazonaws\\.com|api\\.aws)"_s);
    return place.match(host).captured(1);
}

Result<> signForAws(HttpRequest &request, const Endpoint &endpoint, const Credentials &credentials,
                    const QDateTime &now)
{
    const auto *keys = std::get_if<AwsKeys>(&credentials);
    if (!keys || !headerValue(request.headers, "authorization").isEmpty())
        return {};
    const QString given = endpoint.values.value(u"region"_s);
    const QString region = given.isEmpty() ? regionIn(endpoint.baseUrl.host()) : given;
    if (region.isEmpty())
        return fail(ErrorKind::Setup,
                    QCoreApplication::translate(
                        "sigv4",
                        "Which region is this? Requests to AWS are signed for one: set \"region\" "
                        "under \"endpoint\" in the target, or the environment variable "
                        "AWS_REGION."));
    QString service = textOf(endpoint.quirks.extra, "signingService", u"bedrock"_s);
    if (const QString first = request.url.host().section(u'.', 0, 0); first.endsWith("-mantle"_L1))
        service = first; // a service of its own, under its own name
    signV4(request, {region.toUtf8(), service.toUtf8()}, *keys, now);
    return {};
}

} // namespace Antiphon
