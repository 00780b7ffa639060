#pragma once

#include "core/services/job_runner.h"
#include "core/types/track.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <vector>

namespace circumplex {

/// A folder that scans look into, as a window shows it.
struct WatchedPlace {
    WatchedFolder folder {};
    std::filesystem::path path {}; ///< where it was last seen
    bool isOnline = true;
};

/// The watched folders of a library, for windows: every call returns at once, its answer comes on
/// the caller's thread.
class WatchedFolders : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Result<std::vector<WatchedPlace>>)>;

    explicit WatchedFolders(std::filesystem::path library, QObject* parent = nullptr);

    /// All of the calls answer with what is watched then. No library is a library without folders.
    void list(Done done);
    /// Stops watching; the tracks found there stay.
    void remove(const WatchedFolder& folder, Done done);
    /// Watches again what remove() was called for.
    void restore(const WatchedFolder& folder, Done done);

private:
    std::filesystem::path m_library;
    JobRunner m_jobs;
};

} // namespace circumplex
