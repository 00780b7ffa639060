#include "core/ml/encoders/sinc_resampler.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <numeric>

namespace circumplex {

namespace {

constexpr double kZeroCrossings = 6.0;
constexpr double kRollOff = 0.99;

using Lanes = float __attribute__((vector_size(32)));
constexpr std::size_t kLaneCount = sizeof(Lanes) / sizeof(float);

float dotProduct(const float* a, const float* b, std::size_t count)
{
    Lanes sums {};
    for (std::size_t i = 0; i < count; i += kLaneCount) {
        Lanes x, y;
        std::memcpy(&x, a + i, sizeof x);
        std::memcpy(&y, b + i, sizeof y);
        sums += x * y;
    }
    return ((sums[0] + sums[4]) + (sums[1] + sums[5]))
        + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

} // namespace

// Output q is the sum over inputs i of K(i - q * from / to) x[i]. Its first input is
// floor(q * from / to) - width; only the 2 * width + 2 taps from there on are not zero.
SincResampler::SincResampler(int fromHz, int toHz)
    : m_from(fromHz / std::gcd(fromHz, toHz))
    , m_to(toHz / std::gcd(fromHz, toHz))
{
    const auto from = static_cast<double>(m_from);
    const double bandwidth = kRollOff * static_cast<double>(std::min(m_from, m_to));
    m_width = static_cast<std::int64_t>(std::ceil(kZeroCrossings * from / bandwidth));
    const auto taps = static_cast<std::size_t>(2 * m_width + 2);
    m_tapCount = (taps + kLaneCount - 1) / kLaneCount * kLaneCount;
    m_kernel.resize(static_cast<std::size_t>(m_to) * m_tapCount);
    for (std::int64_t phase = 0; phase < m_to; ++phase) {
        float* row = m_kernel.data() + static_cast<std::size_t>(phase) * m_tapCount;
        const double shift = static_cast<float>(phase) / static_cast<float>(m_to);
        const std::int64_t first = phase * m_from / m_to - m_width;
        for (std::size_t tap = 0; tap < taps; ++tap) {
            const double distance = static_cast<double>(first + static_cast<std::int64_t>(tap));
            const double t = std::clamp(
                (distance / from - shift) * bandwidth, -kZeroCrossings, kZeroCrossings);
            const double x = std::numbers::pi * t;
            const double window = std::cos(x / (2.0 * kZeroCrossings));
            const double sinc = t == 0.0 ? 1.0 : std::sin(x) / x;
            row[tap] = static_cast<float>(sinc * window * window * (bandwidth / from));
        }
    }
    m_inputStart = -m_width;
    m_input.assign(static_cast<std::size_t>(m_width), 0.0F);
}

void SincResampler::push(std::span<const float> samples, std::vector<float>& out)
{
    m_inputCount += static_cast<std::int64_t>(samples.size());
    if (m_from == m_to) {
        out.insert(out.end(), samples.begin(), samples.end());
        return;
    }
    m_input.insert(m_input.end(), samples.begin(), samples.end());
    const std::int64_t firstMissing
        = m_inputCount + m_width - static_cast<std::int64_t>(m_tapCount) + 1;
    if (firstMissing > 0) produce(ceilDivide(firstMissing * m_to, m_from), out);
}

void SincResampler::finish(std::vector<float>& out)
{
    if (m_from == m_to) return;
    m_input.insert(m_input.end(), m_tapCount, 0.0F);
    produce(ceilDivide(m_inputCount * m_to, m_from), out);
}

void SincResampler::produce(std::int64_t endOutput, std::vector<float>& out)
{
    if (endOutput <= m_outputCount) return;
    auto place = out.size();
    out.resize(place + static_cast<std::size_t>(endOutput - m_outputCount));
    std::int64_t whole = m_outputCount * m_from / m_to; // floor(q * from / to)
    std::int64_t phase = m_outputCount % m_to;
    std::int64_t remainder = m_outputCount * m_from % m_to;
    for (; m_outputCount < endOutput; ++m_outputCount) {
        const auto* input = m_input.data() + (whole - m_width - m_inputStart);
        const auto* kernel = m_kernel.data() + static_cast<std::size_t>(phase) * m_tapCount;
        out[place++] = dotProduct(input, kernel, m_tapCount);
        if (++phase == m_to) phase = 0;
        remainder += m_from % m_to;
        whole += m_from / m_to + (remainder >= m_to ? 1 : 0);
        if (remainder >= m_to) remainder -= m_to;
    }
    const auto used
        = std::min(whole - m_width - m_inputStart, static_cast<std::int64_t>(m_input.size()));
    m_input.erase(m_input.begin(), m_input.begin() + used);
    m_inputStart += used;
}

} // namespace circumplex
