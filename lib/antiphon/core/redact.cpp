// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/redact.h>

#include <antiphon/core/error.h>
#include <antiphon/core/provider/http.h>

#include <QRegularExpression>
#include <QUrlQuery>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

// Shorter texts are no keys, and replacing them would tear up ordinary words.
static constexpr qsizetype shortestSecret = 6;

QString masked(QStringView secret)
{
    const QString dots = u"\u2022\u2022\u2022\u2022"_s;
    return secret.size() < 16 ? dots : dots + secret.last(4).toString();
}

QByteArrayList secretForms(const QByteArray &secret)
{
    if (secret.size() < shortestSecret)
        return {};
    QByteArrayList forms {secret};
    const auto add = [&forms](const QByteArray &form) {
        if (form.size() >= shortestSecret && !forms.contains(form))
            forms.append(form);
    };
    add(secret.toPercentEncoding());
    add(secret.toPercentEncoding().toLower());
    add(secret.toBase64(QByteArray::OmitTrailingEquals));
    add(secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    add(secret.toHex());
    return forms;
}

QByteArray redact(const QByteArray &text, const QByteArrayList &secrets)
{
    QByteArray result = text;
    for (const QByteArray &secret : secrets) {
        const QByteArray mask = masked(QString::fromUtf8(secret)).toUtf8();
        const QByteArrayList forms = secretForms(secret);
        for (const QByteArray &form : forms) {
            if (result.contains(form)) // replace() would copy even without a match
                result.replace(form, mask);
        }
    }
    return result;
}

QString redact(const QString &text, const QByteArrayList &secrets)
{
    if (secrets.isEmpty() || text.isEmpty())
        return text;
    return QString::fromUtf8(redact(text.toUtf8(), secrets));
}

static bool isSecretParameter(const QString &name)
{
    static constexpr std::array names {"key"_L1,
                                       "api_key"_L1,
                                       "apikey"_L1,
                                       "api-key"_L1,
                                       "access_token"_L1,
                                       "token"_L1,
                                       "signature"_L1,
                                       "sig"_L1,
                                       "x-amz-signature"_L1,
                                       "x-amz-credential"_L1,
                                       "x-amz-security-token"_L1,
                                       "password"_L1};
    return std::ranges::any_of(names, [&name](QLatin1StringView secret) {
        return name.compare(secret, Qt::CaseInsensitive) == 0;
    });
}

Json redact(const Json &value, const QByteArrayList &secrets)
{
    if (value.is_null() || secrets.isEmpty())
        return value;
    const QByteArray text = toBytes(value);
    const QByteArray clean = redact(text, secrets);
    if (clean == text)
        return value;
    auto read = parseJson(clean, 1024);
    return read ? *std::move(read) : Json::null(); // rather nothing than a key
}

QUrl redact(const QUrl &url, const QByteArrayList &secrets)
{
    QUrl result = url;
    result.setPassword({});
    if (result.hasQuery()) {
        QUrlQuery query(result);
        auto items = query.queryItems(QUrl::FullyEncoded);
        bool found = false;
        for (auto &[name, value] : items) {
            if (!isSecretParameter(name))
                continue;
            value = masked(value);
            found = true;
        }
        query.setQueryItems(items);
        if (found) // what has no secrets stays as it was written
            result.setQuery(query);
    }
    const QByteArray encoded = result.toEncoded();
    const QByteArray clean = redact(encoded, secrets);
    return clean == encoded ? result : QUrl(QString::fromUtf8(clean));
}

static bool isSecretHeader(const QByteArray &name)
{
    static constexpr std::array names {
        "authorization", "proxy-authorization", "x-api-key",
        "api-key",       "x-goog-api-key",      "x-litellm-api-key",
        "cookie",        "set-cookie",          "x-amz-security-token"};
    return std::ranges::any_of(names, [&name](const char *secret) {
        return name.compare(secret, Qt::CaseInsensitive) == 0;
    });
}

static void redactHeaders(HttpHeaders &headers, const QByteArrayList &secrets)
{
    for (HttpHeader &header : headers) {
        if (header.secret || isSecretHeader(header.name)) {
            // The word before the key ("Bearer") says what kind it is and is no secret.
            const qsizetype space = header.value.lastIndexOf(' ');
            header.value = redact(header.value.first(space + 1), secrets)
                + masked(QString::fromUtf8(header.value.sliced(space + 1))).toUtf8();
        } else {
            header.value = redact(header.value, secrets);
        }
    }
}

QByteArrayList secretsIn(const HttpRequest &request)
{
    QByteArrayList secrets;
    for (const HttpHeader &header : request.headers) {
        if (header.secret || isSecretHeader(header.name)
            || looksLikeKey(QString::fromUtf8(header.value)))
            secrets.append(header.value.sliced(header.value.lastIndexOf(' ') + 1));
    }
    const auto items = QUrlQuery(request.url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (isSecretParameter(name))
            secrets.append(value.toUtf8());
    }
    secrets.append(request.url.password(QUrl::FullyDecoded).toUtf8());
    secrets.removeAll(QByteArray());
    return secrets;
}

HttpRequest redact(HttpRequest request, const QByteArrayList &secrets)
{
    request.url = redact(request.url, secrets);
    redactHeaders(request.headers, secrets);
    request.body = redact(request.body, secrets);
    return request;
}

ExchangeRecord redact(ExchangeRecord record, const QByteArrayList &secrets)
{
    record.request = redact(std::move(record.request), secrets);
    redactHeaders(record.head.headers, secrets);
    record.body = redact(record.body, secrets);
    return record;
}

Error redact(Error error, const QByteArrayList &secrets)
{
    error.message = redact(error.message, secrets);
    error.code = redact(error.code, secrets);
    error.evidence = redact(error.evidence, secrets);
    return error;
}

bool looksLikeKey(QStringView text)
{
    // Forms of keys as the services document them: OpenAI, Anthropic, OpenRouter and relatives,
    // Google, Groq, xAI, AWS, GitHub, Hugging Face, private keys.
    static const QRegularExpression form(
        uR"((?<![A-Za-z0-9])(sk-[A-Za-z0-9_-]{20,}|AIza[0-9A-Za-z_-]{35}|gsk_[A-Za-z0-9]{20,}|xai-[A-Za-z0-9]{20,}|(AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{30,})|-----BEGIN [A-Z ]*PRIVATE KEY-----)"_s);
    return form.matchView(text).hasMatch();
}

} // namespace Antiphon
