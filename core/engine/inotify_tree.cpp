#include "core/engine/inotify_tree.h"

#include "core/audio/sound_names.h"
#include "core/engine/volume_table.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

/// IN_MODIFY, so that a file that is being written is seen to be.
constexpr std::uint32_t kEvents = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE
    | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

} // namespace

InotifyTree::InotifyTree(std::size_t mostWatches)
    : m_mostWatches(mostWatches)
{
    open();
}

InotifyTree::~InotifyTree()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

void InotifyTree::open()
{
    m_descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    m_isLimited = m_descriptor < 0; // there is a limit of these, too
}

void InotifyTree::clear()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
    m_folders.clear();
    open();
}

/// @return is it a folder that was not watched before?
bool InotifyTree::watchOne(const fs::path& folder)
{
    if (m_descriptor < 0) return false;
    if (m_folders.size() >= m_mostWatches) {
        m_isLimited = true;
        return false;
    }
    const int watch = ::inotify_add_watch(m_descriptor, folder.c_str(), kEvents);
    if (watch < 0) {
        if (errno == ENOSPC || errno == ENOMEM) m_isLimited = true;
        return false;
    }
    return m_folders.emplace(watch, folder.native()).second;
}

void InotifyTree::add(const fs::path& folder)
{
    std::vector<fs::path> open { folder };
    while (!open.empty()) {
        const fs::path next = std::move(open.back());
        open.pop_back();
        // A folder that two links lead to has one watch: so rings end.
        if (!watchOne(next)) continue;
        std::error_code error;
        for (fs::directory_iterator it(next, fs::directory_options::skip_permission_denied, error),
             end;
             !error && it != end; it.increment(error)) {
            std::error_code ignored;
            if (!isSkippedFolder(it->path().filename().native()) && it->is_directory(ignored))
                open.push_back(it->path());
        }
    }
}

void InotifyTree::remove(const fs::path& folder)
{
    std::erase_if(m_folders, [&](const auto& watched) {
        if (!isBelow(watched.second, folder.native())) return false;
        ::inotify_rm_watch(m_descriptor, watched.first);
        return true;
    });
}

InotifyTree::Events InotifyTree::take()
{
    Events events;
    alignas(inotify_event) std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t size
            = m_descriptor < 0 ? -1 : ::read(m_descriptor, buffer.data(), buffer.size());
        if (size <= 0) return events;
        for (ssize_t at = 0; at < size;) {
            inotify_event event;
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const std::string name = event.len > 0 ? buffer.data() + at + sizeof event : "";
            at += static_cast<ssize_t>(sizeof event + event.len);
            if ((event.mask & IN_Q_OVERFLOW) != 0) events.hasLost = true;
            const auto watched = m_folders.find(event.wd);
            if (watched == m_folders.end()) continue;
            const fs::path folder = watched->second;
            if ((event.mask & (IN_IGNORED | IN_UNMOUNT)) != 0) {
                m_folders.erase(watched);
                events.folders.push_back(folder);
                continue;
            }
            if (!name.empty() && isSkippedFolder(name)) continue; // and all hidden files
            const fs::path inside = folder / name;
            std::error_code ignored;
            if ((event.mask & (IN_MOVED_FROM | IN_DELETE)) != 0) remove(inside);
            if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0 && fs::is_directory(inside, ignored))
                add(inside);
            events.folders.push_back(folder);
        }
    }
}

} // namespace circumplex
