#include "core/ml/encoders/sinc_resampler.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <numeric>

using circumplex::SincResampler;
namespace test = circumplex::test;

namespace {

std::vector<float> resampledInBlocks(
    std::span<const float> input, int fromHz, int toHz, std::size_t blockSize)
{
    SincResampler resampler(fromHz, toHz);
    std::vector<float> out;
    for (std::size_t begin = 0; begin < input.size(); begin += blockSize)
        resampler.push(input.subspan(begin, std::min(blockSize, input.size() - begin)), out);
    resampler.finish(out);
    return out;
}

std::vector<float> twoTones(int rateHz, std::size_t count)
{
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double t = 2.0 * std::numbers::pi * static_cast<double>(i) / rateHz;
        samples[i]
            = static_cast<float>(0.5 * std::sin(440.0 * t) + 0.25 * std::sin(5000.0 * t + 0.3));
    }
    return samples;
}

} // namespace

DOCTEST_TEST_CASE("five rates give torchaudio's samples")
{
    const auto golden = test::golden("golden_resample.json");
    for (const auto& expected : golden["cases"]) {
        const int fromHz = expected["orig"];
        const auto input = twoTones(fromHz, expected["in_len"]);
        const auto out = resampledInBlocks(input, fromHz, expected["new"], input.size());
        DOCTEST_REQUIRE(out.size() == expected["out_len"].get<std::size_t>());
        const auto what = std::to_string(fromHz) + " Hz";
        const std::span<const float> samples(out);
        DOCTEST_CHECK(test::isClose(
            samples.first(12), test::floats(expected["out_first12"]), 1e-6, what + ", start"));
        DOCTEST_CHECK(test::isClose(samples.subspan(1000, 8),
            test::floats(expected["out_1000_1008"]), 1e-6, what + ", middle"));
        DOCTEST_CHECK(test::isClose(
            samples.last(4), test::floats(expected["out_last4"]), 1e-6, what + ", end"));
        const double squares = std::inner_product(out.begin(), out.end(), out.begin(), 0.0);
        DOCTEST_CHECK(
            squares == doctest::Approx(expected["out_sumsq"].get<double>()).epsilon(1e-6));
    }
}

DOCTEST_TEST_CASE("blocks of any size give the same samples")
{
    const auto input = test::generate("resampled in blocks", 20000);
    for (const int fromHz : { 8000, 22050, 44100, 44101, 96000 }) {
        const auto whole = resampledInBlocks(input, fromHz, 24000, input.size());
        for (const std::size_t size :
            { std::size_t { 1 }, std::size_t { 7 }, std::size_t { 4096 } })
            DOCTEST_CHECK(resampledInBlocks(input, fromHz, 24000, size) == whole);
    }
}

DOCTEST_TEST_CASE("any length gives the exact number of samples, none gives none")
{
    for (const std::size_t length : { 0, 1, 2, 3, 146, 147, 148, 5000 }) {
        const auto input = test::generate("length", length);
        DOCTEST_CHECK(
            resampledInBlocks(input, 44100, 24000, 1000).size() == (length * 80 + 146) / 147);
    }
}

DOCTEST_TEST_CASE("equal rates leave samples as they are")
{
    const auto input = test::generate("unchanged", 1000);
    DOCTEST_CHECK(resampledInBlocks(input, 24000, 24000, 64) == input);
}
