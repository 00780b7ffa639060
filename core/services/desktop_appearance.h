#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace circumplex {

/// Whether the desktop is light or dark, and when that changes, as desktops of every kind say it
/// (org.freedesktop.portal.Settings, org.freedesktop.appearance color-scheme). Where there is no
/// bus, or nobody answers, nothing is said.
class DesktopAppearance : public QObject {
    Q_OBJECT

public:
    /// Asks at once; the answer comes later.
    explicit DesktopAppearance(const QDBusConnection& bus, QObject* parent = nullptr);

Q_SIGNALS:
    /// The desktop has said so for the first time, or anew. Not for "no preference".
    void told(bool isDark);

private Q_SLOTS:
    void note(const QString& space, const QString& key, const QDBusVariant& value);

private:
    QDBusConnection m_bus;
};

} // namespace circumplex
