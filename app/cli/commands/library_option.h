#pragma once

#include "app/cli/cli_context.h"
#include "core/library/library_database.h"

#include <string>

namespace circumplex::cli {

/// --library FILE of the commands that have a library.
struct LibraryOption {
    std::string file; ///< empty: the user's own

    void addTo(CLI::App& command);

    /// Opens it, or makes it. Says on stderr what is worth saying of it.
    Result<LibraryDatabase> open() const;
};

} // namespace circumplex::cli
