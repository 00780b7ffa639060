#include "core/ml/model_error.h"
#include "core/ml/training/published_training.h"
#include "core/ml/training/track_folds.h"
#include "tests/support/synthetic_pack.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace circumplex;

namespace {

/// Set "moods" has tags alone, "rated" has valence and arousal alone.
TrainingPack twoSets()
{
    auto pack = test::syntheticPack(60, 6);
    pack.setNames = { "moods", "rated" };
    for (std::size_t row = 0; row < pack.size(); ++row) {
        const bool isRated = pack.set[row] == 1;
        std::fill_n(pack.emotionWeight.begin() + static_cast<std::ptrdiff_t>(row * 2), 2,
            isRated ? 1.0F : 0.0F);
        std::fill_n(pack.tagWeight.begin() + static_cast<std::ptrdiff_t>(row * 56), 56,
            isRated ? 0.0F : 1.0F);
        for (std::size_t tag = 0; tag < 56; ++tag)
            pack.tags[row * 56 + tag] = pack.tags[row * 56 + tag] > 0.5F ? 1.0F : 0.0F;
    }
    return pack;
}

/// Of every five tracks one stops and one judges.
GivenSplit partsOf(const TrainingPack& pack)
{
    GivenSplit parts;
    for (std::size_t t = 0; t < tracksOf(pack).size(); ++t)
        parts.push_back(t % 5 == 3 ? SplitPart::Validation
                : t % 5 == 4       ? SplitPart::Test
                                   : SplitPart::Training);
    return parts;
}

struct Trained {
    std::vector<std::string> made, taken;
    std::vector<HeadPredictions> said; ///< [seed]
    int epochs = 0;
    bool isDone = false;
};

Trained train(const PublishedTraining& training, const std::stop_token& stop = {})
{
    Trained trained;
    trained.isDone = trainPublished(training, stop,
        { .onEpoch = [&](const std::string&, const PublishedEpoch&) { ++trained.epochs; },
            .onHead
            = [&](const std::string& head,
                  bool isTaken) { (isTaken ? trained.taken : trained.made).push_back(head); },
            .onSeed
            = [&](std::uint64_t, const HeadPredictions& said) { trained.said.push_back(said); } });
    return trained;
}

/// Mean squared error of valence over the rated test tracks, and what their mean would give.
std::pair<double, double> valenceErrors(
    const TrainingPack& pack, const GivenSplit& parts, const HeadPredictions& said)
{
    std::vector<double> truth, error;
    const auto tracks = tracksOf(pack);
    for (std::size_t t = 0; t < tracks.size(); ++t) {
        if (parts[t] != SplitPart::Test || tracks[t].set != 1) continue;
        const auto row = static_cast<std::size_t>(tracks[t].whole.front());
        truth.push_back(pack.emotion[2 * row]);
        error.push_back(truth.back() - said.emotion[2 * row]);
    }
    double mean = 0.0, spread = 0.0, squared = 0.0;
    for (const double value : truth)
        mean += value / static_cast<double>(truth.size());
    for (std::size_t i = 0; i < truth.size(); ++i) {
        spread += (truth[i] - mean) * (truth[i] - mean);
        squared += error[i] * error[i];
    }
    return { squared, spread };
}

const PublishedRecipe kQuick {
    .learningRate = 3e-2, .epochs = 30, .patience = 30, .chordDropout = 0.0
};

} // namespace

DOCTEST_TEST_CASE("several sets are taught by single-task heads, which are made once")
{
    const auto pack = twoSets();
    const auto parts = partsOf(pack);
    const test::TemporaryFolder folder;
    const PublishedTraining training { .pack = pack,
        .parts = parts,
        .recipe = kQuick,
        .hidden = 16,
        .branch = 8,
        .seeds = { 1, 2 },
        .heads = folder.path() };
    const auto first = train(training);
    DOCTEST_CHECK(first.isDone);
    const std::vector<std::string> names { "moods, seed 1", "rated, seed 1", "moods+rated, seed 1",
        "moods, seed 2", "rated, seed 2", "moods+rated, seed 2" };
    DOCTEST_CHECK(first.made == names);
    DOCTEST_CHECK(first.epochs == 6 * 30);
    DOCTEST_REQUIRE(first.said.size() == 2);
    DOCTEST_CHECK(first.said[0].emotion != first.said[1].emotion);
    const auto [error, spread] = valenceErrors(pack, parts, first.said[0]);
    DOCTEST_CHECK(error < 0.7 * spread);

    const auto again = train(training);
    DOCTEST_CHECK(again.taken == names);
    DOCTEST_CHECK(again.epochs == 0);
    DOCTEST_CHECK(again.said[1].emotion == first.said[1].emotion);
    DOCTEST_CHECK(again.said[1].tagProbabilities == first.said[1].tagProbabilities);
}

DOCTEST_TEST_CASE("a head is trained anew where data or recipe differ")
{
    auto pack = twoSets();
    const auto parts = partsOf(pack);
    const test::TemporaryFolder folder;
    PublishedTraining training { .pack = pack,
        .parts = parts,
        .recipe = { .epochs = 1 },
        .hidden = 16,
        .branch = 8,
        .heads = folder.path() };
    DOCTEST_CHECK(train(training).made.size() == 3);
    const auto rated = static_cast<std::size_t>(
        std::find(pack.set.begin(), pack.set.end(), 1) - pack.set.begin());
    pack.emotion[2 * rated] += 0.5F;
    const auto changed = train(training);
    DOCTEST_CHECK(changed.taken == std::vector<std::string> { "moods, seed 1" });
    DOCTEST_CHECK(changed.made.size() == 2);
    training.recipe.batchSize = 4;
    DOCTEST_CHECK(train(training).made.size() == 3);
}

DOCTEST_TEST_CASE("a stopped training keeps the heads that were finished")
{
    const auto pack = twoSets();
    const auto parts = partsOf(pack);
    const test::TemporaryFolder folder;
    const PublishedTraining training { .pack = pack,
        .parts = parts,
        .recipe = { .epochs = 1 },
        .hidden = 16,
        .branch = 8,
        .heads = folder.path() };
    std::stop_source stop;
    const bool isDone = trainPublished(training, stop.get_token(),
        { .onEpoch = [](const std::string&, const PublishedEpoch&) {},
            .onHead = [&](const std::string&, bool) { stop.request_stop(); },
            .onSeed = [](std::uint64_t, const HeadPredictions&) {} });
    DOCTEST_CHECK_FALSE(isDone);
    const auto resumed = train(training);
    DOCTEST_CHECK(resumed.taken == std::vector<std::string> { "moods, seed 1" });
    DOCTEST_CHECK(resumed.isDone);
}
