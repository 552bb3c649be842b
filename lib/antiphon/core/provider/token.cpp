// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/token.h>

#include "errorclasses.h"

#include <antiphon/core/words.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon {

static constexpr auto jwtLifetime = 3600s; // the most that Google takes

bool needsToken(const Credentials &credentials)
{
    return std::holds_alternative<ServiceAccountKey>(credentials)
        || std::holds_alternative<RefreshToken>(credentials)
        || std::holds_alternative<ClientSecret>(credentials);
}

// --- Asking --------------------------------------------------------------------------------------

using Form = std::initializer_list<std::pair<QByteArray, QByteArray>>;

static HttpRequest formRequest(const QUrl &url, const Form &fields)
{
    HttpRequest request {.url = url,
                         .headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                                     {"Accept", "application/json"}}};
    for (const auto &[name, value] : fields) {
        if (!request.body.isEmpty())
            request.body += '&';
        request.body += name + '=' + value.toPercentEncoding();
    }
    return request;
}

static QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray jwtToSign(const ServiceAccountKey &account, const QDateTime &now)
{
    Json header = jsonObject({{"alg", Json("RS256")}, {"typ", Json("JWT")}});
    if (!account.keyId.isEmpty())
        header.insert_or_assign("kid", Json(account.keyId.toStdString()));
    const qint64 issued = now.toSecsSinceEpoch();
    const Json claims
        = jsonObject({{"iss", toJson(account.email)},
                      {"scope", toJson(account.scope)},
                      {"aud", Json(account.tokenUrl.toEncoded().toStdString())},
                      {"iat", Json(issued)},
                      {"exp", Json(issued + qint64(std::chrono::seconds(jwtLifetime).count()))}});
    return base64Url(toBytes(header)) + '.' + base64Url(toBytes(claims));
}

namespace {

struct Asking {
    const QDateTime &now;
    const Signer &sign;

    Result<HttpRequest> operator()(const ServiceAccountKey &account) const
    {
        const QByteArray message = jwtToSign(account, now);
        const auto signature = sign(account.privateKey, message);
        if (!signature)
            return std::unexpected(signature.error());
        return formRequest(account.tokenUrl,
                           {{"grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"},
                            {"assertion", message + '.' + base64Url(*signature)}});
    }
    Result<HttpRequest> operator()(const RefreshToken &token) const
    {
        return formRequest(token.tokenUrl,
                           {{"grant_type", "refresh_token"},
                            {"client_id", token.clientId},
                            {"client_secret", token.clientSecret},
                            {"refresh_token", token.value}});
    }
    Result<HttpRequest> operator()(const ClientSecret &client) const
    {
        return formRequest(client.tokenUrl,
                           {{"grant_type", "client_credentials"},
                            {"client_id", client.clientId},
                            {"client_secret", client.value},
                            {"scope", client.scope.toUtf8()}});
    }
    Result<HttpRequest> operator()(const auto &) const
    {
        return fail(ErrorKind::Setup, Words::tr("These credentials need no access token."));
    }
};

} // namespace

Result<HttpRequest> tokenRequest(const Credentials &credentials, const QDateTime &now,
                                 const Signer &sign)
{
    return std::visit(Asking {now, sign}, credentials);
}

// --- The answer ----------------------------------------------------------------------------------

static Error tokenError(const HttpHead &head, const Json &answer, const QByteArray &body,
                        const QString &host)
{
    static constexpr std::array passing {"internal_failure"_L1, "server_error"_L1,
                                         "temporarily_unavailable"_L1};
    const QString code = textOf(answer, "error");
    const QString said = textOf(answer, "error_description", code);
    Error error {.kind = ErrorKind::Authentication,
                 .message = said,
                 .code = code,
                 .httpStatus = head.status,
                 .evidence = body.left(evidenceSize)};
    const bool passes = std::ranges::contains(passing, code);
    if (head.status == 429)
        error.kind = ErrorKind::RateLimit;
    else if (passes || head.status == 408 || head.status >= 500)
        error.kind = ErrorKind::Server;

    if (said.isEmpty())
        error.message
            = Words::tr("%1 gave no access token (status %2).").arg(host).arg(head.status);
    else
        error.message = Words::tr("%1 gave no access token: %2").arg(host, said);
    const QString kind = textOf(answer, "error_subtype");
    if (kind == "invalid_rapt"_L1 || said.contains("invalid_rapt"_L1))
        error.message += u' ' + Words::tr("Sign in again: gcloud auth application-default login.");
    return error;
}

Result<AccessToken> readToken(const HttpHead &head, const QByteArray &body, const QString &host)
{
    const auto answer = parseJson(body);
    const Json value = answer ? *answer : Json(jsoncons::json_object_arg);
    const QByteArray token = textOf(value, "access_token").toUtf8();
    if (head.status >= 400)
        return std::unexpected(tokenError(head, value, body, host));
    if (token.isEmpty() || token.contains('\n') || token.contains('\r'))
        return std::unexpected(
            Error {.kind = ErrorKind::BadResponse,
                   .message = Words::tr("The answer of %1 holds no access token.").arg(host),
                   .httpStatus = head.status,
                   .evidence = body.left(evidenceSize)});

    AccessToken read {.value = token, .lifetime = 1h};
    if (const Json *seconds = find(value, "expires_in")) { // Google was seen to send a text
        bool isNumber = seconds->is_number();
        const double given
            = isNumber ? seconds->as<double>() : toText(*seconds).toDouble(&isNumber);
        if (isNumber)
            read.lifetime = std::chrono::milliseconds(
                qRound64(std::clamp(given, 0.0, 30.0 * 24 * 3600) * 1000));
    }
    return read;
}

// --- Key files -----------------------------------------------------------------------------------

bool isKeyFile(const QByteArray &text)
{
    return text.trimmed().startsWith('{');
}

static std::unexpected<Error> badFile(const QString &name, const QString &what)
{
    return fail(ErrorKind::Setup, Words::tr("The key file %1: %2").arg(name, what), u"key-file"_s);
}

// An address a secret is sent to: by HTTPS, or to this machine (for tests and proxies).
static Result<QUrl> tokenAddress(const QString &text, const QString &name)
{
    const QUrl url = QUrl::fromEncoded(text.toUtf8(), QUrl::StrictMode);
    const QString host = url.host();
    const bool here = host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "localhost"_L1;
    if (url.scheme() == "https"_L1 ? !host.isEmpty() : url.scheme() == "http"_L1 && here)
        return url;
    return badFile(name, Words::tr("\"%1\" is no address to ask for a token.").arg(text));
}

// The members \p keys of \p file, none of which may be missing.
static Result<QStringList> members(const Json &file, std::initializer_list<std::string_view> keys,
                                   const QString &name)
{
    QStringList values;
    for (const std::string_view key : keys) {
        values.append(textOf(file, key));
        if (values.last().isEmpty())
            return badFile(name, Words::tr("it has no \"%1\".").arg(fromUtf8(key)));
    }
    return values;
}

static Result<KeyFile> readGoogle(const Json &file, const TokenRule &rule, const QString &name)
{
    const QString type = textOf(file, "type");
    const auto url
        = tokenAddress(textOf(file, "token_uri", u"https://oauth2.googleapis.com/token"_s), name);
    if (!url)
        return std::unexpected(url.error());
    KeyFile out;
    if (const QString project = textOf(file, "project_id"); !project.isEmpty())
        out.values.insert(u"project"_s, project);
    if (const QString quota = textOf(file, "quota_project_id"); !quota.isEmpty())
        out.values.insert(u"quotaProject"_s, quota);

    if (type == "service_account"_L1) {
        const auto values = members(file, {"client_email", "private_key"}, name);
        if (!values)
            return std::unexpected(values.error());
        out.credentials = ServiceAccountKey {.email = values->at(0),
                                             .keyId = textOf(file, "private_key_id").toUtf8(),
                                             .privateKey = values->at(1).toUtf8(),
                                             .tokenUrl = *url,
                                             .scope = rule.scope};
        return out;
    }
    if (type == "authorized_user"_L1) {
        const auto values = members(file, {"client_id", "client_secret", "refresh_token"}, name);
        if (!values)
            return std::unexpected(values.error());
        out.credentials = RefreshToken {.clientId = values->at(0).toUtf8(),
                                        .clientSecret = values->at(1).toUtf8(),
                                        .value = values->at(2).toUtf8(),
                                        .tokenUrl = *url};
        return out;
    }
    return badFile(name,
                   Words::tr("its type is \"%1\". Supported are \"service_account\" and "
                             "\"authorized_user\".")
                       .arg(type));
}

static Result<KeyFile> readEntra(const Json &file, const TokenRule &rule, const QString &name)
{
    const auto values = members(file, {"tenantId", "clientId", "clientSecret"}, name);
    if (!values)
        return std::unexpected(values.error());
    return KeyFile {.credentials = entraClient(values->at(0), values->at(1), values->at(2).toUtf8(),
                                               rule.scope)};
}

Result<KeyFile> readKeyFile(const QByteArray &text, const TokenRule &rule, const QString &name)
{
    const auto file = parseJson(text);
    if (!file)
        return badFile(name,
                       Words::tr("line %1, column %2: %3")
                           .arg(file.error().line)
                           .arg(file.error().column)
                           .arg(file.error().message));
    if (rule.from == "google"_L1)
        return readGoogle(*file, rule, name);
    if (rule.from == "entra"_L1)
        return readEntra(*file, rule, name);
    return badFile(name, Words::tr("this provider takes keys, not key files."));
}

ClientSecret entraClient(const QString &tenant, const QString &clientId, const QByteArray &secret,
                         const QString &scope, const QString &authority)
{
    QString address = authority.isEmpty() ? u"https://login.microsoftonline.com"_s : authority;
    while (address.endsWith(u'/'))
        address.chop(1);
    if (!address.contains("://"_L1))
        address.prepend("https://"_L1);
    const QString tenantPath = QString::fromLatin1(QUrl::toPercentEncoding(tenant));
    return {.clientId = clientId.toUtf8(),
            .value = secret,
            .tokenUrl
            = QUrl::fromEncoded((address + u'/' + tenantPath + "/oauth2/v2.0/token"_L1).toUtf8()),
            .scope = scope};
}

} // namespace Antiphon
