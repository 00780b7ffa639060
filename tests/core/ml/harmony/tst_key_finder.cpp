#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/harmony/key_finder.h"
#include "core/ml/harmony/published_key.h"
#include "tests/support/golden.h"

#include <doctest/doctest.h>

using namespace circumplex;
namespace test = circumplex::test;

namespace {

int classNamed(const std::string& label)
{
    for (int chordClass = 0; chordClass < kChordClassCount; ++chordClass)
        if (chordLabel(chordClass) == label) return chordClass;
    throw std::runtime_error("no chord is called " + label);
}

using Segments = std::vector<std::pair<int, std::string>>; // frames of 10/108 s, label

std::vector<ChordSpan> spansOf(const Segments& segments)
{
    std::vector<ChordSpan> spans;
    int frame = 0;
    for (const auto& [count, label] : segments) {
        spans.push_back(
            { frame * (10.0 / 108.0), (frame + count) * (10.0 / 108.0), classNamed(label), 1.0F });
        frame += count;
    }
    return spans;
}

std::string keyText(const std::optional<FoundKey>& key)
{
    return key ? key->text : "None";
}

} // namespace

DOCTEST_TEST_CASE("the published chain is reproduced step by step")
{
    const auto golden = test::golden("golden_key.json");
    DOCTEST_REQUIRE(golden["cases"].size() == 19);
    for (const auto& expected : golden["cases"]) {
        DOCTEST_CAPTURE(expected["name"].get<std::string>());
        const auto chords = spansOf(expected["segments"].get<Segments>());
        const auto notes = publishedNotes(chords);
        DOCTEST_CHECK(notes.size() == expected["notes"].get<std::size_t>());
        const auto key = findKey(chords, AnalysisMode::Reference);
        DOCTEST_CHECK(keyText(key) == expected["key"].get<std::string>());
        DOCTEST_REQUIRE(key.has_value() == !expected["pc_twelfths"].is_null());
        if (key) {
            DOCTEST_CHECK(publishedPitchTwelfths(notes)
                == expected["pc_twelfths"].get<std::array<int, 12>>());
            DOCTEST_CHECK(key->correlation
                == doctest::Approx(expected["correlation"].get<double>()).epsilon(1e-8));
        }
        const int shift = key ? key->chordShift() : 0;
        DOCTEST_CHECK(shift == expected["shift"].get<int>());

        std::vector<std::string> labels;
        for (const ChordSpan& chord : chords)
            labels.push_back(chordLabel(transposedChord(chord.chordClass, shift)));
        DOCTEST_CHECK(labels == expected["normalised"].get<std::vector<std::string>>());
        constexpr std::int64_t kMinor = 5; // what minmaj7 counts as; the reference has no number
        for (std::size_t first = 0; first < chords.size(); first += ChordSymbols::kLength) {
            const auto symbols
                = encodeChords(std::span(chords).subspan(first), shift, AnalysisMode::Reference);
            const auto count = std::min<std::size_t>(chords.size() - first, ChordSymbols::kLength);
            for (std::size_t i = 0; i < count; ++i) {
                DOCTEST_CHECK(symbols.root[i] == expected["root_ids"][first + i]);
                const auto& quality = expected["attr_ids"][first + i];
                DOCTEST_CHECK(symbols.quality[i]
                    == (quality.is_null() ? kMinor : quality.get<std::int64_t>()));
            }
        }
    }
}

DOCTEST_TEST_CASE("cadences on all 24 tonics give their keys in both modes")
{
    const Segments major { { 22, "C" }, { 22, "F" }, { 22, "G:7" }, { 42, "C" } };
    const Segments minor { { 22, "A:min" }, { 22, "D:min" }, { 22, "E:7" }, { 42, "A:min" } };
    for (int up = 0; up < 12; ++up)
        for (const bool isMinor : { false, true }) {
            auto chords = spansOf(isMinor ? minor : major);
            for (ChordSpan& chord : chords)
                chord.chordClass = transposedChord(chord.chordClass, 12 - up);
            for (const auto mode : { AnalysisMode::Reference, AnalysisMode::Corrected }) {
                const auto key = findKey(chords, mode);
                DOCTEST_REQUIRE(key);
                DOCTEST_CHECK(key->mode == (isMinor ? KeyMode::Minor : KeyMode::Major));
                DOCTEST_CHECK(key->tonicClass == (up + (isMinor ? 9 : 0)) % 12);
                DOCTEST_CHECK(key->chordShift() == up);
            }
        }
}

DOCTEST_TEST_CASE("corrected mode uses a single chord, reference mode does not")
{
    const auto chords = spansOf({ { 200, "A:min" } });
    DOCTEST_CHECK(keyText(findKey(chords, AnalysisMode::Reference)) == "None");
    DOCTEST_CHECK(keyText(findKey(chords, AnalysisMode::Corrected)) == "a minor");
}

DOCTEST_TEST_CASE("corrected mode takes X for silence and minmaj7 for minor")
{
    const auto silent = spansOf({ { 20, "X" }, { 20, "N" }, { 20, "X" } });
    DOCTEST_CHECK(keyText(findKey(silent, AnalysisMode::Reference)) == "b minor");
    DOCTEST_CHECK(keyText(findKey(silent, AnalysisMode::Corrected)) == "None");
    const auto plain = findKey(spansOf({ { 20, "C" }, { 20, "G" } }), AnalysisMode::Corrected);
    const auto masked
        = findKey(spansOf({ { 20, "C" }, { 90, "X" }, { 20, "G" } }), AnalysisMode::Corrected);
    DOCTEST_CHECK(masked->correlation == doctest::Approx(plain->correlation));
    const auto minor = findKey(spansOf({ { 20, "D:min" } }), AnalysisMode::Corrected);
    const auto minMaj7 = findKey(spansOf({ { 20, "D:minmaj7" } }), AnalysisMode::Corrected);
    DOCTEST_CHECK(minMaj7->correlation == minor->correlation);
}

DOCTEST_TEST_CASE("corrected mode weighs true durations")
{
    // below the published grouping's resolution: merged there, heard here
    const auto chords = spansOf({ { 1, "C" }, { 1, "F#" }, { 400, "F#" } });
    DOCTEST_CHECK(keyText(findKey(chords, AnalysisMode::Corrected)) == "F# major");
    DOCTEST_CHECK(keyText(findKey({}, AnalysisMode::Corrected)) == "None");
    DOCTEST_CHECK(keyText(findKey({}, AnalysisMode::Reference)) == "None");
}
