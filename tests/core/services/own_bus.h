#pragma once

#include <QDBusConnection>
#include <QProcess>

#include <stdexcept>

namespace circumplex::test {

/// A message bus of a test's own.
class OwnBus {
public:
    OwnBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
            { QStringLiteral("--session"), QStringLiteral("--nofork"),
                QStringLiteral("--print-address=1") });
        if (!m_daemon.waitForReadyRead(10'000))
            throw std::runtime_error("dbus-daemon does not start");
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~OwnBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished(5000);
    }

    const QString& address() const { return m_address; }
    QDBusConnection connection(const QString& name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

private:
    QProcess m_daemon;
    QString m_address;
};

} // namespace circumplex::test
