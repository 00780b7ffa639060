#include "core/ml/harmony/chord_symbols.h"

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kQualityCount = 14;
constexpr int kSemitones = 12;

constexpr std::array<const char*, kSemitones> kRootNames { "C", "C#", "D", "D#", "E", "F", "F#",
    "G", "G#", "A", "A#", "B" };

struct Quality {
    const char* name;
    unsigned pitchBits; ///< bit i: i semitones above the root
    std::int64_t symbol; ///< number in the emotion head's table
};

constexpr unsigned bits(std::initializer_list<int> semitones)
{
    unsigned set = 0;
    for (const int semitone : semitones)
        set |= 1U << semitone;
    return set;
}

constexpr int kMajor = 1;
constexpr int kMinMaj7 = 7;

/// BTC's order; pitch sets as in mir_eval; symbols as in Music2Emo's chord tables.
constexpr std::array<Quality, kQualityCount> kQualities { {
    { "min", bits({ 0, 3, 7 }), 5 },
    { "maj", bits({ 0, 4, 7 }), 1 },
    { "dim", bits({ 0, 3, 6 }), 2 },
    { "aug", bits({ 0, 4, 8 }), 7 },
    { "min6", bits({ 0, 3, 7, 9 }), 12 },
    { "maj6", bits({ 0, 4, 7, 9 }), 9 },
    { "min7", bits({ 0, 3, 7, 10 }), 4 },
    { "minmaj7", bits({ 0, 3, 7, 11 }), 5 },
    { "maj7", bits({ 0, 4, 7, 11 }), 13 },
    { "7", bits({ 0, 4, 7, 10 }), 11 },
    { "dim7", bits({ 0, 3, 6, 9 }), 8 },
    { "hdim7", bits({ 0, 3, 6, 10 }), 10 },
    { "sus2", bits({ 0, 2, 7 }), 6 },
    { "sus4", bits({ 0, 5, 7 }), 3 },
} };

const Quality& qualityOf(int chordClass)
{
    return kQualities[static_cast<std::size_t>(chordClass % kQualityCount)];
}

bool hasRoot(int chordClass)
{
    return chordClass < kChordUnknown;
}

} // namespace

std::string chordLabel(int chordClass)
{
    if (chordClass == kChordUnknown) return "X";
    if (chordClass == kChordNone) return "N";
    const std::string root = kRootNames[static_cast<std::size_t>(chordClass / kQualityCount)];
    if (chordClass % kQualityCount == kMajor) return root;
    return root + ":" + qualityOf(chordClass).name;
}

std::array<bool, 12> chordPitchClasses(int chordClass)
{
    std::array<bool, 12> sounds {};
    if (!hasRoot(chordClass)) {
        sounds.fill(chordClass == kChordUnknown);
        return sounds;
    }
    const int root = chordClass / kQualityCount;
    for (int step = 0; step < kSemitones; ++step)
        if (qualityOf(chordClass).pitchBits >> step & 1U)
            sounds[static_cast<std::size_t>((root + step) % kSemitones)] = true;
    return sounds;
}

int transposedChord(int chordClass, int shift)
{
    if (!hasRoot(chordClass)) return chordClass;
    const int root = (chordClass / kQualityCount - shift % kSemitones + kSemitones) % kSemitones;
    return root * kQualityCount + chordClass % kQualityCount;
}

int withoutMinMaj7(int chordClass)
{
    const bool isMinMaj7 = hasRoot(chordClass) && chordClass % kQualityCount == kMinMaj7;
    return isMinMaj7 ? chordClass - kMinMaj7 : chordClass; // min is a root's first quality
}

ChordSymbols encodeChords(
    std::span<const ChordSpan> chords, int shift, AnalysisMode mode, bool* hadMinMaj7)
{
    constexpr std::int64_t kUnknownRoot = 13;
    ChordSymbols symbols;
    bool approximated = false;
    const auto count = std::min<std::size_t>(chords.size(), ChordSymbols::kLength);
    for (std::size_t i = 0; i < count; ++i) {
        const int chordClass = transposedChord(chords[i].chordClass, shift);
        if (hasRoot(chordClass)) {
            symbols.root[i] = 1 + chordClass / kQualityCount;
            symbols.quality[i] = qualityOf(chordClass).symbol;
            approximated = approximated || chordClass % kQualityCount == kMinMaj7;
        } else if (chordClass == kChordUnknown && mode == AnalysisMode::Corrected) {
            symbols.root[i] = kUnknownRoot;
        }
    }
    if (hadMinMaj7) *hadMinMaj7 = approximated;
    return symbols;
}

} // namespace circumplex
