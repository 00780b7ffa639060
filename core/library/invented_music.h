#pragma once

#include "core/types/annotation.h"
#include "core/types/track.h"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace circumplex {

/// Invents artists, albums, tracks and how they feel, for the synthetic library.
class InventedMusic {
public:
    struct Piece {
        TrackTags tags {};
        std::string path {};
        double durationSeconds = 0.0;
    };

    explicit InventedMusic(std::uint64_t seed);

    /// The next track; albums come as a whole, artists with one to five albums.
    Piece next();

    /// How the track last given feels.
    Annotation feel(const Piece& piece, double hopSeconds);

    double chance(); ///< in [0, 1)
    std::uint64_t number() { return m_random(); }

private:
    struct Genre;
    static const std::vector<Genre>& genres();

    std::size_t below(std::size_t count);
    double bell(); ///< about normal: mean 0, deviation 1
    std::string word();
    std::string title();
    void nextArtist();
    void nextAlbum();
    std::vector<float> curve(std::size_t points, double level, double arc);
    std::vector<ChordSpan> chords(double seconds);
    std::vector<MoodProbability> moods(double valence, double arousal);

    std::mt19937_64 m_random;
    std::string m_artist, m_album;
    const Genre* m_genre = nullptr;
    int m_year = 1990;
    int m_albumsLeft = 0;
    int m_tracksLeft = 0;
    int m_trackNumber = 0;
};

} // namespace circumplex
