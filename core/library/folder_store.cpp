#include "core/library/folder_store.h"

#include "core/library/database_access.h"

namespace circumplex {

Result<VolumeId> FolderStore::volumeSeen(const Volume& volume)
{
    return writing(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement upsert(connection, R"(
            INSERT INTO volumes (identity, label, mount_point, is_online, last_seen_at)
            VALUES (?, ?, ?, 1, ?)
            ON CONFLICT (identity) DO UPDATE SET label = excluded.label,
                mount_point = excluded.mount_point, is_online = 1,
                last_seen_at = excluded.last_seen_at
            RETURNING id)");
        upsert.bind(1, volume.identity);
        upsert.bind(2, volume.label);
        bindBytes(upsert, 3, volume.mountPoint);
        upsert.bind(4, volume.lastSeenAt);
        upsert.executeStep();
        return VolumeId { upsert.getColumn(0).getInt64() };
    });
}

Result<void> FolderStore::volumeGone(VolumeId volume)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement update(connection, "UPDATE volumes SET is_online = 0 WHERE id = ?");
        update.bind(1, volume.value);
        update.exec();
        return {};
    });
}

Result<std::vector<Volume>> FolderStore::volumes() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, identity, label, mount_point, is_online, last_seen_at
            FROM volumes ORDER BY id)");
        std::vector<Volume> volumes;
        while (query.executeStep())
            volumes.push_back({ .id = { query.getColumn(0).getInt64() },
                .identity = query.getColumn(1).getString(),
                .label = query.getColumn(2).getString(),
                .mountPoint = bytesAt(query, 3),
                .isOnline = query.getColumn(4).getInt() != 0,
                .lastSeenAt = query.getColumn(5).getInt64() });
        return volumes;
    });
}

Result<FolderId> FolderStore::addFolder(VolumeId volume, const std::string& path)
{
    return writing(m_library, [&](SQLite::Database& connection) {
        // The update that changes nothing lets RETURNING give the id of a folder that is there.
        SQLite::Statement upsert(connection, R"(
            INSERT INTO folders (volume_id, path) VALUES (?, ?)
            ON CONFLICT (volume_id, path) DO UPDATE SET path = excluded.path
            RETURNING id)");
        upsert.bind(1, volume.value);
        bindBytes(upsert, 2, path);
        upsert.executeStep();
        return FolderId { upsert.getColumn(0).getInt64() };
    });
}

Result<void> FolderStore::removeFolder(FolderId folder)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement remove(connection, "DELETE FROM folders WHERE id = ?");
        remove.bind(1, folder.value);
        remove.exec();
        return {};
    });
}

Result<std::vector<WatchedFolder>> FolderStore::folders() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, volume_id, path, last_scanned_at FROM folders ORDER BY id)");
        std::vector<WatchedFolder> folders;
        while (query.executeStep()) {
            WatchedFolder folder { .id = { query.getColumn(0).getInt64() },
                .volume = { query.getColumn(1).getInt64() },
                .path = bytesAt(query, 2) };
            if (!query.isColumnNull(3)) folder.lastScannedAt = query.getColumn(3).getInt64();
            folders.push_back(std::move(folder));
        }
        return folders;
    });
}

Result<void> FolderStore::folderScanned(FolderId folder, std::int64_t at)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement update(connection, "UPDATE folders SET last_scanned_at = ? WHERE id = ?");
        update.bind(1, at);
        update.bind(2, folder.value);
        update.exec();
        return {};
    });
}

} // namespace circumplex
