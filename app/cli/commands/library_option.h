#pragma once

#include "app/cli/cli_context.h"
#include "core/library/library_database.h"

#include <filesystem>
#include <string>

namespace circumplex::cli {

/// --library FILE of the commands that have a library.
struct LibraryOption {
    std::string file; ///< empty: the user's own

    /// Of a command that makes the library if need be.
    void addTo(CLI::App& command);

    /// Of a command that needs one.
    void addExistingTo(CLI::App& command);

    std::filesystem::path path() const;

    /// Opens it, or makes it. Says on stderr what is worth saying of it.
    Result<LibraryDatabase> open() const;

    /// Opens it. @returns FileMissing if it is not there, beside what LibraryDatabase::open() does
    Result<LibraryDatabase> openExisting() const;
};

} // namespace circumplex::cli
