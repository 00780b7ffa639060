#include "core/ml/encoders/spectral_correlation.h"
#include "tests/support/generator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <limits>
#include <memory>
#include <numbers>
#include <vector>

using namespace circumplex;
using namespace circumplex::spectral;

namespace {

constexpr std::size_t kSignalPoints = 96;
constexpr std::size_t kChannels = 16;

/// Floats at an address that is a multiple of 64.
class AlignedFloats {
public:
    explicit AlignedFloats(std::ptrdiff_t count)
        : m_storage(static_cast<std::size_t>(count) + 16)
    {
        void* address = m_storage.data();
        std::size_t space = m_storage.size() * sizeof(float);
        m_values = static_cast<float*>(
            std::align(64, static_cast<std::size_t>(count) * sizeof(float), address, space));
    }
    float* data() { return m_values; }

private:
    std::vector<float> m_storage;
    float* m_values = nullptr;
};

/// Conjugate spectra of real kernels, straight from the definition.
/// @param kernels  [channel][tap][length]
std::vector<float> weights(const std::vector<float>& kernels, std::size_t taps, std::size_t length)
{
    std::vector<float> out(
        static_cast<std::size_t>(weightFloats(static_cast<std::ptrdiff_t>(taps))));
    for (std::size_t channel = 0; channel < kChannels; ++channel)
        for (std::size_t tap = 0; tap < taps; ++tap) {
            const auto bin = [&](std::size_t k) {
                std::complex<double> sum = 0.0;
                for (std::size_t n = 0; n < length; ++n)
                    sum += double { kernels[(channel * taps + tap) * length + n] }
                        * std::polar(1.0, 2.0 * std::numbers::pi * static_cast<double>(n * k) / 96);
                return sum / 96.0;
            };
            for (std::size_t k = 0; k < kSignalPoints / 2; ++k) {
                const auto place = (k * taps + tap) * 2 * kChannels + channel;
                out[place] = static_cast<float>(bin(k).real());
                out[place + kChannels]
                    = static_cast<float>(k == 0 ? bin(kSignalPoints / 2).real() : bin(k).imag());
            }
        }
    return out;
}

/// Spectra [signal][bin][2] of 16 pairs of real signals [2 * signal + part][point].
std::vector<float> spectra(const std::vector<float>& signals)
{
    AlignedFloats in(kBlockFloats), bins(kBlockFloats);
    for (std::size_t lane = 0; lane < kChannels; ++lane)
        for (std::size_t i = 0; i < 2 * kSignalPoints; ++i)
            in.data()[i * kChannels + lane] = signals[(2 * lane + i % 2) * kSignalPoints + i / 2];
    transform(in.data(), bins.data());
    std::vector<float> out(kChannels * 2 * kSignalPoints);
    for (std::size_t lane = 0; lane < kChannels; ++lane)
        for (std::size_t i = 0; i < 2 * kSignalPoints; ++i)
            out[lane * 2 * kSignalPoints + i] = bins.data()[i * kChannels + lane];
    return out;
}

double worstDifference(const float* actual, const std::vector<double>& expected)
{
    double worst = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        worst = std::max(worst, std::abs(double { actual[i] } - expected[i]));
    return worst;
}

constexpr double kTolerance = 2e-5; // of sums of a hundred products of values up to 1

} // namespace

DOCTEST_TEST_CASE("spectra are those of the definition")
{
    const auto signals = test::generate("signals", 2 * kChannels * kSignalPoints);
    const auto actual = spectra(signals);
    for (const std::size_t signal : { 0U, 7U, 15U })
        for (std::size_t k = 0; k < kSignalPoints; ++k) {
            std::complex<double> sum = 0.0;
            for (std::size_t n = 0; n < kSignalPoints; ++n)
                sum += std::complex<double>(signals[2 * signal * kSignalPoints + n],
                           signals[(2 * signal + 1) * kSignalPoints + n])
                    * std::polar(1.0, -2.0 * std::numbers::pi * static_cast<double>(n * k) / 96);
            const auto* bin = &actual[(signal * kSignalPoints + k) * 2];
            DOCTEST_CHECK(std::abs(sum - std::complex<double>(bin[0], bin[1])) < kTolerance);
        }
}

DOCTEST_TEST_CASE("the maximum over positions equals direct correlation")
{
    // 10 signals in a row; output i sums 3 kernels over signals i, i + 1, i + 2
    constexpr std::size_t kTaps = 3, kOutputs = 8;
    const auto signals = test::generate("rows", 2 * kChannels * kSignalPoints);
    std::vector<float> pairs(2 * kChannels * kSignalPoints); // signal i with signal i + 1
    for (std::size_t i = 0; i < kChannels; ++i)
        std::copy_n(signals.begin() + static_cast<std::ptrdiff_t>(i * kSignalPoints),
            2 * kSignalPoints, pairs.begin() + static_cast<std::ptrdiff_t>(2 * i * kSignalPoints));
    const auto pairSpectra = spectra(pairs);

    for (const std::size_t positions : { 59U, 30U }) {
        const auto length = kSignalPoints - positions + 1;
        const auto kernels = test::generate("kernels", kChannels * kTaps * length);
        std::vector<double> expected;
        for (std::size_t i = 0; i < kOutputs; ++i)
            for (std::size_t channel = 0; channel < kChannels; ++channel) {
                double largest = -std::numeric_limits<double>::infinity();
                for (std::size_t p = 0; p < positions; ++p) {
                    double sum = 0.0;
                    for (std::size_t tap = 0; tap < kTaps; ++tap)
                        for (std::size_t n = 0; n < length; ++n)
                            sum += double { kernels[(channel * kTaps + tap) * length + n] }
                                * double { signals[(i + tap) * kSignalPoints + p + n] };
                    largest = std::max(largest, sum);
                }
                expected.push_back(largest);
            }
        const auto spectrum = weights(kernels, kTaps, length);
        AlignedFloats aligned(static_cast<std::ptrdiff_t>(spectrum.size()));
        std::copy(spectrum.begin(), spectrum.end(), aligned.data());
        AlignedFloats out(kOutputs * kChannels);
        maximumOverPositions(pairSpectra.data(), kOutputs / 2,
            { .weights = aligned.data(), .count = kTaps, .stride = kSpectrumFloats },
            static_cast<std::ptrdiff_t>(positions), out.data());
        DOCTEST_CHECK(worstDifference(out.data(), expected) < kTolerance);
    }
}

DOCTEST_TEST_CASE("the maximum over signals equals direct correlation")
{
    // two sections of 33 taps; section 1 hears pair i + 4
    constexpr std::size_t kTaps = 2, kLength = 33, kPairs = 4;
    const auto signals = test::generate("bands", 2 * kChannels * kSignalPoints);
    const auto pairSpectra = spectra(signals);
    const auto kernels = test::generate("sections", kChannels * kTaps * kLength);
    std::vector<double> expected;
    for (std::size_t n = 0; n < static_cast<std::size_t>(kKeptOutputs); ++n)
        for (std::size_t channel = 0; channel < kChannels; ++channel) {
            double largest = -std::numeric_limits<double>::infinity();
            for (std::size_t i = 0; i < 2 * kPairs; ++i) {
                double sum = 0.0;
                for (std::size_t tap = 0; tap < kTaps; ++tap)
                    for (std::size_t j = 0; j < kLength; ++j)
                        sum += double { kernels[(channel * kTaps + tap) * kLength + j] }
                            * double { signals[(i + 2 * kPairs * tap) * kSignalPoints + n + j] };
                largest = std::max(largest, sum);
            }
            expected.push_back(largest);
        }
    const auto spectrum = weights(kernels, kTaps, kLength);
    AlignedFloats aligned(static_cast<std::ptrdiff_t>(spectrum.size()));
    std::copy(spectrum.begin(), spectrum.end(), aligned.data());
    AlignedFloats out(kKeptOutputs * kLanes);
    maximumOverSignals(pairSpectra.data(), kPairs,
        { .weights = aligned.data(), .count = kTaps, .stride = kPairs * kSpectrumFloats },
        out.data());
    DOCTEST_CHECK(worstDifference(out.data(), expected) < kTolerance);
}
