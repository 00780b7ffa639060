#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

namespace SQLite {
class Database;
}

namespace circumplex {

/// One step of the library's format. Shipped ones never change.
struct Migration {
    int version = 0; ///< the format after it
    const char* sql = nullptr;
};

/// From 1, without a gap.
std::span<const Migration> shippedMigrations();

/// Marks a file as a library of this program ("CPLX"), in SQLite's header.
inline constexpr std::int32_t kLibraryApplicationId = 0x43504C58;

enum class SchemaState {
    Empty, ///< a new file
    Current,
    Older,
};

/// @param newest  the format that this program knows
/// @returns DatabaseTooNew, DatabaseForeign. @throws SQLite::Exception
Result<SchemaState> schemaState(
    SQLite::Database& connection, const std::filesystem::path& file, int newest);

/// Brings the file to the newest format in one transaction: all migrations or none.
///
/// @param beforeChange  called once, while nothing is changed and nobody else can write, if the
///   file holds something already; an error it returns ends the migration
/// @throws SQLite::Exception  everything is rolled back
Result<void> migrate(SQLite::Database& connection, const std::filesystem::path& file,
    std::span<const Migration> migrations, const std::function<Result<void>()>& beforeChange);

} // namespace circumplex
