#include "core/services/desktop_appearance.h"
#include "tests/core/services/own_bus.h"

#include <QSignalSpy>
#include <QTest>

using namespace circumplex;

/// A desktop's portal, as far as its appearance goes.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(QDBusConnection bus)
        : m_bus(std::move(bus))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    void set(uint scheme, const QString& key = QStringLiteral("color-scheme"))
    {
        m_scheme = scheme;
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"), key,
            QDBusVariant(QVariant::fromValue(scheme)));
    }

public Q_SLOTS:
    // Twice wrapped, as portals do.
    QDBusVariant Read(const QString&, const QString&)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(QVariant::fromValue(m_scheme))));
    }

Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    QDBusConnection m_bus;
    uint m_scheme = 1;
};

class DesktopAppearanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDesktopIsFollowedFromTheStartAndLater()
    {
        test::OwnBus bus;
        Portal portal(bus.connection(QStringLiteral("portal")));
        DesktopAppearance appearance(bus.connection(QStringLiteral("program")));
        const QSignalSpy told(&appearance, &DesktopAppearance::told);
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(told.at(0).at(0).toBool(), true);
        portal.set(2);
        QTRY_COMPARE(told.count(), 2);
        QCOMPARE(told.at(1).at(0).toBool(), false);
        portal.set(0); // no preference
        portal.set(1, QStringLiteral("contrast"));
        portal.set(1);
        QTRY_COMPARE(told.count(), 3);
        QCOMPARE(told.at(2).at(0).toBool(), true);
    }

    void withoutAPortalNothingIsSaid()
    {
        test::OwnBus bus;
        const DesktopAppearance alone(bus.connection(QStringLiteral("alone")));
        const QSignalSpy told(&alone, &DesktopAppearance::told);
        QTest::qWait(200);
        QCOMPARE(told.count(), 0);
        const DesktopAppearance none { QDBusConnection(QStringLiteral("none")) };
    }
};

QTEST_GUILESS_MAIN(DesktopAppearanceTest)
#include "tst_desktop_appearance.moc"
