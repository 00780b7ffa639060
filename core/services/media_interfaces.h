#pragma once

#include "core/services/play_queue.h"
#include "core/services/player.h"
#include "core/services/track_view.h"

#include <QDBusAbstractAdaptor>
#include <QDBusObjectPath>
#include <QStringList>
#include <QVariantMap>

#include <memory>

namespace circumplex {

class MediaControl;

/// org.mpris.MediaPlayer2: the program as such.
class MediaRootInterface : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2")
    Q_PROPERTY(bool CanQuit READ yes)
    Q_PROPERTY(bool CanRaise READ yes)
    Q_PROPERTY(bool HasTrackList READ no)
    Q_PROPERTY(QString Identity READ identity)
    Q_PROPERTY(QString DesktopEntry READ desktopEntry)
    Q_PROPERTY(QStringList SupportedUriSchemes READ uriSchemes)
    Q_PROPERTY(QStringList SupportedMimeTypes READ mimeTypes)

public:
    /// Its calls emit raiseWanted() and quitWanted() of `control`. (Signals of its own would appear
    /// on the bus.)
    explicit MediaRootInterface(MediaControl& control);

    bool yes() const { return true; }
    bool no() const { return false; }
    QString identity() const { return QStringLiteral("Circumplex"); }
    QString desktopEntry() const { return QStringLiteral("circumplex"); } ///< circumplex.desktop
    QStringList uriSchemes() const { return { QStringLiteral("file") }; }
    QStringList mimeTypes() const; ///< as in packaging/circumplex.desktop

public Q_SLOTS:
    void Raise();
    void Quit();

private:
    MediaControl& m_control;
};

/// org.mpris.MediaPlayer2.Player: what is played. Times on the bus are microseconds.
class MediaPlayerInterface : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2.Player")
    Q_PROPERTY(QString PlaybackStatus READ playbackStatus)
    Q_PROPERTY(QString LoopStatus READ loopStatus WRITE setLoopStatus)
    Q_PROPERTY(double Rate READ rate WRITE setRate)
    Q_PROPERTY(QVariantMap Metadata READ metadata)
    Q_PROPERTY(double Volume READ volume WRITE setVolume)
    Q_PROPERTY(qlonglong Position READ position)
    Q_PROPERTY(double MinimumRate READ minimumRate)
    Q_PROPERTY(double MaximumRate READ maximumRate)
    Q_PROPERTY(bool CanGoNext READ canGoNext)
    Q_PROPERTY(bool CanGoPrevious READ canGoPrevious)
    Q_PROPERTY(bool CanPlay READ canPlay)
    Q_PROPERTY(bool CanPause READ canPlay)
    Q_PROPERTY(bool CanSeek READ canSeek)
    Q_PROPERTY(bool CanControl READ yes)

public:
    /// Next, Previous and OpenUri emit nextWanted(), previousWanted() and openWanted() of
    /// `control`.
    MediaPlayerInterface(Player& player, MediaControl& control);

    void setTrack(std::shared_ptr<const TrackView> view) { m_view = std::move(view); }
    void setNeighbours(const Neighbours& neighbours) { m_neighbours = neighbours; }

    QString playbackStatus() const;
    QString loopStatus() const;
    void setLoopStatus(const QString& status);
    double rate() const { return m_player.speed(); }
    void setRate(double rate);
    QVariantMap metadata() const;
    double volume() const { return m_player.volume(); }
    void setVolume(double volume) { m_player.setVolume(volume); }
    qlonglong position() const;
    double minimumRate() const { return Player::kSlowest; }
    double maximumRate() const { return Player::kFastest; }
    bool canPlay() const;
    bool canSeek() const { return m_player.state() != Player::State::Empty; }
    bool canGoNext() const { return m_neighbours.hasNext; }
    bool canGoPrevious() const { return m_neighbours.hasPrevious; }
    bool yes() const { return true; }

public Q_SLOTS:
    void Next();
    void Previous();
    void OpenUri(const QString& uri); ///< others than of local files are passed over
    void Pause() { m_player.pause(); }
    void PlayPause() { m_player.toggle(); }
    void Stop() { m_player.stop(); }
    void Play() { m_player.play(); }
    void Seek(qlonglong offset);
    void SetPosition(const QDBusObjectPath& track, qlonglong place);

Q_SIGNALS:
    void Seeked(qlonglong position);

private:
    QDBusObjectPath trackPath() const;

    Player& m_player;
    MediaControl& m_control;
    std::shared_ptr<const TrackView> m_view;
    Neighbours m_neighbours;
};

} // namespace circumplex
