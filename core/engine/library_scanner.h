#pragma once

#include "core/base/result.h"
#include "core/engine/folder_walker.h"
#include "core/engine/sound_reading.h"
#include "core/engine/volume_table.h"
#include "core/types/track.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

struct ScanOptions {
    ReadingOptions reading;
    int threadCount = 0; ///< that read files; 0: as many as cores, at most 4
    VolumeTable::Sources volumes;
};

/// How far a scan is. Numbers only grow.
struct ScanProgress {
    std::size_t found = 0; ///< sound files seen so far
    std::size_t toRead = 0; ///< of those, new or changed; 0 until all are found
    std::size_t read = 0;
    std::filesystem::path file; ///< read last
};

/// A watched folder that could not be looked into. Its tracks stay as they are.
struct OfflineFolder {
    std::filesystem::path path; ///< where it was seen last
    std::string reason; ///< an English sentence
};

/// What a scan did.
struct ScanReport {
    int added = 0;
    int updated = 0; ///< tags or sound changed in place, or read again
    int moved = 0; ///< found at another place, with everything that is known of them
    int unchanged = 0;
    int missing = 0; ///< newly so
    std::vector<PathFailure> failures;
    std::vector<OfflineFolder> offline;
    bool wasStopped = false; ///< what was done until then is kept
};

/// Brings a library up to date with what lies in its folders.
///
/// Looks at names, sizes and times first, and reads only what is new or changed. A file that was
/// moved, renamed or tagged anew keeps its track. Nothing is ever deleted: a file that is gone
/// makes its track missing, and only if its folder is there and was read; the tracks of absent
/// volumes, empty mount points and unreadable folders are left alone.
///
/// Writes in batches, each one transaction, so that a scan that was stopped or killed goes on where
/// it was. One thread; it reads files on threads of its own.
class LibraryScanner {
public:
    using OnProgress = std::function<void(const ScanProgress&)>; ///< at most every 100 ms

    /// @param library  outlives this
    LibraryScanner(LibraryDatabase& library, ScanOptions options);

    /// Watches these folders from now on, and scans them. A folder that cannot be watched is in
    /// the report's failures. @returns what databaseError() names
    Result<ScanReport> scan(std::span<const std::filesystem::path> folders, std::stop_token stop,
        const OnProgress& progress = {});

    /// Scans every watched folder.
    Result<ScanReport> rescan(std::stop_token stop, const OnProgress& progress = {});

private:
    LibraryDatabase& m_library;
    ScanOptions m_options;
};

} // namespace circumplex
