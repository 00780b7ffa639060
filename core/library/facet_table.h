#pragma once

#include "core/base/result.h"
#include "core/library/id_set.h"
#include "core/types/mood_tags.h"

#include <array>
#include <cstdint>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// A name, and how many tracks have it.
struct FacetCount {
    std::string name;
    std::int64_t tracks = 0;
    bool isAlbumArtist
        = false; ///< its tracks name other artists: found by albumartist:, not artist:
};

/// What some tracks are like, counted.
struct TrackFacets {
    std::vector<FacetCount> artists, genres; ///< most tracks first, the first `most` of them
    std::size_t artistCount = 0, genreCount = 0; ///< how many there are
    std::vector<std::pair<int, std::int64_t>> years; ///< ascending
    std::array<std::int64_t, kMoodTags.size()> moods {}; ///< as mood:NAME finds them
};

/// Artist, genre, year and strongest moods of every track, in memory: 15 MB at a million tracks,
/// so that counting any search is one pass over its hits. Artists are told apart as lists order
/// them: by album artist where there is one, without case and accents.
///
/// Belongs to one connection and is used on one thread at a time.
class FacetTable {
public:
    /// Brings itself up to date with the library first: names and years whenever the order of
    /// tracks may have changed, moods when there are other annotations, but not all the time while
    /// an analysis is writing. The first time, moods take seconds at a million tracks; a stop loses
    /// nothing of what has been read.
    /// @param withMoods  false: moods are left at 0
    /// @returns Cancelled
    Result<TrackFacets> count(LibraryDatabase& library, ModelId model, const IdSet& tracks,
        std::size_t most, bool withMoods, const std::stop_token& stop);

private:
    /// One value of every track; 0: it has none
    struct Column {
        std::vector<std::uint32_t> values; ///< by track id
        std::vector<TrackId> examples; ///< by value: one track that has it; the first is no track
    };
    static constexpr std::size_t kPlaces = 5; ///< moods of a track

    void readNames(LibraryDatabase& library, const std::stop_token& stop);
    void readMoods(LibraryDatabase& library, ModelId model, const std::stop_token& stop);
    static std::vector<FacetCount> largest(LibraryDatabase& library, const Column& column,
        const std::vector<std::uint32_t>& counts, std::size_t most, const char* nameSql);

    std::int64_t m_orderVersion = -1;
    Column m_artists, m_genres;
    std::vector<std::int16_t> m_years; ///< by track id; 0: none
    struct Moods {
        ModelId model;
        std::int64_t dataVersion = -1;
        int tagsRead = 0; ///< of kMoodTags
        std::vector<std::array<std::uint8_t, kPlaces>> tags; ///< by track id: tag + 1; 0: none
    };
    Moods m_moods, m_moodsInWork;
    std::int64_t m_moodsReadAt = 0; ///< ms of a steady clock
    std::int64_t m_moodsTook = 0; ///< ms
};

} // namespace circumplex
