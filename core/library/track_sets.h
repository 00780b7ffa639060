#pragma once

#include "core/library/id_set.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace SQLite {
class Database;
}

namespace circumplex {

using SqlValue = std::variant<std::int64_t, double, std::string>;

/// SQL: gather_tracks(id, set) puts ids into an IdSet, which trackSet() binds, which spares a
/// step of the statement for every row. @throws SQLite::Exception
void registerTrackSets(SQLite::Database& connection);

/// The only column of every row that a query gives. @throws SQLite::Exception
IdSet trackSet(
    SQLite::Database& connection, const std::string& sql, const std::vector<SqlValue>& values = {});

/// Rows of a query that are in `wanted`, in the query's order, each taken out of `wanted`; ends
/// early when `ids` has `limit` entries or nothing is wanted any more. @throws SQLite::Exception
void pickInOrder(SQLite::Database& connection, const std::string& sql,
    const std::vector<SqlValue>& values, std::size_t limit, IdSet& wanted,
    std::vector<TrackId>& ids);

/// All below @throws SQLite::Exception
IdSet allTracks(SQLite::Database& connection); ///< also removed ones
IdSet offlineTracks(SQLite::Database& connection);
/// Which everything but a search for is:removed passes over.
IdSet removedTracks(SQLite::Database& connection);
IdSet missingTracks(SQLite::Database& connection);
IdSet failedTracks(SQLite::Database& connection);
IdSet annotatedTracks(SQLite::Database& connection, ModelId model);

/// Tracks whose annotation by this model is of other audio than the file has now.
IdSet tracksWithOtherAudio(SQLite::Database& connection, ModelId model);

} // namespace circumplex
