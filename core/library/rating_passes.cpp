#include "core/library/rating_passes.h"

#include "core/library/database_access.h"

namespace circumplex {

Result<std::vector<EarlierRating>> ratedBefore(
    LibraryDatabase& library, const std::string& raterName, std::int64_t before)
{
    return reading(library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            WITH own AS (
                SELECT id FROM sessions
                WHERE rater_id IN (SELECT id FROM raters WHERE name = ?1)),
            said AS (
                SELECT track_id, session_id, rated_at AS at FROM ratings
                WHERE session_id IN own
                UNION ALL SELECT track_id, session_id, started_at FROM traces
                WHERE session_id IN own AND is_complete = 1)
            SELECT s.track_id, max(s.at), count(DISTINCT s.session_id)
            FROM said s JOIN tracks t ON t.id = s.track_id JOIN volumes v ON v.id = t.volume_id
            WHERE t.state = 0 AND t.removed_at IS NULL AND v.is_online = 1
            GROUP BY s.track_id HAVING max(s.at) < ?2
            ORDER BY max(s.at), s.track_id)");
        query.bind(1, raterName);
        query.bind(2, before);
        std::vector<EarlierRating> found;
        while (query.executeStep())
            found.push_back({ .track = { query.getColumn(0).getInt64() },
                .lastRatedAt = query.getColumn(1).getInt64(),
                .passCount = query.getColumn(2).getInt() });
        return found;
    });
}

} // namespace circumplex
