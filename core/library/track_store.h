#pragma once

#include "core/base/result.h"
#include "core/types/track.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// Tracks: what scans write, and what looks one up.
///
/// Verbs fail with what databaseError() names (DatabaseLocked, DiskFull, ...); each is one
/// transaction.
class TrackStore {
public:
    explicit TrackStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// @returns NotFound
    Result<Track> track(TrackId id) const;

    /// The track at a place, if there is one. Only volume, path and CUE index are compared.
    Result<std::optional<TrackId>> find(const TrackPlace& place) const;

    /// Every track with this sound, present and missing, oldest first.
    Result<std::vector<TrackId>> withAudio(const AudioHash& hash) const;

    /// Every known file below a folder, in the order of its path's bytes.
    /// @param folder  relative to the mount point; empty: the whole volume
    Result<std::vector<KnownFile>> filesBelow(VolumeId volume, const std::string& folder) const;

    /// Tracks that the scan lost, for finding where they moved. Oldest first.
    Result<std::vector<TrackId>> missing(VolumeId volume) const;

    /// Writes what a scan found, all or nothing. See ScanBatch. A place that two tracks claim (a
    /// file moved onto another's old place) is given to the one named by id.
    Result<ScanOutcome> apply(const ScanBatch& batch);

    /// The stored Chromaprint; empty if there is none.
    Result<std::vector<std::uint8_t>> fingerprint(TrackId id) const;

    /// Seconds of every track, at its id; 0: not known, or no such track.
    Result<std::vector<float>> durations() const;

    /// Takes tracks out of the library: nothing lists, counts, finds, analyses or exports them any
    /// more but a search for is:removed, and scans that see their files do not change that.
    /// Everything that is known of them stays. @param at  seconds since 1970
    Result<void> remove(std::span<const TrackId> tracks, std::int64_t at);

    /// Takes that back.
    Result<void> bringBack(std::span<const TrackId> tracks);

    /// Deletes rows because a person said so. Tracks that carry labels or stand in playlists stay.
    /// @returns those that stay
    Result<std::vector<TrackId>> forget(std::span<const TrackId> tracks);

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
