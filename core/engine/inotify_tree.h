#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// The kernel's watches (inotify(7)) on folders and all below them. Changes of file systems on
/// other machines are not seen, as the kernel does not hear of them. One thread.
class InotifyTree {
public:
    /// @param mostWatches  for tests; the kernel has a limit of its own
    explicit InotifyTree(std::size_t mostWatches);
    InotifyTree(const InotifyTree&) = delete;
    InotifyTree& operator=(const InotifyTree&) = delete;
    ~InotifyTree();

    /// To be polled for reading; -1: the kernel gives none.
    int descriptor() const { return m_descriptor; }

    /// Watches a folder and all below it, links to folders included. Those that are watched already
    /// stay so.
    void add(const std::filesystem::path& folder);

    /// Forgets a folder and all below it.
    void remove(const std::filesystem::path& folder);

    /// Some folder could not be watched for want of watches.
    bool isLimited() const { return m_isLimited; }

    /// Forgets everything, so that add() may try again.
    void clear();

    struct Events {
        std::vector<std::filesystem::path> folders; ///< something in them is new, other or gone
        bool hasLost = false; ///< the kernel dropped some: anything may have changed
    };

    /// Takes what has happened since, without waiting. Folders that came are watched from now on.
    Events take();

private:
    bool watchOne(const std::filesystem::path& folder);
    void open();

    std::size_t m_mostWatches;
    int m_descriptor = -1;
    bool m_isLimited = false;
    std::map<int, std::string> m_folders; ///< by watch
};

} // namespace circumplex
