#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

namespace circumplex {

/// A library of invented tracks, for measuring: plausible names, tags, annotations, curves, chords,
/// a few labels, playlists, failures, missing files and an absent volume. The same seed gives the
/// same rows.
struct SyntheticLibrary {
    std::int64_t tracks = 10'000;
    std::uint64_t seed = 1;
    double annotatedShare = 0.9; ///< by the newest model; a little more by an older one only
    double curveHopSeconds = 2.0;
};

/// Writes to `<file>.making` and renames at the end, so that an interrupted run leaves no half
/// library.
///
/// @param progress  called about every 1000 tracks with how many are done
/// @returns Refused (the file exists), Cancelled, DiskFull, ...
Result<void> makeLibrary(const std::filesystem::path& file, const SyntheticLibrary& wanted,
    std::stop_token stop, const std::function<void(std::int64_t)>& progress);

} // namespace circumplex
