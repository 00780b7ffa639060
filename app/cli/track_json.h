#pragma once

#include "app/cli/cli_context.h"
#include "core/library/track_row.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace circumplex::cli {

/// One line of `list --json`: the fields of `analyze --json` without curve and chords, of a track
/// that is not annotated null, and what the library knows of the track.
/// @param model  name@hash
Json rowJson(const TrackRow& row, const std::filesystem::path& path, const std::string& model);

/// "present", "missing", or "offline" while its volume is absent.
const char* stateName(const TrackRow& row);

/// "2026-03-01T17:04:59Z"
std::string utcText(std::int64_t secondsSince1970);

} // namespace circumplex::cli
