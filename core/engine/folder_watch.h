#pragma once

#include "core/engine/volume_table.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace circumplex {

struct FolderWatchOptions {
    /// A folder is told of when nothing in or below it has changed for so long, so that files that
    /// are being written are not read.
    std::chrono::milliseconds quiet { 2000 };

    /// Folders that are quiet wait at most so long for others that are not, to be told together.
    std::chrono::milliseconds patience { 10000 };

    /// While the kernel has no more watches to give, everything is told of so often.
    std::chrono::milliseconds rescanEvery { std::chrono::minutes(5) };

    /// How often folders that are not there are looked for.
    std::chrono::milliseconds missingEvery { 1000 };

    std::size_t mostWatches = std::numeric_limits<std::size_t>::max(); ///< for tests
    VolumeTable::Sources volumes {};
};

/// Tells which of a library's folders to scan again: something in or below them is new, changed,
/// renamed or gone, or a volume was mounted or unmounted. It looks at no file; LibraryScanner finds
/// out what it is.
///
/// Has a thread of its own.
class FolderWatch {
public:
    /// @param folders  none lies below another; never empty; absolute
    using OnChanged = std::function<void(std::vector<std::filesystem::path> folders)>;

    /// @param sentence  English, worth showing
    using OnNotice = std::function<void(std::string sentence)>;

    /// @param folders  absolute; need not be there
    /// @param changed, notice  called on the watch's thread; must not destroy it
    FolderWatch(std::vector<std::filesystem::path> folders, OnChanged changed, OnNotice notice,
        const FolderWatchOptions& options = {});

    /// Nothing is called from then on.
    ~FolderWatch();

    /// False while the folders are walked for the first time: what changes until then may be
    /// missed, so scan after that.
    bool isWatching() const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace circumplex
