#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace circumplex {

/// What some program says of one track.
struct PredictedTrack {
    float valence = 0.0F, arousal = 0.0F; ///< NaN: not said
    std::vector<float> tags; ///< [56] in the order of kMoodTags; empty: not said
};

/// Predictions of any program, by id: the path without ending, of which an end suffices.
struct PredictionFile {
    std::map<std::string, PredictedTrack> byId;
    std::vector<PredictedTrack> inOrder; ///< of a file without ids: the n-th row
};

/// Reads
///   .csv    a header with id, path or song_id, and any of valence, arousal and names of mood tags
///           (as they are, "tag:NAME" or "mood/theme---NAME")
///   .jsonl  what `circumplex-cli analyze --json` prints
///   .npy    float32 or float64 [track, 56] or [track, 2], rows as the part lists its tracks
/// @returns FileMissing, ResultsUnusable naming the line and the column
Result<PredictionFile> readPredictions(const std::filesystem::path& file);

/// nullptr: nothing is said of it.
/// @param row  of the part
const PredictedTrack* predictionOf(
    const PredictionFile& file, const std::string& id, std::size_t row);

} // namespace circumplex
