#include "core/library/library_database.h"

#include "core/library/backup_folder.h"
#include "core/library/database_access.h"
#include "core/library/library_file.h"
#include "core/library/remembered_order.h"
#include "core/library/schema.h"
#include "core/library/search_index.h"
#include "core/library/strong_moods.h"
#include "core/library/track_sets.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

/// What people made. Small, and the only tables whose content nothing can compute again.
constexpr std::array<const char*, 13> kPrecious { "volumes", "folders", "models", "raters",
    "sessions", "ratings", "tag_labels", "traces", "trace_pieces", "latency_tests", "playlists",
    "playlist_items", "track_comments" };

bool canWrite(const fs::path& fileOrFolder)
{
    return ::faccessat(AT_FDCWD, fileOrFolder.c_str(), W_OK, AT_EACCESS) == 0;
}

std::string percentEncoded(const fs::path& file)
{
    std::string text;
    for (const char c : file.string()) {
        if (c == '%' || c == '?' || c == '#') {
            char code[8];
            std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(c));
            text += code;
        } else {
            text += c;
        }
    }
    return text;
}

std::unique_ptr<SQLite::Database> connect(
    const fs::path& file, bool isReadOnly, std::chrono::milliseconds patience)
{
    std::string name = file.string();
    int flags = SQLite::OPEN_READONLY;
    if (!isReadOnly) {
        flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    } else if (!canWrite(fs::absolute(file).parent_path())) {
        // A library in write-ahead mode needs shared memory beside it, which a folder that cannot
        // be written does not allow. Nobody else can write there either, so reading without locks
        // is safe.
        name = "file:" + percentEncoded(fs::absolute(file)) + "?immutable=1";
        flags |= SQLite::OPEN_URI;
    }
    return std::make_unique<SQLite::Database>(name, flags, static_cast<int>(patience.count()));
}

/// Before anything else is read.
void configure(SQLite::Database& connection, bool avoidSharedMemory)
{
    if (avoidSharedMemory) connection.exec("PRAGMA locking_mode = EXCLUSIVE");
    connection.exec("PRAGMA foreign_keys = ON;"
                    // Debian's SQLite overwrites what is deleted, which nothing here needs.
                    "PRAGMA secure_delete = OFF;"
                    "PRAGMA journal_size_limit = 67108864;"
                    "PRAGMA cache_size = -65536");
    registerMoodFunction(connection);
    registerTrackSets(connection);
}

/// @returns what is wrong; empty: nothing
std::string quickCheck(SQLite::Database& connection, bool isWhole)
{
    const auto run = [&connection](const std::string& pragma) {
        const std::string verdict = connection.execAndGet(pragma).getString();
        return verdict == "ok" ? std::string() : verdict;
    };
    if (isWhole) return run("PRAGMA quick_check(1)");
    for (const char* table : kPrecious) {
        SQLite::Statement isThere(connection, "SELECT 1 FROM sqlite_master WHERE name = ?");
        isThere.bind(1, table);
        if (!isThere.executeStep()) continue; // a library of an older format
        if (std::string verdict = run(std::string("PRAGMA quick_check('") + table + "')");
            !verdict.empty())
            return verdict;
    }
    return {};
}

Result<void> chooseJournal(SQLite::Database& connection, const fs::path& file,
    LibraryOptions::Journal journal, std::vector<std::string>& notices)
{
    bool writesAhead = journal == LibraryOptions::Journal::WriteAhead;
    if (journal == LibraryOptions::Journal::Automatic) {
        writesAhead = writeAheadIsSafeOn(fileSystemTypeOf(file));
        if (!writesAhead)
            notices.push_back("The library '" + file.string()
                + "' lies on a network or shared drive: it works there, but slower, and only one "
                  "computer should use it at a time. A local disk is better.");
    }
    const std::string wanted = writesAhead ? "wal" : "truncate";
    const std::string mode = connection.execAndGet("PRAGMA journal_mode = " + wanted).getString();
    if (mode != wanted)
        return tl::unexpected(Error { ErrorCode::DatabaseLocked,
            "The journal of the library '" + file.string()
                + "' could not be set up because another program uses it. Close that program." });
    // With a write-ahead log, NORMAL can lose the last moments on a power cut, but never damages.
    connection.exec(writesAhead ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
    connection.exec("PRAGMA locking_mode = NORMAL");
    return {};
}

Result<void> requireFile(const fs::path& file, bool isReadOnly)
{
    std::error_code problem;
    if (fs::exists(file, problem)) {
        if (fs::is_directory(file))
            return tl::unexpected(Error {
                ErrorCode::NotAFile, "'" + file.string() + "' is a folder; a library is a file." });
        return {};
    }
    if (const auto backup = BackupFolder(file).newest())
        return tl::unexpected(Error { ErrorCode::FileMissing,
            "The library '" + file.string() + "' is gone, but there is a backup: restore '"
                + backup->string() + "', or rename the folder '"
                + BackupFolder(file).folder().string() + "' to begin a new library." });
    if (isReadOnly)
        return tl::unexpected(
            Error { ErrorCode::FileMissing, "There is no library at '" + file.string() + "'." });
    if (const fs::path folder = fs::absolute(file).parent_path();
        !fs::create_directories(folder, problem) && !fs::is_directory(folder))
        return tl::unexpected(Error { ErrorCode::FileUnreadable,
            "The folder '" + folder.string()
                + "' for the library cannot be made: " + problem.message() + "." });
    return {};
}

} // namespace

LibraryDatabase::LibraryDatabase()
    : m_order(std::make_unique<RememberedOrder>())
{
}
LibraryDatabase::LibraryDatabase(LibraryDatabase&&) noexcept = default;
LibraryDatabase& LibraryDatabase::operator=(LibraryDatabase&&) noexcept = default;

LibraryDatabase::~LibraryDatabase() = default;

Result<LibraryDatabase> LibraryDatabase::open(const fs::path& file, const LibraryOptions& options)
{
    return open(file, options, shippedMigrations());
}

Result<LibraryDatabase> LibraryDatabase::open(
    const fs::path& file, const LibraryOptions& options, std::span<const Migration> migrations)
{
    const bool wantsRead = options.access == LibraryOptions::Access::ReadOnly;
    if (auto there = requireFile(file, wantsRead); !there) return tl::unexpected(there.error());

    LibraryDatabase library;
    library.m_file = file;
    std::error_code ignored;
    library.m_isReadOnly = wantsRead || (fs::exists(file, ignored) && !canWrite(file));
    try {
        library.m_connection = connect(file, library.m_isReadOnly, options.lockPatience);
        auto usable = checkLibraryHeader(library.m_connection->getHandle(), file);
        if (!usable) return tl::unexpected(usable.error());
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected(databaseError(exception, nullptr, file));
    }
    auto prepared = reading(library, [&](SQLite::Database& connection) {
        return library.prepare(connection, options, migrations);
    });
    if (!prepared) return tl::unexpected(prepared.error());
    return library;
}

Result<void> LibraryDatabase::prepare(SQLite::Database& connection, const LibraryOptions& options,
    std::span<const Migration> migrations)
{
    const bool avoidsLog = options.journal == LibraryOptions::Journal::Truncate
        || (options.journal == LibraryOptions::Journal::Automatic
            && !writeAheadIsSafeOn(fileSystemTypeOf(m_file)));
    configure(connection, avoidsLog && !m_isReadOnly);
    if (!m_isReadOnly && sqlite3_db_readonly(connection.getHandle(), "main") == 1)
        m_isReadOnly = true;
    const auto state = schemaState(connection, m_file, migrations.back().version);
    if (!state) return tl::unexpected(state.error());

    std::error_code ignored;
    const std::uintmax_t bytes = std::filesystem::file_size(m_file, ignored);
    const bool isSmall = !ignored && bytes <= static_cast<std::uintmax_t>(options.fullCheckBytes);
    if (const std::string verdict = quickCheck(connection, isSmall); !verdict.empty())
        return tl::unexpected(damagedError(m_file, verdict));

    if (m_isReadOnly) {
        if (*state != SchemaState::Current)
            return tl::unexpected(Error { ErrorCode::DatabaseReadOnly,
                "The library '" + m_file.string()
                    + "' has an older format and cannot be written, so it cannot be brought up to "
                      "date. Copy it to where you may write." });
        m_notices.push_back("The library '" + m_file.string()
            + "' is open for reading only: nothing that is changed can be saved.");
        return {};
    }
    const int oldVersion = connection.execAndGet("PRAGMA user_version").getInt();
    auto migrated = migrate(connection, m_file, migrations, [this, oldVersion]() -> Result<void> {
        auto copy = BackupFolder(m_file).makeBeforeMigration(*this, oldVersion);
        if (!copy) return tl::unexpected(copy.error());
        m_notices.push_back("The library's format was brought up to date; a copy from before is '"
            + copy->string() + "'.");
        return {};
    });
    if (!migrated) return migrated;
    if (auto chosen = chooseJournal(connection, m_file, options.journal, m_notices); !chosen)
        return chosen;
    if (!searchIndexAnswers(connection)) {
        rebuildSearchIndex(connection);
        m_notices.push_back("The index for searching was damaged and has been made anew.");
    }
    return {};
}

Result<void> LibraryDatabase::inTransaction(const std::function<Result<void>()>& work)
{
    return writing(*this, [&work](SQLite::Database&) { return work(); });
}

} // namespace circumplex
