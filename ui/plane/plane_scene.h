#pragma once

#include "core/library/track_groups.h"
#include "core/types/annotation.h"
#include "ui/plane/plane_points.h"

#include <memory>

namespace circumplex {

/// All that a picture of the plane shows.
struct PlaneScene {
    enum class Colouring { Quarter, Genre, Decade };

    static constexpr std::size_t kMostDots = 20'000; ///< in view; more are cells

    std::shared_ptr<const PlanePoints> points = std::make_shared<const PlanePoints>();
    std::shared_ptr<const PlanePoints> hits {}; ///< of a search; nullptr: nothing is searched for
    Colouring colouring = Colouring::Quarter;
    std::shared_ptr<const TrackGroups> groups {}; ///< of genres or decades
    std::shared_ptr<const EmotionCurve> trail {}; ///< of a track; nullptr: none
    bool hasWords = true;

    /// What can be pointed at and selected.
    const PlanePoints& reachable() const { return hits ? *hits : *points; }
};

} // namespace circumplex
