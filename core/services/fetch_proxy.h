#pragma once

#include <QNetworkProxyFactory>

namespace circumplex {

/// The proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in small
/// letters or capitals), otherwise the desktop's.
class FetchProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;
};

} // namespace circumplex
