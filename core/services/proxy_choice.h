#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace circumplex {

/// How downloads that the user starts get to the network.
struct ProxyChoice {
    enum class Kind { System, None, Address };

    Kind kind = Kind::System;
    QString address {}; ///< "host:port", "http://host:port" or "socks5://host:port"

    /// An address that names a host, where one is needed.
    bool isUsable() const;

    /// Tells a program that goes by the environment, as FetchProxies does.
    void applyTo(QProcessEnvironment& environment) const;

    /// @param file  ini file; its other keys stay as they are
    static ProxyChoice load(const QString& file);
    /// @return whether it is on the disk
    bool save(const QString& file) const;

    bool operator==(const ProxyChoice&) const = default;
};

} // namespace circumplex
