#pragma once

#include "core/base/result.h"
#include "core/types/stored_annotation.h"
#include "core/types/track.h"

#include <filesystem>
#include <optional>

namespace circumplex {

/// One track to be analysed, with all that a worker needs: workers have no library.
struct AnalysisJob {
    enum class Depth {
        Impression, ///< a first value from a few places, marked as coarse
        Whole,
    };

    TrackId track {};
    VolumeId volume {};
    std::filesystem::path path {};
    FileStamp stamp {}; ///< as the last scan saw the file
    std::optional<AudioHash> audioHash {}; ///< likewise
    std::optional<CueRange> cue {};
    double durationSeconds = 0.0; ///< 0: not known
    Depth depth = Depth::Whole;
};

/// What became of a job.
struct FinishedJob {
    AnalysisJob job {};
    Result<StoredAnnotation> outcome {}; ///< without the model's id, which the library knows
    bool isFromCache = false;
    double seconds = 0.0; ///< that it took
};

} // namespace circumplex
