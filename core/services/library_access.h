#pragma once

#include "core/library/library_database.h"
#include "core/services/job_runner.h"

#include <filesystem>

namespace circumplex {

/// Opens a library that the program checked whole when it started.
/// @returns as LibraryDatabase::open()
inline Result<LibraryDatabase> openChecked(
    const std::filesystem::path& file, LibraryOptions::Access access)
{
    return LibraryDatabase::open(file, { .access = access, .fullCheckBytes = 0 });
}

/// Reads from such a library on a thread.
/// @param work  Result<T>(LibraryDatabase&)
/// @param done  void(Result<T>), on the receiver's thread
template <class T, class Work, class Done>
void readLibrary(JobRunner& jobs, const std::filesystem::path& file, Work work, Done done)
{
    jobs.start(
        [file, work](const std::stop_token&) -> Result<T> {
            auto library = openChecked(file, LibraryOptions::Access::ReadOnly);
            if (!library) return tl::unexpected(library.error());
            return work(*library);
        },
        done);
}

} // namespace circumplex
