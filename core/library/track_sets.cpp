#include "core/library/track_sets.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <memory>
#include <type_traits>

namespace circumplex {

namespace {

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

IdSet trackSet(
    SQLite::Database& connection, const std::string& sql, const std::vector<SqlValue>& values)
{
    FastQuery query(connection, sql, values);
    IdSet ids;
    while (query.step())
        ids.insert(query.id());
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

IdSet annotatedTracks(SQLite::Database& connection, ModelId model)
{
    return trackSet(connection, R"(
        SELECT track_id FROM annotations INDEXED BY annotations_by_key WHERE model_id = ?)",
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
