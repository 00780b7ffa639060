#include "core/engine/folder_walker.h"

#include "core/audio/sound_names.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

using Inode = std::pair<dev_t, ino_t>;

FileStamp stampOf(const struct stat& status)
{
    return { .sizeBytes = status.st_size,
        .modifiedNs
        = std::int64_t { status.st_mtim.tv_sec } * 1'000'000'000 + status.st_mtim.tv_nsec };
}

Error notOpened(int systemError)
{
    return { systemError == ENOENT ? ErrorCode::FileMissing : ErrorCode::FileUnreadable,
        "The folder cannot be read: " + std::generic_category().message(systemError)
            + ". Tracks known to be in it stay as they are." };
}

/// First bytes of a file without an ending. Never waits: only regular files come here.
bool soundsByContent(int folder, const char* name)
{
    const int file = ::openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) return false;
    std::array<char, 48> bytes {};
    const ssize_t count = ::read(file, bytes.data(), bytes.size());
    ::close(file);
    return count > 0
        && beginsLikeSound(std::string_view(bytes.data(), static_cast<std::size_t>(count)));
}

std::string joined(const std::string& folder, std::string_view name)
{
    return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

class Walk {
public:
    Walk(const VolumeTable& volumes, std::span<const fs::path> folders, std::stop_token stop,
        const std::function<void(std::size_t)>& progress)
        : m_volumes(volumes)
        , m_asked(folders.begin(), folders.end())
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
        for (const fs::path& folder : folders)
            ask(folder);
    }

    WalkResult run()
    {
        for (std::size_t i = 0; i < m_result.folders.size(); ++i)
            walkRoot(i);
        addLinkedSounds();
        m_result.wasStopped = m_stop.stop_requested();
        return std::move(m_result);
    }

private:
    /// Later ones are those that links and mount points lead to.
    void ask(const fs::path& folder)
    {
        const auto place = m_volumes.find(folder);
        if (!place) return;
        m_result.folders.push_back({ .volume = place->volume,
            .folder = place->path,
            .sounds = {},
            .sheets = {},
            .pictures = {},
            .unseen = {} });
    }

    void walkRoot(std::size_t index);
    bool walkFolder(WalkedFolder& root, const std::string& folder, const Inode* rootInode,
        std::deque<std::string>& below);
    void takeEntry(WalkedFolder& root, const std::string& folder, const dirent& entry,
        int descriptor, std::deque<std::string>& below);
    void takeFile(WalkedFolder& root, const std::string& path, std::string_view name,
        const struct stat& status, int descriptor);
    void followLink(const fs::path& link, std::string_view name, const struct stat& target);
    void addLinkedSounds();

    const VolumeTable& m_volumes;
    std::vector<fs::path> m_asked;
    std::stop_token m_stop;
    const std::function<void(std::size_t)>& m_progress;
    std::set<Inode> m_entered;
    std::vector<std::pair<fs::path, FileStamp>> m_linkedSounds;
    std::size_t m_soundCount = 0;
    WalkResult m_result;
};

void Walk::walkRoot(std::size_t index)
{
    std::deque<std::string> below;
    // Its vector may grow while it is filled.
    WalkedFolder root = m_result.folders[index];
    const fs::path path = absolutePath(root.volume, root.folder);
    struct stat status;
    if (::stat(path.c_str(), &status) != 0) {
        m_result.failures.push_back({ path, notOpened(errno) });
        root.unseen.push_back(root.folder);
        m_result.folders[index] = std::move(root);
        return;
    }
    const Inode inode { status.st_dev, status.st_ino };
    root.isThere = walkFolder(root, root.folder, nullptr, below);
    while (!below.empty()) {
        const std::string folder = std::move(below.back());
        below.pop_back();
        if (m_stop.stop_requested())
            root.unseen.push_back(folder);
        else
            walkFolder(root, folder, &inode, below);
    }
    std::ranges::sort(root.sounds, {}, &WalkedFile::path);
    std::ranges::sort(root.sheets, {}, &WalkedFile::path);
    std::ranges::sort(root.pictures);
    m_result.folders[index] = std::move(root);
}

/// @param rootInode  of the folder where this walk began; nullptr: it is this one
bool Walk::walkFolder(WalkedFolder& root, const std::string& folder, const Inode* rootInode,
    std::deque<std::string>& below)
{
    const fs::path path = absolutePath(root.volume, folder);
    const Folder open(::opendir(path.c_str()));
    if (!open) {
        m_result.failures.push_back({ path, notOpened(errno) });
        root.unseen.push_back(folder);
        return false;
    }
    struct stat status;
    if (::fstat(::dirfd(open.get()), &status) != 0
        || !m_entered.emplace(status.st_dev, status.st_ino).second) {
        root.unseen.push_back(folder);
        return true;
    }
    if (rootInode && status.st_dev != rootInode->first) {
        // Another file system: a volume of its own, or part of this one (a subvolume), which looks
        // the same. One that was mounted or unmounted since the table was read is left alone.
        const auto place = m_volumes.find(path);
        if (!place || place->volume.identity != root.volume.identity) {
            root.unseen.push_back(folder);
            m_entered.erase({ status.st_dev, status.st_ino });
            if (place && place->path.empty()) ask(path);
            return true;
        }
    }
    if (m_progress) m_progress(m_soundCount);
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(open.get());
        if (!entry) break;
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..") continue;
        if (folder == root.folder) root.hasEntries = true;
        takeEntry(root, folder, *entry, ::dirfd(open.get()), below);
    }
    if (errno != 0) {
        m_result.failures.push_back({ path, notOpened(errno) });
        root.unseen.push_back(folder);
    }
    return true;
}

void Walk::takeEntry(WalkedFolder& root, const std::string& folder, const dirent& entry,
    int descriptor, std::deque<std::string>& below)
{
    const std::string_view name = entry.d_name;
    if (name.starts_with('.')) return;
    const bool isPlainFile = entry.d_type == DT_REG;
    const bool isWanted
        = hasSoundEnding(name) || isCueSheetName(name) || isCoverName(name) || !hasEnding(name);
    // Without asking the file system anything.
    if (isPlainFile && !isWanted) return;
    const std::string path = joined(folder, name);
    if (entry.d_type == DT_DIR) {
        if (!isSkippedFolder(name)) below.push_back(path);
        return;
    }

    struct stat status;
    if (::fstatat(descriptor, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        // Gone since it was listed, or its drive fails.
        if (isWanted && errno != ENOENT) root.unseen.push_back(path);
        return;
    }
    if (S_ISLNK(status.st_mode)) {
        // A link to nothing, or to itself, is nothing.
        if (::fstatat(descriptor, entry.d_name, &status, 0) == 0)
            followLink(absolutePath(root.volume, path), name, status);
    } else if (S_ISDIR(status.st_mode)) {
        if (!isSkippedFolder(name)) below.push_back(path);
    } else if (S_ISREG(status.st_mode) && isWanted) {
        takeFile(root, path, name, status, descriptor);
    }
}

void Walk::takeFile(WalkedFolder& root, const std::string& path, std::string_view name,
    const struct stat& status, int descriptor)
{
    if (isCueSheetName(name)) {
        root.sheets.push_back({ path, stampOf(status) });
    } else if (isCoverName(name)) {
        root.pictures.push_back(path);
    } else if (hasSoundEnding(name) || soundsByContent(descriptor, std::string(name).c_str())) {
        root.sounds.push_back({ path, stampOf(status) });
        ++m_soundCount;
    }
}

void Walk::followLink(const fs::path& link, std::string_view name, const struct stat& target)
{
    std::error_code error;
    const fs::path real = fs::canonical(link, error);
    if (error) return;
    if (S_ISREG(target.st_mode) && hasSoundEnding(name))
        m_linkedSounds.emplace_back(real, stampOf(target));
    if (!S_ISDIR(target.st_mode)) return;
    const bool isAbove = std::ranges::any_of(m_asked, [&real](const fs::path& asked) {
        return real == "/" || isBelow(asked.native(), real.native());
    });
    if (!isAbove) ask(real);
}

/// Sound files that links name, unless they were listed anyway.
void Walk::addLinkedSounds()
{
    std::ranges::sort(m_linkedSounds, {}, [](const auto& sound) { return sound.first; });
    for (const auto& [path, stamp] : m_linkedSounds) {
        const auto place = m_volumes.find(path);
        if (!place) continue;
        const bool isListed = std::ranges::any_of(m_result.folders, [&](const WalkedFolder& root) {
            return root.volume.identity == place->volume.identity
                && std::ranges::binary_search(root.sounds, place->path, {}, &WalkedFile::path);
        });
        if (isListed) continue;
        // A folder of one file: nothing is said of its neighbours.
        m_result.folders.push_back({ .volume = place->volume,
            .folder = place->path,
            .isThere = true,
            .hasEntries = true,
            .sounds = { { place->path, stamp } },
            .sheets = {},
            .pictures = {},
            .unseen = {} });
        ++m_soundCount;
    }
}

} // namespace

bool WalkedFolder::isUnseen(const std::string& path) const
{
    return std::ranges::any_of(
        unseen, [&path](const std::string& unread) { return isBelow(path, unread); });
}

WalkResult walkFolders(const VolumeTable& volumes, std::span<const fs::path> folders,
    std::stop_token stop, const std::function<void(std::size_t)>& progress)
{
    return Walk(volumes, folders, std::move(stop), progress).run();
}

} // namespace circumplex
