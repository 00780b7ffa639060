#include "app/cli/commands/library_option.h"

#include "core/services/app_folders.h"

#include <filesystem>

namespace circumplex::cli {

void LibraryOption::addTo(CLI::App& command)
{
    command.add_option("--library", file, "The library file; made if it is not there");
}

Result<LibraryDatabase> LibraryOption::open() const
{
    const std::filesystem::path path
        = file.empty() ? AppFolders::standard().library.toStdString() : file;
    std::error_code error;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
    if (error)
        return tl::unexpected(Error { ErrorCode::FileUnreadable,
            "The folder " + path.parent_path().string() + " cannot be made: " + error.message() });
    auto library = LibraryDatabase::open(path);
    if (library)
        for (const std::string& notice : library->notices())
            say(notice);
    return library;
}

} // namespace circumplex::cli
