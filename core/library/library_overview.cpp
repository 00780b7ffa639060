#include "core/library/library_overview.h"

#include "core/library/curve_blob.h"
#include "core/library/database_access.h"

#include <cmath>

namespace circumplex {

namespace {

/// Means of `values` over at most kMostPoints equal stretches.
std::vector<std::uint8_t> shrunk(std::span<const float> values)
{
    const std::size_t count = std::min(values.size(), Sparkline::kMostPoints);
    std::vector<std::uint8_t> levels(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = i * values.size() / count;
        const std::size_t end = (i + 1) * values.size() / count;
        double sum = 0.0;
        for (std::size_t k = begin; k < end; ++k)
            sum += static_cast<double>(values[k]);
        const double level = (sum / static_cast<double>(end - begin) - 1.0) / 8.0 * 255.0;
        levels[i] = static_cast<std::uint8_t>(std::lround(std::clamp(level, 0.0, 255.0)));
    }
    return levels;
}

} // namespace

Result<LibraryCounts> LibraryOverview::counts() const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        LibraryCounts counts;
        counts.tracks = connection.execAndGet("SELECT count(*) FROM tracks").getInt64();
        SQLite::Statement query(connection, R"(
            SELECT count(*), total(valence >= 5 AND arousal >= 5), total(valence < 5 AND arousal >= 5),
                total(valence < 5 AND arousal < 5), total(valence >= 5 AND arousal < 5)
            FROM annotations INDEXED BY annotations_by_valence WHERE model_id = ?)");
        query.bind(1, m_model.value);
        query.executeStep();
        counts.annotated = query.getColumn(0).getInt64();
        for (int quarter = 0; quarter < 4; ++quarter)
            counts.quarters[static_cast<std::size_t>(quarter)]
                = query.getColumn(quarter + 1).getInt64();
        return counts;
    });
}

Result<std::vector<Sparkline>> LibraryOverview::sparklines(std::span<const TrackId> tracks) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT c.point_count, c.emotion FROM annotations a JOIN curves c ON c.annotation_id = a.id
            WHERE a.model_id = ? AND a.track_id = ?)");
        query.bind(1, m_model.value);
        std::vector<Sparkline> lines;
        for (const TrackId id : tracks) {
            query.bind(2, id.value);
            if (query.executeStep()) {
                EmotionCurve curve;
                const auto points = static_cast<std::size_t>(query.getColumn(0).getInt64());
                if (points > 0 && unpackEmotion(blobAt(query, 1), points, curve))
                    lines.push_back({ id, shrunk(curve.valence), shrunk(curve.arousal) });
            }
            query.reset();
        }
        return lines;
    });
}

Result<std::vector<EmotionPoint>> LibraryOverview::points() const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        sqlite3_stmt* statement = nullptr;
        connection.check(sqlite3_prepare_v2(connection.getHandle(), R"(
            SELECT track_id, valence, arousal FROM annotations INDEXED BY annotations_by_valence
            WHERE model_id = ? ORDER BY valence, arousal, track_id)",
            -1, &statement, nullptr));
        // SQLiteCpp's columns count references; this loop runs over a million rows.
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owner(
            statement, &sqlite3_finalize);
        connection.check(sqlite3_bind_int64(statement, 1, m_model.value));
        std::vector<EmotionPoint> points;
        int result = SQLITE_ROW;
        while ((result = sqlite3_step(statement)) == SQLITE_ROW)
            points.push_back({ { sqlite3_column_int64(statement, 0) },
                static_cast<float>(sqlite3_column_double(statement, 1)),
                static_cast<float>(sqlite3_column_double(statement, 2)) });
        if (result != SQLITE_DONE) throw SQLite::Exception(connection.getHandle(), result);
        return points;
    });
}

} // namespace circumplex
