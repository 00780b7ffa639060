#pragma once

#include "core/base/result.h"
#include "core/types/track.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// What went wrong with single tracks, how often and why. One transaction per verb.
class TrackErrorStore {
public:
    explicit TrackErrorStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// @returns how often this stage of this track has now failed in a row
    Result<int> add(const TrackFailure& failure, std::int64_t at);

    /// The stage succeeded, or is to be tried again from the start.
    Result<void> clear(TrackId track, TrackStage stage);

    Result<std::vector<TrackError>> of(TrackId track) const;

    /// Those of songs that were removed from the library are left out. Newest first.
    Result<std::vector<TrackError>> all(TrackStage stage) const;

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
