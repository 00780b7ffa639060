#pragma once

#include "core/library/strong_moods.h"
#include "core/types/annotation.h"
#include "core/types/stored_annotation.h"
#include "core/types/track.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// What lists show of a track.
struct TrackRow {
    TrackId id {};
    std::string title {}, artist {}, album {}, albumArtist {}, genre {};
    std::string path {}; ///< readable, relative to its volume
    TrackPlace place {}; ///< the same as it is; of a CUE range only the index
    std::optional<int> trackNumber {}, discNumber {}, year {};
    std::optional<double> durationSeconds {};
    TrackState state = TrackState::Present;
    bool isRemoved = false; ///< taken out of the library
    bool isOnline = true; ///< its volume is there
    std::string mountPoint {}; ///< of its volume, readable; `path` stands below it
    /// What went wrong last with it; empty: nothing. A code of errorCodeName(), an English
    /// sentence.
    std::string failureCode {}, failureReason {};
    std::int64_t addedAt = 0; ///< seconds since 1970
    /// By the current model; without an annotation nullopt and empty.
    std::optional<double> valence {}, arousal {}; ///< 1..9
    std::optional<Interval> valenceInterval {}, arousalInterval {};
    std::vector<StrongMood> moods {}; ///< strongest first
    std::optional<KeyEstimate> key {};
    std::string publishedKey {}; ///< as Annotation's
    std::optional<Provenance> provenance {};
    bool isCoarse = false;
    bool isAudioChanged = false; ///< the annotation is of other audio than the file has now
    bool isStale = false; ///< that, or only other models annotated it
};

} // namespace circumplex
