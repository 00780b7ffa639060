#pragma once

#include "core/types/track.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// Which file systems are mounted where, as the kernel lists them: a picture of one moment.
///
/// A volume's identity is its file system's UUID; without one (network shares, memory, containers)
/// it is the device's or share's name together with what marks its root: the moment the root was
/// made, or the mount point. So another disk in the same slot is another volume, and an empty mount
/// point is a folder of the volume below it.
class VolumeTable {
public:
    struct Sources {
        std::filesystem::path mounts = "/proc/self/mountinfo";
        std::filesystem::path uuids = "/dev/disk/by-uuid";
    };

    static VolumeTable read(const Sources& sources);
    static VolumeTable read() { return read(Sources {}); }

    struct Place {
        const Volume& volume; ///< of this table, online; without an id
        std::string path; ///< relative to the volume's mount point; empty: the mount point itself
    };

    /// @param path  absolute, without links and dots (realpath)
    /// @return nullopt in what is no disk: /proc, /sys, ...
    std::optional<Place> find(const std::filesystem::path& path) const;

    /// nullptr: not mounted now.
    const Volume* withIdentity(const std::string& identity) const;

    /// One per identity, where it was mounted first.
    const std::vector<Volume>& volumes() const { return m_volumes; }

private:
    struct Mount {
        std::string point;
        std::optional<std::size_t> volume; ///< index into m_volumes; nullopt: the kernel's own
    };
    std::vector<Volume> m_volumes;
    std::vector<Mount> m_mounts; ///< one per mount point
};

/// mount point + "/" + path, without doubled slashes.
std::filesystem::path absolutePath(const Volume& volume, const std::string& path);

/// Is `path` the folder or below it? Both relative to the same volume; an empty folder holds all.
bool isBelow(const std::string& path, const std::string& folder);

} // namespace circumplex
