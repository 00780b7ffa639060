#pragma once

#include "core/audio/fingerprint.h"
#include "core/base/result.h"
#include "core/engine/track_places.h"
#include "core/types/track.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// What somebody else's file says a track is.
struct TrackClue {
    std::filesystem::path path {}; ///< may be of another machine, without its ending, or a number
    std::string artist {}, title {}, recordingMbid {};
    std::optional<double> durationSeconds {};
    std::optional<AudioHash> audioHash {};
    std::vector<std::uint8_t> fingerprint {}; ///< Chromaprint, compressed
};

/// Finds which of a library's tracks is meant, by what tells most first: the sound, the path, the
/// end of the path, the MusicBrainz recording, artist and title with the duration, the fingerprint.
///
/// A picture of the library at one moment; one thread.
class TrackMatcher {
public:
    /// Reads every track. @param library  must outlive this
    static Result<TrackMatcher> of(LibraryDatabase& library);

    /// Tracks that may be meant: one if it is clear, none, or several between which nothing
    /// decides. With several copies of one sound it is the first one.
    Result<std::vector<TrackId>> find(const TrackClue& clue) const;

private:
    explicit TrackMatcher(LibraryDatabase& library, TrackPlaces places)
        : m_library(&library)
        , m_places(std::move(places))
    {
    }

    std::vector<TrackId> byTags(const TrackClue& clue) const;
    Result<std::vector<TrackId>> byFingerprint(const TrackClue& clue) const;

    LibraryDatabase* m_library;
    TrackPlaces m_places;
    std::vector<Track> m_tracks; ///< present ones first, then by id
    std::map<AudioHash, std::vector<std::size_t>> m_bySound;
    std::map<std::string, std::vector<std::size_t>> m_byStem; ///< file's name without its ending
    std::map<std::string, std::vector<std::size_t>> m_byRecording, m_byTitle;
};

} // namespace circumplex
