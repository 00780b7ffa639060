#pragma once

#include "core/base/result.h"
#include "core/types/id.h"

#include <cstdint>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// A track that a person has rated, once or in several sittings.
struct EarlierRating {
    TrackId track {};
    std::int64_t lastRatedAt = 0; ///< seconds since 1970
    int passCount = 0; ///< sittings in which it was rated

    friend bool operator==(const EarlierRating&, const EarlierRating&) = default;
};

/// Tracks that can be heard now and that this rater rated last before a moment, as a whole or while
/// listening to the end of the gesture; the oldest first. What they say the second time shows how
/// far they agree with themselves, if they have forgotten the first.
/// @param before  seconds since 1970
Result<std::vector<EarlierRating>> ratedBefore(
    LibraryDatabase& library, const std::string& raterName, std::int64_t before);

} // namespace circumplex
