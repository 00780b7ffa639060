#pragma once

#include "core/library/track_search.h"
#include "core/library/track_sets.h"

#include <string>
#include <vector>

namespace circumplex {

/// An order of tracks as SQL.
struct TrackOrder {
    struct Walk {
        std::string sql {}; ///< its first column is the track
        std::vector<SqlValue> values {};
    };

    /// Along indexes, one after the other; tracks that none of them meets stand last, by id.
    std::vector<Walk> walks {};
    bool isOfTracksAlone = false; ///< annotations do not matter
    /// Of the tracks in a JSON array, the last parameter.
    Walk few {};
};

TrackOrder trackOrder(const TrackSort& sort, ModelId model);

} // namespace circumplex
