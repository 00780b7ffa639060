#include "app/desktop/plane_link.h"

#include "core/services/player.h"
#include "core/services/track_session.h"
#include "ui/common/error_text.h"
#include "ui/common/two_ways.h"
#include "ui/curve/track_page.h"
#include "ui/plane/plane_page.h"
#include "ui/plane/plane_side.h"

#include <QPointer>
#include <QUndoStack>

#include <utility>

namespace circumplex {

PlaneLink::PlaneLink(
    PlanePage& page, std::filesystem::path library, QUndoStack& undo, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_playlists(std::move(library))
{
    PlaneSide& side = page.side();
    connect(&side, &PlaneSide::playlistWanted, this,
        [this, &undo](const QString& name, const std::vector<TrackId>& tracks) {
            const auto playlist = std::make_shared<NewPlaylist>();
            playlist->name = name.toStdString();
            playlist->tracks = tracks;
            const QPointer<PlaneLink> self(this);
            undo.push(new TwoWays(
                tr("make the playlist “%1”").arg(name),
                [self, playlist] {
                    if (self) self->m_playlists.add(playlist);
                },
                [self, playlist] {
                    if (self) self->m_playlists.remove(playlist);
                }));
        });
    connect(&m_playlists, &PlaylistWriter::added, &side, &PlaneSide::setPlaylist);
    connect(&m_playlists, &PlaylistWriter::removed, &side, [&side] { side.setPlaylist({}); });
    connect(&m_playlists, &PlaylistWriter::failed, &side,
        [&side](const Error& error) { side.setPlaylistError(errorText(error)); });
}

void PlaneLink::follow(TrackSession& session, TrackPage& track, Player& player)
{
    connect(&track, &TrackPage::opening, this, [this] {
        m_isToPlay = false;
        m_page.setTrail({}, nullptr);
    });
    connect(&m_page.side(), &PlaneSide::playWanted, this, [this](TrackId wanted) {
        Q_EMIT m_page.trackOpened(wanted);
        m_isToPlay = true;
    });
    connect(&track, &TrackPage::soundAvailable, this, [this, &player] {
        if (std::exchange(m_isToPlay, false)) player.play();
    });
    connect(&session, &TrackSession::viewRead, this,
        [this, &player](const std::shared_ptr<const TrackView>& view) {
            if (view->readings.empty()) return;
            // The curve is a part of the view, which is kept with it.
            m_page.setTrail(
                view->title(), { view, &view->readings.front().stored.annotation.curve });
            m_page.setPlayhead(player.position());
        });
    connect(&player, &Player::positionChanged, this,
        [this](double seconds) { m_page.setPlayhead(seconds); });
}

} // namespace circumplex
