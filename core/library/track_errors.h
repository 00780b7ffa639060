#pragma once

#include "core/types/track.h"

namespace SQLite {
class Database;
}

namespace circumplex {

/// Errors of tracks as steps of larger transactions. All throw SQLite::Exception.

const char* trackStageName(TrackStage stage); ///< as stored

/// @return how often this stage of this track has now failed in a row
int noteFailure(SQLite::Database& connection, const TrackFailure& failure, std::int64_t at);

void clearFailure(SQLite::Database& connection, TrackId track, TrackStage stage);

} // namespace circumplex
