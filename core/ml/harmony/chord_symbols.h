#pragma once

#include "core/types/annotation.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace circumplex {

inline constexpr int kChordClassCount = 170;
inline constexpr int kChordUnknown = 168; ///< X
inline constexpr int kChordNone = 169; ///< N

/// "C", "C:min7", "X", "N": the root alone stands for major.
std::string chordLabel(int chordClass);

/// Pitch classes that sound, C = 0, in the published key estimation: X is all twelve, N is none.
std::array<bool, 12> chordPitchClasses(int chordClass);

/// The class with its root moved down by `shift` semitones; N and X stay.
int transposedChord(int chordClass, int shift);

/// The chord that stands for it in corrected mode: minmaj7, which no training label had, is min.
int withoutMinMaj7(int chordClass);

/// Chord symbols as the emotion head reads them: 100 pairs, padded with zeros.
struct ChordSymbols {
    static constexpr int kLength = 100;
    std::array<std::int64_t, kLength> root {}; ///< 0 none, 1..12 = C..B, 13 unknown
    std::array<std::int64_t, kLength> quality {}; ///< 0..13
};

/// First 100 chords, transposed down by `shift` so that the key becomes C major or A minor.
/// minmaj7, for which the published tables have no number, counts as min and is reported through
/// `hadMinMaj7`; in reference mode X is encoded like N, in corrected mode as root 13.
/// @param hadMinMaj7  may be null
ChordSymbols encodeChords(
    std::span<const ChordSpan> chords, int shift, AnalysisMode mode, bool* hadMinMaj7 = nullptr);

} // namespace circumplex
