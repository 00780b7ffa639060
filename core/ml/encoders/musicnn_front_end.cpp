#include "core/ml/encoders/musicnn_front_end.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr std::int64_t kBlockFrames = 512; // computed at once
constexpr std::int64_t kBins = MusiCnnFrontEnd::kFrameSamples / 2 + 1;
constexpr std::int64_t kReflected = MusiCnnFrontEnd::kFrameSamples / 2;

/// Frequency at a place on Slaney's mel scale (Auditory Toolbox, 1998): linear below 1 kHz,
/// logarithmic above.
double frequencyOfMel(double mel)
{
    constexpr double kHzPerMel = 200.0 / 3.0, kFirstLogMel = 15.0, kFirstLogHz = 1000.0;
    const double logStep = std::log(6.4) / 27.0;
    return mel < kFirstLogMel ? kHzPerMel * mel
                              : kFirstLogHz * std::exp(logStep * (mel - kFirstLogMel));
}

/// Triangles of equal width in mel from 0 to 8 kHz, of equal area in Hz; [bin, band].
at::Tensor melFilters()
{
    const double topMel = 15.0 + 27.0 * std::log(8.0) / std::log(6.4); // of 8 kHz
    auto filters = at::zeros({ kBins, MusiCnnFrontEnd::kBands }, at::kFloat);
    auto* values = filters.mutable_data_ptr<float>();
    for (std::int64_t band = 0; band < MusiCnnFrontEnd::kBands; ++band) {
        const auto corner = [&](std::int64_t i) {
            return frequencyOfMel(
                topMel * static_cast<double>(band + i) / (MusiCnnFrontEnd::kBands + 1));
        };
        const double low = corner(0), centre = corner(1), high = corner(2);
        for (std::int64_t bin = 0; bin < kBins; ++bin) {
            const double frequency = static_cast<double>(bin) * MusiCnnFrontEnd::kSampleRateHz
                / MusiCnnFrontEnd::kFrameSamples;
            const double height = std::min(
                (frequency - low) / (centre - low), (high - frequency) / (high - centre));
            values[bin * MusiCnnFrontEnd::kBands + band]
                = static_cast<float>(std::max(0.0, height) * 2.0 / (high - low));
        }
    }
    return filters;
}

/// @param power  [n, band]
at::Tensor logarithm(const at::Tensor& power)
{
    constexpr double kLargestHalf = 65504.0; // louder than full scale is no infinity
    return at::log10(power.clamp_max(kLargestHalf).to(at::kHalf).to(at::kFloat) * 10000.0 + 1.0);
}

} // namespace

MusiCnnFrontEnd::MusiCnnFrontEnd()
    : m_window(at::hann_window(kFrameSamples, /*periodic=*/true, at::kDouble).to(at::kFloat))
    , m_filters(melFilters())
{
}

at::Tensor MusiCnnFrontEnd::melPower(const at::Tensor& padded) const
{
    const auto count = (padded.numel() - kFrameSamples) / kHopSamples + 1;
    const auto frames = padded.as_strided({ count, kFrameSamples }, { kHopSamples, 1 });
    const auto spectrum = at::view_as_real(at::fft_rfft(frames * m_window));
    return at::mm(spectrum.square().sum(2), m_filters);
}

at::Tensor MusiCnnFrontEnd::takeFrames(std::int64_t count)
{
    const auto length = (count - 1) * kHopSamples + kFrameSamples;
    const auto padded = at::from_blob(m_samples.data(), { length }, at::kFloat);
    auto logMel = logarithm(melPower(padded));
    m_samples.erase(m_samples.begin(), m_samples.begin() + count * kHopSamples);
    return logMel;
}

at::Tensor MusiCnnFrontEnd::push(std::span<const float> mono)
{
    const c10::InferenceMode guard;
    m_samples.insert(m_samples.end(), mono.begin(), mono.end());
    m_heard += static_cast<std::int64_t>(mono.size());
    std::vector<at::Tensor> ready { at::empty({ 0, kBands }) };
    if (!m_hasBegun && m_heard > kReflected) {
        // sample i before the first one is sample i after it
        const std::vector<float> mirrored(m_samples.rend() - kReflected - 1, m_samples.rend() - 1);
        m_samples.insert(m_samples.begin(), mirrored.begin(), mirrored.end());
        m_hasBegun = true;
    }
    constexpr auto kBlockSamples = (kBlockFrames - 1) * kHopSamples + kFrameSamples;
    // one sample more than the block: the reflection at the end may need it
    while (m_hasBegun && static_cast<std::int64_t>(m_samples.size()) > kBlockSamples)
        ready.push_back(takeFrames(kBlockFrames));
    return at::cat(ready);
}

at::Tensor MusiCnnFrontEnd::finish()
{
    const c10::InferenceMode guard;
    if (m_heard < kFrameSamples)
        throw TrackTooShort(static_cast<double>(kFrameSamples) / kSampleRateHz);
    const std::vector<float> mirrored(m_samples.rbegin() + 1, m_samples.rbegin() + 1 + kReflected);
    m_samples.insert(m_samples.end(), mirrored.begin(), mirrored.end());
    return takeFrames(
        (static_cast<std::int64_t>(m_samples.size()) - kFrameSamples) / kHopSamples + 1);
}

} // namespace circumplex
