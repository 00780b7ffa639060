#pragma once

#include "core/base/result.h"
#include "core/types/id.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// All tracks in a handful of groups, as a picture of a library colours them.
struct TrackGroups {
    static constexpr std::size_t kMost = 7; ///< as many as colours can be told apart
    static constexpr std::uint8_t kNone = 255;

    std::vector<std::string> names {}; ///< at most kMost
    std::vector<std::uint8_t> groups {}; ///< by id: which name, or kNone

    std::uint8_t of(TrackId track) const
    {
        const auto id = static_cast<std::size_t>(track.value);
        return id < groups.size() ? groups[id] : kNone;
    }
};

/// By genre: the most frequent ones, most frequent first. Case and accents do not matter.
Result<TrackGroups> groupsByGenre(LibraryDatabase& library);

/// By decade, oldest first: the last kMost - 1 that there are, and what is older in the first.
/// Names are the decades' first years; that of the older ones begins with "<".
Result<TrackGroups> groupsByDecade(LibraryDatabase& library);

} // namespace circumplex
