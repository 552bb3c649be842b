// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/qnamtransport.h>

#include "qnamexchange.h"

#include <QHostAddress>
#include <QNetworkProxy>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

class SystemProxy : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

} // namespace

struct QnamTransport::Private {
    std::vector<std::unique_ptr<QnamLine>> lines = {};

    QnamLine &lineFor(const QString &host, const Transport::Context &context);
};

static void setProxy(QNetworkAccessManager &manager, const NetworkOptions &network)
{
    const ProxySettings &proxy = network.proxy;
    const auto own = [&](QNetworkProxy::ProxyType type, int usualPort) {
        manager.setProxy(QNetworkProxy(type, proxy.host,
                                       quint16(proxy.port > 0 ? proxy.port : usualPort), proxy.user,
                                       QString::fromUtf8(network.proxyPassword)));
    };
    switch (proxy.type) {
    case ProxySettings::Type::System:
        manager.setProxyFactory(new SystemProxy); // takes ownership
        return;
    case ProxySettings::Type::None:
        manager.setProxy(QNetworkProxy::NoProxy);
        return;
    case ProxySettings::Type::Http:
        own(QNetworkProxy::HttpProxy, 3128);
        return;
    case ProxySettings::Type::Socks5:
        own(QNetworkProxy::Socks5Proxy, 1080);
        return;
    }
}

QnamLine &QnamTransport::Private::lineFor(const QString &host, const Transport::Context &context)
{
    for (const auto &line : lines) {
        if (line->http2 == context.http2 && line->network == context.network
            && line->busy.value(host) < connectionsPerHost)
            return *line;
    }
    auto line = std::make_unique<QnamLine>(std::make_unique<QNetworkAccessManager>(),
                                           context.network, context.http2);
    setProxy(*line->manager, context.network);
    lines.push_back(std::move(line));
    return *lines.back();
}

QnamTransport::QnamTransport()
    : d(new Private)
{
}

QnamTransport::~QnamTransport() = default;

std::unique_ptr<Exchange> QnamTransport::send(const HttpRequest &request, const Context &context)
{
    return std::make_unique<QnamExchange>(d->lineFor(request.url.authority(), context), request,
                                          context);
}

} // namespace Antiphon
