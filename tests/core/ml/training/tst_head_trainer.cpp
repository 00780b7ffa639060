#include "core/ml/compute_device.h"
#include "core/ml/emotion/emotion_head.h"
#include "core/ml/model_error.h"
#include "core/ml/training/head_fit.h"
#include "core/ml/training/head_initialiser.h"
#include "core/ml/training/head_trainer.h"
#include "tests/support/synthetic_pack.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace circumplex;

namespace {

constexpr std::size_t kDimension = 6;

TrainingPlan quickPlan()
{
    TrainingPlan plan;
    plan.folds = 3;
    plan.epochs = 25;
    plan.batchSize = 32;
    plan.learningRate = 1e-2;
    plan.weightDecay = 0.05;
    plan.chordGain = 1.0; // of six values, which are heard without it
    plan.hidden = 24;
    plan.branch = 16;
    plan.validationParts = 4;
    plan.sidedSets = { "sided" };
    return plan;
}

void ignoreEpochs(const EpochReport&) { }

double score(const TrainingReport& report, std::size_t set, const std::string& name)
{
    return report.sets.at(set).scores.at(name).at(0);
}

std::vector<double> lossesOf(const TrainingPack& pack, const TrainingPlan& plan)
{
    std::vector<double> losses;
    trainHead(
        pack, plan, {}, [&](const EpochReport& report) { losses.push_back(report.trainingLoss); });
    return losses;
}

} // namespace

DOCTEST_TEST_CASE("an untrained head is initialised as published, by its seed")
{
    const auto weights = initialHead({ .embedding = 1536, .hidden = 512, .branch = 256 }, 7);
    DOCTEST_CHECK(weights.size() == 36);
    std::int64_t count = 0;
    for (const auto& [name, tensor] : weights)
        count += tensor.numel();
    DOCTEST_CHECK(count == 1072058);
    DOCTEST_CHECK(EmotionHead(weights).embeddingDimension() == 1536);
    const auto largest
        = [&](const char* name) { return weights.at(name).abs().max().item<float>(); };
    DOCTEST_CHECK(largest("chord_root_embedding.weight") <= 0.57736F);
    DOCTEST_CHECK(largest("chord_root_embedding.weight") > 0.4F);
    DOCTEST_CHECK(
        largest("input_proj.0.weight") == doctest::Approx(1 / std::sqrt(1545.0)).epsilon(0.01));
    DOCTEST_CHECK(largest("chord_transformer.layers.0.self_attn.in_proj_bias") == 0.0F);
    DOCTEST_CHECK(at::equal(weights.at("chord_transformer.layers.0.linear1.weight"),
        weights.at("chord_transformer.layers.1.linear1.weight")));
    const auto again = initialHead({ .embedding = 1536, .hidden = 512, .branch = 256 }, 7);
    const auto other = initialHead({ .embedding = 1536, .hidden = 512, .branch = 256 }, 8);
    DOCTEST_CHECK(at::equal(weights.at("input_proj.0.weight"), again.at("input_proj.0.weight")));
    DOCTEST_CHECK_FALSE(
        at::equal(weights.at("input_proj.0.weight"), other.at("input_proj.0.weight")));
}

DOCTEST_TEST_CASE("a head learns one batch by heart")
{
    const auto pack = test::syntheticPack(12, kDimension);
    auto plan = quickPlan();
    plan.embeddingDropout = plan.hiddenDropout = plan.chordDropout = 0.0;
    plan.weightDecay = plan.windowWeight = plan.tagWeight = plan.sideWeight = 0.0;
    useThreads(plan.threads);
    const auto examples = exampleTensors(pack, plan);
    std::vector<double> losses;
    const auto fit = fitHead(examples, plan,
        { .training = tracksOf(pack), .validation = {}, .seed = 3, .epochs = 120 }, {},
        [&](int, double training, double, bool) { losses.push_back(training); });
    DOCTEST_REQUIRE(fit.has_value());
    DOCTEST_CHECK(losses.front() > 0.5);
    DOCTEST_CHECK(losses.back() < 0.02);
}

DOCTEST_TEST_CASE("training predicts groups it has not seen better than an untrained head does")
{
    const auto pack = test::syntheticPack(72, kDimension);
    auto plan = quickPlan();
    const auto trained = trainHead(pack, plan, {}, ignoreEpochs);
    plan.epochs = 0;
    const auto untrained = trainHead(pack, plan, {}, ignoreEpochs);
    DOCTEST_REQUIRE((trained && untrained));
    constexpr std::size_t sided = 0;
    constexpr std::size_t rated = 1;
    DOCTEST_CHECK(score(trained->report, rated, "valence_r2") > 0.6);
    DOCTEST_CHECK(score(trained->report, rated, "arousal_r2") > 0.4);
    DOCTEST_CHECK(score(untrained->report, rated, "valence_r2") < 0.2);
    DOCTEST_CHECK(score(trained->report, sided, "valence_accuracy") > 0.8);
    DOCTEST_CHECK(score(trained->report, sided, "quadrant_accuracy")
        > score(untrained->report, sided, "quadrant_accuracy"));
    DOCTEST_CHECK(trained->report.tagScores.at("roc_auc").at(0) > 0.9);
    DOCTEST_CHECK(trained->report.tagScores.at("scored_tags").at(0) == 2.0);
    DOCTEST_CHECK(trained->report.trackInterval.valence < untrained->report.trackInterval.valence);
    DOCTEST_CHECK(std::isfinite(trained->report.windowInterval.arousal));
    DOCTEST_CHECK(trained->report.sets[rated].groupCount == 12);
    DOCTEST_CHECK(EmotionHead(trained->weights).embeddingDimension() == kDimension);
}

DOCTEST_TEST_CASE("numbers that are no ratings are scored but do not make intervals")
{
    auto plan = quickPlan();
    plan.epochs = 1;
    plan.derivedSets = { "rated" };
    const auto trained = trainHead(test::syntheticPack(36, kDimension), plan, {}, ignoreEpochs);
    DOCTEST_REQUIRE(trained.has_value());
    DOCTEST_CHECK(std::isfinite(score(trained->report, 1, "valence_r2")));
    DOCTEST_CHECK(std::isinf(trained->report.trackInterval.valence));
    DOCTEST_CHECK(reportJson(trained->report, plan)["interval_90"]["track"]["valence"].is_null());
}

DOCTEST_TEST_CASE("the same seed gives the same losses and weights")
{
    const auto pack = test::syntheticPack(36, kDimension);
    auto plan = quickPlan();
    plan.epochs = 4;
    const auto losses = lossesOf(pack, plan);
    at::rand({ 3 }); // the state of the default generator must not matter
    DOCTEST_CHECK(losses.size() >= 12);
    DOCTEST_CHECK(lossesOf(pack, plan) == losses);
    plan.seed = 2;
    DOCTEST_CHECK(lossesOf(pack, plan) != losses);
}

DOCTEST_TEST_CASE("training leaves the default generator as it was")
{
    const auto pack = test::syntheticPack(36, kDimension);
    auto plan = quickPlan();
    plan.epochs = 2;
    at::manual_seed(5);
    const auto expected = at::rand({ 4 });
    at::manual_seed(5);
    trainHead(pack, plan, {}, ignoreEpochs);
    DOCTEST_CHECK(at::equal(at::rand({ 4 }), expected));
}

DOCTEST_TEST_CASE("rows without weight do not change what is learned")
{
    auto plan = quickPlan();
    plan.epochs = 3;
    plan.folds = 0;
    auto pack = test::syntheticPack(36, kDimension);
    for (std::size_t i = 0; i < 12; ++i)
        pack.emotionWeight[i] = 0.0F;
    const auto losses = lossesOf(pack, plan);
    for (std::size_t i = 0; i < 12; ++i)
        pack.emotion[i] = 9.0F;
    DOCTEST_CHECK(lossesOf(pack, plan) == losses);
}

DOCTEST_TEST_CASE("a loss that is not a number ends the training with a reason")
{
    auto pack = test::syntheticPack(36, kDimension);
    for (auto& value : pack.embedding)
        value = std::numeric_limits<float>::infinity();
    DOCTEST_CHECK_THROWS_WITH_AS(trainHead(pack, quickPlan(), {}, ignoreEpochs),
        doctest::Contains("not a number in epoch 1"), ModelError);
}

DOCTEST_TEST_CASE("a stopped training gives nothing")
{
    std::stop_source source;
    int epochs = 0;
    const auto trained = trainHead(test::syntheticPack(36, kDimension), quickPlan(),
        source.get_token(), [&](const EpochReport&) {
            if (++epochs == 2) source.request_stop();
        });
    DOCTEST_CHECK_FALSE(trained.has_value());
    DOCTEST_CHECK(epochs == 2);
}

DOCTEST_TEST_CASE("plans and packs that cannot work are refused by name")
{
    const auto pack = test::syntheticPack(36, kDimension);
    auto plan = quickPlan();
    plan.derivedSets = { "absent" };
    DOCTEST_CHECK_THROWS_WITH_AS(
        trainHead(pack, plan, {}, ignoreEpochs), "no set is called absent", std::invalid_argument);
    plan = quickPlan();
    plan.hiddenDropout = 1.0;
    DOCTEST_CHECK_THROWS_WITH_AS(trainHead(pack, plan, {}, ignoreEpochs),
        "hidden dropout is out of range", std::invalid_argument);
    DOCTEST_CHECK_THROWS_WITH_AS(
        trainHead(test::syntheticPack(9, kDimension), quickPlan(), {}, ignoreEpochs),
        "the training pack has 3 groups of tracks; this plan needs at least 4", ModelError);
}
