#pragma once

#include "core/base/result.h"
#include "core/engine/library_scanner.h"
#include "core/engine/scan_plan.h"
#include "core/types/track.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace circumplex {

/// Collects what a scan learns and writes it in batches, each one transaction. Counts into the
/// report what was written.
class ScanWriter {
public:
    ScanWriter(LibraryDatabase& library, ScanReport& report);

    Result<void> unchanged(const std::vector<TrackId>& tracks);
    Result<void> missing(const std::vector<TrackId>& tracks);

    /// @param id  nullopt: the track at the place, or a new one
    void found(const PlannedFile& file, const PlannedTrack& track, const SoundReading& reading,
        std::optional<TrackId> id);
    /// @param id  which was elsewhere
    void moved(const PlannedFile& file, const PlannedTrack& track, const SoundReading& reading,
        TrackId id);

    /// Nothing could be read of the file.
    void failed(const PlannedFile& file, const PlannedTrack& track, const FileStamp& stamp,
        const Error& error);

    /// Writes what waits, if it waits for long or is much.
    Result<void> flushIfDue();
    Result<void> flush();

private:
    CoverArt coverOf(const PlannedFile& file, const SoundReading& reading);

    LibraryDatabase& m_library;
    ScanReport& m_report;
    ScanBatch m_batch;
    std::vector<std::optional<Error>> m_tagErrors; ///< one per m_batch.seen
    int m_moved = 0;
    std::chrono::steady_clock::time_point m_lastFlush = std::chrono::steady_clock::now();
    std::pair<std::string, CoverArt> m_lastPicture; ///< by absolute path
};

} // namespace circumplex
