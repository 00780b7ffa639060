#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace circumplex {

struct Migration;
class RememberedOrder;

/// How the library file is opened and guarded.
struct LibraryOptions {
    enum class Access {
        ReadWrite, ///< falls back to reading where the file or its disk cannot be written
        ReadOnly,
    };
    enum class Journal {
        Automatic, ///< a write-ahead log, except where its shared memory is not safe (networks)
        WriteAhead,
        Truncate,
    };

    Access access = Access::ReadWrite;
    Journal journal = Journal::Automatic;
    std::chrono::milliseconds lockPatience { 5000 }; ///< how long to wait for another program
    /// Up to this size opening runs quick_check over the whole file; beyond it only over the tables
    /// that hold what people made, so that a window shows at once. The caller then runs
    /// quickCheckLibrary() on a thread of its own.
    std::int64_t fullCheckBytes = std::int64_t { 256 } << 20;
};

/// One connection to a library file. Opening creates a missing file, checks an existing one, makes
/// a verified backup and migrates where the file is older.
///
/// One thread at a time; every thread opens its own. Stores borrow it and must not outlive it.
///
/// Everything that changes the file does so in one transaction, so that a program killed at any
/// moment leaves the state before or after, never one between.
class LibraryDatabase {
public:
    /// @returns DatabaseTooNew, DatabaseDamaged (the sentence names the newest good backup),
    ///   DatabaseForeign, DatabaseLocked, DatabaseReadOnly (old format on a read-only disk),
    ///   FileMissing (nothing to read, or the library is gone while its backups are there),
    ///   FileUnreadable, DiskFull
    static Result<LibraryDatabase> open(
        const std::filesystem::path& file, const LibraryOptions& options = {});

    /// The same with other migrations than the shipped ones: for the tests of migrating.
    static Result<LibraryDatabase> open(const std::filesystem::path& file,
        const LibraryOptions& options, std::span<const Migration> migrations);

    LibraryDatabase(LibraryDatabase&&) noexcept;
    LibraryDatabase& operator=(LibraryDatabase&&) noexcept;
    ~LibraryDatabase();

    const std::filesystem::path& file() const { return m_file; }
    bool isReadOnly() const { return m_isReadOnly; }

    /// English sentences worth showing once: opened read-only, no write-ahead log and why, search
    /// index rebuilt.
    const std::vector<std::string>& notices() const { return m_notices; }

    /// Runs `work` as one transaction: an error or exception rolls everything back. Calls of store
    /// verbs within it join it. @returns what work returned, or why it could not be kept
    Result<void> inTransaction(const std::function<Result<void>()>& work);

    /// For the stores.
    SQLite::Database& connection() const { return *m_connection; }
    RememberedOrder& rememberedOrder() const { return *m_order; }

private:
    LibraryDatabase();
    Result<void> prepare(SQLite::Database& connection, const LibraryOptions& options,
        std::span<const Migration> migrations);

    std::filesystem::path m_file;
    std::unique_ptr<SQLite::Database> m_connection;
    std::unique_ptr<RememberedOrder> m_order;
    bool m_isReadOnly = false;
    std::vector<std::string> m_notices;
};

} // namespace circumplex
