#pragma once

#include "core/base/result.h"
#include "core/engine/library_scanner.h"
#include "core/engine/volume_table.h"
#include "core/library/folder_store.h"
#include "core/types/track.h"

#include <filesystem>
#include <unordered_map>
#include <vector>

namespace circumplex {

/// Where a scan looks, and which volumes are there: the line between paths and the library's
/// volumes. What cannot be looked into goes into the report.
class ScanRoots {
public:
    ScanRoots(LibraryDatabase& library, const VolumeTable::Sources& sources, ScanReport& report);

    struct Root {
        FolderId folder; ///< 0: within a watched folder
        std::filesystem::path path;
    };

    /// Tells the library which of its volumes are there. Call it first.
    Result<void> lookAtVolumes();

    /// Watches a folder from now on, and looks into it.
    Result<void> watch(const std::filesystem::path& folder);

    /// Looks into every watched folder.
    Result<void> takeWatched();

    /// Says that the folders of these roots were scanned to their end.
    Result<void> noteScanned(const std::vector<Root>& roots);

    /// The library's id of a mounted volume.
    Result<VolumeId> idOf(const Volume& volume);

    const std::vector<Root>& roots() const { return m_roots; }
    const VolumeTable& table() const { return m_table; }

    /// The volumes that are there.
    const std::unordered_map<VolumeId, Volume>& online() const { return m_online; }

private:
    bool isOnAbsentVolume(const std::filesystem::path& folder);

    FolderStore m_folders;
    VolumeTable m_table;
    ScanReport& m_report;
    std::vector<Volume> m_known;
    std::unordered_map<VolumeId, Volume> m_online;
    std::vector<Root> m_roots;
};

} // namespace circumplex
