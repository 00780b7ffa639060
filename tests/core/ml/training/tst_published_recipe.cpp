#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/ml/training/adam.h"
#include "core/ml/training/early_stopping.h"
#include "core/ml/training/head_initialiser.h"
#include "core/ml/training/published_recipe.h"
#include "core/types/mood_tags.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"
#include "tests/support/golden_weights.h"
#include "tests/support/synthetic_pack.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace circumplex;

namespace {

constexpr std::size_t kDimension = 1536, kChords = 100;
constexpr std::size_t kMoodTracks = 24, kEmotionTracks = 16;

/// The generator's integers, 0..2^24 - 1, of which its values are made.
std::vector<int> integers(const std::string& name, std::size_t count)
{
    std::vector<int> found;
    for (const float value : test::generate(name, count))
        found.push_back(static_cast<int>(value * 8388608.0F) + 8388608);
    return found;
}

/// Data of tests/reference/make_published_curve.py.
void append(TrainingPack& pack, const std::string& set, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const auto of = [&](const char* what, std::size_t size) {
            return test::generate(set + "." + what + "." + std::to_string(i), size);
        };
        const auto symbols = [&](const char* what) {
            return integers(set + "." + what + "." + std::to_string(i), kChords);
        };
        const auto embedding = of("embedding", kDimension);
        pack.embedding.insert(pack.embedding.end(), embedding.begin(), embedding.end());
        for (const int symbol : symbols("root"))
            pack.root.push_back(static_cast<std::uint8_t>(symbol % 13));
        for (const int symbol : symbols("quality"))
            pack.quality.push_back(static_cast<std::uint8_t>(symbol % 14));
        pack.key.push_back(of("key", 1)[0] > 0.0F ? 1 : 0);
        for (const float value : of("tags", kMoodTags.size()))
            pack.tags.push_back(value > 0.8F ? 1.0F : 0.0F);
        for (const float value : of("emotion", 2))
            pack.emotion.push_back(5.0F + 2.0F * value);
        pack.whole.push_back(1);
        pack.track.push_back(static_cast<std::int64_t>(pack.track.size()));
        pack.group.push_back(pack.track.back());
        pack.set.push_back(set == "moods" ? 0 : 1);
    }
    pack.tagWeight.assign(pack.tags.size(), 1.0F);
    pack.emotionWeight.assign(pack.emotion.size(), 1.0F);
}

WeightMap teacherWeights(const std::string& prefix, std::int64_t outputs)
{
    WeightMap weights;
    for (const auto& [name, tensor] : test::goldenHead())
        if (name.find("branch") == std::string::npos)
            weights[name] = test::generatedWeight(prefix + name, tensor.sizes().vec());
    const auto add = [&](const std::string& name, const std::vector<std::int64_t>& shape) {
        weights[name] = test::generatedWeight(prefix + name, shape);
    };
    add("output_proj.0.weight", { 256, 512 });
    add("output_proj.0.bias", { 256 });
    add("output_proj.2.weight", { outputs, 256 });
    add("output_proj.2.bias", { outputs });
    return weights;
}

std::vector<std::size_t> referenceOrder(std::size_t set, int epoch, std::size_t count)
{
    const auto keys
        = integers((set == 0 ? "order.moods." : "order.emotion.") + std::to_string(epoch), count);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::sort(order.begin(), order.end(),
        [&](std::size_t left, std::size_t right) { return keys[left] < keys[right]; });
    return order;
}

void ignore(const PublishedEpoch&) { }

} // namespace

DOCTEST_TEST_CASE("the published recipe follows PyTorch's loss curve for 50 steps")
{
    useThreads(1);
    const auto expected = test::golden("golden_published_curve.json");
    TrainingPack pack;
    pack.dimension = kDimension;
    pack.setNames = { "moods", "emotion" };
    append(pack, "moods", kMoodTracks);
    append(pack, "emotion", kEmotionTracks);
    const auto examples = exampleTensors(pack, {});
    const auto tracks = tracksOf(pack);
    const EmotionHead moodTeacher(teacherWeights("moods.", 56));
    const EmotionHead emotionTeacher(teacherWeights("emotion.", 2));
    const std::vector<PublishedSet> sets { { .task = PublishedSet::Task::Moods,
                                               .training
                                               = { tracks.begin(), tracks.begin() + kMoodTracks },
                                               .validation = {},
                                               .teacher = &moodTeacher },
        { .task = PublishedSet::Task::Emotion,
            .training = { tracks.begin() + kMoodTracks, tracks.end() },
            .validation = {},
            .teacher = &emotionTeacher } };
    std::vector<float> losses;
    trainAsPublished(
        examples, sets, test::goldenHead(), { .epochs = 17, .chordDropout = 0.0 }, {},
        [&](const PublishedEpoch& epoch) {
            DOCTEST_CHECK(epoch.stepLosses.size() == 3); // the second set rests in the third step
            for (const double loss : epoch.stepLosses)
                losses.push_back(static_cast<float>(loss));
        },
        referenceOrder);
    losses.resize(50);
    // the bound that is asked for; sums run in another order here and there
    DOCTEST_CHECK(test::isClose(losses, test::floats(expected["losses"]), 1e-4, "loss"));
    DOCTEST_CHECK(losses.back() < 0.2F * losses.front());
}

DOCTEST_TEST_CASE("Adam's first step is the learning rate, and its state can be put back")
{
    const auto start = at::tensor({ 1.0F, -2.0F, 3.0F });
    const auto gradientOf = [](const at::Tensor& x) { return (x - 5.0F) * 0.1F; };
    const auto walk = [&](Adam& adam, at::Tensor& x, int steps) {
        for (int i = 0; i < steps; ++i) {
            x.mutable_grad() = gradientOf(x.detach());
            adam.step();
        }
    };
    auto x = start.clone().requires_grad_();
    Adam adam({ { "x", x } }, { .learningRate = 0.5 });
    walk(adam, x, 1);
    DOCTEST_CHECK((x.detach() - start - 0.5F).abs().max().item<float>() < 1e-5F);
    walk(adam, x, 3);
    auto resumed = x.detach().clone().requires_grad_();
    Adam again({ { "x", resumed } }, { .learningRate = 0.5 });
    again.restore(adam.state());
    walk(adam, x, 5);
    walk(again, resumed, 5);
    DOCTEST_CHECK(at::equal(x.detach(), resumed.detach()));
    DOCTEST_CHECK_THROWS_AS(again.restore({}), ModelError);
}

DOCTEST_TEST_CASE("early stopping counts epochs that gain too little")
{
    EarlyStopping stopping(2, 0.1);
    DOCTEST_CHECK(stopping.isBetter(1.0));
    DOCTEST_CHECK_FALSE(stopping.isBetter(0.95)); // not by more than 0.1
    DOCTEST_CHECK(stopping.isBetter(0.85));
    DOCTEST_CHECK_FALSE(stopping.isBetter(0.8));
    DOCTEST_CHECK_FALSE(stopping.isOver());
    DOCTEST_CHECK_FALSE(stopping.isBetter(0.9));
    DOCTEST_CHECK(stopping.isOver());
    EarlyStopping resumed(2, 0.1);
    resumed.restore(stopping.best(), 1);
    DOCTEST_CHECK_FALSE(resumed.isBetter(0.84));
    DOCTEST_CHECK(resumed.isOver());
}

DOCTEST_TEST_CASE("the recipe learns, stops early by its validation loss, and repeats by its seed")
{
    const auto pack = test::syntheticPack(48, 6);
    const auto examples = exampleTensors(pack, {});
    const auto tracks = tracksOf(pack);
    PublishedSet set;
    set.task = PublishedSet::Task::Emotion;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        (i % 4 == 0 ? set.validation : set.training).push_back(tracks[i]);
    const auto initial = initialHead({ .embedding = 6, .hidden = 16, .branch = 8 }, 3);
    const PublishedRecipe recipe { .learningRate = 1e-2, .epochs = 200, .patience = 5 };
    std::vector<double> validation;
    int best = 0;
    const auto train = [&] {
        validation.clear();
        return trainAsPublished(
            examples, { &set, 1 }, initial, recipe, {}, [&](const PublishedEpoch& epoch) {
                validation.push_back(epoch.validationLoss);
                if (epoch.isBest) best = epoch.epoch;
            });
    };
    const auto weights = train();
    DOCTEST_REQUIRE(weights.has_value());
    DOCTEST_CHECK(validation.size() < 200);
    DOCTEST_CHECK(static_cast<int>(validation.size()) == best + 5);
    DOCTEST_CHECK(*std::min_element(validation.begin(), validation.end()) < 0.2 * validation[0]);
    const auto first = validation;
    DOCTEST_CHECK(
        at::equal(train()->at("input_proj.0.weight"), weights->at("input_proj.0.weight")));
    DOCTEST_CHECK(validation == first);
}

DOCTEST_TEST_CASE("the recipe refuses what it cannot learn from, and stops when asked")
{
    auto pack = test::syntheticPack(12, 6);
    const auto initial = initialHead({ .embedding = 6, .hidden = 8, .branch = 8 }, 3);
    PublishedSet set;
    set.task = PublishedSet::Task::Emotion;
    const PublishedRecipe recipe { .epochs = 2 };
    DOCTEST_CHECK_THROWS_WITH_AS(
        trainAsPublished(exampleTensors(pack, {}), { &set, 1 }, initial, recipe, {}, ignore),
        "there are no tracks to train on", ModelError);
    set.training = tracksOf(pack);
    std::stop_source stop;
    stop.request_stop();
    DOCTEST_CHECK_FALSE(trainAsPublished(
        exampleTensors(pack, {}), { &set, 1 }, initial, recipe, stop.get_token(), ignore));
    pack.embedding.assign(pack.embedding.size(), std::nanf(""));
    DOCTEST_CHECK_THROWS_WITH_AS(
        trainAsPublished(exampleTensors(pack, {}), { &set, 1 }, initial, recipe, {}, ignore),
        doctest::Contains("not a number in epoch 1"), ModelError);
}
