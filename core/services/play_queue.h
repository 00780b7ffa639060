#pragma once

#include "core/types/id.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace circumplex {

/// Whether there is a song on either side.
struct Neighbours {
    bool hasPrevious = false, hasNext = false;
};

/// The songs around the one that is open, in the order of the list that it was opened from, as that
/// was then.
class PlayQueue {
public:
    /// A list that does not hold the track leaves it alone in the queue. A list as the one before
    /// is not copied again.
    void open(TrackId track, const std::vector<TrackId>& list);

    /// Goes there. nullopt: there is none
    std::optional<TrackId> moveNext();
    std::optional<TrackId> movePrevious();

    Neighbours neighbours() const;

private:
    std::vector<TrackId> m_tracks;
    std::size_t m_current = 0;
};

} // namespace circumplex
