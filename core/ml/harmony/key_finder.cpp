#include "core/ml/harmony/key_finder.h"

#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/harmony/published_key.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

namespace circumplex {

namespace {

using PitchProfile = std::array<double, 12>;

/// Aarden-Essen profiles (Aarden 2003), the ones that music21 takes for "key".
constexpr PitchProfile kMajorProfile { 17.7661, 0.145624, 14.9265, 0.160186, 19.8049, 11.3587,
    0.291248, 22.062, 0.145624, 8.15494, 0.232998, 4.95122 };
constexpr PitchProfile kMinorProfile { 18.2648, 0.737619, 14.0499, 16.8599, 0.702494, 14.4362,
    0.702494, 18.6161, 4.56621, 1.93186, 7.37619, 1.75623 };

constexpr std::array<const char*, 12> kMajorNames { "C", "C#", "D", "E-", "E", "F", "F#", "G", "A-",
    "A", "B-", "B" };
constexpr std::array<const char*, 12> kMinorNames { "c", "c#", "d", "e-", "e", "f", "f#", "g", "g#",
    "a", "b-", "b" };

/// Pearson's correlation of the histogram with the profile on a tonic; 0 for a flat histogram.
double correlation(const PitchProfile& profile, std::size_t tonic, const PitchProfile& histogram)
{
    const auto mean
        = [](const PitchProfile& x) { return std::accumulate(x.begin(), x.end(), 0.0) / 12.0; };
    const double profileMean = mean(profile);
    const double histogramMean = mean(histogram);
    double product = 0.0;
    double profileSquares = 0.0;
    double histogramSquares = 0.0;
    for (std::size_t j = 0; j < 12; ++j) {
        const double a = profile[(j + 12 - tonic) % 12] - profileMean;
        const double b = histogram[j] - histogramMean;
        product += a * b;
        profileSquares += a * a;
        histogramSquares += b * b;
    }
    // squares of a flat histogram are not exactly 0 when its mean is rounded
    const bool isFlat = std::all_of(
        histogram.begin(), histogram.end(), [&](double x) { return x == histogram[0]; });
    if (isFlat) return 0.0;
    return product / std::sqrt(profileSquares * histogramSquares);
}

/// Best key; ties go to the higher pitch class, then to minor.
FoundKey bestKey(const PitchProfile& histogram)
{
    using Choice = std::tuple<double, std::size_t, bool>; // correlation, tonic, is minor
    Choice best { -2.0, 0, false };
    for (std::size_t tonic = 0; tonic < 12; ++tonic) {
        best = std::max(best, Choice(correlation(kMajorProfile, tonic, histogram), tonic, false));
        best = std::max(best, Choice(correlation(kMinorProfile, tonic, histogram), tonic, true));
    }
    const auto [r, tonic, isMinor] = best;
    FoundKey key;
    key.text = isMinor ? std::string(kMinorNames[tonic]) + " minor"
                       : std::string(kMajorNames[tonic]) + " major";
    key.tonicClass = static_cast<int>(tonic);
    key.mode = isMinor ? KeyMode::Minor : KeyMode::Major;
    key.correlation = r;
    return key;
}

std::optional<FoundKey> findPublishedKey(std::span<const ChordSpan> chords)
{
    const auto notes = publishedNotes(chords);
    if (notes.empty()) return std::nullopt;
    const auto twelfths = publishedPitchTwelfths(notes);
    PitchProfile quarters {};
    std::transform(
        twelfths.begin(), twelfths.end(), quarters.begin(), [](int count) { return count / 12.0; });
    return bestKey(quarters);
}

} // namespace

std::optional<FoundKey> findKey(std::span<const ChordSpan> chords, AnalysisMode mode)
{
    if (mode == AnalysisMode::Reference) return findPublishedKey(chords);
    PitchProfile seconds {};
    for (const ChordSpan& chord : chords) {
        if (chord.chordClass == kChordUnknown) continue;
        const auto sounds = chordPitchClasses(withoutMinMaj7(chord.chordClass));
        for (std::size_t i = 0; i < sounds.size(); ++i)
            if (sounds[i]) seconds[i] += chord.endSeconds - chord.startSeconds;
    }
    if (std::all_of(seconds.begin(), seconds.end(), [](double x) { return x <= 0.0; }))
        return std::nullopt;
    return bestKey(seconds);
}

} // namespace circumplex
