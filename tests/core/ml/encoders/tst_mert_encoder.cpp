#include "core/ml/encoders/mert_encoder.h"
#include "core/ml/encoders/mert_network.h"
#include "core/ml/model_error.h"
#include "tests/support/generated_mert.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace circumplex;

namespace {

constexpr std::size_t kRate = 24000;
constexpr std::size_t kDimension = 32;
constexpr std::size_t kSegmentFrames = 2249; // of 30 s

std::shared_ptr<const MertNetwork> network()
{
    static const auto loaded
        = std::make_shared<const MertNetwork>(test::generatedMert(test::smallMertConfig()),
            test::smallMertConfig(), DataType::Float32, at::kCPU);
    return loaded;
}

struct Heard {
    std::vector<float> frames; ///< [frame, kDimension]
    std::vector<float> track = std::vector<float>(kDimension);

    std::size_t count() const { return frames.size() / kDimension; }
    std::span<const float> range(std::size_t first, std::size_t frameCount) const
    {
        return std::span(frames).subspan(first * kDimension, frameCount * kDimension);
    }
    double step(std::size_t frame) const ///< largest change to the next frame
    {
        double largest = 0.0;
        for (std::size_t d = 0; d < kDimension; ++d)
            largest = std::max(largest,
                std::abs(double { frames[(frame + 1) * kDimension + d] }
                    - double { frames[frame * kDimension + d] }));
        return largest;
    }
};

Heard hear(std::span<const float> samples, AnalysisMode mode, std::size_t blockSamples = 48000)
{
    Heard heard;
    const auto session = makeMertSession(network(), mode, [&](std::span<const float> frames) {
        heard.frames.insert(heard.frames.end(), frames.begin(), frames.end());
    });
    for (std::size_t i = 0; i < samples.size(); i += blockSamples)
        session->push(samples.subspan(i, std::min(blockSamples, samples.size() - i)));
    session->finish(heard.track);
    return heard;
}

std::vector<float> sound(double seconds)
{
    auto samples = test::generate("sound", static_cast<std::size_t>(seconds * kRate));
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const double t = static_cast<double>(n) / kRate;
        samples[n] = static_cast<float>(0.1 * double { samples[n] } * (1.2 + std::sin(0.7 * t))
            + 0.3 * std::sin(1500.0 * t * (1.0 + 0.01 * t)));
    }
    return samples;
}

/// A tone whose period is one frame, so that all frames sound alike, that slowly becomes louder.
std::vector<float> swell(double seconds)
{
    std::vector<float> samples(static_cast<std::size_t>(seconds * kRate));
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const double phase = 2.0 * std::numbers::pi * static_cast<double>(n % 320) / 320.0;
        samples[n] = static_cast<float>(
            (0.1 + 0.8 * static_cast<double>(n) / static_cast<double>(samples.size()))
            * (std::sin(phase) + 0.3 * std::sin(5.0 * phase)));
    }
    return samples;
}

std::vector<float> embedded(std::span<const float> samples)
{
    const auto frames = network()->embed(
        at::tensor(std::vector<float>(samples.begin(), samples.end())).unsqueeze(0));
    const auto flat = frames.contiguous();
    return { flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel() };
}

std::vector<double> mean(std::span<const float> frames)
{
    std::vector<double> sum(kDimension);
    for (std::size_t i = 0; i < frames.size(); ++i)
        sum[i % kDimension] += double { frames[i] };
    for (double& value : sum)
        value /= static_cast<double>(frames.size() / kDimension);
    return sum;
}

constexpr double kTolerance = 1e-5;

} // namespace

DOCTEST_TEST_CASE("reference mode cuts every 30 s and gives the remainder the weight of a segment")
{
    for (const double seconds : { 29.0, 30.0, 31.0, 59.0, 61.0 }) {
        const auto samples = sound(seconds);
        const auto heard = hear(samples, AnalysisMode::Reference);
        std::vector<double> expected(kDimension);
        std::size_t segments = 0;
        for (std::size_t begin = 0; begin < samples.size(); begin += 30 * kRate, ++segments) {
            const auto part
                = std::span(samples).subspan(begin, std::min(30 * kRate, samples.size() - begin));
            const auto frames = embedded(part);
            const auto first = segments * (kSegmentFrames + 1); // frames stay at their time
            const auto count = frames.size() / kDimension;
            DOCTEST_REQUIRE(heard.count() >= first + count);
            DOCTEST_CHECK(test::isClose(heard.range(first, count), frames, kTolerance, "frames"));
            const auto segmentMean = mean(frames);
            for (std::size_t d = 0; d < kDimension; ++d)
                expected[d] += segmentMean[d];
        }
        for (std::size_t d = 0; d < kDimension; ++d)
            DOCTEST_CHECK(
                std::abs(expected[d] / static_cast<double>(segments) - double { heard.track[d] })
                < kTolerance);
    }
}

DOCTEST_TEST_CASE("corrected mode hears every frame once and whole segments only")
{
    for (const double seconds : { 1.0, 30.0, 31.0, 59.0, 61.0 }) {
        const auto samples = sound(seconds);
        const auto heard = hear(samples, AnalysisMode::Corrected);
        DOCTEST_CHECK(static_cast<std::int64_t>(heard.count())
            == network()->frontEnd().frameCount(static_cast<std::int64_t>(samples.size())));
        const auto expected = mean(heard.frames);
        for (std::size_t d = 0; d < kDimension; ++d)
            DOCTEST_CHECK(std::abs(expected[d] - double { heard.track[d] }) < kTolerance);
    }
    // 61 s: segments at 0, 28 and 31 s; what only one of them hears is that segment's
    const auto samples = sound(61.0);
    const auto heard = hear(samples, AnalysisMode::Corrected);
    const auto frameOf = [](std::size_t seconds) { return seconds * 75; };
    for (const auto& [segment, from, to] :
        { std::tuple<std::size_t, std::size_t, std::size_t> { 0, 0, 28 }, { 28, 30, 31 },
            { 31, 58, 60 } }) {
        const auto frames = embedded(std::span(samples).subspan(segment * kRate, 30 * kRate));
        const auto count = frameOf(to) - frameOf(from);
        DOCTEST_CHECK(test::isClose(heard.range(frameOf(from), count),
            std::span(frames).subspan(
                (frameOf(from) - frameOf(segment)) * kDimension, count * kDimension),
            kTolerance, "segment"));
    }
}

DOCTEST_TEST_CASE("a short tail after whole segments is left out in corrected mode")
{
    DOCTEST_CHECK(hear(sound(30.4), AnalysisMode::Corrected).count() == kSegmentFrames);
    DOCTEST_CHECK(hear(sound(30.6), AnalysisMode::Corrected).count() > kSegmentFrames);
}

DOCTEST_TEST_CASE("corrected mode has no seam where reference mode has one")
{
    const auto samples = swell(75.0);
    const auto reference = hear(samples, AnalysisMode::Reference);
    const auto corrected = hear(samples, AnalysisMode::Corrected);
    const auto seam = [](const Heard& heard) { // the largest step away from the track's ends
        double largest = 0.0;
        for (std::size_t frame = 75; frame + 75 < heard.count(); ++frame)
            largest = std::max(largest, heard.step(frame));
        return largest;
    };
    DOCTEST_CHECK(seam(reference) > 0.1);
    DOCTEST_CHECK(seam(corrected) < 0.1 * seam(reference));
}

DOCTEST_TEST_CASE("frames are where the session says they are")
{
    const auto samples = sound(65.0);
    for (const auto mode : { AnalysisMode::Reference, AnalysisMode::Corrected }) {
        const auto session = makeMertSession(network(), mode, [](std::span<const float>) {});
        DOCTEST_CHECK(session->sampleRateHz() == 24000);
        DOCTEST_CHECK(session->dimension() == kDimension);
        DOCTEST_CHECK(session->frameSeconds() == doctest::Approx(1.0 / 75.0));
        const auto plain = hear(samples, mode);
        for (const double clickSeconds : { 10.0, 45.0, 63.0 }) {
            auto clicked = samples;
            clicked[static_cast<std::size_t>(clickSeconds * kRate)] += 4.0F;
            const auto heard = hear(clicked, mode);
            DOCTEST_REQUIRE(heard.count() == plain.count());
            std::size_t place = 0;
            double largest = 0.0;
            for (std::size_t i = 0; i < plain.frames.size(); ++i) {
                const double change
                    = std::abs(double { heard.frames[i] } - double { plain.frames[i] });
                if (change <= largest) continue;
                largest = change;
                place = i / kDimension;
            }
            const double time = session->firstFrameSeconds()
                + static_cast<double>(place) * session->frameSeconds();
            // a frame hears 17 ms
            DOCTEST_CHECK(std::abs(time - clickSeconds) < 0.009);
        }
    }
}

DOCTEST_TEST_CASE("blocks of any size give the same frames")
{
    const auto samples = sound(61.0);
    for (const auto mode : { AnalysisMode::Reference, AnalysisMode::Corrected }) {
        const auto whole = hear(samples, mode, samples.size());
        for (const std::size_t block : { 4096U, 719999U }) {
            const auto cut = hear(samples, mode, block);
            DOCTEST_CHECK(cut.frames == whole.frames);
            DOCTEST_CHECK(cut.track == whole.track);
        }
    }
}

DOCTEST_TEST_CASE(
    "too little sound is refused, and so is a last segment on which the original stops")
{
    for (const auto mode : { AnalysisMode::Reference, AnalysisMode::Corrected }) {
        DOCTEST_CHECK_THROWS_AS(hear({}, mode), TrackTooShort);
        DOCTEST_CHECK_THROWS_AS(hear(std::vector<float>(719, 0.1F), mode), TrackTooShort);
        DOCTEST_CHECK(hear(std::vector<float>(720, 0.1F), mode).count() == 2);
    }
    auto samples = sound(30.0);
    samples.resize(30 * kRate + 719, 0.1F);
    DOCTEST_CHECK_THROWS_AS(hear(samples, AnalysisMode::Reference), TrackTooShort);
    DOCTEST_CHECK(hear(samples, AnalysisMode::Corrected).count() == kSegmentFrames);
    samples.push_back(0.1F);
    DOCTEST_CHECK(hear(samples, AnalysisMode::Reference).count() == kSegmentFrames + 1 + 2);
}
