#include "core/library/track_sets.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <exception>
#include <memory>
#include <type_traits>

namespace circumplex {

namespace {

constexpr const char* kSetType = "IdSet";

void gatherStep(sqlite3_context* context, int, sqlite3_value** values)
{
    auto* const ids = static_cast<IdSet*>(sqlite3_value_pointer(values[1], kSetType));
    try {
        if (ids != nullptr) ids->insert({ sqlite3_value_int64(values[0]) });
    } catch (const std::exception&) { // an id of a damaged index may be of any size
        sqlite3_result_error_nomem(context);
    }
}

void gatherFinal(sqlite3_context*) { } // NULL

/// SQLiteCpp's columns count references; these loops run over a million rows.
class FastQuery {
public:
    FastQuery(
        SQLite::Database& connection, const std::string& sql, const std::vector<SqlValue>& values)
        : m_connection(connection)
    {
        sqlite3_stmt* statement = nullptr;
        connection.check(
            sqlite3_prepare_v2(connection.getHandle(), sql.c_str(), -1, &statement, nullptr));
        m_statement.reset(statement);
        int index = 1;
        for (const SqlValue& value : values)
            connection.check(std::visit([&](const auto& v) { return bind(index++, v); }, value));
    }

    bool step()
    {
        const int result = sqlite3_step(m_statement.get());
        if (result == SQLITE_ROW) return true;
        if (result != SQLITE_DONE) throw SQLite::Exception(m_connection.getHandle(), result);
        return false;
    }

    void bindSet(int index, IdSet& ids)
    {
        m_connection.check(sqlite3_bind_pointer(m_statement.get(), index, &ids, kSetType, nullptr));
    }

    TrackId id() const { return { sqlite3_column_int64(m_statement.get(), 0) }; }

private:
    int bind(int index, std::int64_t value)
    {
        return sqlite3_bind_int64(m_statement.get(), index, value);
    }
    int bind(int index, double value)
    {
        return sqlite3_bind_double(m_statement.get(), index, value);
    }
    int bind(int index, const std::string& value)
    {
        return sqlite3_bind_text(m_statement.get(), index, value.data(),
            static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }

    SQLite::Database& m_connection;
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> m_statement { nullptr,
        &sqlite3_finalize };
};

} // namespace

void registerTrackSets(SQLite::Database& connection)
{
    connection.check(sqlite3_create_function_v2(connection.getHandle(), "gather_tracks", 2,
        SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, nullptr, &gatherStep, &gatherFinal, nullptr));
}

IdSet trackSet(
    SQLite::Database& connection, const std::string& sql, const std::vector<SqlValue>& values)
{
    const int last = static_cast<int>(values.size()) + 1;
    FastQuery query(connection,
        "WITH found (id) AS (" + sql + ") SELECT gather_tracks(id, ?" + std::to_string(last)
            + ") FROM found",
        values);
    IdSet ids;
    query.bindSet(last, ids);
    query.step();
    return ids;
}

void pickInOrder(SQLite::Database& connection, const std::string& sql,
    const std::vector<SqlValue>& values, std::size_t limit, IdSet& wanted,
    std::vector<TrackId>& ids)
{
    std::size_t left = wanted.size();
    if (left == 0 || ids.size() >= limit) return;
    FastQuery query(connection, sql, values);
    while (query.step()) {
        if (!wanted.erase(query.id())) continue;
        ids.push_back(query.id());
        if (--left == 0 || ids.size() >= limit) return;
    }
}

IdSet allTracks(SQLite::Database& connection)
{
    return trackSet(connection, "SELECT id FROM tracks INDEXED BY tracks_by_year");
}

IdSet offlineTracks(SQLite::Database& connection)
{
    return trackSet(connection, R"(
        SELECT t.id FROM volumes v CROSS JOIN tracks t INDEXED BY tracks_by_place
        ON t.volume_id = v.id WHERE v.is_online = 0)");
}

IdSet removedTracks(SQLite::Database& connection)
{
    return trackSet(
        connection, "SELECT id FROM tracks INDEXED BY tracks_removed WHERE removed_at IS NOT NULL");
}

IdSet missingTracks(SQLite::Database& connection)
{
    return trackSet(connection, "SELECT id FROM tracks INDEXED BY tracks_missing WHERE state = 1");
}

IdSet failedTracks(SQLite::Database& connection)
{
    return trackSet(connection, "SELECT track_id FROM track_errors");
}

IdSet annotatedTracks(SQLite::Database& connection, ModelId model)
{
    return trackSet(connection, R"(
        SELECT track_id FROM annotations INDEXED BY annotations_by_model WHERE model_id = ?)",
        { model.value });
}

IdSet tracksWithOtherAudio(SQLite::Database& connection, ModelId model)
{
    return trackSet(connection, R"(
        SELECT t.id FROM tracks t INDEXED BY tracks_with_changed_audio
        JOIN annotations a ON a.track_id = t.id AND a.model_id = ?
        WHERE t.audio_changed_at IS NOT NULL AND t.audio_hash <> a.audio_hash)",
        { model.value });
}

} // namespace circumplex
