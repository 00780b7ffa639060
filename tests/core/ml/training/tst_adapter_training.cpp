#include "core/ml/encoders/low_rank_adapter.h"
#include "core/ml/model_error.h"
#include "core/ml/training/personal_trainer.h"
#include "core/ml/training/section_embeddings.h"
#include "core/ml/training/track_folds.h"
#include "core/ml/weights/model_import.h"
#include "core/ml/weights/model_package.h"
#include "tests/support/generated_mert.h"
#include "tests/support/generator.h"
#include "tests/support/rater_pack.h"
#include "tests/support/small_music2emo.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace circumplex;

namespace {

constexpr std::size_t kTracks = 36;
constexpr int kDimension = 32; ///< two layers of 16

MertConfig seventhLayerConfig()
{
    auto config = test::smallMertConfig();
    config.layerCount = 7;
    config.usedLayers = { 5, 6 };
    return config;
}

/// A base with a small MERT, and a rater's labels of sounds that it heard.
struct Rated {
    test::TemporaryFolder folder;
    test::RaterPack made = test::raterPack(kTracks, kDimension);
    AdapterSections sections;

    Rated()
        : sections(imported(folder), "cpu")
    {
        std::ranges::fill(made.pack.embedding, 0.0F);
        for (const TrackRows& track : tracksOf(made.pack)) {
            const auto number = made.pack.track[static_cast<std::size_t>(track.whole.front())];
            // the rater judges by what only an adapter can tell: how high it sounds
            const float heard = test::generate("height" + std::to_string(number), 1).front();
            for (auto row = track.whole.front(); row <= track.windows.back(); ++row)
                made.pack.emotion[2 * static_cast<std::size_t>(row)] = 5.0F + 3.0F * heard;
            for (std::size_t i = 0; i < track.windows.size(); ++i) {
                std::vector<float> mono(i == 0 ? 24000 : 18000);
                for (std::size_t n = 0; n < mono.size(); ++n)
                    mono[n] = static_cast<float>(0.2
                        * std::sin(2.0 * std::numbers::pi * (500.0 + 300.0 * heard)
                            * static_cast<double>(n) / 24000.0));
                sections.add(number, track.windows[i], mono);
            }
        }
    }

    static std::filesystem::path imported(const test::TemporaryFolder& folder)
    {
        const test::SmallMusic2Emo published(seventhLayerConfig());
        importMusic2Emo(published.write(folder.path(), "tiny"), folder / "tiny");
        return folder / "tiny";
    }

    std::optional<PersonalHead> train(const PersonalPlan& plan,
        const PersonalCallbacks& callbacks = {}, const PersonalCheckpoint& checkpoint = {},
        std::stop_token stop = {}) const
    {
        return trainPersonalHead(
            made.pack, made.base, plan, {}, checkpoint, std::move(stop), callbacks, &sections);
    }
};

/// The head is left where it can still learn, so that the folds like what follows.
PersonalPlan quickPlan()
{
    PersonalPlan plan;
    plan.folds = 3;
    plan.epochs = 2;
    plan.curveShares = {};
    plan.threads = 1;
    plan.adapter = { .rank = 2, .alpha = 4.0, .learningRate = 3e-4, .epochs = 4, .patience = 4 };
    return plan;
}

bool areEqual(const WeightMap& a, const WeightMap& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && at::equal(x.second, y.second);
    });
}

} // namespace

DOCTEST_TEST_CASE("the adapter learns after the head, and both are judged on what no fold has seen")
{
    const Rated rated;
    int adapting = 0;
    bool isAfterHead = true;
    std::vector<int> lastFit(4, 0);
    const auto trained = rated.train(quickPlan(),
        { .onEpoch =
                [&](const PersonalEpoch& epoch) {
                    adapting += epoch.isAdapting ? 1 : 0;
                    auto& last = lastFit.at(static_cast<std::size_t>(epoch.fit));
                    isAfterHead = isAfterHead && (epoch.isAdapting || last == 0);
                    last = epoch.isAdapting ? 1 : 0;
                },
            .notice = {},
            .admit = {} });
    DOCTEST_REQUIRE(trained);
    DOCTEST_CHECK(adapting >= 4);
    DOCTEST_CHECK(isAfterHead);
    DOCTEST_CHECK(trained->adapterEpochs.size() == 3);
    DOCTEST_REQUIRE(trained->finalAdapterEpochs > 0);
    DOCTEST_REQUIRE(trained->headsAlone);
    DOCTEST_CHECK(trained->headsAlone->predictions.emotion != trained->heldOut.predictions.emotion);
    DOCTEST_CHECK(trained->adapter.size() == 4 * 7);
    double size = 0.0;
    for (const auto& [name, tensor] : trained->adapter)
        if (name.ends_with(".lora_B")) size += tensor.abs().max().item<double>();
    DOCTEST_CHECK(size > 1e-4);
}

DOCTEST_TEST_CASE("without epochs of its own the adapter changes nothing, and there is none")
{
    const Rated rated;
    auto plan = quickPlan();
    plan.adapter.epochs = 0;
    const auto without = rated.train(plan);
    DOCTEST_REQUIRE(without);
    DOCTEST_CHECK(without->adapter.empty());
    DOCTEST_CHECK(!without->headsAlone);
    plan.adapter = {};
    const auto alone = trainPersonalHead(rated.made.pack, rated.made.base, plan, {}, {}, {}, {});
    DOCTEST_REQUIRE(alone);
    DOCTEST_CHECK(areEqual(alone->weights, without->weights));
    DOCTEST_CHECK(alone->heldOut.predictions.emotion == without->heldOut.predictions.emotion);
}

DOCTEST_TEST_CASE("interrupted in any of its steps, it ends with the same weights")
{
    const Rated rated;
    const auto whole = rated.train(quickPlan());
    DOCTEST_REQUIRE(whole);
    const auto file = rated.folder / "checkpoint";
    std::optional<PersonalHead> resumed;
    int runs = 0;
    for (; !resumed; ++runs) {
        std::stop_source stop;
        int batches = 0;
        resumed = rated.train(quickPlan(),
            { .onEpoch = {},
                .notice = {},
                .admit =
                    [&](std::size_t) { // ends this run after some batches
                        if (++batches == 7) stop.request_stop();
                    } },
            { .file = file, .every = std::chrono::hours(1) }, stop.get_token());
    }
    DOCTEST_CHECK(runs > 4);
    DOCTEST_CHECK(areEqual(resumed->weights, whole->weights));
    DOCTEST_CHECK(areEqual(resumed->adapter, whole->adapter));
    DOCTEST_CHECK(resumed->heldOut.predictions.emotion == whole->heldOut.predictions.emotion);
    DOCTEST_CHECK(resumed->adapterEpochs == whole->adapterEpochs);
}

DOCTEST_TEST_CASE("where memory does not suffice, fewer tracks are taken at once")
{
    const Rated rated;
    std::string said;
    bool isAdapting = false;
    const auto trained = rated.train(quickPlan(),
        { .onEpoch = [&](const PersonalEpoch& epoch) { isAdapting = epoch.isAdapting; },
            .notice = [&](const std::string& sentence) { said += sentence; },
            .admit =
                [&](std::size_t rows) {
                    // a batch of eight tracks has sixteen rows, one of the head alone many more
                    if (rows > 8 && rows <= 16) throw DeviceOutOfMemory();
                } });
    DOCTEST_REQUIRE(trained);
    DOCTEST_CHECK(said.find("halved to 4 tracks") != std::string::npos);
    DOCTEST_CHECK(trained->finalAdapterEpochs > 0);
}

DOCTEST_TEST_CASE("rows move by their own section, else by the mean of their track's")
{
    const Rated rated;
    const auto config = seventhLayerConfig();
    const AdapterShape shape { .rank = 2, .alpha = 4.0 };
    const auto scale = at::full({ kDimension }, 2.0F);
    const SectionEmbeddings sections(rated.sections.store(), rated.made.pack, scale, shape);
    const auto track = tracksOf(rated.made.pack).front();
    const std::vector<std::int64_t> rows { track.whole.front(), track.windows[0],
        track.windows[1] };
    const auto still = sections.movesOf(rows, initialAdapter(config, shape.rank, 1));
    DOCTEST_CHECK(still.abs().max().item<double>() < 1e-5);
    auto adapter = initialAdapter(config, shape.rank, 1);
    for (auto& [name, tensor] : adapter)
        if (name.ends_with(".lora_B")) tensor.fill_(0.1);
    const auto moved = sections.movesOf(rows, adapter);
    DOCTEST_CHECK((moved[1] - moved[2]).abs().max().item<double>() > 1e-4);
    DOCTEST_CHECK((moved[0] - (moved[1] + moved[2]) / 2.0).abs().max().item<double>() < 1e-6);
    // the model that is installed moves likewise, and is not standardised
    const auto folder = rated.folder / "tiny";
    const auto merged = withAdapter(readModelPackage(folder).encoder, adapter, config, shape);
    const int first = sections.ownOf(rows[1]).front();
    const auto states = rated.sections.store().firstStates({ &first, 1 });
    const AdaptableMert after(merged, config, at::kCPU);
    const auto difference
        = (after.pooled(states, {}, 0.0) - rated.sections.store().mert().pooled(states, {}, 0.0))[0]
        / 2.0;
    DOCTEST_CHECK((moved[1] - difference).abs().max().item<double>() < 1e-5);
}

DOCTEST_TEST_CASE("what is only in the sound is learned")
{
    const Rated rated;
    auto plan = quickPlan();
    plan.epochs = 40;
    plan.adapter.epochs = 40;
    plan.adapter.patience = 10;
    plan.adapter.learningRate = 3e-3;
    plan.adapter.rank = 8;
    plan.adapter.alpha = 32.0;
    const auto trained = rated.train(plan);
    DOCTEST_REQUIRE(trained);
    const auto error = [&](const HeldOut& heldOut) {
        double sum = 0.0;
        for (const auto& track : tracksOf(rated.made.pack)) {
            const auto row = static_cast<std::size_t>(track.whole.front());
            const double off
                = heldOut.predictions.emotion[2 * row] - rated.made.pack.emotion[2 * row];
            sum += off * off;
        }
        return std::sqrt(sum / kTracks);
    };
    DOCTEST_REQUIRE(trained->headsAlone);
    DOCTEST_CHECK(error(trained->heldOut) < 0.8 * error(*trained->headsAlone));
}
