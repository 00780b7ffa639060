#include "app/cli/commands/library_option.h"

#include "core/services/app_folders.h"

#include <filesystem>

namespace circumplex::cli {

namespace {

Result<LibraryDatabase> saying(Result<LibraryDatabase> library)
{
    if (library)
        for (const std::string& notice : library->notices())
            say(notice);
    return library;
}

} // namespace

void LibraryOption::addTo(CLI::App& command)
{
    command.add_option("--library", file, "The library file; made if it is not there");
}

void LibraryOption::addExistingTo(CLI::App& command)
{
    command.add_option("--library", file, "The library file (default: your own)");
}

std::filesystem::path LibraryOption::path() const
{
    return file.empty() ? AppFolders::standard().library.toStdString() : file;
}

Result<LibraryDatabase> LibraryOption::open() const
{
    const std::filesystem::path library = path();
    std::error_code error;
    if (library.has_parent_path())
        std::filesystem::create_directories(library.parent_path(), error);
    if (error)
        return tl::unexpected(Error { ErrorCode::FileUnreadable,
            "The folder " + library.parent_path().string()
                + " cannot be made: " + error.message() });
    return saying(LibraryDatabase::open(library));
}

Result<LibraryDatabase> LibraryOption::openExisting() const
{
    std::error_code error;
    LibraryOptions options;
    if (!std::filesystem::exists(path(), error)) options.access = LibraryOptions::Access::ReadOnly;
    return saying(LibraryDatabase::open(path(), options));
}

} // namespace circumplex::cli
