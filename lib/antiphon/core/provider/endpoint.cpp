// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/target.h>
#include <antiphon/core/provider/provider.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString firstSet(const QStringList &variables, const Environment &environment)
{
    for (const QString &name : variables) {
        if (const QString value = environment ? environment(name) : QString(); !value.isEmpty())
            return value;
    }
    return {};
}

static Error missingValue(const Provider &provider, const QString &name)
{
    const QStringList variables = provider.endpointEnv.value(name);
    const QString text = variables.isEmpty()
        ? QCoreApplication::translate(
              "endpoint",
              "%1 needs the endpoint value \"%2\". Set it under \"endpoint\" in the target.")
        : QCoreApplication::translate(
              "endpoint",
              "%1 needs the endpoint value \"%2\". Set it under \"endpoint\" in the target, or set "
              "the environment variable %3.")
              .replace("%3"_L1, variables.join(QCoreApplication::translate("endpoint", " or ")));
    return {.kind = ErrorKind::Setup,
            .message = text.arg(provider.name, name),
            .provider = provider.id};
}

// The value of one placeholder, `name` or `name=default` or `env:NAME`.
static Result<QString> placeholder(const QString &inside, const Provider &provider,
                                   const Target &target, const Environment &environment)
{
    if (inside.startsWith("env:"_L1)) {
        const QString variable = inside.sliced(4);
        const QString value = firstSet({variable}, environment);
        if (!value.isEmpty())
            return value;
        return std::unexpected(Error {
            .kind = ErrorKind::Setup,
            .message
            = QCoreApplication::translate(
                  "endpoint", "The base URL needs the environment variable %1, which is not set.")
                  .arg(variable),
            .provider = provider.id});
    }
    if (inside == "model"_L1)
        return target.model;

    const QString name = inside.section(u'=', 0, 0);
    QString value = target.endpoint.value(name);
    if (value.isEmpty())
        value = firstSet(provider.endpointEnv.value(name), environment);
    if (value.isEmpty())
        value = inside.section(u'=', 1);
    if (value.isEmpty())
        return std::unexpected(missingValue(provider, name));
    return value;
}

static Result<QString> filled(QString text, const Provider &provider, const Target &target,
                              const Environment &environment)
{
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at)) {
        const qsizetype end = text.indexOf(u'}', at);
        if (end < 0)
            break;
        const auto value
            = placeholder(text.sliced(at + 1, end - at - 1), provider, target, environment);
        if (!value)
            return value;
        if (value->startsWith("http://"_L1) || value->startsWith("https://"_L1)) {
            // A whole address where a name was expected: it stands for all before the path.
            const qsizetype path = text.indexOf(u'/', end);
            QString address = *value;
            while (address.endsWith(u'/'))
                address.chop(1);
            text = address + (path < 0 ? QString() : text.sliced(path));
            at = address.size();
        } else {
            text.replace(at, end - at + 1, *value);
            at += value->size();
        }
    }
    return text;
}

static std::unexpected<Error> setupError(const Provider &provider, const QString &message)
{
    return std::unexpected(
        Error {.kind = ErrorKind::Setup, .message = message, .provider = provider.id});
}

static Result<QUrl> baseUrl(const Provider &provider, const ProviderApi &api, const Target &target,
                            const Environment &environment)
{
    QString text = target.baseUrl;
    if (text.isEmpty() && &api == &provider.apis.first())
        text = firstSet(provider.baseUrlEnv, environment); // says where the default api is
    if (text.isEmpty())
        text = api.baseUrl;
    if (text.isEmpty())
        return setupError(
            provider,
            QCoreApplication::translate("endpoint",
                                        "%1 has no address of its own. Set \"baseUrl\" in the "
                                        "target (--base-url on the command line).")
                .arg(provider.name));

    auto full = filled(text, provider, target, environment);
    if (!full)
        return std::unexpected(full.error());
    while (full->endsWith(u'/'))
        full->chop(1);
    const QUrl url = QUrl::fromEncoded(full->toUtf8(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1)) {
        return setupError(provider,
                          QCoreApplication::translate("endpoint",
                                                      "\"%1\" is no base URL. It must look like "
                                                      "https://api.example.com/v1.")
                              .arg(*full));
    }
    return url;
}

static void setHeader(HttpHeaders &headers, const HttpHeader &header)
{
    headers.removeIf([&](const HttpHeader &other) {
        return other.name.compare(header.name, Qt::CaseInsensitive) == 0;
    });
    headers.append(header);
}

Result<Endpoint> makeEndpoint(const Provider &provider, const Target &target,
                              const Environment &environment)
{
    const ProviderApi *api = findApi(provider, target.api);
    if (!api) {
        QStringList names;
        for (const ProviderApi &known : provider.apis)
            names.append(known.name);
        return setupError(
            provider,
            QCoreApplication::translate("endpoint", "%1 has no api \"%2\". It has: %3.")
                .arg(provider.name, target.api, names.join(", "_L1)));
    }
    auto url = baseUrl(provider, *api, target, environment);
    if (!url)
        return std::unexpected(url.error());

    Endpoint endpoint {.provider = provider.id,
                       .api = api->name,
                       .baseUrl = *std::move(url),
                       .headers = provider.headers,
                       .authHeader = api->authHeader.value_or(provider.authHeader),
                       .authPrefix = api->authPrefix.value_or(provider.authPrefix),
                       .quirks = api->quirks.value_or(provider.quirks),
                       .values = target.endpoint};
    for (const auto &[name, value] : api->query.asKeyValueRange()) {
        auto text = filled(value, provider, target, environment);
        if (!text)
            return std::unexpected(text.error());
        endpoint.query.insert(name, *text);
    }
    for (const HttpHeader &header : api->headers)
        setHeader(endpoint.headers, header);
    for (HttpHeader &header : endpoint.headers) {
        auto text = filled(QString::fromUtf8(header.value), provider, target, environment);
        if (!text)
            return std::unexpected(text.error());
        header.value = text->toUtf8();
    }
    for (const HttpHeader &header : target.headers) // as they are: a JSON value has braces too
        setHeader(endpoint.headers, header);
    return endpoint;
}

} // namespace Antiphon
