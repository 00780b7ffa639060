#include "core/library/search_index.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace circumplex {

namespace {

bool succeeds(SQLite::Database& connection, const char* sql)
{
    try {
        connection.exec(sql);
        return true;
    } catch (const SQLite::Exception& exception) {
        // FTS5 says "corrupt" for damage within its tables and ERROR where one is missing.
        const int code = exception.getErrorCode();
        if (code == SQLITE_CORRUPT || code == SQLITE_ERROR) return false;
        throw;
    }
}

} // namespace

bool searchIndexAnswers(SQLite::Database& connection)
{
    return succeeds(
        connection, "SELECT rowid FROM tracks_fts WHERE tracks_fts MATCH '\"a\"*' LIMIT 1");
}

bool searchIndexIsWhole(SQLite::Database& connection)
{
    return succeeds(
        connection, "INSERT INTO tracks_fts (tracks_fts, rank) VALUES ('integrity-check', 1)");
}

void rebuildSearchIndex(SQLite::Database& connection)
{
    connection.exec("INSERT INTO tracks_fts (tracks_fts) VALUES ('rebuild')");
}

} // namespace circumplex
