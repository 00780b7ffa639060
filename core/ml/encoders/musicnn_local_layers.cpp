#include "core/ml/encoders/musicnn_local_layers.h"

#include "core/ml/encoders/musicnn_weights.h"
#include "core/ml/encoders/spectral_correlation.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <string>

namespace circumplex {

namespace {

using namespace spectral;

constexpr std::int64_t kTimbralChannels = 204, kTemporalChannels = 51;
constexpr std::int64_t kTimbralFrames = 7, kTimbralBefore = 3;
constexpr std::array<std::int64_t, 2> kTimbralBands { 38, 67 };
constexpr std::array<std::int64_t, 3> kTemporalFrames { 128, 64, 32 };

// Kernels over time are cut into sections of 32 taps, so that 64 outputs of a transform are right.
constexpr std::int64_t kSectionFrames = 32, kSections = 4;
constexpr std::int64_t kBlockFrames = kKeptOutputs;
constexpr std::int64_t kBandPairs = MusiCnnLocalLayers::kBands / 2;
static_assert(kSectionFrames + kBlockFrames <= kPoints + 1);
static_assert(MusiCnnLocalLayers::kBands == kPoints);

std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

/// Zeros before a kernel over time; one more follows an even kernel.
std::int64_t framesBefore(std::int64_t kernelFrames)
{
    return (kernelFrames - 1) / 2;
}

/// @param kernels  [channel <= 16, tap, value <= 96]
/// @return weights of one kernel group
at::Tensor groupSpectrum(const at::Tensor& kernels)
{
    const auto taps = kernels.size(1);
    const auto padded
        = at::constant_pad_nd(kernels.to(at::kDouble), { 0, kPoints - kernels.size(2) });
    const auto spectrum = at::view_as_real(at::fft_rfft(padded).conj().resolve_conj())
        / static_cast<double>(kPoints); // [channel, tap, bin 0..48, 2]
    auto weights = at::zeros({ kPoints / 2, taps, 2, kLanes }, at::kFloat);
    weights.slice(3, 0, kernels.size(0))
        .copy_(spectrum.slice(2, 0, kPoints / 2).permute({ 2, 1, 3, 0 }));
    weights.select(0, 0)
        .select(1, 1)
        .slice(1, 0, kernels.size(0))
        .copy_(spectrum.select(2, kPoints / 2).select(2, 0).t());
    return weights;
}

/// Transforms 16 signals that `value(point, part, lane)` gives into spectra + lane * laneStride.
template <class Value>
void transformSixteen(const Value& value, float* spectra, std::int64_t laneStride)
{
    alignas(64) std::array<float, kBlockFloats> signals, bins;
    for (std::int64_t i = 0; i < kSpectrumFloats; ++i)
        for (std::int64_t lane = 0; lane < kLanes; ++lane)
            signals[static_cast<std::size_t>(i * kLanes + lane)] = value(i / 2, i % 2, lane);
    spectral::transform(signals.data(), bins.data());
    for (std::int64_t lane = 0; lane < kLanes; ++lane)
        for (std::int64_t i = 0; i < kSpectrumFloats; ++i)
            spectra[lane * laneStride + i] = bins[static_cast<std::size_t>(i * kLanes + lane)];
}

} // namespace

/// Of one piece of the track.
struct MusiCnnLocalLayers::Spectra {
    std::int64_t frameCount = 0;
    at::Tensor timbral; ///< [frame + tap]: over frequency, of that frame and the next one
    at::Tensor temporal; ///< [multiple of kSectionFrames, band pair]: over time
};

MusiCnnLocalLayers::MusiCnnLocalLayers(const WeightMap& weights, at::Device device)
    : m_device(device)
{
    std::vector<at::Tensor> signs, biases, gains, shifts;
    // The maximum is taken before ReLU and norm. Where the norm's factor is negative, it is the
    // smallest value that gives the largest result; such kernels are negated.
    const auto load = [&](const std::string& name, std::int64_t channels, std::int64_t frames,
                          std::int64_t bands) {
        const auto& kernel
            = musicnnTensor(weights, name + ".weight", { channels, 1, frames, bands });
        const auto& bias = musicnnTensor(weights, name + ".bias", { channels });
        const MusiCnnNorm norm(weights, name + "_bn", channels, at::kCPU);
        const auto sign = at::where(norm.gain < 0, -1.0, 1.0).to(at::kFloat);
        signs.push_back(sign);
        biases.push_back(bias);
        gains.push_back(norm.gain);
        shifts.push_back(norm.shift);
        return kernel * sign.view({ -1, 1, 1, 1 });
    };
    for (const auto bands : kTimbralBands)
        m_timbral.push_back(
            load("timbral_" + std::to_string(bands), kTimbralChannels, kTimbralFrames, bands));
    for (const auto frames : kTemporalFrames)
        m_temporal.push_back(
            load("temporal_" + std::to_string(frames), kTemporalChannels, frames, 1));
    m_sign = at::cat(signs).to(device);
    m_bias = at::cat(biases).to(device);
    m_gain = at::cat(gains).to(device);
    m_shift = at::cat(shifts).to(device);

    if (device.is_cpu()) {
        std::int64_t channel = 0;
        for (const auto& kernel : m_timbral) {
            addTimbralGroups(kernel.squeeze(1), channel);
            channel += kernel.size(0);
        }
        std::vector<at::Tensor> aligned; // all with the context of the longest
        for (const auto& kernel : m_temporal) {
            const auto before = kFramesBefore - framesBefore(kernel.size(2));
            aligned.push_back(at::constant_pad_nd(kernel.squeeze(3).squeeze(1),
                { before, kSections * kSectionFrames - before - kernel.size(2) }));
        }
        addTemporalGroups(at::cat(aligned), channel);
    }
    for (auto* kernels : { &m_timbral, &m_temporal })
        for (auto& kernel : *kernels)
            kernel = kernel.to(device);
}

void MusiCnnLocalLayers::addTimbralGroups(const at::Tensor& weight, std::int64_t firstChannel)
{
    for (std::int64_t begin = 0; begin < weight.size(0); begin += kLanes) {
        const auto kernels = weight.slice(0, begin, begin + kLanes); // [channel, frame, band]
        m_groups.push_back({ .firstChannel = firstChannel + begin,
            .channelCount = kernels.size(0),
            .positions = kBands - weight.size(2) + 1,
            .tapCount = kTimbralFrames,
            .spectrum = groupSpectrum(kernels) });
    }
}

void MusiCnnLocalLayers::addTemporalGroups(const at::Tensor& weight, std::int64_t firstChannel)
{
    for (std::int64_t begin = 0; begin < weight.size(0); begin += kLanes) {
        const auto kernels
            = weight.slice(0, begin, begin + kLanes).reshape({ -1, kSections, kSectionFrames });
        const auto isUsed = kernels.abs().amax(std::vector<std::int64_t> { 0, 2 }) > 0;
        KernelGroup group;
        group.firstChannel = firstChannel + begin;
        group.channelCount = kernels.size(0);
        auto end = kSections;
        while (end > 1 && !isUsed[end - 1].item<bool>())
            --end;
        while (group.firstTap < end - 1 && !isUsed[group.firstTap].item<bool>())
            ++group.firstTap;
        group.tapCount = end - group.firstTap;
        group.spectrum = groupSpectrum(kernels.slice(1, group.firstTap, end));
        m_groups.push_back(std::move(group));
    }
}

MusiCnnLocalLayers::Spectra MusiCnnLocalLayers::transform(const at::Tensor& rows) const
{
    Spectra spectra;
    spectra.frameCount = rows.size(0) - kFramesBefore - kFramesAfter;
    const auto blocks = ceilDivide(spectra.frameCount, kBlockFrames);
    const auto timbralSixteens = ceilDivide(blocks * kBlockFrames + kTimbralFrames, kLanes);
    const auto sections = blocks * (kBlockFrames / kSectionFrames) + kSections - 2;
    spectra.timbral = at::empty({ timbralSixteens * kLanes, kSpectrumFloats }, at::kFloat);
    spectra.temporal = at::empty({ sections, kBandPairs, kSpectrumFloats }, at::kFloat);
    auto* timbral = spectra.timbral.mutable_data_ptr<float>();
    auto* temporal = spectra.temporal.mutable_data_ptr<float>();

    const auto* values = rows.const_data_ptr<float>();
    const auto rowCount = rows.size(0);
    const auto value = [=](std::int64_t row, std::int64_t band) {
        return row < rowCount ? values[row * kBands + band] : 0.0F;
    };
    constexpr auto kPairSixteens = kBandPairs / kLanes;
    at::parallel_for(0, timbralSixteens + sections * kPairSixteens, 1,
        [&](std::int64_t begin, std::int64_t end) {
            for (auto task = begin; task < end; ++task) {
                if (task < timbralSixteens) {
                    const auto first = task * kLanes;
                    transformSixteen(
                        [&](std::int64_t band, std::int64_t part, std::int64_t lane) {
                            return value(
                                kFramesBefore - kTimbralBefore + first + lane + part, band);
                        },
                        timbral + first * kSpectrumFloats, kSpectrumFloats);
                    continue;
                }
                const auto section = (task - timbralSixteens) / kPairSixteens;
                const auto pair = (task - timbralSixteens) % kPairSixteens * kLanes;
                transformSixteen(
                    [&](std::int64_t frame, std::int64_t part, std::int64_t lane) {
                        return value(section * kSectionFrames + frame, 2 * (pair + lane) + part);
                    },
                    temporal + (section * kBandPairs + pair) * kSpectrumFloats, kSpectrumFloats);
            }
        });
    return spectra;
}

void MusiCnnLocalLayers::correlate(
    const KernelGroup& group, const Spectra& spectra, std::int64_t block, float* features) const
{
    alignas(64) std::array<float, kBlockFrames * kLanes> maxima;
    Taps taps { .weights = group.spectrum.const_data_ptr<float>(), .count = group.tapCount };
    if (group.positions > 0) {
        taps.stride = kSpectrumFloats;
        maximumOverPositions(
            spectra.timbral.const_data_ptr<float>() + block * kBlockFrames * kSpectrumFloats,
            kBlockFrames / 2, taps, group.positions, maxima.data());
    } else {
        taps.stride = kBandPairs * kSpectrumFloats;
        const auto section = block * (kBlockFrames / kSectionFrames) + group.firstTap;
        maximumOverSignals(spectra.temporal.const_data_ptr<float>() + section * taps.stride,
            kBandPairs, taps, maxima.data());
    }
    const auto* sign = m_sign.const_data_ptr<float>() + group.firstChannel;
    const auto* bias = m_bias.const_data_ptr<float>() + group.firstChannel;
    const auto* gain = m_gain.const_data_ptr<float>() + group.firstChannel;
    const auto* shift = m_shift.const_data_ptr<float>() + group.firstChannel;
    const auto first = block * kBlockFrames;
    const auto count = std::min(kBlockFrames, spectra.frameCount - first);
    for (std::int64_t frame = 0; frame < count; ++frame) {
        auto* out = features + (first + frame) * kChannels + group.firstChannel;
        for (std::int64_t i = 0; i < group.channelCount; ++i) {
            const float value
                = sign[i] * maxima[static_cast<std::size_t>(frame * kLanes + i)] + bias[i];
            out[i] = gain[i] * std::max(value, 0.0F) + shift[i];
        }
    }
}

at::Tensor MusiCnnLocalLayers::operator()(const at::Tensor& rows) const
{
    if (!m_device.is_cpu()) return plain(rows);
    const auto spectra = transform(rows.contiguous());
    auto features = at::empty({ spectra.frameCount, kChannels }, at::kFloat);
    auto* out = features.mutable_data_ptr<float>();
    const auto blocks = ceilDivide(spectra.frameCount, kBlockFrames);
    const auto groups = static_cast<std::int64_t>(m_groups.size());
    // group by group, so that a thread's weights stay in its cache
    at::parallel_for(0, groups * blocks, 1, [&](std::int64_t begin, std::int64_t end) {
        for (auto task = begin; task < end; ++task)
            correlate(
                m_groups[static_cast<std::size_t>(task / blocks)], spectra, task % blocks, out);
    });
    return features;
}

at::Tensor MusiCnnLocalLayers::plain(const at::Tensor& rows) const
{
    const auto image = rows.unsqueeze(0).unsqueeze(0); // [1, 1, frame, band]
    const auto last = rows.size(0) - kFramesAfter;
    std::vector<at::Tensor> maxima; // [channel, frame]
    const auto convolve = [&](const at::Tensor& kernel, std::int64_t before) {
        const auto after = kernel.size(2) - 1 - before;
        const auto heard = image.slice(2, kFramesBefore - before, last + after);
        maxima.push_back(at::conv2d(heard, kernel).squeeze(0).amax(2));
    };
    for (const auto& kernel : m_timbral)
        convolve(kernel, kTimbralBefore);
    for (const auto& kernel : m_temporal)
        convolve(kernel, framesBefore(kernel.size(2)));
    const auto values = at::addcmul(m_bias, at::cat(maxima).t(), m_sign);
    return at::addcmul(m_shift, at::relu(values), m_gain);
}

} // namespace circumplex
