#pragma once

#include "core/base/result.h"
#include "core/library/id_set.h"
#include "core/library/search_query.h"
#include "core/library/track_row.h"

#include <limits>
#include <span>
#include <vector>

namespace circumplex {

class LibraryDatabase;

struct TrackSort {
    enum class Key {
        Artist, ///< then album, disc, track number
        Album,
        Title,
        Genre,
        Year,
        Added,
        Duration,
        Path,
        Valence,
        Arousal,
        Mood, ///< probability of `tag`
        MusicalKey, ///< by tonic, as it is spelt, then mode
    };
    enum class Direction { Ascending, Descending };

    Key key = Key::Artist;
    Direction direction = Direction::Ascending;
    int tag = 0; ///< index into kMoodTags, for Key::Mood
};

/// Finds tracks. A list over a million tracks keeps the ids of find() and asks rows() for what is
/// on the screen.
///
/// How: every condition is one walk along one index that fills a set of bits, whole queries are
/// passes over such sets, and an order is a walk along its index that picks what is in the set. So
/// nothing depends on a query planner's guess.
///
/// Tracks without a value (no year, no annotation) stand last in either direction.
class TrackSearch {
public:
    struct Found {
        std::vector<TrackId> ids; ///< the first `limit` of the order
        std::size_t total = 0; ///< how many there are
    };

    static constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

    /// @param current  whose annotations are meant; 0: none
    TrackSearch(LibraryDatabase& library, ModelId current)
        : m_library(library)
        , m_model(current)
    {
    }

    /// A damaged search index is made anew on the way.
    Result<Found> find(
        const SearchNode& query, const TrackSort& sort, std::size_t limit = kNoLimit) const;

    /// The same without an order.
    Result<IdSet> matching(const SearchNode& query) const;

    /// In the order asked for; tracks that do not exist are left out.
    Result<std::vector<TrackRow>> rows(std::span<const TrackId> tracks) const;

private:
    LibraryDatabase& m_library;
    ModelId m_model;
};

} // namespace circumplex
