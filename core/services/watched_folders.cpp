#include "core/services/watched_folders.h"

#include "core/library/folder_store.h"
#include "core/library/library_database.h"
#include "core/services/library_access.h"

namespace circumplex {

namespace {

using Places = std::vector<WatchedPlace>;

Result<Places> placesIn(LibraryDatabase& library)
{
    const FolderStore store(library);
    const auto volumes = store.volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    auto folders = store.folders();
    if (!folders) return tl::unexpected(folders.error());
    Places places;
    for (WatchedFolder& folder : *folders)
        for (const Volume& volume : *volumes)
            if (volume.id == folder.volume)
                places.push_back({ folder, std::filesystem::path(volume.mountPoint) / folder.path,
                    volume.isOnline });
    return places;
}

} // namespace

WatchedFolders::WatchedFolders(std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_library(std::move(library))
    , m_jobs(*this, 1)
{
}

void WatchedFolders::list(Done done)
{
    m_jobs.start(
        [file = m_library](const std::stop_token&) -> Result<Places> {
            auto library = openChecked(file, LibraryOptions::Access::ReadOnly);
            if (!library && library.error().code == ErrorCode::FileMissing) return Places {};
            if (!library) return tl::unexpected(library.error());
            return placesIn(*library);
        },
        std::move(done));
}

void WatchedFolders::remove(const WatchedFolder& folder, Done done)
{
    m_jobs.start(
        [file = m_library, folder](const std::stop_token&) -> Result<Places> {
            auto library = openChecked(file, LibraryOptions::Access::ReadWrite);
            if (!library) return tl::unexpected(library.error());
            // Restoring gives a folder another id; its place stays what it was.
            const auto known = placesIn(*library);
            if (!known) return tl::unexpected(known.error());
            for (const WatchedPlace& place : *known) {
                if (place.folder.volume != folder.volume || place.folder.path != folder.path)
                    continue;
                const auto removed = FolderStore(*library).removeFolder(place.folder.id);
                if (!removed) return tl::unexpected(removed.error());
            }
            return placesIn(*library);
        },
        std::move(done));
}

void WatchedFolders::restore(const WatchedFolder& folder, Done done)
{
    m_jobs.start(
        [file = m_library, folder](const std::stop_token&) -> Result<Places> {
            auto library = openChecked(file, LibraryOptions::Access::ReadWrite);
            if (!library) return tl::unexpected(library.error());
            const auto added = FolderStore(*library).addFolder(folder.volume, folder.path);
            if (!added) return tl::unexpected(added.error());
            return placesIn(*library);
        },
        std::move(done));
}

} // namespace circumplex
