#include "core/engine/track_places.h"

#include "core/engine/volume_table.h"
#include "core/library/folder_store.h"
#include "core/library/track_store.h"

#include <charconv>
#include <optional>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCueMark = "#cue:";
constexpr int kMostCueTracks = 99; ///< of a CUE sheet

/// Relative to a mount point; nullopt: not below it.
std::optional<std::string> relativeTo(const std::string& mountPoint, const std::string& path)
{
    if (!isBelow(path, mountPoint == "/" ? std::string() : mountPoint)) return std::nullopt;
    const std::size_t begin = path.find_first_not_of('/', mountPoint.size());
    return begin == std::string::npos ? std::string() : path.substr(begin);
}

/// "a.flac#cue:3" as "a.flac" and 3.
std::optional<std::pair<std::string, int>> splitName(const std::string& name)
{
    const std::size_t at = name.rfind(kCueMark);
    if (at == std::string::npos) return std::nullopt;
    int index = 0;
    const char* const end = name.data() + name.size();
    const auto parsed = std::from_chars(name.data() + at + kCueMark.size(), end, index);
    if (parsed.ec != std::errc() || parsed.ptr != end || index < 1) return std::nullopt;
    return std::pair(name.substr(0, at), index);
}

Result<std::vector<TrackId>> tracksAt(const TrackStore& tracks, const TrackPlace& place)
{
    const auto found = tracks.find(place);
    if (!found) return tl::unexpected(found.error());
    return *found ? std::vector { **found } : std::vector<TrackId> {};
}

/// The whole file, or else its parts.
Result<std::vector<TrackId>> tracksOfFile(
    const TrackStore& tracks, VolumeId volume, const std::string& path)
{
    auto whole = tracksAt(tracks, { .volume = volume, .path = path });
    if (!whole || !whole->empty()) return whole;
    if (const auto part = splitName(path))
        return tracksAt(tracks,
            { .volume = volume, .path = part->first, .cue = CueRange { .index = part->second } });
    std::vector<TrackId> parts;
    for (int index = 1; index <= kMostCueTracks; ++index) {
        const auto part = tracksAt(
            tracks, { .volume = volume, .path = path, .cue = CueRange { .index = index } });
        if (!part) return part;
        parts.insert(parts.end(), part->begin(), part->end());
    }
    return parts;
}

} // namespace

Result<TrackPlaces> TrackPlaces::of(LibraryDatabase& library)
{
    const auto volumes = FolderStore(library).volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    TrackPlaces places(library);
    for (const Volume& volume : *volumes)
        places.m_volumes.emplace(volume.id, volume);
    return places;
}

fs::path TrackPlaces::pathOf(const TrackPlace& place) const
{
    return absolutePath(m_volumes.at(place.volume), place.path);
}

std::string TrackPlaces::nameOf(const TrackPlace& place) const
{
    const std::string path = pathOf(place).native();
    return place.cue ? path + std::string(kCueMark) + std::to_string(place.cue->index) : path;
}

Result<std::vector<TrackId>> TrackPlaces::at(const fs::path& path) const
{
    const TrackStore tracks(*m_library);
    std::error_code problem;
    const fs::path plain = fs::absolute(path, problem).lexically_normal();
    std::vector<fs::path> candidates { plain };
    if (const fs::path real = fs::weakly_canonical(path, problem); !problem && real != plain)
        candidates.push_back(real);
    for (const fs::path& candidate : candidates) {
        for (const auto& [id, volume] : m_volumes) {
            const auto relative = relativeTo(volume.mountPoint, candidate.native());
            if (!relative) continue;
            auto found = tracksOfFile(tracks, id, *relative);
            if (!found || !found->empty()) return found;
        }
    }
    return std::vector<TrackId> {};
}

} // namespace circumplex
