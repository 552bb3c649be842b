// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/builtin.h>

#include <QFile>

// In a static library the compiled-in files must be asked for, outside any namespace.
static void useResources()
{
    Q_INIT_RESOURCE(antiphon_store);
}

using namespace Qt::StringLiterals;

namespace Antiphon {

static Json readResource(const QString &name)
{
    useResources();
    QFile file(u":/antiphon/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not compiled in", qPrintable(name));
    auto json = parseJson(file.readAll());
    if (!json)
        qFatal("%s, line %d: %s", qPrintable(name), json.error().line,
               qPrintable(json.error().message));
    return *std::move(json);
}

const QList<Provider> &builtinProviders()
{
    static const QList<Provider> providers = [] {
        auto read = providersFromJson(readResource(u"providers.json"_s));
        if (!read)
            qFatal("providers.json: %s", qPrintable(read.error().message));
        return *std::move(read);
    }();
    return providers;
}

const PriceTable &builtinPrices()
{
    static const PriceTable prices = [] {
        auto read = priceTableFromJson(readResource(u"prices.json"_s));
        if (!read)
            qFatal("prices.json: %s", qPrintable(read.error().message));
        return *std::move(read);
    }();
    return prices;
}

const ParameterTable &builtinParameters()
{
    static const ParameterTable parameters = [] {
        auto read = parameterTableFromJson(readResource(u"parameters.json"_s));
        if (!read)
            qFatal("parameters.json: %s", qPrintable(read.error().message));
        return *std::move(read);
    }();
    return parameters;
}

} // namespace Antiphon
