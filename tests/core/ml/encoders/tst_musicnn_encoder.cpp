#include "core/ml/encoders/musicnn_encoder.h"
#include "core/ml/encoders/musicnn_front_end.h"
#include "core/ml/encoders/musicnn_network.h"
#include "core/ml/encoders/musicnn_pass.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"
#include "tests/support/musicnn_signals.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace circumplex;

namespace {

constexpr std::size_t kDimension = 953;
constexpr std::size_t kHop = 256; // samples per analysis frame
constexpr std::int64_t kStep = 31;

std::shared_ptr<const MusiCnnNetwork> network()
{
    static const auto loaded = std::make_shared<const MusiCnnNetwork>(
        readSafetensors(std::string(CIRCUMPLEX_STARTER_WEIGHTS) + "/encoder.safetensors").tensors,
        DataType::Float32, at::kCPU);
    return loaded;
}

struct Heard {
    std::vector<float> frames; ///< [frame, kDimension]
    std::vector<float> track = std::vector<float>(kDimension);

    std::size_t count() const { return frames.size() / kDimension; }
    std::span<const float> frame(std::size_t i) const
    {
        return std::span(frames).subspan(i * kDimension, kDimension);
    }
};

Heard hear(std::span<const float> samples, std::size_t blockSamples)
{
    Heard heard;
    const auto session = makeMusiCnnSession(network(), [&](std::span<const float> frames) {
        heard.frames.insert(heard.frames.end(), frames.begin(), frames.end());
    });
    for (std::size_t i = 0; i < samples.size(); i += blockSamples)
        session->push(samples.subspan(i, std::min(blockSamples, samples.size() - i)));
    session->finish(heard.track);
    return heard;
}

/// About `frames` analysis frames of sound that changes all the time.
std::vector<float> sound(std::size_t frames)
{
    auto samples = test::generate("sound", (frames - 1) * kHop);
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const double t = static_cast<double>(n) / 16000.0;
        samples[n] = static_cast<float>(0.05 * double { samples[n] } * (1.0 + std::sin(2.0 * t))
            + 0.2 * std::sin(900.0 * t * (1.0 + 0.1 * t)));
    }
    return samples;
}

at::Tensor logMel(std::span<const float> samples)
{
    MusiCnnFrontEnd frontEnd;
    return at::cat({ frontEnd.push(samples), frontEnd.finish() });
}

std::vector<float> values(const at::Tensor& tensor)
{
    const auto flat = tensor.contiguous();
    return { flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel() };
}

} // namespace

DOCTEST_TEST_CASE("the front end gives the published spectrogram")
{
    const auto golden = test::golden("golden_musicnn.json");
    const auto& tolerance = golden["tolerance"];
    for (const std::string signal : { "chords", "beat" }) {
        const auto& expected = golden["cases"][signal];
        const auto samples = test::musicnnSignal(signal);
        for (const auto& [index, value] : expected["samples"].items())
            DOCTEST_CHECK(std::abs(samples[std::stoul(index)] - value.get<float>()) < 1e-7F);
        const auto frames = logMel(samples);
        DOCTEST_CHECK(frames.size(0) == expected["frames"].get<std::int64_t>());
        const auto padded
            = at::reflection_pad1d(at::tensor(samples).unsqueeze(0), { 256, 256 }).squeeze(0);
        const auto power = MusiCnnFrontEnd().melPower(padded);
        for (std::size_t i = 0; i < expected["mel_frames"].size(); ++i) {
            const auto frame = expected["mel_frames"][i].get<std::int64_t>();
            DOCTEST_CHECK(test::isClose(values(frames[frame]), test::floats(expected["log_mel"][i]),
                tolerance["log_mel"].get<double>(), signal + " log mel"));
            const auto wanted = at::tensor(test::floats(expected["mel_power"][i]));
            // relative to each value, but for values a millionth of the loudest band
            const auto floor = wanted.max() * 1e-6;
            const auto relative = (power[frame] - wanted).abs() / at::maximum(wanted, floor);
            DOCTEST_CHECK(relative.max().item<double>() < tolerance["mel_relative"].get<double>());
        }
    }
}

DOCTEST_TEST_CASE("blocks of any size give the same frames")
{
    const auto samples = sound(1500);
    const auto whole = hear(samples, samples.size());
    for (const std::size_t block : { 255U, 1152U, 50000U }) {
        const auto cut = hear(samples, block);
        DOCTEST_CHECK(cut.frames == whole.frames);
        DOCTEST_CHECK(cut.track == whole.track);
    }
}

DOCTEST_TEST_CASE("a pass in blocks equals one over the whole track")
{
    // the network evaluated in one piece: all layers' context at block borders must come out right
    const auto frames = logMel(sound(1200));
    MusiCnnPass blocks(*network());
    const auto actual = at::cat({ blocks.push(frames), blocks.finish() });
    DOCTEST_REQUIRE(actual.size(0) == frames.size(0));

    const auto normalised = at::constant_pad_nd(network()->normalised(frames),
        { 0, 0, MusiCnnLocalLayers::kFramesBefore, MusiCnnLocalLayers::kFramesAfter });
    std::vector<at::Tensor> channels { network()->localLayers().plain(normalised) };
    auto below = channels[0];
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& layer = network()->midLayers()[i];
        const auto products
            = layer.taps(at::constant_pad_nd(below, { 0, 0, 3, 3 })).view({ -1, 7, 64 });
        auto sum = layer.bias.expand({ frames.size(0), 64 }).clone();
        for (std::int64_t tap = 0; tap < 7; ++tap)
            sum += products.select(1, tap).slice(0, tap, tap + frames.size(0));
        auto out = layer.norm(at::relu(sum));
        if (i > 0) out = out + below;
        channels.push_back(out);
        below = out;
    }
    const auto expected = at::cat(channels, 1);
    const auto scale = expected.abs().amax(0).clamp_min(1.0);
    DOCTEST_CHECK(((actual - expected).abs() / scale).max().item<double>() < 5e-5);
}

DOCTEST_TEST_CASE(
    "an embedding frame holds the window centred on it and the mean of its own frames")
{
    constexpr std::int64_t kFrames = 700;
    const auto samples = sound(kFrames);
    const auto heard = hear(samples, 4096);
    const auto session = makeMusiCnnSession(network(), [](std::span<const float>) {});
    DOCTEST_CHECK(session->dimension() == kDimension);
    DOCTEST_CHECK(session->frameSeconds() == doctest::Approx(0.496));
    DOCTEST_CHECK(session->firstFrameSeconds() == doctest::Approx(0.24));

    MusiCnnPass pass(*network());
    const auto frames = logMel(samples);
    DOCTEST_REQUIRE(frames.size(0) == kFrames);
    const auto channels = at::cat({ pass.push(frames), pass.finish() });
    // 22 whole steps and 18 frames, which are enough for one more
    DOCTEST_REQUIRE(heard.count() == 23);
    for (const std::int64_t step : { 0, 1, 3, 11, 19, 22 }) {
        const auto centre = step * kStep + 15;
        const auto window = channels.slice(
            0, std::max<std::int64_t>(0, centre - 93), std::min(kFrames, centre + 94));
        const auto penultimate
            = network()->penultimate(window.amax(0).unsqueeze(0), window.mean(0).unsqueeze(0));
        const auto own = channels.slice(0, step * kStep, (step + 1) * kStep).mean(0);
        const auto frame = heard.frame(static_cast<std::size_t>(step));
        DOCTEST_CHECK(test::isClose(frame.first(200), values(penultimate), 2e-5, "penultimate"));
        DOCTEST_CHECK(test::isClose(frame.subspan(200), values(own), 2e-5, "means"));
    }
    for (std::size_t d = 0; d < kDimension; ++d) {
        double sum = 0.0;
        for (std::size_t i = 0; i < heard.count(); ++i)
            sum += double { heard.frame(i)[d] };
        DOCTEST_CHECK(std::abs(sum / 23.0 - double { heard.track[d] }) < 1e-5);
    }
}

DOCTEST_TEST_CASE("the last step needs 16 frames unless it is the only one")
{
    DOCTEST_CHECK(hear(sound(31), 1000).count() == 1);
    DOCTEST_CHECK(hear(sound(46), 1000).count() == 1);
    DOCTEST_CHECK(hear(sound(47), 1000).count() == 2);
    DOCTEST_CHECK(hear(sound(62), 1000).count() == 2);
    const auto shortest = hear(std::vector<float>(512, 0.1F), 100);
    DOCTEST_CHECK(shortest.count() == 1);
    DOCTEST_CHECK(std::all_of(shortest.track.begin(), shortest.track.end(),
        [](float value) { return std::isfinite(value); }));
}

DOCTEST_TEST_CASE("every number of samples is heard, however it falls on the blocks")
{
    for (const std::size_t extra : { 0U, 1U, 255U, 256U, 257U }) {
        // 512 frames are computed at once; their last sample and its neighbours
        const std::vector<float> samples(511 * kHop + extra, 0.01F);
        DOCTEST_CHECK(
            logMel(samples).size(0) == static_cast<std::int64_t>(1 + samples.size() / kHop));
    }
}

DOCTEST_TEST_CASE("too little sound is refused")
{
    DOCTEST_CHECK_THROWS_AS(hear({}, 1), TrackTooShort);
    DOCTEST_CHECK_THROWS_AS(hear(std::vector<float>(511), 64), TrackTooShort);
}

DOCTEST_TEST_CASE("silence and overload give finite numbers")
{
    for (const float level : { 0.0F, 300.0F }) {
        auto samples = sound(100);
        for (float& sample : samples)
            sample *= level;
        const auto heard = hear(samples, 5000);
        DOCTEST_CHECK(std::all_of(heard.frames.begin(), heard.frames.end(),
            [](float value) { return std::isfinite(value); }));
    }
}
