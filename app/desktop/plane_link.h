#pragma once

#include "core/services/playlist_writer.h"

#include <QObject>

class QUndoStack;

namespace circumplex {

class PlanePage;
class Player;
class TrackPage;
class TrackSession;

/// What the plane's page has to do with others: playlists made of its selection, as steps that can
/// be taken back, songs that are to be heard, and the way of the track that is open.
class PlaneLink : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    PlaneLink(PlanePage& page, std::filesystem::path library, QUndoStack& undo, QObject* parent);

    void follow(TrackSession& session, TrackPage& track, Player& player);

private:
    PlanePage& m_page;
    PlaylistWriter m_playlists;
    bool m_isToPlay = false; ///< once its sound is there
};

} // namespace circumplex
