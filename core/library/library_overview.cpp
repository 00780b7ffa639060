#include "core/library/library_overview.h"

#include "core/library/curve_blob.h"
#include "core/library/database_access.h"
#include "core/library/track_search.h"
#include "core/library/track_sets.h"

#include <cmath>
#include <memory>

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

/// Calls visit(track, valence, arousal) for every annotated track, in the order of valence. Not
/// through SQLiteCpp, whose columns count references: there are a million rows. @throws
/// SQLite::Exception
template <class Visit> void eachPoint(SQLite::Database& connection, ModelId model, Visit visit)
{
    sqlite3_stmt* statement = nullptr;
    connection.check(sqlite3_prepare_v2(connection.getHandle(), R"(
        SELECT track_id, valence, arousal FROM annotations INDEXED BY annotations_by_valence
        WHERE model_id = ? ORDER BY valence, arousal, track_id)",
        -1, &statement, nullptr));
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owner(statement, &sqlite3_finalize);
    connection.check(sqlite3_bind_int64(statement, 1, model.value));
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW)
        visit(TrackId { sqlite3_column_int64(statement, 0) }, sqlite3_column_double(statement, 1),
            sqlite3_column_double(statement, 2));
    if (result != SQLITE_DONE) throw SQLite::Exception(connection.getHandle(), result);
}

constexpr const char* kOfRemoved = R"(
    WHERE model_id = ? AND track_id IN (
        SELECT id FROM tracks INDEXED BY tracks_removed WHERE removed_at IS NOT NULL))";

/// Annotated tracks and quarters. @param where  with the model as its parameter
LibraryCounts annotatedCounts(SQLite::Database& connection, ModelId model, const std::string& where)
{
    SQLite::Statement query(connection,
        R"(
        SELECT count(*), total(valence >= 5 AND arousal >= 5), total(valence < 5 AND arousal >= 5),
            total(valence < 5 AND arousal < 5), total(valence >= 5 AND arousal < 5)
        FROM annotations)"
            + where);
    query.bind(1, model.value);
    query.executeStep();
    LibraryCounts counts { .annotated = query.getColumn(0).getInt64() };
    for (int quarter = 0; quarter < 4; ++quarter)
        counts.quarters[static_cast<std::size_t>(quarter)]
            = query.getColumn(quarter + 1).getInt64();
    return counts;
}

} // namespace

Result<LibraryCounts> LibraryOverview::counts() const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        IdSet failed = failedTracks(connection), missing = missingTracks(connection);
        const IdSet removed = removedTracks(connection);
        failed.subtract(removed);
        missing.subtract(removed);
        LibraryCounts counts = annotatedCounts(
            connection, m_model, " INDEXED BY annotations_by_valence WHERE model_id = ?");
        counts.tracks = connection.execAndGet("SELECT count(*) FROM tracks").getInt64()
            - static_cast<std::int64_t>(removed.size());
        counts.failed = static_cast<std::int64_t>(failed.size());
        counts.missing = static_cast<std::int64_t>(missing.size());
        if (removed.size() == 0) return counts;
        // Few beside the library: cheaper to count than to look for in every row.
        const LibraryCounts gone = annotatedCounts(connection, m_model, kOfRemoved);
        counts.annotated -= gone.annotated;
        for (std::size_t quarter = 0; quarter < 4; ++quarter)
            counts.quarters[quarter] -= gone.quarters[quarter];
        return counts;
    });
}

Result<LibraryCounts> LibraryOverview::counts(const SearchNode& query) const
{
    const auto found = TrackSearch(m_library, m_model).matching(query);
    if (!found) return tl::unexpected(found.error());
    return reading(m_library, [&](SQLite::Database& connection) {
        const auto among = [&found](IdSet set) {
            set.intersect(*found);
            return static_cast<std::int64_t>(set.size());
        };
        LibraryCounts counts { .tracks = static_cast<std::int64_t>(found->size()),
            .failed = among(failedTracks(connection)),
            .missing = among(missingTracks(connection)) };
        eachPoint(connection, m_model, [&](TrackId track, double valence, double arousal) {
            if (!found->contains(track)) return;
            ++counts.annotated;
            const std::size_t excited = valence >= 5.0 ? 0 : 1;
            ++counts.quarters[arousal >= 5.0 ? excited : 3 - excited];
        });
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
        std::vector<EmotionPoint> points;
        const IdSet removed = removedTracks(connection);
        eachPoint(connection, m_model, [&](TrackId track, double valence, double arousal) {
            if (removed.contains(track)) return;
            points.push_back({ track, static_cast<float>(valence), static_cast<float>(arousal) });
        });
        return points;
    });
}

} // namespace circumplex
