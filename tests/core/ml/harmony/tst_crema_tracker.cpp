#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/harmony/crema_features.h"
#include "core/ml/harmony/crema_network.h"
#include "core/ml/harmony/crema_tracker.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace circumplex;
namespace test = circumplex::test;

namespace {

constexpr std::size_t kMemory = std::size_t { 32 } << 20;
constexpr std::size_t kHopSamples = 2048;

const WeightMap& weights()
{
    static const WeightMap map
        = readSafetensors(CIRCUMPLEX_STARTER_WEIGHTS "/chords.safetensors").tensors;
    return map;
}

std::shared_ptr<const CremaNetwork> network()
{
    static const auto loaded = loadCrema(weights());
    return loaded;
}

std::vector<float> values(const at::Tensor& tensor)
{
    const auto flat = tensor.contiguous();
    return { flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel() };
}

/// Five chords of two seconds, each note with its octave and four partials, at 44,100 Hz.
const std::vector<float>& goldenSignal()
{
    static const std::vector<float> signal = [] {
        const std::vector<std::vector<int>> chords { { 48, 52, 55 }, { 45, 48, 52 },
            { 41, 45, 48, 52 }, { 43, 47, 50, 53 }, { 48, 52, 55 } };
        constexpr std::size_t kChordSamples = 2 * 44100;
        const auto noise = test::generate("pretrained", chords.size() * kChordSamples);
        std::vector<float> samples(noise.size());
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const std::size_t chord = i / kChordSamples;
            const double u = static_cast<double>(i) / 44100.0 - 2.0 * static_cast<double>(chord);
            const double envelope = std::min(1.0, u / 0.01) * std::exp(-1.5 * u);
            double sum = 0.0;
            for (const int note : chords[chord])
                for (const int midi : { note, note + 12 })
                    for (int k = 1; k <= 4; ++k)
                        sum += 0.06 / k * envelope
                            * std::sin(2.0 * std::numbers::pi * k * u * 440.0
                                * std::exp2((midi - 69) / 12.0));
            samples[i] = static_cast<float>(sum + 0.001 * double { noise[i] });
        }
        return samples;
    }();
    return signal;
}

/// Every second sample after soxr's filter for that ratio, as the program's decoder gives it.
const std::vector<float>& goldenSignalAt22050()
{
    static const std::vector<float> signal = [] {
        constexpr std::int64_t kReach = 191;
        const auto k = at::arange(-kReach, kReach + 1, at::kDouble);
        auto taps = at::sinc(0.47843591 * k)
            * at::special_i0(13.03978739 * at::sqrt(1.0 - at::square(k / 194.498174)));
        taps /= taps.sum();
        const auto samples = at::tensor(at::ArrayRef<float>(goldenSignal())).to(at::kDouble);
        return values(at::conv1d(samples.reshape({ 1, 1, -1 }), taps.reshape({ 1, 1, -1 }), {},
            /*stride=*/2, /*padding=*/kReach)
                          .to(at::kFloat));
    }();
    return signal;
}

std::vector<ChordSpan> chordsOf(
    std::span<const float> samples, std::size_t blockSize, std::size_t memory = kMemory)
{
    const auto tracker = makeCremaTracker(network(), memory);
    for (std::size_t begin = 0; begin < samples.size(); begin += blockSize)
        tracker->push(samples.subspan(begin, std::min(blockSize, samples.size() - begin)));
    return tracker->finish();
}

bool areSame(const std::vector<ChordSpan>& a, const std::vector<ChordSpan>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.startSeconds == y.startSeconds && x.endSeconds == y.endSeconds
            && x.chordClass == y.chordClass && std::abs(x.confidence - y.confidence) < 1e-4F;
    });
}

} // namespace

DOCTEST_TEST_CASE("features and every layer give the published network's numbers")
{
    const auto golden = test::golden("golden_crema.json");
    for (const auto& [place, value] : golden["samples"].items())
        DOCTEST_REQUIRE(goldenSignal()[std::stoul(place)]
            == doctest::Approx(value.get<double>()).epsilon(1e-6));

    CremaFeatures features(kMemory);
    features.push(goldenSignalAt22050());
    features.finish();
    const auto frames = golden["frames"].get<std::size_t>();
    DOCTEST_REQUIRE(features.frameCount() == frames);
    const double decibelTolerance = golden["tolerance"]["features_db"];
    for (std::size_t i = 0; i < golden["feature_frames"].size(); ++i) {
        const auto decibels = features.decibels(golden["feature_frames"][i], 1);
        for (const std::int64_t harmonic : { 0, 1 }) {
            const auto name = "harmonic_" + std::to_string(harmonic + 1);
            DOCTEST_CHECK(test::isClose(values(decibels[harmonic]),
                test::floats(golden["features_db"][name][i]), decibelTolerance, name));
        }
    }

    FrameSpool convolved(CremaNetwork::kConvolved, kMemory);
    convolved.append(values(network()->convolve(features.decibels(0, frames), 0, 0)));
    const auto first = network()->firstLayer(convolved, kMemory);
    const auto second = network()->secondLayer(first, frames, kMemory);
    // decibels differ by up to the tolerance; the norms before the layers spread that
    constexpr double kHiddenTolerance = 3e-3;
    for (std::size_t i = 0; i < golden["hidden"]["frames"].size(); ++i) {
        const auto frame = golden["hidden"]["frames"][i].get<std::size_t>();
        std::vector<float> row(CremaNetwork::kConvolved);
        convolved.read(frame, 1, row);
        DOCTEST_CHECK(test::isClose(row, test::floats(golden["hidden"]["after_conv"][i]),
            kHiddenTolerance, "convolutions"));
        DOCTEST_CHECK(test::isClose(values(first.read(frame, 1)),
            test::floats(golden["hidden"]["after_gru_1"][i]), kHiddenTolerance, "first layer"));
        DOCTEST_CHECK(test::isClose(values(second.read(frame, 1)),
            test::floats(golden["hidden"]["after_gru_2"][i]), kHiddenTolerance, "second layer"));
    }
    const auto out = network()->outputs(second.read(0, frames));
    const double tolerance = golden["tolerance"]["probabilities"];
    for (std::size_t frame = 0; frame < frames; ++frame) {
        const auto row = static_cast<std::int64_t>(frame);
        DOCTEST_CHECK(test::isClose(values(out.pitch[row]),
            test::floats(golden["chord_pitch"][frame]), tolerance, "pitch"));
        DOCTEST_CHECK(test::isClose(
            values(out.root[row]), test::floats(golden["chord_root"][frame]), tolerance, "root"));
        DOCTEST_CHECK(test::isClose(
            values(out.bass[row]), test::floats(golden["chord_bass"][frame]), tolerance, "bass"));
        DOCTEST_CHECK(out.tag[row].argmax().item<int>() == golden["best_tag"][frame].get<int>());
    }
    for (std::size_t i = 0; i < golden["chord_tag"].size(); ++i)
        DOCTEST_CHECK(
            test::isClose(values(out.tag[golden["feature_frames"][i].get<std::int64_t>()]),
                test::floats(golden["chord_tag"][i]), tolerance, "tag"));
}

DOCTEST_TEST_CASE("the decoded path and its intervals are the published ones")
{
    const auto golden = test::golden("golden_crema.json");
    const auto chords = chordsOf(goldenSignalAt22050(), 10000);
    std::vector<int> path;
    for (const ChordSpan& chord : chords) {
        const auto end = std::lround(chord.endSeconds * 22050.0 / kHopSamples);
        path.resize(static_cast<std::size_t>(end), chord.chordClass);
    }
    DOCTEST_CHECK(path == golden["path_btc_class"].get<std::vector<int>>());
    DOCTEST_REQUIRE(chords.size() == golden["intervals"].size());
    for (std::size_t i = 0; i < chords.size(); ++i) {
        const auto& expected = golden["intervals"][i];
        const auto label = chordLabel(chords[i].chordClass);
        DOCTEST_CHECK((label.find(':') == std::string::npos ? label + ":maj" : label)
            == expected["label"].get<std::string>());
        const auto isNear
            = [](double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; };
        DOCTEST_CHECK(isNear(chords[i].startSeconds, expected["start"], 1e-6));
        DOCTEST_CHECK(isNear(chords[i].endSeconds, expected["end"], 1e-6));
        DOCTEST_CHECK(isNear(chords[i].confidence, expected["confidence"], 5e-4));
    }
}

DOCTEST_TEST_CASE("blocks of any size and tables on disk give the same chords")
{
    // longer than one piece of work, so that layers go on from piece to piece
    std::vector<float> signal;
    for (int i = 0; i < 20; ++i)
        signal.insert(signal.end(), goldenSignalAt22050().begin(), goldenSignalAt22050().end());
    const auto whole = chordsOf(signal, signal.size());
    DOCTEST_CHECK(whole.size() >= 40);
    DOCTEST_CHECK(areSame(chordsOf(signal, 4096), whole));
    constexpr std::size_t kTinyMemory = 4096;
    DOCTEST_CHECK(areSame(chordsOf(signal, 100000, kTinyMemory), whole));
    for (std::size_t i = 1; i < whole.size(); ++i) {
        DOCTEST_CHECK(whole[i].startSeconds == whole[i - 1].endSeconds);
        DOCTEST_CHECK(whole[i].chordClass != whole[i - 1].chordClass);
    }
}

DOCTEST_TEST_CASE("sound shorter than a frame gives no chord, one frame gives one")
{
    const std::vector<float> signal(
        goldenSignalAt22050().begin(), goldenSignalAt22050().begin() + 4096);
    for (const std::size_t length :
        { std::size_t { 0 }, std::size_t { 1 }, std::size_t { 2 }, std::size_t { 2047 } })
        DOCTEST_CHECK(chordsOf(std::span(signal).first(length), 512).empty());
    const auto one = chordsOf(std::span(signal).first(kHopSamples), 512);
    DOCTEST_REQUIRE(one.size() == 1);
    DOCTEST_CHECK(one[0].startSeconds == 0.0);
    DOCTEST_CHECK(one[0].endSeconds == doctest::Approx(2048.0 / 22050.0));
    DOCTEST_CHECK(one[0].confidence > 0.0F);
    DOCTEST_CHECK(one[0].confidence <= 1.0F);
}

DOCTEST_TEST_CASE("silence is no chord")
{
    CremaFeatures features(kMemory);
    features.push(std::vector<float>(50000));
    features.finish();
    DOCTEST_CHECK(features.decibels(0, features.frameCount()).abs().max().item<float>() == 0.0F);
    for (const ChordSpan& chord : chordsOf(std::vector<float>(200000), 200000))
        DOCTEST_CHECK(std::isfinite(chord.confidence));
}

DOCTEST_TEST_CASE("weights that do not fit are refused by name")
{
    auto missing = weights();
    missing.erase("gru_2_backward.bias");
    DOCTEST_CHECK_THROWS_WITH_AS(
        loadCrema(missing), "the chord model: lacks the tensor gru_2_backward.bias", ModelError);
    auto wrong = weights();
    wrong["conv_2.weight"] = at::zeros({ 72, 216 });
    DOCTEST_CHECK_THROWS_WITH_AS(loadCrema(wrong),
        "the chord model: conv_2.weight is 72x216, expected 72x1x1x216", ModelError);
}
