#include "core/ml/feature_codec.h"
#include "core/ml/model_error.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace circumplex;

namespace {

TrackFeatures someFeatures()
{
    TrackFeatures features;
    features.durationSeconds = 12.25;
    features.windows = FrameSpool(5);
    for (int row = 0; row < 600; ++row) {
        std::vector<float> values;
        for (int d = 0; d < 5; ++d)
            values.push_back(static_cast<float>(std::sin(row + 0.1 * d)) * 20.0F);
        features.windows.append(values);
        features.embedding = values;
    }
    features.chords = { { 0.0, 1.5, 3, 0.5F }, { 1.5, 12.25, 169, 0.25F } };
    features.key = FoundKey { "e- minor", 3, KeyMode::Minor, 0.75 };
    return features;
}

} // namespace

DOCTEST_TEST_CASE("embeddings come back in half precision, everything else exactly")
{
    const auto features = someFeatures();
    const auto again = decodeFeatures(encodeFeatures(features));
    DOCTEST_CHECK(again.durationSeconds == 12.25);
    DOCTEST_REQUIRE(again.windows.rowCount() == 600);
    std::vector<float> before(3000), after(3000);
    features.windows.read(0, 600, before);
    again.windows.read(0, 600, after);
    constexpr double kHalfStep = 1.0 / 2048; // relative, of 11 significant bits
    for (std::size_t i = 0; i < before.size(); ++i)
        DOCTEST_CHECK(after[i] == doctest::Approx(before[i]).epsilon(kHalfStep));
    DOCTEST_CHECK(again.embedding.size() == 5);
    DOCTEST_REQUIRE(again.chords.size() == 2);
    DOCTEST_CHECK(again.chords[1].endSeconds == 12.25);
    DOCTEST_CHECK(again.chords[1].chordClass == 169);
    DOCTEST_CHECK(again.chords[0].confidence == 0.5F);
    DOCTEST_CHECK(again.key->text == "e- minor");
    DOCTEST_CHECK(again.key->chordShift() == features.key->chordShift());
    DOCTEST_CHECK(again.key->correlation == 0.75);
}

DOCTEST_TEST_CASE("a track without chords and key keeps its absence")
{
    auto features = someFeatures();
    features.chords.clear();
    features.key.reset();
    const auto again = decodeFeatures(encodeFeatures(features));
    DOCTEST_CHECK(again.chords.empty());
    DOCTEST_CHECK_FALSE(again.key);
}

DOCTEST_TEST_CASE("damaged bytes are refused at every length")
{
    auto bytes = encodeFeatures(someFeatures());
    for (std::size_t length = 0; length < bytes.size(); length += 61)
        DOCTEST_CHECK_THROWS_AS(decodeFeatures(std::span(bytes).first(length)), ModelError);
    bytes.push_back({});
    DOCTEST_CHECK_THROWS_AS(decodeFeatures(bytes), ModelError);
    bytes.pop_back();
    for (std::size_t i = 12; i < 20; ++i) // the dimension
        bytes[i] = std::byte { 0xFF };
    DOCTEST_CHECK_THROWS_AS(decodeFeatures(bytes), ModelError);
}
