#include "core/ml/harmony/crema_features.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr std::int64_t kBinsPerOctave = 36;

// The published transform reads sound at 44,100 Hz and multiplies by sqrt(2) on halving it.
constexpr float kPowerGain = 2.0F;
constexpr float kLeastPower = 1e-10F;
constexpr double kRangeDecibels = 80.0;

std::size_t firstBin(std::int64_t harmonic)
{
    return static_cast<std::size_t>(harmonic * kBinsPerOctave);
}

} // namespace

CremaFeatures::CremaFeatures(std::size_t memoryLimitBytes)
    : m_transform({ .binsPerOctave = kBinsPerOctave, .octaves = 7 })
    , m_magnitudes(m_transform.binCount(), memoryLimitBytes)
{
}

void CremaFeatures::push(std::span<const float> mono)
{
    m_sampleCount += mono.size();
    m_rows.clear();
    m_transform.push(mono, m_rows);
    keep(m_rows);
}

void CremaFeatures::finish()
{
    m_rows.clear();
    m_transform.finish(m_rows);
    const auto frames = m_sampleCount / ConstantQ::kHopSamples - m_magnitudes.rowCount();
    keep(std::span(m_rows).first(std::min(m_rows.size(), frames * m_transform.binCount())));
}

void CremaFeatures::keep(std::span<const float> rows)
{
    if (rows.empty()) return;
    m_magnitudes.append(rows);
    const auto width = m_transform.binCount();
    for (std::size_t begin = 0; begin < rows.size(); begin += width)
        for (std::int64_t harmonic = 0; harmonic < kHarmonics; ++harmonic) {
            const auto bins = rows.subspan(begin + firstBin(harmonic), kBins);
            float& loudest = m_loudest[static_cast<std::size_t>(harmonic)];
            loudest = std::max(loudest, *std::max_element(bins.begin(), bins.end()));
        }
}

at::Tensor CremaFeatures::decibels(std::size_t begin, std::size_t count) const
{
    auto rows = at::empty(
        { static_cast<std::int64_t>(count), static_cast<std::int64_t>(m_transform.binCount()) });
    m_magnitudes.read(
        begin, count, { rows.mutable_data_ptr<float>(), static_cast<std::size_t>(rows.numel()) });
    rows.square_().mul_(kPowerGain).clamp_min_(kLeastPower).log10_().mul_(10.0);
    auto decibels = at::empty({ kHarmonics, rows.size(0), kBins });
    for (std::int64_t harmonic = 0; harmonic < kHarmonics; ++harmonic) {
        const float loudest = m_loudest[static_cast<std::size_t>(harmonic)];
        const float power = std::max(loudest * loudest * kPowerGain, kLeastPower);
        const auto bins = rows.narrow(1, harmonic * kBinsPerOctave, kBins);
        decibels[harmonic].copy_((bins - 10.0 * std::log10(power)).clamp_min_(-kRangeDecibels));
    }
    return decibels;
}

} // namespace circumplex
