#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/linear_layer.h"
#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace circumplex {

/// MERT's convolutional feature encoder (Li et al. 2023; the layers of HuBERT): waveform to one
/// feature vector per 320 samples.
///
/// On a CPU it walks over time in tiles that stay in cache, each through all layers, activations as
/// [time, channel], a convolution as one GEMM per pair of taps. On other devices, and through
/// `plain()`, it calls the ordinary convolutions; both agree to rounding.
///
/// Unchanging after construction: any number of threads may call it at once.
class MertFrontEnd {
public:
    /// @param dtype  Int8 is taken on the CPU only
    MertFrontEnd(
        const WeightMap& weights, const MertConfig& config, DataType dtype, at::Device device);

    /// @param segments  [batch, sample], normalised, float32
    /// @return [batch, frame, channel], float32
    at::Tensor operator()(const at::Tensor& segments) const;

    at::Tensor plain(const at::Tensor& segments) const;

    /// Frames that `samples` samples give; 0 when they are too few.
    std::int64_t frameCount(std::int64_t samples) const;

private:
    struct Layer {
        std::int64_t kernel = 0, stride = 0;
        at::Tensor weight; ///< [out, in, tap]
        at::Tensor bias; ///< [out] or undefined
        at::Tensor gain, shift; ///< norm, [out] or undefined
        std::vector<at::Tensor> taps; ///< float: [tap * in, out] per GEMM; stride taps in the first
        LinearLayer whole; ///< int8: [out, tap * in]
    };

    at::Tensor firstLayerWeight(const at::Tensor& samples, at::Tensor& bias) const;
    at::Tensor convolve(const Layer& layer, const at::Tensor& rows, std::int64_t count) const;
    void normAndActivate(const Layer& layer, at::Tensor& rows) const;
    at::Tensor tiled(const at::Tensor& samples) const;

    MertConfig::FeatureNorm m_norm;
    DataType m_dtype;
    at::Device m_device;
    std::vector<Layer> m_layers;
};

} // namespace circumplex
