#pragma once

#include "core/services/job_runner.h"
#include "core/types/playlist.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace circumplex {

/// A playlist of chosen tracks, on its way into the library.
struct NewPlaylist {
    PlaylistId id {}; ///< once it is there
    std::string name {};
    std::vector<TrackId> tracks {};
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

Q_SIGNALS:
    void added(const QString& name);
    void removed(const QString& name);
    void failed(const Error& error);

private:
    std::filesystem::path m_library;
    JobRunner m_runner; // last: its jobs end before anything else does
};

} // namespace circumplex
