#include "core/ml/compute_device.h"
#include "core/ml/harmony/btc_network.h"
#include "core/ml/harmony/btc_tracker.h"
#include "core/ml/model_error.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>

using namespace circumplex;
namespace test = circumplex::test;

namespace {

const WeightMap& weights()
{
    static const WeightMap map = [] {
        WeightMap made;
        const auto add = [&made](const std::string& name, const std::vector<std::int64_t>& shape) {
            made[name] = test::generatedWeight(name, shape);
        };
        const auto addNorm = [&add](const std::string& name) {
            add(name + ".gamma", { 128 });
            add(name + ".beta", { 128 });
        };
        const std::string stack = "self_attn_layers.";
        add(stack + "embedding_proj.weight", { 128, 144 });
        for (int i = 0; i < 8; ++i) {
            const auto layer = stack + "self_attn_layers." + std::to_string(i) + ".";
            for (const std::string name : { "attn_block.", "backward_attn_block." }) {
                const auto block = layer + name;
                for (const std::string part : { "query", "key", "value", "output" })
                    add(block + "multi_head_attention." + part + "_linear.weight", { 128, 128 });
                for (const std::string j : { "0", "1" }) {
                    const auto conv = block + "positionwise_convolution.layers." + j + ".conv.";
                    add(conv + "weight", { 128, 128, 3 });
                    add(conv + "bias", { 128 });
                }
                addNorm(block + "layer_norm_mha");
                addNorm(block + "layer_norm_ffn");
            }
            add(layer + "linear.weight", { 128, 256 });
            add(layer + "linear.bias", { 128 });
        }
        addNorm(stack + "layer_norm");
        add("output_layer.output_projection.weight", { 170, 128 });
        add("output_layer.output_projection.bias", { 170 });
        add("output_layer.lstm.bias_ih_l0", { 256 }); // in the published file, but not used
        return made;
    }();
    return map;
}

constexpr double kMean = -4.0; // near what music has
constexpr double kDeviation = 1.5;

std::shared_ptr<const BtcNetwork> network()
{
    static const auto loaded = [] {
        useThreads(
            1); // of a short test on a busy machine, threads would mostly wait for each other
        return loadBtc(weights(), kMean, kDeviation);
    }();
    return loaded;
}

/// Bursts of changing pitch, so that chords change, over a floor of noise.
std::vector<float> someMusic(std::size_t count)
{
    auto samples = test::generate("some music", count);
    for (std::size_t i = 0; i < count; ++i) {
        const double hz = 110.0 * std::exp2(static_cast<double>(i / 30000 * 5 % 12) / 12.0);
        const double phase = 6.283185307179586 * hz * static_cast<double>(i) / 22050.0;
        samples[i] = 0.01F * samples[i]
            + static_cast<float>(0.2 * std::sin(phase) + 0.1 * std::sin(3.0 * phase));
    }
    return samples;
}

std::vector<ChordSpan> chordsOf(
    std::span<const float> samples, std::size_t blockSize, AnalysisMode mode)
{
    const auto tracker = makeBtcTracker(network(), mode);
    for (std::size_t begin = 0; begin < samples.size(); begin += blockSize)
        tracker->push(samples.subspan(begin, std::min(blockSize, samples.size() - begin)));
    return tracker->finish();
}

std::vector<float> firstTen(const at::Tensor& logits)
{
    return { logits.const_data_ptr<float>(), logits.const_data_ptr<float>() + 10 };
}

} // namespace

DOCTEST_TEST_CASE("the network gives the published network's logits and classes")
{
    const auto golden = test::golden("golden_btc.json");
    auto features = at::zeros({ 2 * 108, 144 });
    for (int i = 0; i < 150; ++i)
        for (int j = 0; j < 144; ++j)
            features.mutable_data_ptr<float>()[i * 144 + j] = static_cast<float>(
                std::sin(0.37 * i + 0.11 * j) + 0.5 * std::cos(0.05 * i * j / 7.0));
    const auto logits
        = network()->logits(features.view({ 2, 108, 144 })).reshape({ 2 * 108, 170 }).contiguous();
    const auto classes = logits.argmax(1);
    DOCTEST_CHECK(std::vector<std::int64_t>(classes.const_data_ptr<std::int64_t>(),
                      classes.const_data_ptr<std::int64_t>() + classes.numel())
        == golden["ids_216"].get<std::vector<std::int64_t>>());
    for (const int frame : { 0, 107, 149 }) {
        const auto name = "logits_frame" + std::to_string(frame) + "_first10";
        DOCTEST_CHECK(
            test::isClose(firstTen(logits[frame]), test::floats(golden[name]), 1e-4, name));
    }
    DOCTEST_CHECK(logits.abs().sum(at::kDouble).item<double>()
        == doctest::Approx(golden["logits_sum_abs"].get<double>()).epsilon(1e-6));
}

DOCTEST_TEST_CASE("features are scaled as in training")
{
    const auto scaled = network()->normalised(at::full({ 1, 144 }, -1.0F));
    DOCTEST_CHECK(scaled.max().item<float>() == doctest::Approx(2.0));
}

DOCTEST_TEST_CASE("blocks of any size give the same chords, one after the other")
{
    const auto samples = someMusic(17 * 220500 + 70000); // more blocks than one batch
    const auto whole = chordsOf(samples, samples.size(), AnalysisMode::Corrected);
    const auto pieces = chordsOf(samples, 10007, AnalysisMode::Corrected);
    DOCTEST_REQUIRE(whole.size() > 20);
    DOCTEST_REQUIRE(pieces.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        DOCTEST_CHECK(pieces[i].chordClass == whole[i].chordClass);
        DOCTEST_CHECK(pieces[i].startSeconds == whole[i].startSeconds);
        DOCTEST_CHECK(pieces[i].endSeconds == whole[i].endSeconds);
        DOCTEST_CHECK(pieces[i].confidence == doctest::Approx(whole[i].confidence));
        DOCTEST_CHECK(whole[i].confidence > 0.0F);
        DOCTEST_CHECK(whole[i].confidence <= 1.0F);
        DOCTEST_CHECK(whole[i].startSeconds == (i == 0 ? 0.0 : whole[i - 1].endSeconds));
        DOCTEST_CHECK(whole[i].startSeconds < whole[i].endSeconds);
    }
}

DOCTEST_TEST_CASE("times are the published ones in reference mode, true ones otherwise")
{
    const auto samples = someMusic(220500 + 10000); // 108 and 5 frames
    const auto published = chordsOf(samples, 4096, AnalysisMode::Reference);
    const auto corrected = chordsOf(samples, 4096, AnalysisMode::Corrected);
    DOCTEST_REQUIRE(published.size() > 2);
    DOCTEST_REQUIRE(published.size() == corrected.size());
    DOCTEST_CHECK(published.back().endSeconds == 10.463); // 113 frames of 10/108 s
    DOCTEST_CHECK(
        corrected.back().endSeconds == doctest::Approx(230500.0 / 22050.0).epsilon(1e-12));
    for (std::size_t i = 0; i + 1 < published.size(); ++i) {
        const auto frame = std::lround(published[i].endSeconds * 10.8);
        DOCTEST_CHECK(
            std::abs(published[i].endSeconds - static_cast<double>(frame) / 10.8) <= 5e-4);
        const double inBlock = static_cast<double>(frame % 108) * 2048.0 / 22050.0;
        DOCTEST_CHECK(corrected[i].endSeconds
            == doctest::Approx(static_cast<double>(frame / 108) * 10.0 + inBlock).epsilon(1e-12));
    }
}

DOCTEST_TEST_CASE("sound of a few samples gives one chord, none gives none")
{
    const auto samples = someMusic(2049);
    for (const auto mode : { AnalysisMode::Reference, AnalysisMode::Corrected }) {
        DOCTEST_CHECK(chordsOf({}, 1, mode).empty());
        for (const std::size_t length :
            { std::size_t { 1 }, std::size_t { 2 }, std::size_t { 500 } })
            DOCTEST_CHECK(chordsOf(std::span(samples).first(length), 300, mode).size() == 1);
    }
    // the second frame is centred on the end of the sound, where nothing can begin
    for (const ChordSpan& chord :
        chordsOf(std::span(samples).first(2048), 2048, AnalysisMode::Corrected))
        DOCTEST_CHECK(chord.startSeconds < chord.endSeconds);
}

DOCTEST_TEST_CASE("silence gives finite confidence")
{
    for (const ChordSpan& chord :
        chordsOf(std::vector<float>(300000), 300000, AnalysisMode::Corrected))
        DOCTEST_CHECK(std::isfinite(chord.confidence));
}

DOCTEST_TEST_CASE("weights that do not fit are refused by name")
{
    auto missing = weights();
    missing.erase("output_layer.output_projection.bias");
    DOCTEST_CHECK_THROWS_WITH_AS(loadBtc(missing, kMean, kDeviation),
        "the chord model: lacks the tensor output_layer.output_projection.bias", ModelError);
    auto wrong = weights();
    wrong["self_attn_layers.layer_norm.beta"] = at::zeros({ 127 });
    DOCTEST_CHECK_THROWS_AS(loadBtc(wrong, kMean, kDeviation), ModelError);
    DOCTEST_CHECK_THROWS_AS(loadBtc(weights(), kMean, 0.0), ModelError);
}
