#include "core/engine/volume_table.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>
#include <system_error>

namespace circumplex {

namespace {

/// Those hold no music, and listing them costs time.
constexpr std::string_view kKernelFileSystems[] = { "proc", "sysfs", "cgroup", "cgroup2", "devpts",
    "devtmpfs", "mqueue", "securityfs", "debugfs", "tracefs", "bpf", "pstore", "configfs",
    "efivarfs", "hugetlbfs", "binfmt_misc", "autofs", "fusectl", "nsfs", "rpc_pipefs" };

struct MountLine {
    std::string device; ///< major:minor
    std::string root; ///< the folder of the file system that is mounted
    std::string point;
    std::string type;
    std::string source;
};

/// The kernel writes blanks and backslashes as \ooo.
std::string unescaped(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 3 >= text.size()) {
            out += text[i];
            continue;
        }
        out += static_cast<char>(
            (text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
        i += 3;
    }
    return out;
}

/// proc(5): id parent major:minor root point options [tags] - type source super-options
std::optional<MountLine> parseMount(const std::string& line)
{
    std::istringstream words(line);
    MountLine mount;
    std::string id, parent, word;
    if (!(words >> id >> parent >> mount.device >> mount.root >> mount.point)) return std::nullopt;
    while (words >> word && word != "-") { }
    if (!(words >> mount.type >> mount.source)) return std::nullopt;
    mount.root = unescaped(mount.root);
    mount.point = unescaped(mount.point);
    mount.source = unescaped(mount.source);
    return mount;
}

/// "sda1" for whatever leads to /dev/sda1, also if that is not there.
std::string deviceName(const std::filesystem::path& path)
{
    std::error_code error;
    auto real = std::filesystem::canonical(path, error);
    if (error) real = std::filesystem::read_symlink(path, error);
    return (error ? path : real).filename().native();
}

/// By the device's name.
std::map<std::string, std::string> uuidsOfDevices(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> uuids;
    std::error_code ignored;
    for (std::filesystem::directory_iterator it(folder, ignored), end; !ignored && it != end;
         it.increment(ignored))
        uuids.emplace(deviceName(it->path()), it->path().filename().native());
    return uuids;
}

/// When the root of a mounted file system was made, which is when it was formatted.
std::string birthOf(const std::string& mountPoint)
{
    struct statx status;
    if (::statx(AT_FDCWD, mountPoint.c_str(), AT_NO_AUTOMOUNT | AT_STATX_DONT_SYNC, STATX_BTIME,
            &status)
            != 0
        || (status.stx_mask & STATX_BTIME) == 0)
        return {};
    return std::to_string(status.stx_btime.tv_sec);
}

std::string identityOf(const MountLine& mount, const std::map<std::string, std::string>& uuids)
{
    const bool isDevice = mount.source.starts_with("/dev/");
    auto uuid = isDevice ? uuids.find(deviceName(mount.source)) : uuids.end();
    // "/dev/root" is a name of early boot.
    if (isDevice && uuid == uuids.end())
        uuid = uuids.find(deviceName("/sys/dev/block/" + mount.device));
    // Parts of a file system (subvolumes, bound folders) are volumes of their own.
    const std::string part = mount.root == "/" ? "" : mount.root;
    if (uuid != uuids.end()) return "uuid:" + uuid->second + part;

    std::string identity = "device:" + mount.type + ":" + mount.source + part;
    const bool isShare
        = mount.source.starts_with("//") || mount.source.find(":/") != std::string::npos;
    if (isShare) return identity;
    // Names like "tmpfs", "/dev/sdb1" say little. For a device the root's birth does.
    const std::string birth = isDevice ? birthOf(mount.point) : std::string();
    return identity + (birth.empty() ? "@" + mount.point : "#" + birth);
}

std::string labelOf(const MountLine& mount)
{
    const std::string name = std::filesystem::path(mount.point).filename().native();
    return name.empty() ? mount.source : name;
}

std::vector<MountLine> visibleMounts(const std::filesystem::path& file)
{
    std::vector<MountLine> visible;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        auto mount = parseMount(line);
        if (!mount) continue;
        // What is mounted on a mount point hides what was there.
        std::erase_if(
            visible, [&mount](const MountLine& before) { return before.point == mount->point; });
        visible.push_back(std::move(*mount));
    }
    return visible;
}

} // namespace

VolumeTable VolumeTable::read(const Sources& sources)
{
    VolumeTable table;
    const auto uuids = uuidsOfDevices(sources.uuids);
    for (const MountLine& mount : visibleMounts(sources.mounts)) {
        if (std::ranges::find(kKernelFileSystems, mount.type) != std::end(kKernelFileSystems)) {
            table.m_mounts.push_back({ mount.point, std::nullopt });
            continue;
        }
        const std::string identity = identityOf(mount, uuids);
        const auto known = std::ranges::find(table.m_volumes, identity, &Volume::identity);
        const auto index = static_cast<std::size_t>(known - table.m_volumes.begin());
        if (known == table.m_volumes.end())
            table.m_volumes.push_back({ .id = {},
                .identity = identity,
                .label = labelOf(mount),
                .mountPoint = mount.point,
                .isOnline = true,
                .lastSeenAt = 0 });
        table.m_mounts.push_back({ mount.point, index });
    }
    return table;
}

std::optional<VolumeTable::Place> VolumeTable::find(const std::filesystem::path& path) const
{
    const Mount* best = nullptr;
    const std::string& name = path.native();
    for (const Mount& mount : m_mounts) {
        const bool isInside = mount.point == "/" || isBelow(name, mount.point);
        if (isInside && (!best || mount.point.size() > best->point.size())) best = &mount;
    }
    if (!best || !best->volume) return std::nullopt;
    std::string rest = name.substr(best->point == "/" ? 0 : best->point.size());
    rest.erase(0, std::min(rest.find_first_not_of('/'), rest.size()));
    return Place { m_volumes[*best->volume], std::move(rest) };
}

const Volume* VolumeTable::withIdentity(const std::string& identity) const
{
    const auto found = std::ranges::find(m_volumes, identity, &Volume::identity);
    return found == m_volumes.end() ? nullptr : &*found;
}

std::filesystem::path absolutePath(const Volume& volume, const std::string& path)
{
    if (path.empty()) return volume.mountPoint;
    return volume.mountPoint == "/" ? "/" + path : volume.mountPoint + "/" + path;
}

bool isBelow(const std::string& path, const std::string& folder)
{
    return folder.empty() || path == folder
        || (path.starts_with(folder) && path[folder.size()] == '/');
}

} // namespace circumplex
