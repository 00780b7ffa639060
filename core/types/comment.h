#pragma once

#include "core/types/id.h"

#include <cstdint>
#include <optional>
#include <string>

namespace circumplex {

/// What somebody wrote beside a moment or a stretch of a track.
struct TrackComment {
    CommentId id {};
    TrackId track {};
    double startSeconds = 0.0; ///< into the track
    std::optional<double> endSeconds {}; ///< after the start; nullopt: a moment
    std::string text {}; ///< UTF-8, not empty
    std::int64_t writtenAt = 0; ///< seconds since 1970
};

} // namespace circumplex
