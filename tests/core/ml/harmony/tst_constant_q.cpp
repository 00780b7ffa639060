#include "core/ml/harmony/constant_q.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using circumplex::ConstantQ;
using circumplex::ConstantQShape;
namespace test = circumplex::test;

namespace {

constexpr ConstantQShape kBtc { .binsPerOctave = 24, .octaves = 6 };
constexpr ConstantQShape kCrema { .binsPerOctave = 36, .octaves = 7 };

std::vector<float> goldenSignal()
{
    constexpr std::size_t kCount = 270500;
    const auto noise = test::generate("cqt", kCount);
    std::vector<float> samples(kCount);
    for (std::size_t i = 0; i < kCount; ++i) {
        const double t = 2.0 * std::numbers::pi * static_cast<double>(i) / 22050.0;
        const double tones = 0.3 * std::sin(130.8127826502993 * t)
            + 0.2 * std::sin(329.6275569128699 * t) + 0.1 * std::sin(1567.981743926997 * t + 1.0);
        samples[i] = static_cast<float>(tones) + 0.02F * noise[i];
    }
    return samples;
}

std::vector<float> magnitudes(
    const ConstantQShape& shape, std::span<const float> samples, std::size_t blockSize)
{
    ConstantQ transform(shape);
    std::vector<float> rows;
    for (std::size_t begin = 0; begin < samples.size(); begin += blockSize)
        transform.push(samples.subspan(begin, std::min(blockSize, samples.size() - begin)), rows);
    transform.finish(rows);
    return rows;
}

} // namespace

DOCTEST_TEST_CASE("the filters' sparse spectra are librosa's")
{
    const auto expected = test::golden("golden_cqt.json")["fft_basis"];
    const auto basis = circumplex::constantQBasis(24);
    DOCTEST_REQUIRE(basis.size(1) == expected["n_fft"].get<std::int64_t>() / 2 + 1);
    for (const std::int64_t row : { 0, 23 }) {
        const auto prefix = "row" + std::to_string(row) + "_";
        const auto bins = at::nonzero(basis[row]).flatten();
        const auto expectedBins
            = expected[prefix + "nonzero_bins"].get<std::vector<std::int64_t>>();
        DOCTEST_REQUIRE(std::vector<std::int64_t>(bins.const_data_ptr<std::int64_t>(),
                            bins.const_data_ptr<std::int64_t>() + bins.numel())
            == expectedBins);
        const auto values = at::view_as_real(basis[row].index_select(0, bins)).contiguous();
        for (const auto& [part, name] : { std::pair(0, "re"), std::pair(1, "im") }) {
            const auto column = values.select(1, part).contiguous();
            DOCTEST_CHECK(
                test::isClose({ column.const_data_ptr<float>(), bins.numel() + std::size_t { 0 } },
                    test::floats(expected[prefix + name]), 1e-7, prefix + name));
        }
    }
    for (std::int64_t row = 0; row < 24; ++row)
        DOCTEST_CHECK(at::count_nonzero(basis[row]).item<std::int64_t>()
            == expected["nonzero_per_row"][static_cast<std::size_t>(row)].get<std::int64_t>());
}

DOCTEST_TEST_CASE("two blocks give librosa's magnitudes, whatever came before them")
{
    const auto signal = goldenSignal();
    ConstantQ transform(kBtc);
    for (const auto& expected : test::golden("golden_cqt.json")["cases"]) {
        const auto range = expected["range"].get<std::array<std::size_t, 2>>();
        std::vector<float> rows;
        transform.push(std::span(signal).subspan(range[0], range[1] - range[0]), rows);
        transform.finish(rows);
        const auto frames = expected["shape"][1].get<std::size_t>();
        DOCTEST_REQUIRE(rows.size() == frames * transform.binCount());
        double sum = 0.0;
        double squares = 0.0;
        for (float& value : rows) {
            value = std::log(value + 1e-6F);
            sum += value;
            squares += double { value } * value;
        }
        const double mean = sum / static_cast<double>(rows.size());
        DOCTEST_CHECK(mean == doctest::Approx(expected["log_mean"].get<double>()).epsilon(1e-5));
        DOCTEST_CHECK(std::sqrt(squares / static_cast<double>(rows.size()) - mean * mean)
            == doctest::Approx(expected["log_std"].get<double>()).epsilon(1e-4));
        for (std::size_t i = 0; i < expected["frames"].size(); ++i) {
            const auto frame = expected["frames"][i].get<std::size_t>();
            std::vector<float> values;
            for (const std::size_t bin : expected["bins"])
                values.push_back(rows[frame * transform.binCount() + bin]);
            DOCTEST_CHECK(test::isClose(values, test::floats(expected["log_values"][i]), 1e-4,
                "frame " + std::to_string(frame)));
        }
    }
}

DOCTEST_TEST_CASE("every length gives librosa's number of frames")
{
    const auto signal = goldenSignal();
    for (const auto& expected : test::golden("golden_cqt.json")["frame_counts"]) {
        const auto samples = std::span(signal).first(expected["n"].get<std::size_t>());
        DOCTEST_CHECK(magnitudes(kBtc, samples, 1 << 20).size()
            == expected["frames"].get<std::size_t>() * 144);
    }
    DOCTEST_CHECK(magnitudes(kBtc, {}, 1).empty());
    DOCTEST_CHECK(magnitudes(kCrema, std::span(signal).first(1), 1).size() == 252);
}

DOCTEST_TEST_CASE("blocks of any size give the same frames")
{
    const auto signal = goldenSignal(); // more than two rounds of work
    for (const auto& shape : { kBtc, kCrema }) {
        const auto whole = magnitudes(shape, signal, signal.size());
        for (const std::size_t size : { std::size_t { 997 }, std::size_t { 150000 } })
            DOCTEST_CHECK(test::isClose(magnitudes(shape, signal, size), whole, 1e-6, "in blocks"));
    }
    const auto begin = std::span(signal).first(5000);
    DOCTEST_CHECK(
        test::isClose(magnitudes(kCrema, begin, 1), magnitudes(kCrema, begin, 5000), 1e-6, "ones"));
}

DOCTEST_TEST_CASE("frames amid a long signal do not depend on what is far away")
{
    // rounds end inside: 20 s against the same stretch cut 6 s before and after it
    const auto signal = test::generate("far away", 441000);
    const auto whole = magnitudes(kCrema, signal, 44100);
    const std::size_t skipped = 40; // frames
    const auto part = magnitudes(kCrema, std::span(signal).subspan(skipped * 2048, 300000), 300000);
    const std::size_t frames = 20, bins = 252, from = 65;
    DOCTEST_CHECK(test::isClose(std::span(part).subspan(from * bins, frames * bins),
        std::span(whole).subspan((from + skipped) * bins, frames * bins), 1e-5, "middle"));
}

DOCTEST_TEST_CASE("silence is exactly silent")
{
    for (const float value : magnitudes(kCrema, std::vector<float>(300000), 4096))
        DOCTEST_REQUIRE(value == 0.0F);
}
