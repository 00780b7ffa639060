#include "tests/support/musicnn_signals.h"

#include "tests/support/generator.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace circumplex::test {

namespace {

constexpr std::size_t kSampleCount = 160000;
constexpr double kSampleRate = 16000.0;
constexpr double kTurn = 2.0 * std::numbers::pi;

double chordSample(double t)
{
    static const std::vector<std::vector<int>> chords { { 48, 52, 55 }, { 45, 48, 52 },
        { 41, 45, 48, 52 }, { 43, 47, 50, 53 }, { 48, 52, 55 } };
    const auto chord = std::min<std::size_t>(static_cast<std::size_t>(t / 2.0), 4);
    const double u = t - 2.0 * static_cast<double>(chord);
    const double envelope = std::min(1.0, u / 0.01) * std::exp(-1.5 * u);
    double sum = 0.0;
    for (const int note : chords[chord])
        for (const int octave : { 0, 12 }) {
            const double frequency = 440.0 * std::pow(2.0, (note + octave - 69) / 12.0);
            for (int k = 1; k <= 4; ++k)
                sum += 0.06 / k * envelope * std::sin(kTurn * k * frequency * u);
        }
    return sum;
}

} // namespace

std::vector<float> musicnnSignal(const std::string& name)
{
    if (name != "chords" && name != "beat") throw std::invalid_argument(name);
    const auto noise = generate("pretrained", kSampleCount);
    std::vector<float> samples(kSampleCount);
    for (std::size_t n = 0; n < kSampleCount; ++n) {
        const double t = static_cast<double>(n) / kSampleRate;
        const double u = std::fmod(t, 0.5);
        const double value = name == "chords" ? chordSample(t) + 0.001 * double { noise[n] }
                                              : 0.4 * std::exp(-20.0 * u) * double { noise[n] }
                + 0.2 * std::sin(kTurn * (100.0 * t + 95.0 * t * t));
        samples[n] = static_cast<float>(value);
    }
    return samples;
}

} // namespace circumplex::test
