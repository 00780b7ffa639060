#include "core/library/playlist_store.h"

#include "core/library/database_access.h"
#include "core/library/search_query.h"

namespace circumplex {

namespace {

constexpr const char* kKinds[] { "manual", "smart", "arc" };

Playlist playlistAt(SQLite::Statement& row)
{
    Playlist playlist { .id = { row.getColumn(0).getInt64() },
        .name = row.getColumn(1).getString(),
        .definition = row.getColumn(3).getString(),
        .createdAt = row.getColumn(4).getInt64(),
        .changedAt = row.getColumn(5).getInt64() };
    const std::string kind = row.getColumn(2).getString();
    if (kind == kKinds[1]) playlist.kind = PlaylistKind::Smart;
    if (kind == kKinds[2]) playlist.kind = PlaylistKind::Arc;
    return playlist;
}

Error noPlaylist(PlaylistId id)
{
    return { ErrorCode::NotFound,
        "Playlist " + std::to_string(id.value) + " is not in the library." };
}

/// A query that nobody can run must not be kept.
Result<void> requireUsable(const Playlist& playlist)
{
    if (playlist.kind != PlaylistKind::Smart) return {};
    if (const auto query = parseSearch(playlist.definition); !query)
        return tl::unexpected(Error { ErrorCode::Refused, query.error().sentence });
    return {};
}

void insertItems(SQLite::Database& connection, PlaylistId playlist, std::int64_t position,
    std::span<const TrackId> tracks)
{
    SQLite::Statement insert(connection, R"(
        INSERT INTO playlist_items (playlist_id, position, track_id) VALUES (?, ?, ?))");
    for (const TrackId track : tracks) {
        insert.bind(1, playlist.value);
        insert.bind(2, position++);
        insert.bind(3, track.value);
        execOnce(insert);
    }
}

} // namespace

Result<PlaylistId> PlaylistStore::add(const Playlist& playlist)
{
    if (auto usable = requireUsable(playlist); !usable) return tl::unexpected(usable.error());
    return writing(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement insert(connection, R"(
            INSERT INTO playlists (name, kind, definition, created_at, changed_at)
            VALUES (?, ?, ?, ?, ?))");
        insert.bind(1, playlist.name);
        insert.bind(2, kKinds[static_cast<int>(playlist.kind)]);
        insert.bind(3, playlist.definition);
        insert.bind(4, playlist.createdAt);
        insert.bind(5, playlist.changedAt);
        insert.exec();
        return PlaylistId { connection.getLastInsertRowid() };
    });
}

Result<void> PlaylistStore::update(const Playlist& playlist)
{
    if (auto usable = requireUsable(playlist); !usable) return usable;
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement update(connection, R"(
            UPDATE playlists SET name = ?, definition = ?, changed_at = ? WHERE id = ?)");
        update.bind(1, playlist.name);
        update.bind(2, playlist.definition);
        update.bind(3, playlist.changedAt);
        update.bind(4, playlist.id.value);
        if (update.exec() == 0) return tl::unexpected(noPlaylist(playlist.id));
        return {};
    });
}

Result<void> PlaylistStore::remove(PlaylistId playlist)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement remove(connection, "DELETE FROM playlists WHERE id = ?");
        remove.bind(1, playlist.value);
        if (remove.exec() == 0) return tl::unexpected(noPlaylist(playlist));
        return {};
    });
}

Result<std::vector<Playlist>> PlaylistStore::all() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, name, kind, definition, created_at, changed_at FROM playlists
            ORDER BY name COLLATE NOCASE, id)");
        std::vector<Playlist> playlists;
        while (query.executeStep())
            playlists.push_back(playlistAt(query));
        return playlists;
    });
}

Result<Playlist> PlaylistStore::playlist(PlaylistId id) const
{
    return reading(m_library, [&](SQLite::Database& connection) -> Result<Playlist> {
        SQLite::Statement query(connection, R"(
            SELECT id, name, kind, definition, created_at, changed_at FROM playlists
            WHERE id = ?)");
        query.bind(1, id.value);
        if (!query.executeStep()) return tl::unexpected(noPlaylist(id));
        return playlistAt(query);
    });
}

Result<std::vector<TrackId>> PlaylistStore::items(PlaylistId playlist) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT track_id FROM playlist_items WHERE playlist_id = ? ORDER BY position)");
        query.bind(1, playlist.value);
        std::vector<TrackId> tracks;
        while (query.executeStep())
            tracks.push_back({ query.getColumn(0).getInt64() });
        return tracks;
    });
}

Result<std::vector<Playlist>> PlaylistStore::holding(TrackId track) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, name, kind, definition, created_at, changed_at FROM playlists
            WHERE id IN (SELECT playlist_id FROM playlist_items WHERE track_id = ?)
            ORDER BY name COLLATE NOCASE, id)");
        query.bind(1, track.value);
        std::vector<Playlist> playlists;
        while (query.executeStep())
            playlists.push_back(playlistAt(query));
        return playlists;
    });
}

Result<void> PlaylistStore::setItems(PlaylistId playlist, std::span<const TrackId> tracks)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement clear(connection, "DELETE FROM playlist_items WHERE playlist_id = ?");
        clear.bind(1, playlist.value);
        clear.exec();
        insertItems(connection, playlist, 0, tracks);
        return {};
    });
}

Result<void> PlaylistStore::append(PlaylistId playlist, std::span<const TrackId> tracks)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement last(connection, R"(
            SELECT coalesce(max(position), -1) FROM playlist_items WHERE playlist_id = ?)");
        last.bind(1, playlist.value);
        last.executeStep();
        insertItems(connection, playlist, last.getColumn(0).getInt64() + 1, tracks);
        return {};
    });
}

} // namespace circumplex
