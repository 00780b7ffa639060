#include "core/library/database_error.h"

#include "core/library/backup_folder.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace circumplex {

namespace {

Error diskFull(const std::filesystem::path& file)
{
    return { ErrorCode::DiskFull,
        "The disk that holds '" + file.string()
            + "' is full. The library is as it was before; free some space on "
            + file.parent_path().string() + " and try again." };
}

} // namespace

bool hasNoSpace(sqlite3* connection)
{
    if (connection == nullptr) return false;
    std::array<int, 3> reasons { sqlite3_system_errno(connection), 0, 0 };
    sqlite3_file* log = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &reasons[1]);
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (log != nullptr && log->pMethods != nullptr)
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &reasons[2]);
    return std::any_of(reasons.begin(), reasons.end(),
        [](int reason) { return reason == ENOSPC || reason == EDQUOT || reason == EFBIG; });
}

Error damagedError(const std::filesystem::path& file, const std::string& what)
{
    std::string sentence = "The library '" + file.string() + "' is damaged (" + what + "). ";
    if (const auto backup = BackupFolder(file).newest())
        sentence += "Restore the newest good backup, '" + backup->string()
            + "'; the damaged file is kept beside it.";
    else
        sentence += "There is no backup of it; what can still be read can be saved with the "
                    "command 'sqlite3 OLD .recover | sqlite3 NEW'.";
    return { ErrorCode::DatabaseDamaged, sentence };
}

Error databaseError(
    const SQLite::Exception& exception, sqlite3* connection, const std::filesystem::path& file)
{
    const std::string name = "'" + file.string() + "'";
    switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return { ErrorCode::DatabaseLocked,
            "Another program is writing to the library " + name
                + " and did not finish in time. Close it or wait, then try again." };
    case SQLITE_READONLY:
        return { ErrorCode::DatabaseReadOnly,
            "The library " + name
                + " cannot be written. Give yourself permission to write the file and its folder, "
                  "or copy it to where you have." };
    case SQLITE_CORRUPT:
        return damagedError(file, exception.getErrorStr());
    case SQLITE_NOTADB:
        if (BackupFolder(file).newest()) return damagedError(file, "its beginning is overwritten");
        return { ErrorCode::DatabaseForeign,
            name + " is not a library of Circumplex. Choose another file name for the library." };
    case SQLITE_FULL:
        return diskFull(file);
    case SQLITE_IOERR:
        if (hasNoSpace(connection)) return diskFull(file);
        return { ErrorCode::FileUnreadable,
            "The disk reported an error while the library " + name + " was used ("
                + exception.what() + "). Check the disk and its cable." };
    case SQLITE_CANTOPEN:
        if (hasNoSpace(connection)) return diskFull(file);
        return { ErrorCode::FileUnreadable,
            "The library " + name
                + " cannot be opened. Check that its folder exists and that you may use it." };
    case SQLITE_CONSTRAINT:
        if (exception.getExtendedErrorCode() == SQLITE_CONSTRAINT_FOREIGNKEY)
            return { ErrorCode::NotFound,
                "What this refers to is not, or no longer, in the library." };
        break;
    default:
        break;
    }
    return { ErrorCode::Internal,
        std::string("The library's database reported: ") + exception.what() };
}

} // namespace circumplex
