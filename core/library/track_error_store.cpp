#include "core/library/track_error_store.h"

#include "core/library/database_access.h"
#include "core/library/track_errors.h"

namespace circumplex {

namespace {

TrackError errorAt(SQLite::Statement& row)
{
    return { .failure = { .track = { row.getColumn(0).getInt64() },
                 .stage
                 = row.getColumn(1).getString() == "scan" ? TrackStage::Scan : TrackStage::Analysis,
                 .code = row.getColumn(2).getString(),
                 .reason = row.getColumn(3).getString() },
        .tries = row.getColumn(4).getInt(),
        .lastAt = row.getColumn(5).getInt64() };
}

std::vector<TrackError> errorsOf(SQLite::Statement& query)
{
    std::vector<TrackError> errors;
    while (query.executeStep())
        errors.push_back(errorAt(query));
    return errors;
}

} // namespace

const char* trackStageName(TrackStage stage)
{
    return stage == TrackStage::Scan ? "scan" : "analysis";
}

int noteFailure(SQLite::Database& connection, const TrackFailure& failure, std::int64_t at)
{
    SQLite::Statement upsert(connection, R"(
        INSERT INTO track_errors (track_id, stage, code, reason, last_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (track_id, stage) DO UPDATE SET code = excluded.code,
            reason = excluded.reason, last_at = excluded.last_at, tries = tries + 1
        RETURNING tries)");
    upsert.bind(1, failure.track.value);
    upsert.bind(2, trackStageName(failure.stage));
    upsert.bind(3, failure.code);
    upsert.bind(4, failure.reason);
    upsert.bind(5, at);
    upsert.executeStep();
    const int tries = upsert.getColumn(0).getInt();
    upsert.reset();
    return tries;
}

void clearFailure(SQLite::Database& connection, TrackId track, TrackStage stage)
{
    SQLite::Statement remove(
        connection, "DELETE FROM track_errors WHERE track_id = ? AND stage = ?");
    remove.bind(1, track.value);
    remove.bind(2, trackStageName(stage));
    remove.exec();
}

Result<int> TrackErrorStore::add(const TrackFailure& failure, std::int64_t at)
{
    return writing(m_library,
        [&](SQLite::Database& connection) { return noteFailure(connection, failure, at); });
}

Result<void> TrackErrorStore::clear(TrackId track, TrackStage stage)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        clearFailure(connection, track, stage);
        return {};
    });
}

Result<std::vector<TrackError>> TrackErrorStore::of(TrackId track) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT track_id, stage, code, reason, tries, last_at FROM track_errors
            WHERE track_id = ? ORDER BY stage)");
        query.bind(1, track.value);
        return errorsOf(query);
    });
}

Result<std::vector<TrackError>> TrackErrorStore::all(TrackStage stage) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT track_id, stage, code, reason, tries, last_at FROM track_errors
            WHERE stage = ? AND track_id NOT IN (SELECT id FROM tracks WHERE removed_at IS NOT NULL)
            ORDER BY last_at DESC, track_id)");
        query.bind(1, trackStageName(stage));
        return errorsOf(query);
    });
}

} // namespace circumplex
