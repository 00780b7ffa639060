#include "core/services/desktop_appearance.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace circumplex {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

/// Older portals wrap a value twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopAppearance::DesktopAppearance(const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected()) return;
    // Qt finds the slot only by types that it has met.
    qRegisterMetaType<QDBusVariant>("QDBusVariant");
    // clang-format off: the bus library wants the signature without spaces
    m_bus.connect(kService, kPath, kSettings, QStringLiteral("SettingChanged"), this,
        SLOT(note(QString, QString, QDBusVariant)));
    // clang-format on
    QDBusMessage question
        = QDBusMessage::createMethodCall(kService, kPath, kSettings, QStringLiteral("Read"));
    question << kSpace << kKey;
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError()) note(kSpace, kKey, reply.value());
    });
}

void DesktopAppearance::note(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space != kSpace || key != kKey) return;
    enum Scheme { NoPreference = 0, Dark = 1, Light = 2 };
    const uint scheme = unwrapped(QVariant::fromValue(value)).toUInt();
    if (scheme == Dark || scheme == Light) Q_EMIT told(scheme == Dark);
}

} // namespace circumplex
