#pragma once

#include "core/base/result.h"
#include "core/types/track.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// Between the library's places and paths as people write them. A picture of the volumes at one
/// moment, where each was last seen.
class TrackPlaces {
public:
    /// @param library  must outlive this
    static Result<TrackPlaces> of(LibraryDatabase& library);

    std::filesystem::path pathOf(const TrackPlace& place) const;

    /// The path; behind that of a part of a file stands "#cue:3", its number in the CUE sheet.
    std::string nameOf(const TrackPlace& place) const;

    /// Tracks at a path or name: none, one, or every one of a file with a CUE sheet.
    /// @param path  relative to the current folder, or absolute; may hold links
    Result<std::vector<TrackId>> at(const std::filesystem::path& path) const;

    const Volume& volume(VolumeId id) const { return m_volumes.at(id); }

private:
    explicit TrackPlaces(LibraryDatabase& library)
        : m_library(&library)
    {
    }

    LibraryDatabase* m_library;
    std::map<VolumeId, Volume> m_volumes;
};

} // namespace circumplex
