#include "core/library/schema.h"

#include "core/library/database_access.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace circumplex {

namespace {

int userVersion(SQLite::Database& connection)
{
    return connection.execAndGet("PRAGMA user_version").getInt();
}

} // namespace

Result<SchemaState> schemaState(
    SQLite::Database& connection, const std::filesystem::path& file, int newest)
{
    const int version = userVersion(connection);
    const int application = connection.execAndGet("PRAGMA application_id").getInt();
    const int tables = connection.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
    if (version == 0 && application == 0 && tables == 0) return SchemaState::Empty;
    if (application != kLibraryApplicationId || version < 1)
        return tl::unexpected(Error { ErrorCode::DatabaseForeign,
            "'" + file.string()
                + "' is a database of another program, not a library of Circumplex. Choose another "
                  "file name for the library." });
    if (version > newest)
        return tl::unexpected(Error { ErrorCode::DatabaseTooNew,
            "The library '" + file.string() + "' was written by a newer Circumplex (format "
                + std::to_string(version) + ", this one knows up to " + std::to_string(newest)
                + "). Update the program; nothing was changed." });
    return version == newest ? SchemaState::Current : SchemaState::Older;
}

Result<void> migrate(SQLite::Database& connection, const std::filesystem::path& file,
    std::span<const Migration> migrations, const std::function<Result<void>()>& beforeChange)
{
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    // VACUUM INTO cannot run within a transaction. Two programs that start at once may both make a
    // copy; the lock below lets only one migrate, and the other then finds nothing to do.
    const auto before = schemaState(connection, file, newest);
    if (!before) return tl::unexpected(before.error());
    if (*before == SchemaState::Current) return {};
    if (*before == SchemaState::Older) {
        if (auto ready = beforeChange(); !ready) return ready;
    }

    UnitOfWork unit(connection);
    const auto state = schemaState(connection, file, newest);
    if (!state) return tl::unexpected(state.error());
    const int version = userVersion(connection);
    if (*state == SchemaState::Empty)
        connection.exec("PRAGMA application_id = " + std::to_string(kLibraryApplicationId));
    for (const Migration& migration : migrations) {
        if (migration.version <= version) continue;
        connection.exec(migration.sql);
        connection.exec("PRAGMA user_version = " + std::to_string(migration.version));
    }
    unit.commit();
    return {};
}

} // namespace circumplex
