#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>

namespace circumplex {

/// True if the shared memory of SQLite's write-ahead log works on a file system of this type
/// (`f_type` of statfs). It does not on networks: two machines would not see each other's locks.
bool writeAheadIsSafeOn(std::uint32_t fileSystemType);

/// `f_type` of the file system that holds `file`, or its folder if it does not exist; 0: unknown.
std::uint32_t fileSystemTypeOf(const std::filesystem::path& file);

/// Looks at the file's first bytes, so that what SQLite would report late or as something else is
/// named at once: another kind of file, or one that ends before its own page count.
/// @returns DatabaseForeign, DatabaseDamaged, FileUnreadable
Result<void> checkLibraryHeader(const std::filesystem::path& file);

/// SQLite's name for the write-ahead log beside `file`.
std::filesystem::path writeAheadLogOf(const std::filesystem::path& file);

/// Makes what was written to a file, or to a folder's list of names, survive a power cut.
void flushToDisk(const std::filesystem::path& fileOrFolder);

} // namespace circumplex
