#include "core/services/media_control.h"

#include "core/services/media_interfaces.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QFile>
#include <QMetaProperty>

namespace circumplex {

namespace {

const QString kPath = QStringLiteral("/org/mpris/MediaPlayer2");
const QString kName = QStringLiteral("org.mpris.MediaPlayer2.circumplex");

QVariantMap propertiesOf(const QObject& object)
{
    QVariantMap properties;
    const QMetaObject& meta = *object.metaObject();
    for (int i = meta.propertyOffset(); i < meta.propertyCount(); ++i)
        properties.insert(
            QString::fromLatin1(meta.property(i).name()), meta.property(i).read(&object));
    // Changes all the time: to be asked for.
    properties.remove(QStringLiteral("Position"));
    return properties;
}

} // namespace

MediaControl::MediaControl(Player& player, const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_bus(bus)
    , m_root(new MediaRootInterface(*this))
    , m_interface(new MediaPlayerInterface(player, *this))
{
    if (!m_bus.isConnected() || !m_bus.registerObject(kPath, this)) return;
    // A second library has a window, and a name, of its own.
    for (const QString& name : { kName,
             QStringLiteral("%1.instance%2").arg(kName).arg(QCoreApplication::applicationPid()) })
        if (m_name.isEmpty() && m_bus.registerService(name)) m_name = name;
    m_told = propertiesOf(*m_interface);
    connect(&player, &Player::stateChanged, this, &MediaControl::tellChanges);
    connect(&player, &Player::settingsChanged, this, &MediaControl::tellChanges);
    connect(&player, &Player::seeked, this, [this] {
        tellChanges();
        Q_EMIT m_interface->Seeked(m_interface->position());
    });
}

MediaControl::~MediaControl()
{
    if (m_name.isEmpty()) return;
    m_bus.unregisterService(m_name);
    m_bus.unregisterObject(kPath);
}

QDBusConnection MediaControl::sessionBus()
{
    // Asked without an address, the bus library would start a bus of its own.
    const bool isThere = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
    return isThere ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("none"));
}

void MediaControl::setTrack(std::shared_ptr<const TrackView> view)
{
    m_interface->setTrack(std::move(view));
    tellChanges();
}

void MediaControl::setNeighbours(const Neighbours& neighbours)
{
    m_interface->setNeighbours(neighbours);
    tellChanges();
}

void MediaControl::tellChanges()
{
    if (m_name.isEmpty()) return;
    const QVariantMap now = propertiesOf(*m_interface);
    QVariantMap changed;
    for (auto value = now.begin(); value != now.end(); ++value)
        if (m_told.value(value.key()) != value.value()) changed.insert(value.key(), value.value());
    if (changed.isEmpty()) return;
    m_told = now;
    QDBusMessage message = QDBusMessage::createSignal(kPath,
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
    message.setArguments(
        { QStringLiteral("org.mpris.MediaPlayer2.Player"), changed, QStringList() });
    m_bus.send(message);
}

} // namespace circumplex
