#include "core/ml/emotion/emotion_head.h"
#include "core/ml/model_error.h"
#include "core/ml/training/metrics.h"
#include "core/ml/training/personal_trainer.h"
#include "core/ml/training/track_folds.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/types/mood_tags.h"
#include "tests/support/rater_pack.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

using namespace circumplex;

namespace {

constexpr int kDimension = 16;

PersonalPlan quickPlan()
{
    PersonalPlan plan;
    plan.epochs = 25;
    plan.batchSize = 32;
    plan.learningRate = 1e-3;
    plan.curveShares = { 0.2 };
    plan.threads = 1;
    return plan;
}

std::optional<PersonalHead> train(const test::RaterPack& made, const PersonalPlan& plan,
    const PersonalCallbacks& callbacks = {}, const PersonalCheckpoint& checkpoint = {},
    std::stop_token stop = {})
{
    return trainPersonalHead(made.pack, made.base, plan, {}, checkpoint, stop, callbacks);
}

/// Of one dimension over the whole tracks.
NumberScores scoresOf(
    const TrainingPack& pack, const HeadPredictions& predictions, std::size_t dimension)
{
    std::vector<float> predicted, truth;
    for (const auto& track : tracksOf(pack)) {
        const auto row = static_cast<std::size_t>(track.asOne().front());
        predicted.push_back(predictions.emotion[2 * row + dimension]);
        truth.push_back(pack.emotion[2 * row + dimension]);
    }
    return numberScores(predicted, truth);
}

double tagAuc(const TrainingPack& pack, const HeadPredictions& predictions, const char* tag)
{
    std::vector<float> scores;
    std::vector<std::uint8_t> truth;
    for (const auto& track : tracksOf(pack)) {
        const auto i = static_cast<std::size_t>(track.asOne().front()) * kMoodTags.size()
            + moodTagIndex(tag);
        scores.push_back(predictions.tagProbabilities[i]);
        truth.push_back(pack.tags[i] > 0.5F ? 1 : 0);
    }
    return rocAuc(scores, truth);
}

bool isEqual(const WeightMap& left, const WeightMap& right)
{
    return left.size() == right.size()
        && std::all_of(left.begin(), left.end(), [&](const auto& entry) {
               return right.contains(entry.first) && at::equal(entry.second, right.at(entry.first));
           });
}

} // namespace

DOCTEST_TEST_CASE("a personal head predicts a rater better than the base, on tracks it never saw")
{
    const auto made = test::raterPack(120, kDimension);
    WeightMap before;
    for (const auto& [name, tensor] : made.base)
        before[name] = tensor.clone();
    const auto head = train(made, quickPlan());
    DOCTEST_REQUIRE(head.has_value());
    for (const std::size_t dimension : { 0U, 1U }) {
        const auto base = scoresOf(made.pack, head->base, dimension);
        const auto personal = scoresOf(made.pack, head->heldOut.predictions, dimension);
        DOCTEST_CHECK(base.r2 < 0.0);
        DOCTEST_CHECK(personal.r2 > 0.35);
        DOCTEST_CHECK(personal.concordance > base.concordance + 0.05);
        // with more labels it knows more
        DOCTEST_CHECK(
            personal.rmse < scoresOf(made.pack, head->curve.at(0).predictions, dimension).rmse);
    }
    DOCTEST_CHECK(tagAuc(made.pack, head->heldOut.predictions, "happy") > 0.85);
    DOCTEST_CHECK(head->heldOut.trackCount == doctest::Approx(96.0));
    DOCTEST_CHECK(head->curve.at(0).trackCount == doctest::Approx(19.2).epsilon(0.2));
    DOCTEST_CHECK(std::isfinite(head->trackInterval.valence));
    DOCTEST_CHECK(isEqual(made.base, before));
    DOCTEST_CHECK(EmotionHead(head->weights).embeddingDimension() == kDimension);
}

DOCTEST_TEST_CASE("few labels move the level and keep the rest")
{
    auto made = test::raterPack(12, kDimension);
    auto plan = quickPlan();
    plan.epochs = 0; // the line through the labels alone
    const auto head = train(made, plan);
    DOCTEST_REQUIRE(head.has_value());
    const auto base = scoresOf(made.pack, head->base, 1);
    const auto personal = scoresOf(made.pack, head->heldOut.predictions, 1);
    DOCTEST_CHECK(personal.rmse < 0.8 * base.rmse);
}

DOCTEST_TEST_CASE("a head from scratch learns as well, behind the base's chord reader")
{
    const auto made = test::raterPack(120, kDimension);
    auto plan = quickPlan();
    plan.start = PersonalPlan::Start::Scratch;
    const auto head = train(made, plan);
    DOCTEST_REQUIRE(head.has_value());
    DOCTEST_CHECK(scoresOf(made.pack, head->heldOut.predictions, 0).r2 > 0.4);
    for (const auto& [name, tensor] : made.base)
        if (name.starts_with("chord_")) DOCTEST_CHECK(at::equal(tensor, head->weights.at(name)));
}

DOCTEST_TEST_CASE("what nobody labelled stays what the base says")
{
    const auto made = test::raterPack(90, kDimension);
    const auto meanChange = [&](double distillation) {
        auto plan = quickPlan();
        plan.distillationWeight = distillation;
        const auto head = train(made, plan);
        double sum = 0.0;
        for (const auto& track : tracksOf(made.pack))
            for (std::size_t tag = 0; tag < kMoodTags.size(); ++tag) {
                const auto i
                    = static_cast<std::size_t>(track.asOne().front()) * kMoodTags.size() + tag;
                if (made.pack.tagWeight[i] > 0.0F) continue;
                sum += std::abs(head->heldOut.predictions.tagProbabilities[i]
                           - head->base.tagProbabilities[i])
                    / (90.0 * (kMoodTags.size() - 2));
            }
        return sum;
    };
    const double held = meanChange(1.0), free = meanChange(0.0);
    DOCTEST_CHECK(held < 0.05);
    DOCTEST_CHECK(held < 0.7 * free);
}

DOCTEST_TEST_CASE("the same seed gives the same weights, and no generator notices")
{
    const auto made = test::raterPack(30, kDimension);
    auto plan = quickPlan();
    plan.epochs = 4;
    at::manual_seed(5);
    const auto expected = at::rand({ 4 });
    at::manual_seed(5);
    const auto first = train(made, plan);
    DOCTEST_CHECK(at::equal(at::rand({ 4 }), expected));
    DOCTEST_CHECK(isEqual(train(made, plan)->weights, first->weights));
    plan.seed = 2;
    DOCTEST_CHECK_FALSE(isEqual(train(made, plan)->weights, first->weights));
}

DOCTEST_TEST_CASE("a training stopped anywhere goes on to the same weights and predictions")
{
    const auto made = test::raterPack(30, kDimension);
    auto plan = quickPlan();
    plan.epochs = 5;
    plan.batchSize = 16;
    const auto whole = train(made, plan);
    const test::TemporaryFolder folder;
    const PersonalCheckpoint checkpoint { .file = folder / "checkpoint",
        .every = std::chrono::hours(1) };
    std::optional<PersonalHead> pieces;
    int stops = 0;
    for (int patience = 7; !pieces; patience += 3) {
        DOCTEST_REQUIRE(stops < 60);
        std::stop_source stop;
        int batches = 0;
        pieces = train(made, plan,
            { .onEpoch = {},
                .notice = {},
                .admit =
                    [&](std::size_t) {
                        if (++batches == patience) stop.request_stop();
                    } },
            checkpoint, stop.get_token());
        stops += pieces ? 0 : 1;
    }
    DOCTEST_CHECK(stops > 5);
    DOCTEST_CHECK(isEqual(pieces->weights, whole->weights));
    DOCTEST_CHECK(pieces->heldOut.predictions.emotion == whole->heldOut.predictions.emotion);
    DOCTEST_CHECK(pieces->curve.at(0).predictions.tagProbabilities
        == whole->curve.at(0).predictions.tagProbabilities);
    DOCTEST_CHECK(pieces->bestEpochs == whole->bestEpochs);
    // from the last checkpoint the end is reached again
    DOCTEST_CHECK(isEqual(train(made, plan, {}, checkpoint)->weights, whole->weights));
}

DOCTEST_TEST_CASE("checkpoints of other trainings and damaged ones are passed over")
{
    const auto made = test::raterPack(30, kDimension);
    auto plan = quickPlan();
    plan.epochs = 2;
    const auto expected = train(made, plan);
    const test::TemporaryFolder folder;
    const PersonalCheckpoint checkpoint { .file = folder / "checkpoint",
        .every = std::chrono::seconds(0) };
    std::stop_source stop;
    stop.request_stop();
    auto other = plan;
    other.seed = 9;
    DOCTEST_CHECK_FALSE(train(made, other, {}, checkpoint, stop.get_token()));
    DOCTEST_REQUIRE(std::filesystem::exists(checkpoint.file));
    DOCTEST_CHECK(isEqual(train(made, plan, {}, checkpoint)->weights, expected->weights));
    test::writeBytes(checkpoint.file, "not a checkpoint");
    DOCTEST_CHECK(isEqual(train(made, plan, {}, checkpoint)->weights, expected->weights));
}

DOCTEST_TEST_CASE("a checkpoint that cannot be written is said once and costs nothing else")
{
    const auto made = test::raterPack(30, kDimension);
    auto plan = quickPlan();
    plan.epochs = 2;
    std::vector<std::string> notices;
    const auto head = train(made, plan,
        { .onEpoch = {},
            .notice = [&](const std::string& sentence) { notices.push_back(sentence); },
            .admit = {} },
        { .file = "/proc/no such folder/checkpoint", .every = std::chrono::seconds(0) });
    DOCTEST_CHECK(head.has_value());
    DOCTEST_REQUIRE(notices.size() == 1);
    DOCTEST_CHECK(notices[0].find("could not go on after an interruption") != std::string::npos);
}

DOCTEST_TEST_CASE(
    "a head that finds no place on the disk is told apart from labels that are no good")
{
    const auto made = test::raterPack(30, kDimension);
    const test::TemporaryFolder package;
    writeSafetensors(package / "head.safetensors", { made.base, {} });
    auto plan = quickPlan();
    plan.epochs = 2;
    const PersonalCheckpoint checkpoint { .file = package / "checkpoint",
        .every = std::chrono::seconds(0) };
    const auto trainTo = [&](const std::filesystem::path& head) {
        return trainPersonalHeadFile(made.pack, package.path(), head, plan, {}, checkpoint, {}, {});
    };
    DOCTEST_CHECK_THROWS_AS(trainTo("/dev/full/head"), HeadNotWritten);
    DOCTEST_CHECK(std::filesystem::exists(checkpoint.file)); // from which it goes on
    DOCTEST_CHECK(trainTo(package / "new").has_value());
    DOCTEST_CHECK(isEqual(readSafetensors(package / "new").tensors, train(made, plan)->weights));
    writeSafetensors(package / "head.safetensors", { {}, {} });
    DOCTEST_CHECK_THROWS_AS(trainTo(package / "new"), ModelError);
}

DOCTEST_TEST_CASE("a lack of memory halves the batches, down to two")
{
    const auto made = test::raterPack(30, kDimension);
    auto plan = quickPlan();
    plan.epochs = 2;
    plan.batchSize = 64;
    std::vector<std::string> notices;
    const auto atMost = [&](std::size_t most) {
        return PersonalCallbacks { .onEpoch = {},
            .notice = [&](const std::string& sentence) { notices.push_back(sentence); },
            .admit =
                [most](std::size_t rows) {
                    if (rows > most) throw DeviceOutOfMemory();
                } };
    };
    const auto head = train(made, plan, atMost(20));
    DOCTEST_REQUIRE(head.has_value());
    DOCTEST_CHECK(head->batchSize == 16);
    DOCTEST_CHECK(notices.size() == 2);
    plan.batchSize = 16;
    DOCTEST_CHECK(isEqual(train(made, plan)->weights, head->weights));
    DOCTEST_CHECK_THROWS_AS(train(made, plan, atMost(1)), DeviceOutOfMemory);
}

DOCTEST_TEST_CASE("what cannot be learned from is refused with the reason")
{
    DOCTEST_CHECK_THROWS_WITH_AS(train(test::raterPack(3, kDimension), quickPlan()),
        doctest::Contains("labels of 3 tracks in 1 groups"), ModelError);
    auto oneArtist = test::raterPack(30, kDimension);
    std::fill(oneArtist.pack.group.begin(), oneArtist.pack.group.end(), 0);
    DOCTEST_CHECK_THROWS_WITH_AS(
        train(oneArtist, quickPlan()), doctest::Contains("in 1 groups"), ModelError);
    auto narrow = test::raterPack(30, kDimension);
    narrow.base = test::raterPack(30, 8).base;
    DOCTEST_CHECK_THROWS_WITH_AS(train(narrow, quickPlan()),
        doctest::Contains("made for embeddings of 8 values"), ModelError);
    auto single = test::raterPack(30, kDimension);
    for (const char* part : { "0.weight", "0.bias", "2.weight", "2.bias" }) {
        single.base["output_proj." + std::string(part)]
            = single.base.at("regression_branch." + std::string(part));
        single.base.erase("regression_branch." + std::string(part));
        single.base.erase("classification_branch." + std::string(part));
    }
    DOCTEST_CHECK_THROWS_WITH_AS(
        train(single, quickPlan()), doctest::Contains("gives both"), ModelError);
    auto broken = test::raterPack(30, kDimension);
    broken.pack.embedding.at(3) = std::numeric_limits<float>::quiet_NaN();
    DOCTEST_CHECK_THROWS_WITH_AS(
        train(broken, quickPlan()), doctest::Contains("not numbers"), ModelError);
    auto plan = quickPlan();
    plan.hiddenDropout = 1.0;
    DOCTEST_CHECK_THROWS_WITH_AS(
        train(oneArtist, plan), "dropout is out of range", std::invalid_argument);
}

DOCTEST_TEST_CASE("constant and contradictory ratings train without harm")
{
    auto constant = test::raterPack(30, kDimension);
    std::fill(constant.pack.emotion.begin(), constant.pack.emotion.end(), 5.0F);
    auto plan = quickPlan();
    plan.epochs = 3;
    const auto head = train(constant, plan);
    DOCTEST_REQUIRE(head.has_value());
    for (const auto& [name, tensor] : head->weights)
        DOCTEST_CHECK(tensor.isfinite().all().item<bool>());
    // the rater says the opposite of the base
    auto contrary = test::raterPack(30, kDimension);
    for (const auto& track : tracksOf(contrary.pack))
        for (std::size_t i = 0; i < 3; ++i) {
            const auto row = static_cast<std::size_t>(track.asOne().front()) + i;
            contrary.pack.emotion[2 * row] = track.group % 2 == 0 ? 9.0F : 1.0F;
        }
    DOCTEST_CHECK(train(contrary, plan).has_value());
}

DOCTEST_TEST_CASE("a given split is kept to: its test part judges and is never learned from")
{
    auto made = test::raterPack(60, kDimension);
    auto plan = quickPlan();
    plan.epochs = 5;
    GivenSplit split;
    for (std::size_t i = 0; i < 60; ++i)
        split.push_back(i < 36 ? SplitPart::Training
                : i < 48       ? SplitPart::Validation
                               : SplitPart::Test);
    const auto trainSplit
        = [&] { return trainPersonalHead(made.pack, made.base, plan, split, {}, {}, {}); };
    const auto head = trainSplit();
    DOCTEST_CHECK(head->bestEpochs.size() == 1);
    DOCTEST_CHECK(head->heldOut.trackCount == doctest::Approx(48.0));
    // other labels in the test part change nothing of what is predicted there
    for (std::size_t row = 48 * 3; row < 60 * 3; ++row)
        made.pack.emotion[2 * row] = 9.0F;
    const auto again = trainSplit();
    DOCTEST_CHECK(again->heldOut.predictions.emotion == head->heldOut.predictions.emotion);
    split.assign(60, SplitPart::Training);
    DOCTEST_CHECK_THROWS_WITH_AS(trainSplit(), doctest::Contains("no labelled tracks"), ModelError);
}

DOCTEST_TEST_CASE("every epoch is reported with its place in the whole")
{
    const auto made = test::raterPack(30, kDimension);
    auto plan = quickPlan();
    plan.epochs = 2;
    plan.folds = 3;
    std::vector<PersonalEpoch> epochs;
    train(made, plan,
        { .onEpoch = [&](const PersonalEpoch& epoch) { epochs.push_back(epoch); },
            .notice = {},
            .admit = {} });
    DOCTEST_REQUIRE(!epochs.empty());
    DOCTEST_CHECK(
        epochs.front().fitCount == 7); // 3 folds, a fifth and all of the labels, the final
    DOCTEST_CHECK(epochs.front().share == 0.2);
    DOCTEST_CHECK(epochs.back().share == 1.0);
    DOCTEST_CHECK(std::is_sorted(epochs.begin(), epochs.end(),
        [](const auto& left, const auto& right) { return left.fit < right.fit; }));
}
