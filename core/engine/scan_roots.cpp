#include "core/engine/scan_roots.h"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace circumplex {

namespace fs = std::filesystem;

ScanRoots::ScanRoots(
    LibraryDatabase& library, const VolumeTable::Sources& sources, ScanReport& report)
    : m_folders(library)
    , m_table(VolumeTable::read(sources))
    , m_report(report)
{
}

Result<void> ScanRoots::lookAtVolumes()
{
    auto known = m_folders.volumes();
    if (!known) return tl::unexpected(known.error());
    m_known = std::move(*known);
    for (Volume& volume : m_known) {
        if (const Volume* now = m_table.withIdentity(volume.identity)) {
            if (auto seen = m_folders.volumeSeen(*now); !seen) return tl::unexpected(seen.error());
            m_online.emplace(volume.id, *now);
        } else if (volume.isOnline) {
            if (auto gone = m_folders.volumeGone(volume.id); !gone) return gone;
        }
        volume.isOnline = m_online.contains(volume.id);
    }
    return {};
}

Result<VolumeId> ScanRoots::idOf(const Volume& volume)
{
    for (const auto& [id, online] : m_online)
        if (online.identity == volume.identity) return id;
    auto id = m_folders.volumeSeen(volume);
    if (id) m_online.emplace(*id, volume);
    return id;
}

/// An empty mount point looks like a folder. If it is one, the report says so.
bool ScanRoots::isOnAbsentVolume(const fs::path& folder)
{
    const auto now = m_table.find(folder);
    for (const Volume& volume : m_known) {
        if (volume.isOnline || volume.mountPoint == "/"
            || !isBelow(folder.native(), volume.mountPoint))
            continue;
        // Another may be mounted there now.
        if (now && isBelow(now->volume.mountPoint, volume.mountPoint)) continue;
        m_report.offline.push_back({ folder,
            "The volume \"" + volume.label + "\", which was mounted at " + volume.mountPoint
                + ", is absent. Its tracks stay as they are." });
        return true;
    }
    return false;
}

Result<void> ScanRoots::watch(const fs::path& folder)
{
    std::error_code error;
    const fs::path path = fs::canonical(folder, error);
    if (isOnAbsentVolume(error ? fs::absolute(folder).lexically_normal() : path)) return {};
    if (error) {
        const bool isMissing = error == std::errc::no_such_file_or_directory;
        m_report.failures.push_back({ folder,
            { isMissing ? ErrorCode::FileMissing : ErrorCode::FileUnreadable,
                "The folder cannot be read: " + error.message() + "." } });
        return {};
    }
    const auto place = m_table.find(path);
    if (!fs::is_directory(path, error) || !place) {
        m_report.failures.push_back(
            { folder, { ErrorCode::NotAFile, "This is not a folder with files." } });
        return {};
    }
    const auto volume = idOf(place->volume);
    if (!volume) return tl::unexpected(volume.error());
    const auto watched = m_folders.folders();
    if (!watched) return tl::unexpected(watched.error());
    Root root { {}, absolutePath(place->volume, place->path) };
    const bool isCovered = std::ranges::any_of(*watched, [&](const WatchedFolder& other) {
        return other.volume == *volume && other.path != place->path
            && isBelow(place->path, other.path);
    });
    if (!isCovered) {
        const auto id = m_folders.addFolder(*volume, place->path);
        if (!id) return tl::unexpected(id.error());
        root.folder = *id;
    }
    m_roots.push_back(std::move(root));
    return {};
}

Result<void> ScanRoots::takeWatched()
{
    const auto watched = m_folders.folders();
    if (!watched) return tl::unexpected(watched.error());
    for (const WatchedFolder& folder : *watched) {
        const auto volume = std::ranges::find(m_known, folder.volume, &Volume::id);
        if (volume == m_known.end()) continue;
        if (const auto online = m_online.find(volume->id); online != m_online.end())
            m_roots.push_back({ folder.id, absolutePath(online->second, folder.path) });
        else
            m_report.offline.push_back({ absolutePath(*volume, folder.path),
                "Its volume \"" + volume->label + "\" is absent. Its tracks stay as they are." });
    }
    return {};
}

Result<void> ScanRoots::noteScanned(const std::vector<Root>& roots)
{
    const std::int64_t now = std::chrono::duration_cast<std::chrono::seconds>(
        std::chrono::system_clock::now().time_since_epoch())
                                 .count();
    for (const Root& root : roots)
        if (root.folder)
            if (auto noted = m_folders.folderScanned(root.folder, now); !noted) return noted;
    return {};
}

} // namespace circumplex
