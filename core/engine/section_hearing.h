#pragma once

#include "core/base/result.h"
#include "core/engine/track_places.h"
#include "core/ml/training/adapter_sections.h"
#include "core/ml/training/track_folds.h"
#include "core/types/data_type.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// A piece of a track's sound.
struct SectionPlace {
    std::int64_t row = AdapterSections::kNoRow; ///< of the pack whose window it is
    double begin = 0.0, end = 0.0; ///< seconds in the track
};

/// Pieces from which an adapter learns of a track: windows of its rows, evenly spread; of a track
/// without windows its middle.
/// @param rowSeconds  middle of each of the pack's rows
/// @param most        pieces
std::vector<SectionPlace> sectionsOf(const TrackRows& track, std::span<const double> rowSeconds,
    double windowSeconds, std::size_t most);

/// So many pieces of each track that all of them stay below about 4 GB, one at least.
std::size_t sectionBudget(std::size_t trackCount, std::size_t wanted, std::size_t bytesEach);

/// Decodes a file once and hands its pieces on, brought to the model's loudness.
/// @param track  as the pack numbers it
/// @returns what decodeAudio() does; MemoryExceeded, FileUnwritable (no room for the pieces)
Result<void> hearSections(const std::filesystem::path& file, const TrackPlace& place,
    std::int64_t track, std::span<const SectionPlace> pieces, AdapterSections& sections,
    std::stop_token stop);

} // namespace circumplex
