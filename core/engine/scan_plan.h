#pragma once

#include "core/audio/audio_identity.h"
#include "core/engine/folder_walker.h"
#include "core/types/track.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace circumplex {

/// A track that a file is, or that a CUE sheet says is in it.
struct PlannedTrack {
    std::optional<TrackId> known; ///< the track at this place
    std::optional<CueRange> range;
    FileStamp sheetStamp; ///< of the CUE sheet, if there is one
    TrackTags sheetTags; ///< what the sheet says; the file fills in what is empty

    /// What the library keeps: a change of the sheet is a change of the track.
    FileStamp stamp(const FileStamp& file) const;

    /// Likewise, of the range alone if there is one.
    AudioHash hash(const AudioIdentity& file) const;
    std::optional<double> durationSeconds(const AudioIdentity& file) const;
};

/// A file whose content is new to the library or may have changed.
struct PlannedFile {
    VolumeId volume;
    std::string path; ///< relative to the mount point
    std::filesystem::path absolute;
    std::string picture; ///< a cover beside it, relative as well; empty: none
    std::vector<PlannedTrack> tracks; ///< at least one
};

/// A track that was not found where it was. Where it is known to have been: see KnownFile.
struct LostTrack {
    TrackId id;
    VolumeId volume;
    std::string path;
    bool isCutOut = false; ///< its file is there, but no sheet speaks of this range any more
};

/// What a walk means for a library, before any file is read.
struct ScanPlan {
    std::vector<PlannedFile> toRead;
    std::vector<TrackId> unchanged;
    std::vector<LostTrack> lost;
    std::vector<PathFailure> failures; ///< CUE sheets that cannot be used
};

/// Compares what lies below a folder with what the library knows of it, and adds to `plan`.
///
/// @param known  of that folder, in the order of its paths' bytes
/// @param retry  read again although nothing changed, because something failed
void planFolder(const WalkedFolder& walked, VolumeId volume, const std::vector<KnownFile>& known,
    const std::unordered_set<TrackId>& retry, ScanPlan& plan);

} // namespace circumplex
