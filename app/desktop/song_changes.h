#pragma once

#include "core/services/job_runner.h"
#include "core/services/playlist_writer.h"
#include "core/services/track_remover.h"

#include <QObject>

class QUndoStack;

namespace circumplex {

class LibraryPage;

/// Changes of songs that the library's page asks for, as steps that can be taken back: songs into
/// playlists, out of the library and into it again.
class SongChanges : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    SongChanges(
        LibraryPage& page, std::filesystem::path library, QUndoStack& undo, QObject* parent);

    /// Asks which playlist they are to be added to.
    void askForPlaylist(const std::vector<TrackId>& tracks);

Q_SIGNALS:
    /// Songs have gone or come back.
    void libraryChanged();

private:
    void remove(const std::vector<TrackId>& tracks);
    void bringBack(const std::vector<TrackId>& tracks);
    void addToPlaylist(const QString& name, const std::vector<TrackId>& tracks);

    LibraryPage& m_page;
    std::filesystem::path m_library;
    QUndoStack& m_undo;
    PlaylistWriter m_playlists;
    TrackRemover m_remover;
    JobRunner m_jobs; // last: its jobs end before anything else does
};

} // namespace circumplex
