#include "core/services/media_interfaces.h"

#include "core/services/media_control.h"

#include <QFile>
#include <QUrl>

#include <cmath>

namespace circumplex {

namespace {

constexpr double kMicroseconds = 1e6;

qlonglong microseconds(double seconds)
{
    return std::llround(seconds * kMicroseconds);
}

} // namespace

MediaRootInterface::MediaRootInterface(MediaControl& control)
    : QDBusAbstractAdaptor(&control)
    , m_control(control)
{
}

void MediaRootInterface::Raise()
{
    Q_EMIT m_control.raiseWanted();
}

void MediaRootInterface::Quit()
{
    Q_EMIT m_control.quitWanted();
}

QStringList MediaRootInterface::mimeTypes() const
{
    QStringList types;
    for (const char* name : { "aac", "flac", "mp4", "mpeg", "ogg", "opus", "vorbis", "wav",
             "x-aiff", "x-ape", "x-flac", "x-m4a", "x-matroska", "x-mp3", "x-ms-wma", "x-musepack",
             "x-opus+ogg", "x-tta", "x-vorbis+ogg", "x-wav", "x-wavpack" })
        types << QStringLiteral("audio/") + QLatin1StringView(name);
    return types;
}

MediaPlayerInterface::MediaPlayerInterface(Player& player, MediaControl& control)
    : QDBusAbstractAdaptor(&control)
    , m_player(player)
    , m_control(control)
{
}

void MediaPlayerInterface::Next()
{
    Q_EMIT m_control.nextWanted();
}

void MediaPlayerInterface::Previous()
{
    Q_EMIT m_control.previousWanted();
}

void MediaPlayerInterface::OpenUri(const QString& uri)
{
    if (const QUrl url(uri); url.isLocalFile()) Q_EMIT m_control.openWanted(url.toLocalFile());
}

QString MediaPlayerInterface::playbackStatus() const
{
    switch (m_player.state()) {
    case Player::State::Playing:
        return QStringLiteral("Playing");
    case Player::State::Paused:
        if (m_player.position() > 0.0) return QStringLiteral("Paused");
        break;
    case Player::State::Empty:
    case Player::State::NoDevice:
    case Player::State::Failed:
        break;
    }
    return QStringLiteral("Stopped");
}

QString MediaPlayerInterface::loopStatus() const
{
    return m_player.isRepeating() ? QStringLiteral("Track") : QStringLiteral("None");
}

void MediaPlayerInterface::setLoopStatus(const QString& status)
{
    m_player.setRepeating(status != u"None");
}

void MediaPlayerInterface::setRate(double rate)
{
    // "A value of 0.0 should act as though Pause was called."
    if (rate <= 0.0)
        m_player.pause();
    else
        m_player.setSpeed(rate);
}

QDBusObjectPath MediaPlayerInterface::trackPath() const
{
    if (!m_view)
        return QDBusObjectPath(QStringLiteral("/org/mpris/MediaPlayer2/TrackList/NoTrack"));
    return QDBusObjectPath(QStringLiteral("/io/circumplex/track/%1").arg(m_view->track.id.value));
}

QVariantMap MediaPlayerInterface::metadata() const
{
    QVariantMap data { { QStringLiteral("mpris:trackid"), QVariant::fromValue(trackPath()) } };
    if (!m_view) return data;
    const TrackTags& tags = m_view->track.tags;
    data.insert(QStringLiteral("xesam:title"), m_view->title());
    data.insert(QStringLiteral("xesam:url"),
        QUrl::fromLocalFile(QFile::decodeName(m_view->path.c_str())).toString(QUrl::FullyEncoded));
    if (const double seconds = m_view->durationSeconds(); seconds > 0.0)
        data.insert(QStringLiteral("mpris:length"), microseconds(seconds));
    if (!tags.artist.empty())
        data.insert(
            QStringLiteral("xesam:artist"), QStringList { QString::fromStdString(tags.artist) });
    if (!tags.album.empty())
        data.insert(QStringLiteral("xesam:album"), QString::fromStdString(tags.album));
    return data;
}

qlonglong MediaPlayerInterface::position() const
{
    return microseconds(m_player.position());
}

bool MediaPlayerInterface::canPlay() const
{
    const auto state = m_player.state();
    return state == Player::State::Paused || state == Player::State::Playing
        || state == Player::State::Failed;
}

void MediaPlayerInterface::Seek(qlonglong offset)
{
    m_player.seek(m_player.position() + static_cast<double>(offset) / kMicroseconds);
}

void MediaPlayerInterface::SetPosition(const QDBusObjectPath& track, qlonglong place)
{
    // Meant for another track, or outside this one: to be ignored.
    const double seconds = static_cast<double>(place) / kMicroseconds;
    const bool isInside
        = seconds >= 0.0 && (m_player.seconds() <= 0.0 || seconds <= m_player.seconds());
    if (isInside && track == trackPath()) m_player.seek(seconds);
}

} // namespace circumplex
