#include "core/library/invented_music.h"

#include "core/types/mood_tags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace circumplex {

/// A genre with its usual place on the plane.
struct InventedMusic::Genre {
    std::string_view name;
    double valence, arousal;
};

namespace {

constexpr std::array<std::string_view, 48> kWords { "Moon", "River", "Golden", "Night", "Summer",
    "Blue", "Heart", "Fire", "Silver", "Rain", "Dream", "Stone", "Winter", "Shadow", "Light",
    "Garden", "Ocean", "Broken", "Velvet", "Morning", "Wild", "Paper", "Electric", "Northern",
    "Secret", "Crystal", "Dancing", "Hollow", "Crimson", "Lonely", "Echo", "Little", "Midnight",
    "Desert", "Green", "Falling", "Station", "Mirror", "Thunder", "Lost", "Étude", "Straße",
    "Sueño", "Été", "Bells", "Sonata", "Waltz", "Prelude" };

constexpr std::array<std::string_view, 40> kSyllables { "ba", "ber", "bri", "cal", "dan", "del",
    "dor", "el", "fer", "gar", "hal", "hol", "is", "jan", "kar", "ken", "la", "lor", "mar", "mel",
    "mor", "nel", "nor", "o", "pe", "quin", "ra", "ros", "sa", "sel", "son", "tan", "ter", "thor",
    "u", "val", "ver", "wil", "yas", "zor" };

constexpr std::array<std::string_view, 12> kTonics { "C", "C#", "D", "Eb", "E", "F", "F#", "G",
    "Ab", "A", "Bb", "B" };

float onScale(double value)
{
    return static_cast<float>(std::clamp(value, 1.0, 9.0));
}

double rising(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

} // namespace

const std::vector<InventedMusic::Genre>& InventedMusic::genres()
{
    static const std::vector<Genre> all { { "Rock", 5.4, 6.6 }, { "Pop", 6.3, 5.9 },
        { "Jazz", 5.8, 4.4 }, { "Classical", 5.2, 3.8 }, { "Electronic", 5.6, 6.4 },
        { "Folk", 5.5, 4.1 }, { "Metal", 4.2, 7.6 }, { "Hip-Hop", 5.5, 6.0 },
        { "Ambient", 5.0, 2.4 }, { "Soul", 6.2, 5.1 }, { "Blues", 4.8, 4.6 },
        { "Country", 6.1, 5.0 }, { "Soundtrack", 4.7, 4.9 }, { "Reggae", 6.7, 4.8 } };
    return all;
}

InventedMusic::InventedMusic(std::uint64_t seed)
    : m_random(seed)
{
}

double InventedMusic::chance()
{
    return static_cast<double>(m_random() >> 11U) * 0x1p-53;
}

std::size_t InventedMusic::below(std::size_t count)
{
    return static_cast<std::size_t>(chance() * static_cast<double>(count));
}

double InventedMusic::bell()
{
    return (chance() + chance() + chance() + chance() - 2.0) * std::sqrt(3.0);
}

std::string InventedMusic::word()
{
    if (chance() < 0.4) return std::string(kWords[below(kWords.size())]);
    std::string text;
    for (std::size_t left = 1 + below(3); left > 0; --left)
        text += kSyllables[below(kSyllables.size())];
    if (text[0] >= 'a') text[0] = static_cast<char>(text[0] - 0x20);
    return text;
}

std::string InventedMusic::title()
{
    std::string text = word();
    for (std::size_t left = below(4); left > 0; --left)
        text += ' ' + word();
    return text;
}

void InventedMusic::nextArtist()
{
    m_artist = chance() < 0.3 ? "The " + word() + ' ' + word() : word() + ' ' + word();
    m_genre = &genres()[below(genres().size())];
    m_year = 1955 + static_cast<int>(below(65));
    m_albumsLeft = 1 + static_cast<int>(below(5));
}

void InventedMusic::nextAlbum()
{
    if (m_albumsLeft-- == 0) {
        nextArtist();
        --m_albumsLeft;
    }
    m_album = title();
    m_year = std::min(m_year + static_cast<int>(below(4)), 2024);
    m_tracksLeft = 8 + static_cast<int>(below(9));
    m_trackNumber = 0;
}

InventedMusic::Piece InventedMusic::next()
{
    if (m_tracksLeft == 0) nextAlbum();
    --m_tracksLeft;
    ++m_trackNumber;
    Piece piece;
    piece.tags = { .title = title(),
        .artist = m_artist,
        .album = m_album,
        .genre = std::string(m_genre->name),
        .trackNumber = m_trackNumber,
        .discNumber = 1,
        .year = m_year };
    char number[16];
    std::snprintf(number, sizeof number, "%02d ", m_trackNumber);
    piece.path = "Music/" + m_artist + '/' + std::to_string(m_year) + ' ' + m_album + '/' + number
        + piece.tags.title + ".flac";
    piece.durationSeconds = std::max(30.0, 225.0 + 70.0 * bell());
    return piece;
}

std::vector<float> InventedMusic::curve(std::size_t points, double level, double arc)
{
    std::vector<float> values(points);
    double drift = 0.0;
    for (std::size_t i = 0; i < points; ++i) {
        const double position = static_cast<double>(i) / static_cast<double>(points);
        drift = 0.9 * drift + 0.12 * bell();
        values[i] = onScale(level + arc * (position - 0.5) + drift);
    }
    return values;
}

std::vector<ChordSpan> InventedMusic::chords(double seconds)
{
    std::array<int, 4> loop {};
    for (int& chord : loop)
        chord = static_cast<int>(below(12)) * 14 + static_cast<int>(below(2));
    const double bar = 1.6 + 0.8 * chance();
    std::vector<ChordSpan> spans;
    for (double start = 0.0; start < seconds; start += bar)
        spans.push_back({ start, std::min(start + bar, seconds), loop[spans.size() % loop.size()],
            static_cast<float>(0.5 + 0.5 * chance()) });
    return spans;
}

std::vector<MoodProbability> InventedMusic::moods(double valence, double arousal)
{
    static const auto index = [](std::string_view tag) { return moodTagIndex(tag); };
    std::vector<MoodProbability> moods(kMoodTags.size());
    for (std::size_t tag = 0; tag < moods.size(); ++tag)
        moods[tag]
            = { static_cast<int>(tag), static_cast<float>(0.005 + 0.35 * std::pow(chance(), 6.0)) };
    const auto set = [&moods, this](std::size_t tag, double probability) {
        moods[tag].probability
            = static_cast<float>(std::clamp(probability * (0.8 + 0.2 * chance()), 0.0, 1.0));
    };
    set(index("happy"), rising(1.6 * (valence - 6.8)));
    set(index("sad"), rising(1.6 * (3.9 - valence)));
    set(index("energetic"), rising(1.5 * (arousal - 6.6)));
    set(index("relaxing"), rising(1.5 * (3.6 - arousal)));
    set(index("dark"), 0.6 * rising(1.5 * (4.0 - valence)));
    set(index("party"), 0.7 * rising(arousal + valence - 13.0));
    std::sort(moods.begin(), moods.end(), [](const MoodProbability& a, const MoodProbability& b) {
        return a.probability > b.probability;
    });
    return moods;
}

Annotation InventedMusic::feel(const Piece& piece, double hopSeconds)
{
    const double valence = m_genre->valence + 1.1 * bell();
    const double arousal = m_genre->arousal + 1.0 * bell();
    Annotation said;
    said.durationSeconds = piece.durationSeconds;
    said.valence = onScale(valence);
    said.arousal = onScale(arousal);
    said.valenceInterval = { onScale(valence - 1.1), onScale(valence + 1.1) };
    said.arousalInterval = { onScale(arousal - 1.0), onScale(arousal + 1.0) };
    said.moods = moods(valence, arousal);
    const bool isMinor = chance() < 0.4;
    said.key = KeyEstimate { std::string(kTonics[below(kTonics.size())]),
        isMinor ? KeyMode::Minor : KeyMode::Major, 0.5 + 0.5 * chance() };
    said.chords = chords(piece.durationSeconds);
    EmotionCurve& curves = said.curve;
    curves.hopSeconds = hopSeconds;
    curves.startSeconds = hopSeconds / 2.0;
    const auto points = static_cast<std::size_t>(piece.durationSeconds / hopSeconds);
    curves.valence = curve(points, valence, 2.0 * bell());
    curves.arousal = curve(points, arousal, 2.0 * bell());
    const auto shifted = [](std::vector<float> values, double by) {
        for (float& value : values)
            value = onScale(static_cast<double>(value) + by);
        return values;
    };
    curves.valenceLower = shifted(curves.valence, -1.3);
    curves.valenceUpper = shifted(curves.valence, 1.3);
    curves.arousalLower = shifted(curves.arousal, -1.2);
    curves.arousalUpper = shifted(curves.arousal, 1.2);
    return said;
}

} // namespace circumplex
