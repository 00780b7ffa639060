#pragma once

#include "core/services/job_runner.h"
#include "core/types/playlist.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// A playlist of chosen tracks, on its way into the library.
struct NewPlaylist {
    PlaylistId id {}; ///< once it is there
    std::string name {};
    std::vector<TrackId> tracks {};
};

/// Tracks on their way to the end of a playlist, or into a new one.
struct PlaylistAddition {
    std::string name {}; ///< of a playlist of chosen tracks; a new one, if there is none
    std::vector<TrackId> tracks {};
    // Once it is there:
    PlaylistId playlist {};
    bool isNew = false;
    std::size_t at = 0; ///< place of the first
};

/// Writes playlists into the library on a thread of its own, one after the other. What was asked
/// for is done before this object is gone.
class PlaylistWriter : public QObject {
    Q_OBJECT

public:
    explicit PlaylistWriter(std::filesystem::path library, QObject* parent = nullptr);
    ~PlaylistWriter() override;

    /// Nobody else may touch `playlist` afterwards.
    void add(std::shared_ptr<NewPlaylist> playlist);
    void remove(std::shared_ptr<NewPlaylist> playlist);
    /// Nobody else may touch `addition` afterwards.
    void append(std::shared_ptr<PlaylistAddition> addition);
    /// Takes an addition back; what others added meanwhile stays.
    void takeBack(std::shared_ptr<PlaylistAddition> addition);

Q_SIGNALS:
    void added(const QString& name);
    void removed(const QString& name);
    void failed(const Error& error);

private:
    using Work = std::function<Result<QString>(LibraryDatabase&)>;
    /// @param done  emits what happened to the playlist of that name
    void start(Work work, void (PlaylistWriter::*done)(const QString&));

    std::filesystem::path m_library;
    JobRunner m_runner; // last: its jobs end before anything else does
};

} // namespace circumplex
