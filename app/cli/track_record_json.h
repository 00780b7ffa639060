#pragma once

#include "app/cli/cli_context.h"
#include "app/cli/track_record.h"

namespace circumplex::cli {

/// The line of `show --json`: that of `list --json`, and "annotations" (lines of `analyze --json`
/// with their provenance), "labels", "playlists", "errors", "duplicates".
Json recordJson(const TrackRecord& record);

/// Hexadecimal digits; null for nullopt.
Json hashJson(const std::optional<AudioHash>& hash);

const char* reasonName(DuplicatePair::Reason reason);
const char* verdictName(DuplicatePair::Verdict verdict);
const char* stageName(TrackStage stage);
const char* dimensionName(TraceDimension dimension);

} // namespace circumplex::cli
