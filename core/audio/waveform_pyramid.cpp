#include "core/audio/waveform_pyramid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace circumplex {

namespace {

constexpr float kSteps = 127.0F;

WaveformPyramid::Pair pairOf(float lowest, float highest)
{
    const auto step
        = [](float value) { return static_cast<std::int8_t>(std::clamp(value, -kSteps, kSteps)); };
    return { step(std::floor(lowest * kSteps)), step(std::ceil(highest * kSteps)) };
}

void widen(WaveformPyramid::Pair& pair, WaveformPyramid::Pair other)
{
    pair.lowest = std::min(pair.lowest, other.lowest);
    pair.highest = std::max(pair.highest, other.highest);
}

/// Eight running extremes at once: compilers make vector instructions of it, which they may not do
/// with a single one.
void widen(float& lowest, float& highest, std::span<const float> samples)
{
    constexpr std::size_t kLanes = 8;
    std::array<float, kLanes> low;
    std::array<float, kLanes> high;
    low.fill(lowest);
    high.fill(highest);
    std::size_t i = 0;
    for (; i + kLanes <= samples.size(); i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            low[lane] = std::min(low[lane], samples[i + lane]);
            high[lane] = std::max(high[lane], samples[i + lane]);
        }
    for (; i < samples.size(); ++i) {
        low[0] = std::min(low[0], samples[i]);
        high[0] = std::max(high[0], samples[i]);
    }
    lowest = *std::ranges::min_element(low);
    highest = *std::ranges::max_element(high);
}

} // namespace

WaveformPyramid::WaveformPyramid(int sampleRateHz, std::int64_t expectedSamples)
    : m_sampleRateHz(sampleRateHz)
{
    // A header may claim anything: more than three days is not believed beforehand.
    const std::int64_t believable = std::int64_t { 3 * 86400 } * sampleRateHz;
    m_levels.front().reserve(
        static_cast<std::size_t>(
            std::clamp<std::int64_t>(expectedSamples, 0, believable) / kBaseSamples)
        + 1);
}

WaveformPyramid::WaveformPyramid(int sampleRateHz, std::int64_t sampleCount, std::vector<Pair> base)
    : m_sampleRateHz(sampleRateHz)
    , m_sampleCount(sampleCount)
    , m_isComplete(true)
{
    m_levels.front() = std::move(base);
    while (m_levels.back().size() >= kFactor) {
        const std::vector<Pair>& fine = m_levels.back();
        std::vector<Pair> coarse(fine.size() / kFactor);
        for (std::size_t i = 0; i < coarse.size(); ++i)
            for (std::size_t k = 0; k < kFactor; ++k)
                widen(coarse[i], fine[i * kFactor + k]);
        m_levels.push_back(std::move(coarse));
    }
}

void WaveformPyramid::append(std::span<const float> mono)
{
    m_fresh.clear();
    const auto added = static_cast<std::int64_t>(mono.size());
    while (!mono.empty()) {
        const std::size_t count
            = std::min(mono.size(), static_cast<std::size_t>(kBaseSamples - m_openSamples));
        widen(m_openLowest, m_openHighest, mono.first(count));
        mono = mono.subspan(count);
        m_openSamples += static_cast<int>(count);
        if (m_openSamples < kBaseSamples) break;
        m_fresh.push_back(pairOf(m_openLowest, m_openHighest));
        m_openLowest = 1.0F;
        m_openHighest = -1.0F;
        m_openSamples = 0;
    }
    const std::lock_guard lock(m_mutex);
    for (const Pair pair : m_fresh)
        push(pair);
    m_sampleCount += added;
}

void WaveformPyramid::complete()
{
    const std::lock_guard lock(m_mutex);
    if (m_openSamples > 0) push(pairOf(m_openLowest, m_openHighest));
    m_openSamples = 0;
    m_isComplete = true;
}

void WaveformPyramid::push(Pair pair)
{
    m_levels.front().push_back(pair);
    for (std::size_t level = 0; m_levels[level].size() % kFactor == 0; ++level) {
        Pair group;
        for (std::size_t k = 1; k <= kFactor; ++k)
            widen(group, m_levels[level][m_levels[level].size() - k]);
        if (level + 1 == m_levels.size()) m_levels.emplace_back();
        m_levels[level + 1].push_back(group);
    }
}

std::int64_t WaveformPyramid::sampleCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_sampleCount;
}

bool WaveformPyramid::isComplete() const
{
    const std::lock_guard lock(m_mutex);
    return m_isComplete;
}

/// Of base groups [begin, end): the ends from fine levels, the middle from coarse ones.
WaveformPyramid::Pair WaveformPyramid::range(std::size_t begin, std::size_t end) const
{
    Pair pair;
    for (std::size_t level = 0; begin < end; ++level, begin /= kFactor, end /= kFactor) {
        const std::vector<Pair>& groups = m_levels[level];
        while (begin < end && begin % kFactor != 0)
            widen(pair, groups[begin++]);
        while (begin < end && end % kFactor != 0)
            widen(pair, groups[--end]);
    }
    return pair;
}

void WaveformPyramid::peaks(double firstSample, double step, std::span<Peak> columns) const
{
    const std::lock_guard lock(m_mutex);
    const auto groups = static_cast<double>(m_levels.front().size());
    const auto groupAt = [groups](double sample) {
        return static_cast<std::size_t>(std::clamp(sample / kBaseSamples, 0.0, groups));
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double from = firstSample + static_cast<double>(i) * step;
        const double to = from + step;
        columns[i] = {};
        if (to <= 0.0) continue;
        const std::size_t begin = groupAt(from);
        const std::size_t end = groupAt(std::ceil(to / kBaseSamples) * kBaseSamples);
        if (begin >= end) continue;
        const Pair pair = range(begin, end);
        columns[i] = { static_cast<float>(pair.lowest) / kSteps,
            static_cast<float>(pair.highest) / kSteps };
    }
}

} // namespace circumplex
