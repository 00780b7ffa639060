#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace SQLite {
class Exception;
}
struct sqlite3;

namespace circumplex {

/// What SQLite reports, in the library's words, with the way out: DatabaseLocked, DatabaseReadOnly,
/// DatabaseDamaged (naming the newest good backup of `file`), DatabaseForeign, DiskFull,
/// FileUnreadable, NotFound (a row refers to one that is not there), else Internal.
///
/// @param connection  asked what the disk said, so before anything else is done with it; null: none
Error databaseError(
    const SQLite::Exception& exception, sqlite3* connection, const std::filesystem::path& file);

/// Did the last failure come from a full disk or quota? SQLite has a code of its own for ENOSPC,
/// but reports the other ways of being full as I/O errors. @param connection  null: false
bool hasNoSpace(sqlite3* connection);

/// The file cannot be trusted. @param what  what was found, without a full stop
Error damagedError(const std::filesystem::path& file, const std::string& what);

} // namespace circumplex
