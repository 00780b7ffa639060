#pragma once

#include "core/base/result.h"
#include "core/engine/volume_table.h"
#include "core/types/track.h"

#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// A file or folder, and why nothing can be learned from it.
struct PathFailure {
    std::filesystem::path path; ///< absolute; bytes as the file system gives them
    Error error;
};

struct WalkedFile {
    std::string path; ///< relative to the volume's mount point
    FileStamp stamp;

    friend bool operator==(const WalkedFile&, const WalkedFile&) = default;
};

/// What lies below one folder of a volume.
struct WalkedFolder {
    Volume volume;
    std::string folder; ///< relative to the mount point
    bool isThere = false; ///< false: it cannot be opened
    bool hasEntries = false; ///< of any kind
    std::vector<WalkedFile> sounds; ///< in the order of their paths' bytes, as all below
    std::vector<WalkedFile> sheets; ///< CUE sheets
    std::vector<std::string> pictures; ///< covers by their names
    /// Folders that were not looked into, or not to their end: nothing is known of files below.
    std::vector<std::string> unseen;

    bool isUnseen(const std::string& path) const;
};

struct WalkResult {
    /// The folders asked for, in their order; then those that links and mount points below them
    /// lead to.
    std::vector<WalkedFolder> folders;
    std::vector<PathFailure> failures;
    bool wasStopped = false;
};

/// Lists the sound files below folders by name (sound_names.h) and, for names without an ending, by
/// first bytes.
///
/// Links are followed, once: what they lead to is listed where it really is. A folder is entered
/// once, however many names lead to it, so loops end. Links to a folder above one that is asked for
/// are not followed. Hidden folders and those that systems keep for themselves are passed over,
/// unless asked for.
///
/// @param progress  called for every folder, with the number of sound files found so far
WalkResult walkFolders(const VolumeTable& volumes, std::span<const std::filesystem::path> folders,
    std::stop_token stop, const std::function<void(std::size_t)>& progress);

} // namespace circumplex
