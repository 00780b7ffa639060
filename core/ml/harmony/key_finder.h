#pragma once

#include "core/types/annotation.h"

#include <optional>
#include <span>
#include <string>

namespace circumplex {

/// A key as the emotion model needs it.
struct FoundKey {
    std::string text; ///< published spelling: "e- minor", "C major"
    int tonicClass = 0; ///< 0..11, C = 0
    KeyMode mode = KeyMode::Major;
    double correlation = 0.0;

    /// Semitones by which chords move down so that the key becomes C major or A minor.
    int chordShift() const { return mode == KeyMode::Major ? tonicClass : (tonicClass + 3) % 12; }
};

/// Key of a chord sequence.
///
/// Reference mode follows the published chain step by step: three-decimal times, notes, MIDI ticks,
/// grouping, quantisation, Aarden-Essen profile, ties to the higher pitch class and to minor.
/// Corrected mode weighs pitch classes by true durations and takes X for silence.
/// @return nullopt  nothing sounds (the published program says "None")
std::optional<FoundKey> findKey(std::span<const ChordSpan> chords, AnalysisMode mode);

} // namespace circumplex
