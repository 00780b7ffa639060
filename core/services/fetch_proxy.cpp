#include "core/services/fetch_proxy.h"

#include <QUrl>

namespace circumplex {

namespace {

/// Small letters first, as curl does.
QString variable(const char* name)
{
    const QString small = qEnvironmentVariable(QByteArray(name).toLower().constData());
    return small.isEmpty() ? qEnvironmentVariable(name) : small;
}

/// NO_PROXY: names of hosts and ends of names, separated by commas; * is every host.
bool isExcepted(const QString& host)
{
    for (QString name : variable("NO_PROXY").split(u',', Qt::SkipEmptyParts)) {
        name = name.trimmed();
        if (name.startsWith(u'.')) name.remove(0, 1);
        if (name == u"*" || host == name || host.endsWith(QLatin1Char('.') + name)) return true;
    }
    return false;
}

} // namespace

QList<QNetworkProxy> FetchProxies::queryProxy(const QNetworkProxyQuery& query)
{
    const bool isEncrypted = query.url().scheme() == u"https";
    if (isExcepted(query.peerHostName())) return { QNetworkProxy(QNetworkProxy::NoProxy) };
    QString named = variable(isEncrypted ? "HTTPS_PROXY" : "HTTP_PROXY");
    if (named.isEmpty()) named = variable("ALL_PROXY");
    const QUrl url = QUrl::fromUserInput(named);
    if (named.isEmpty() || !url.isValid()) return systemProxyForQuery(query);
    const bool isSocks = url.scheme().startsWith(u"socks");
    const auto type = isSocks ? QNetworkProxy::Socks5Proxy
        : isEncrypted         ? QNetworkProxy::HttpProxy
                              : QNetworkProxy::HttpCachingProxy;
    const auto port = static_cast<quint16>(url.port(isSocks ? 1080 : 8080));
    return { QNetworkProxy(type, url.host(), port, url.userName(), url.password()) };
}

} // namespace circumplex
