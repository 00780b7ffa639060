#pragma once

#include "core/base/result.h"
#include "core/types/track.h"

#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// Volumes and the watched folders on them.
///
/// Verbs fail with what databaseError() names (DatabaseLocked, DiskFull, ...); each is one
/// transaction.
class FolderStore {
public:
    explicit FolderStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// Remembers that a volume is there. @param volume  its id is not looked at; known by identity
    Result<VolumeId> volumeSeen(const Volume& volume);

    /// Marks a volume absent. Its tracks stay as they are.
    Result<void> volumeGone(VolumeId volume);

    Result<std::vector<Volume>> volumes() const;

    /// @param path  relative to the mount point. Adding a folder twice gives the same id.
    Result<FolderId> addFolder(VolumeId volume, const std::string& path);

    /// Stops watching; tracks found there stay.
    Result<void> removeFolder(FolderId folder);

    Result<std::vector<WatchedFolder>> folders() const;

    Result<void> folderScanned(FolderId folder, std::int64_t at);

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
