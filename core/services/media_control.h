#pragma once

#include "core/services/play_queue.h"
#include "core/services/player.h"
#include "core/services/track_view.h"

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

#include <memory>

namespace circumplex {

class MediaPlayerInterface;
class MediaRootInterface;

/// Lets the desktop show and steer what is played: media keys, panels, headsets, telephones
/// (MPRIS 2.2, specifications.freedesktop.org/mpris-spec). Where there is no bus, or the name is
/// refused, nothing happens.
class MediaControl : public QObject {
    Q_OBJECT

public:
    /// @param player  outlives this object
    MediaControl(Player& player, const QDBusConnection& bus, QObject* parent = nullptr);
    ~MediaControl() override;

    /// The session's, if there is one; starts none.
    static QDBusConnection sessionBus();

    /// @param view  what the player plays; nullptr: nothing is open
    void setTrack(std::shared_ptr<const TrackView> view);

    /// Of what is open, in its list.
    void setNeighbours(const Neighbours& neighbours);

    /// The name on the bus; empty: none.
    const QString& name() const { return m_name; }

Q_SIGNALS:
    void raiseWanted();
    void quitWanted();
    void nextWanted();
    void previousWanted();
    void openWanted(const QString& file); ///< and played

private:
    void tellChanges();

    Player& m_player;
    QDBusConnection m_bus;
    QString m_name;
    MediaRootInterface* m_root;
    MediaPlayerInterface* m_interface;
    QVariantMap m_told; ///< values of the properties as the bus knows them
};

} // namespace circumplex
