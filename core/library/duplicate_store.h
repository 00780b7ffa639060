#pragma once

#include "core/base/result.h"
#include "core/types/track.h"

#include <span>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// Pairs of tracks that may be the same. One transaction per verb.
class DuplicateStore {
public:
    explicit DuplicateStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// Adds pairs, in either order of ids; a pair that a person has decided stays decided.
    /// @returns how many are new
    Result<int> propose(std::span<const DuplicatePair> pairs);

    /// Undecided pairs, most similar first.
    Result<std::vector<DuplicatePair>> open() const;

    /// @returns NotFound
    Result<void> decide(TrackId first, TrackId second, DuplicatePair::Verdict verdict);

    Result<std::vector<DuplicatePair>> of(TrackId track) const;

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
