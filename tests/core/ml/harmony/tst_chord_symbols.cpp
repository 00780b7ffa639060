#include "core/ml/harmony/chord_symbols.h"

#include <doctest/doctest.h>

#include <set>

using namespace circumplex;

namespace {

ChordSpan spanOf(int chordClass)
{
    return { 0.0, 1.0, chordClass, 1.0F };
}

constexpr int kMinMaj7OnD = 2 * 14 + 7;
constexpr int kMajorOnC = 1;

} // namespace

DOCTEST_TEST_CASE("labels are the published ones and differ")
{
    DOCTEST_CHECK(chordLabel(0) == "C:min");
    DOCTEST_CHECK(chordLabel(1) == "C");
    DOCTEST_CHECK(chordLabel(14 * 10 + 9) == "A#:7");
    DOCTEST_CHECK(chordLabel(14 * 11 + 11) == "B:hdim7");
    DOCTEST_CHECK(chordLabel(kChordUnknown) == "X");
    DOCTEST_CHECK(chordLabel(kChordNone) == "N");
    std::set<std::string> labels;
    for (int chordClass = 0; chordClass < kChordClassCount; ++chordClass)
        labels.insert(chordLabel(chordClass));
    DOCTEST_CHECK(labels.size() == kChordClassCount);
}

DOCTEST_TEST_CASE("pitch classes turn with the root")
{
    const auto pitches = [](int chordClass) {
        std::set<int> set;
        for (int i = 0; i < 12; ++i)
            if (chordPitchClasses(chordClass)[static_cast<std::size_t>(i)]) set.insert(i);
        return set;
    };
    DOCTEST_CHECK(pitches(1) == std::set { 0, 4, 7 });
    DOCTEST_CHECK(pitches(14 * 9 + 6) == std::set { 0, 4, 7, 9 }); // A:min7 = C:maj6
    DOCTEST_CHECK(pitches(14 * 11 + 10) == std::set { 2, 5, 8, 11 }); // B:dim7
    DOCTEST_CHECK(pitches(kMinMaj7OnD) == std::set { 1, 2, 5, 9 });
    DOCTEST_CHECK(pitches(kChordUnknown).size() == 12);
    DOCTEST_CHECK(pitches(kChordNone).empty());
}

DOCTEST_TEST_CASE("transposition keeps the quality and leaves X and N alone")
{
    DOCTEST_CHECK(transposedChord(14 * 2 + 9, 3) == 14 * 11 + 9);
    DOCTEST_CHECK(transposedChord(14 * 2 + 9, 0) == 14 * 2 + 9);
    DOCTEST_CHECK(transposedChord(14 * 2 + 9, 12) == 14 * 2 + 9);
    DOCTEST_CHECK(transposedChord(kChordUnknown, 5) == kChordUnknown);
    DOCTEST_CHECK(transposedChord(kChordNone, 5) == kChordNone);
}

DOCTEST_TEST_CASE("the first hundred chords are encoded, the rest is padding")
{
    const std::vector<ChordSpan> many(150, spanOf(kMajorOnC));
    const auto full = encodeChords(many, 1, AnalysisMode::Reference);
    DOCTEST_CHECK(full.root.back() == 12); // B
    DOCTEST_CHECK(full.quality.back() == 1);
    const auto few = encodeChords(std::span(many).first(2), 0, AnalysisMode::Reference);
    DOCTEST_CHECK(few.root[1] == 1);
    DOCTEST_CHECK(few.root[2] == 0);
    DOCTEST_CHECK(few.quality[2] == 0);
}

DOCTEST_TEST_CASE("X has its own root in corrected mode only")
{
    const std::vector<ChordSpan> chords { spanOf(kChordUnknown), spanOf(kChordNone) };
    DOCTEST_CHECK(encodeChords(chords, 4, AnalysisMode::Reference).root[0] == 0);
    const auto corrected = encodeChords(chords, 4, AnalysisMode::Corrected);
    DOCTEST_CHECK(corrected.root[0] == 13);
    DOCTEST_CHECK(corrected.quality[0] == 0);
    DOCTEST_CHECK(corrected.root[1] == 0);
}

DOCTEST_TEST_CASE("minmaj7 counts as min and says so")
{
    bool approximated = false;
    const std::vector<ChordSpan> chords { spanOf(kMinMaj7OnD) };
    DOCTEST_CHECK(encodeChords(chords, 0, AnalysisMode::Corrected, &approximated).quality[0] == 5);
    DOCTEST_CHECK(approximated);
    encodeChords(std::vector { spanOf(kMajorOnC) }, 0, AnalysisMode::Corrected, &approximated);
    DOCTEST_CHECK_FALSE(approximated);
}
