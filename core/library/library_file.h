#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>

struct sqlite3;

namespace circumplex {

/// True if the shared memory of SQLite's write-ahead log works on a file system of this type
/// (`f_type` of statfs). It does not on networks: two machines would not see each other's locks.
bool writeAheadIsSafeOn(std::uint32_t fileSystemType);

/// `f_type` of the file system that holds `file`, or its folder if it does not exist; 0: unknown.
std::uint32_t fileSystemTypeOf(const std::filesystem::path& file);

/// Looks at the file's first bytes, so that what SQLite would report late or as something else is
/// named at once: another kind of file, or one that ends before its own page count.
///
/// Reads through the connection: closing any other descriptor of the file would take away the locks
/// of all connections that this process has to it (POSIX), and another program would then believe
/// that nobody uses the write-ahead log and delete it.
/// @param connection  open, and not used yet
/// @returns DatabaseForeign, DatabaseDamaged, FileUnreadable
Result<void> checkLibraryHeader(sqlite3* connection, const std::filesystem::path& file);

/// SQLite's name for the write-ahead log beside `file`.
std::filesystem::path writeAheadLogOf(const std::filesystem::path& file);

/// Makes what was written to a file, or to a folder's list of names, survive a power cut. Not for a
/// library that this process has open: see checkLibraryHeader().
void flushToDisk(const std::filesystem::path& fileOrFolder);

} // namespace circumplex
