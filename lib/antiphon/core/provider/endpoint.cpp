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

namespace {

/// Fills the placeholders of one target's addresses and headers.
struct Filling {
    const Provider &provider;
    const Target &target;
    const Environment &environment;
    const QMap<QString, QString> &known;

    [[nodiscard]] Result<QString> fill(QString text) const;

private:
    [[nodiscard]] Result<QString> placeholder(const QString &inside) const;
    [[nodiscard]] Result<QString> variable(const QString &name) const;
    [[nodiscard]] Result<QString> derived(const DerivedValue &rule) const;
};

Result<QString> Filling::variable(const QString &name) const
{
    const QString value = firstSet({name}, environment);
    if (!value.isEmpty())
        return value;
    return std::unexpected(
        Error {.kind = ErrorKind::Setup,
               .message = QCoreApplication::translate(
                              "endpoint",
                              "The base URL needs the environment variable %1, which is not set.")
                              .arg(name),
               .provider = provider.id});
}

Result<QString> Filling::derived(const DerivedValue &rule) const
{
    const auto from = placeholder(rule.of);
    if (!from)
        return from;
    const auto found = rule.values.constFind(*from);
    return fill(found != rule.values.cend() ? *found : rule.otherwise);
}

// What a server is told is where it listens: "0.0.0.0" is here, and the port may be the usual one.
static QString reachable(QString value, const QString &usual)
{
    const qsizetype colon = usual.indexOf(u':');
    if (colon < 0 || usual.contains(u'/'))
        return value; // not the place of a server
    value.replace("0.0.0.0"_L1, "localhost"_L1);
    return value.contains(u':') ? value : value + usual.sliced(colon);
}

// The value of `name`, `name=default`, `name?` or `env:NAME`.
Result<QString> Filling::placeholder(const QString &inside) const
{
    if (inside.startsWith("env:"_L1))
        return variable(inside.sliced(4));
    if (inside == "model"_L1)
        return target.model;

    const bool optional = inside.endsWith(u'?');
    const QString name = optional ? inside.chopped(1) : inside.section(u'=', 0, 0);
    QString value = target.endpoint.value(name);
    if (value.isEmpty())
        value = firstSet(provider.endpointEnv.value(name), environment);
    if (value.isEmpty())
        value = known.value(name);
    if (value.isEmpty() && !optional)
        value = inside.section(u'=', 1);
    if (!value.isEmpty() || optional)
        return reachable(value, optional ? QString() : inside.section(u'=', 1));
    if (const auto rule = provider.derived.constFind(name); rule != provider.derived.cend())
        return derived(*rule);
    return std::unexpected(missingValue(provider, name));
}

Result<QString> Filling::fill(QString text) const
{
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at)) {
        const qsizetype end = text.indexOf(u'}', at);
        if (end < 0)
            break;
        const auto value = placeholder(text.sliced(at + 1, end - at - 1));
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

} // namespace

static std::unexpected<Error> setupError(const Provider &provider, const QString &message)
{
    return std::unexpected(
        Error {.kind = ErrorKind::Setup, .message = message, .provider = provider.id});
}

static Result<QUrl> baseUrl(const ProviderApi &api, const Filling &filling)
{
    const Provider &provider = filling.provider;
    QString text = filling.target.baseUrl;
    if (text.isEmpty())
        text = firstSet(api.baseUrlEnv, filling.environment);
    if (text.isEmpty() && &api == &provider.apis.first())
        text = firstSet(provider.baseUrlEnv, filling.environment); // of the default api
    if (text.isEmpty())
        text = api.baseUrl;
    if (text.isEmpty())
        return setupError(
            provider,
            QCoreApplication::translate("endpoint",
                                        "%1 has no address of its own. Set \"baseUrl\" in the "
                                        "target (--base-url on the command line).")
                .arg(provider.name));

    auto full = filling.fill(text);
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

static Result<> fillHeaders(Endpoint &endpoint, const Filling &filling)
{
    for (HttpHeader &header : endpoint.headers) {
        auto text = filling.fill(QString::fromUtf8(header.value));
        if (!text)
            return std::unexpected(text.error());
        header.value = text->toUtf8();
    }
    endpoint.headers.removeIf([](const HttpHeader &header) { return header.value.isEmpty(); });
    return {};
}

// Where the models are listed; on the same server as the requests if that was given by hand.
static Result<QUrl> modelsUrl(const ProviderApi &api, const QUrl &base, const Filling &filling)
{
    const auto text = filling.fill(api.modelsUrl);
    if (!text)
        return std::unexpected(text.error());
    QUrl url = QUrl::fromEncoded(text->toUtf8());
    if (!url.isEmpty() && !filling.target.baseUrl.isEmpty()) {
        url.setScheme(base.scheme());
        url.setAuthority(base.authority());
    }
    return url;
}

Result<Endpoint> makeEndpoint(const Provider &provider, const Target &target,
                              const Environment &environment, const QMap<QString, QString> &known)
{
    const ProviderApi *api = findApi(provider, target.api);
    if (!api) {
        QStringList names;
        for (const ProviderApi &each : provider.apis)
            names.append(each.name);
        return setupError(
            provider,
            QCoreApplication::translate("endpoint", "%1 has no api \"%2\". It has: %3.")
                .arg(provider.name, target.api, names.join(", "_L1)));
    }
    const Filling filling {provider, target, environment, known};
    auto url = baseUrl(*api, filling);
    if (!url)
        return std::unexpected(url.error());
    auto models = modelsUrl(*api, *url, filling);
    if (!models)
        return std::unexpected(models.error());

    Endpoint endpoint {.provider = provider.id,
                       .api = api->name,
                       .baseUrl = *std::move(url),
                       .modelsUrl = *std::move(models),
                       .form = api->form,
                       .headers = provider.headers,
                       .authHeader = api->authHeader.value_or(provider.authHeader),
                       .authPrefix = api->authPrefix.value_or(provider.authPrefix),
                       .quirks = api->quirks.value_or(provider.quirks),
                       .values = target.endpoint};
    for (const auto &[name, value] : api->query.asKeyValueRange()) {
        auto text = filling.fill(value);
        if (!text)
            return std::unexpected(text.error());
        endpoint.query.insert(name, *text);
    }
    for (const QString &name : provider.endpointEnv.keys()) {
        QString value = endpoint.values.value(name);
        if (value.isEmpty())
            value = firstSet(provider.endpointEnv.value(name), environment);
        if (value.isEmpty())
            value = known.value(name);
        if (!value.isEmpty())
            endpoint.values.insert(name, value);
    }
    for (const HttpHeader &header : api->headers)
        setHeader(endpoint.headers, header);
    if (auto filled = fillHeaders(endpoint, filling); !filled)
        return std::unexpected(filled.error());
    for (const HttpHeader &header : target.headers) // as they are: a JSON value has braces too
        setHeader(endpoint.headers, header);
    return endpoint;
}

} // namespace Antiphon
