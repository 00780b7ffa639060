#pragma once

#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace circumplex {

/// The first layers of MusiCNN (Pons and Serra 2019, arXiv 1909.06654): kernels over time and
/// frequency on the one-channel spectrogram, of whose outputs only the maximum over frequency is
/// kept.
///
/// On a CPU they run as products of spectra (spectral_correlation.h) in float32 in every number
/// format: in that form they take less time than the direct products in a narrow format. On other
/// devices, and through `plain()`, they are ordinary convolutions; both agree to rounding.
///
/// Unchanging after construction: any number of threads may call it at once.
class MusiCnnLocalLayers {
public:
    static constexpr std::int64_t kBands = 96;
    static constexpr std::int64_t kChannels = 561;
    static constexpr std::int64_t kFramesBefore = 63; ///< context of one frame
    static constexpr std::int64_t kFramesAfter = 64;

    /// @throws ModelError  a tensor is missing or has the wrong shape
    MusiCnnLocalLayers(const WeightMap& weights, at::Device device);

    /// @param rows  [kFramesBefore + n + kFramesAfter, kBands], normalised; zeros outside the track
    /// @return [n, kChannels], float32
    at::Tensor operator()(const at::Tensor& rows) const;

    at::Tensor plain(const at::Tensor& rows) const;

private:
    /// Up to 16 output channels.
    struct KernelGroup {
        std::int64_t firstChannel = 0, channelCount = 0;
        std::int64_t positions = 0; ///< outputs of one frame; 0: the kernel runs over time alone
        std::int64_t firstTap = 0, tapCount = 0;
        at::Tensor spectrum; ///< as spectral_correlation.h has it
    };
    struct Spectra;

    void addTimbralGroups(const at::Tensor& weight, std::int64_t firstChannel);
    void addTemporalGroups(const at::Tensor& weight, std::int64_t firstChannel);
    Spectra transform(const at::Tensor& rows) const;
    void correlate(const KernelGroup& group, const Spectra& spectra, std::int64_t block,
        float* features) const;

    at::Device m_device;
    std::vector<at::Tensor> m_timbral, m_temporal; ///< [out, 1, time, band], times the sign
    at::Tensor m_sign, m_bias, m_gain,
        m_shift; ///< [channel]: gain * relu(sign * max + bias) + shift
    std::vector<KernelGroup> m_groups;
};

} // namespace circumplex
