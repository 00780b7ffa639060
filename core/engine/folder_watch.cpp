#include "core/engine/folder_watch.h"

#include "core/engine/inotify_tree.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <set>
#include <system_error>
#include <thread>

namespace circumplex {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kMountsEvery { 500 }; ///< where the kernel does not tell
constexpr long kProcFileSystem = 0x9fa0; // linux/magic.h

/// What has changed and is not told yet.
class PendingChanges {
public:
    void add(const fs::path& folder, Clock::time_point when)
    {
        const auto [pending, isNew] = m_pending.try_emplace(folder.native(), Times { when, when });
        if (!isNew) pending->second.last = when;
    }

    bool isEmpty() const { return m_pending.empty(); }

    /// Takes what may be told now.
    std::vector<fs::path> due(Clock::time_point now, const FolderWatchOptions& options)
    {
        std::set<std::string> quiet, restless;
        bool mayWait = true;
        for (const auto& [folder, times] : m_pending) {
            const bool isQuiet = now - times.last >= options.quiet;
            (isQuiet ? quiet : restless).insert(folder);
            if (isQuiet && now - times.first >= options.patience) mayWait = false;
        }
        if (quiet.empty() || (!restless.empty() && mayWait)) return {};
        std::vector<fs::path> told;
        for (const std::string& folder : quiet) {
            // Scanning a folder reads what is below it.
            if (std::ranges::any_of(
                    restless, [&](const std::string& other) { return isBelow(other, folder); }))
                continue;
            m_pending.erase(folder);
            // In the order of names, a folder comes before what is below it.
            if (std::ranges::none_of(
                    told, [&](const fs::path& above) { return isBelow(folder, above.native()); }))
                told.emplace_back(folder);
        }
        return told;
    }

private:
    struct Times {
        Clock::time_point first, last;
    };
    std::map<std::string, Times> m_pending;
};

/// Which volumes a folder is made of: those mounted above and below it.
std::set<std::string> mountsAround(const VolumeTable& table, const fs::path& folder)
{
    std::set<std::string> mounts;
    if (const auto place = table.find(folder)) mounts.insert(place->volume.identity + "\n.");
    for (const Volume& volume : table.volumes())
        if (isBelow(volume.mountPoint, folder.native()))
            mounts.insert(volume.identity + "\n" + volume.mountPoint);
    return mounts;
}

} // namespace

class FolderWatch::Thread {
public:
    Thread(std::vector<fs::path> folders, OnChanged changed, OnNotice notice,
        const FolderWatchOptions& options)
        : m_folders(std::move(folders))
        , m_changed(std::move(changed))
        , m_notice(std::move(notice))
        , m_options(options)
        , m_tree(options.mostWatches)
        , m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_mountsFile(::open(options.volumes.mounts.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (m_wakeUp < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
        struct statfs information { };
        m_kernelTellsMounts = m_mountsFile >= 0 && ::fstatfs(m_mountsFile, &information) == 0
            && information.f_type == kProcFileSystem;
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    ~Thread()
    {
        m_thread.request_stop();
        ::eventfd_write(m_wakeUp, 1);
        m_thread.join();
        ::close(m_wakeUp);
        if (m_mountsFile >= 0) ::close(m_mountsFile);
    }

    bool isWatching() const { return m_isWatching; }

private:
    void run(const std::stop_token& stop)
    {
        m_mounts = mountsOfAll();
        watchAll();
        m_isWatching = true;
        Clock::time_point nextRescan = Clock::now() + m_options.rescanEvery;
        while (!stop.stop_requested()) {
            wait(nextRescan);
            if (stop.stop_requested()) return;
            takeEvents();
            lookAtMounts();
            lookForMissing();
            if (m_tree.isLimited() && Clock::now() >= nextRescan) {
                m_tree.clear();
                watchAll();
                m_changed(outermost());
                nextRescan = Clock::now() + m_options.rescanEvery;
            }
            if (auto due = m_pending.due(Clock::now(), m_options); !due.empty())
                m_changed(std::move(due));
        }
    }

    void wait(Clock::time_point nextRescan)
    {
        milliseconds limit { -1 };
        const auto atMost = [&limit](milliseconds most) {
            limit = limit.count() < 0 ? most : std::min(limit, most);
        };
        if (!m_pending.isEmpty()) atMost(std::max(m_options.quiet / 10, milliseconds(1)));
        if (!m_kernelTellsMounts) atMost(kMountsEvery);
        if (!m_missing.empty()) atMost(m_options.missingEvery);
        if (m_tree.isLimited())
            atMost(std::max(
                milliseconds(1), std::chrono::ceil<milliseconds>(nextRescan - Clock::now())));
        // The kernel says POLLPRI when something was mounted or unmounted (proc(5)).
        std::array<pollfd, 3> descriptors { pollfd { m_wakeUp, POLLIN, 0 },
            pollfd { m_tree.descriptor(), POLLIN, 0 },
            pollfd { m_kernelTellsMounts ? m_mountsFile : -1, POLLPRI, 0 } };
        ::poll(descriptors.data(), descriptors.size(), static_cast<int>(limit.count()));
        m_mayHaveMounted = !m_kernelTellsMounts || (descriptors[2].revents & POLLPRI) != 0;
    }

    void takeEvents()
    {
        const auto events = m_tree.take();
        const auto now = Clock::now();
        for (const fs::path& folder : events.folders)
            m_pending.add(folder, now);
        if (events.hasLost) {
            m_tree.clear();
            watchAll();
            for (const fs::path& folder : m_folders)
                m_pending.add(folder, now);
        }
        noteMissing();
        noteLimit();
    }

    void lookAtMounts()
    {
        if (!m_mayHaveMounted) return;
        auto mounts = mountsOfAll();
        for (std::size_t i = 0; i < m_folders.size(); ++i) {
            if (mounts[i] == m_mounts[i]) continue;
            m_tree.remove(m_folders[i]);
            watch(m_folders[i]);
            m_pending.add(m_folders[i], Clock::now());
        }
        m_mounts = std::move(mounts);
    }

    void lookForMissing()
    {
        std::error_code ignored;
        for (const fs::path& folder : std::set(m_missing)) {
            if (!fs::is_directory(folder, ignored)) continue;
            m_missing.erase(folder);
            watch(folder);
            m_pending.add(folder, Clock::now());
        }
    }

    void noteMissing()
    {
        std::error_code ignored;
        for (const fs::path& folder : m_folders)
            if (!fs::is_directory(folder, ignored) && m_missing.insert(folder).second)
                m_tree.remove(folder); // it may be watched under another name by now
    }

    void noteLimit()
    {
        if (!m_tree.isLimited() || m_hasToldLimit) return;
        m_hasToldLimit = true;
        if (m_notice)
            m_notice("The system has no more watches for folders to give, so new music may be "
                     "noticed some minutes late. An administrator can raise the limit: sysctl "
                     "fs.inotify.max_user_watches=524288.");
    }

    void watch(const fs::path& folder)
    {
        m_tree.add(folder);
        noteLimit();
    }

    void watchAll()
    {
        for (const fs::path& folder : m_folders)
            watch(folder);
        noteMissing();
        noteLimit();
    }

    std::vector<std::set<std::string>> mountsOfAll() const
    {
        const VolumeTable table = VolumeTable::read(m_options.volumes);
        std::vector<std::set<std::string>> mounts;
        for (const fs::path& folder : m_folders)
            mounts.push_back(mountsAround(table, folder));
        return mounts;
    }

    /// The watched folders without those that lie below others.
    std::vector<fs::path> outermost() const
    {
        std::vector<fs::path> result;
        for (const fs::path& folder : m_folders)
            if (std::ranges::none_of(m_folders, [&](const fs::path& other) {
                    return other != folder && isBelow(folder.native(), other.native());
                }))
                result.push_back(folder);
        return result;
    }

    std::vector<fs::path> m_folders;
    OnChanged m_changed;
    OnNotice m_notice;
    FolderWatchOptions m_options;
    InotifyTree m_tree;
    int m_wakeUp;
    int m_mountsFile;
    bool m_kernelTellsMounts = false;
    bool m_mayHaveMounted = false;
    bool m_hasToldLimit = false;
    std::set<fs::path> m_missing; ///< of m_folders
    std::vector<std::set<std::string>> m_mounts; ///< around each of m_folders
    PendingChanges m_pending;
    std::atomic<bool> m_isWatching { false };
    std::jthread m_thread; ///< the last: it uses all of the above
};

FolderWatch::FolderWatch(std::vector<fs::path> folders, OnChanged changed, OnNotice notice,
    const FolderWatchOptions& options)
    : m_thread(std::make_unique<Thread>(
        std::move(folders), std::move(changed), std::move(notice), options))
{
}

FolderWatch::~FolderWatch() = default;

bool FolderWatch::isWatching() const
{
    return m_thread->isWatching();
}

} // namespace circumplex
