#pragma once

#include "core/base/result.h"
#include "core/library/search_query.h"
#include "core/types/id.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// How much of a library is there, and what of it the current model has heard.
struct LibraryCounts {
    std::int64_t tracks = 0;
    std::int64_t annotated = 0;
    /// Annotated tracks by quarter of the plane, cut at 5 (5 belongs to the upper side): pleasant
    /// and excited, unpleasant and excited, unpleasant and calm, pleasant and calm.
    std::array<std::int64_t, 4> quarters {};
    std::int64_t failed = 0; ///< something went wrong with them, as is:failed finds
    std::int64_t missing = 0; ///< as is:missing finds
};

/// A curve so small that a list can hold thousands: levels 0..255 stand for 1..9.
struct Sparkline {
    static constexpr std::size_t kMostPoints = 64;

    TrackId id {};
    std::vector<std::uint8_t> valence {}, arousal {}; ///< of equal length, evenly over the track
};

/// A track on the plane of valence and arousal.
struct EmotionPoint {
    TrackId id {};
    float valence = 5.0F; ///< 1..9
    float arousal = 5.0F; ///< 1..9
};

/// What pages over the whole library show.
class LibraryOverview {
public:
    /// @param current  whose annotations are meant; 0: none
    LibraryOverview(LibraryDatabase& library, ModelId current)
        : m_library(library)
        , m_model(current)
    {
    }

    Result<LibraryCounts> counts() const;
    /// The same of what a search finds, in one pass over the annotations.
    Result<LibraryCounts> counts(const SearchNode& query) const;

    /// Tracks without a curve are left out.
    Result<std::vector<Sparkline>> sparklines(std::span<const TrackId> tracks) const;

    /// Every annotated track, in the order of valence.
    Result<std::vector<EmotionPoint>> points() const;

private:
    LibraryDatabase& m_library;
    ModelId m_model;
};

} // namespace circumplex
