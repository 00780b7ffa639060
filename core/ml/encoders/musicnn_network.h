#pragma once

#include "core/ml/encoders/musicnn_local_layers.h"
#include "core/ml/encoders/musicnn_weights.h"
#include "core/ml/linear_layer.h"
#include "core/ml/weights/weight_file.h"
#include "core/types/annotation.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>

namespace circumplex {

/// The weights of MusiCNN and what they compute. The network's frames depend on their neighbours;
/// MusiCnnPass walks over a track and keeps what is needed of them.
///
/// Unchanging after construction: any number of threads may call it at once.
class MusiCnnNetwork {
public:
    static constexpr std::int64_t kWindowFrames = 187; ///< 2.992 s, what the network was trained on
    static constexpr std::int64_t kMidChannels = 64;
    /// Per frame: the local layers and the three layers above them, side by side.
    static constexpr std::int64_t kChannels = MusiCnnLocalLayers::kChannels + 3 * kMidChannels;
    static constexpr std::int64_t kPenultimate = 200;
    static constexpr std::int64_t kTags = 50;

    /// A convolution over 7 frames with ReLU and norm, as one product per frame: column
    /// tap * kMidChannels + channel is what the frame gives to the output `3 - tap` frames later.
    struct MidLayer {
        static constexpr std::int64_t kTaps = 7;
        LinearLayer taps;
        at::Tensor bias;
        MusiCnnNorm norm;
    };

    /// What one window gives.
    struct Window {
        at::Tensor maximum, mean; ///< [kChannels], over the window's frames
        at::Tensor penultimate; ///< [kPenultimate]
        at::Tensor logits; ///< [kTags]
    };

    /// @param weights  names as in packaging/musicnn_tensors.csv, float32
    /// @param dtype    of the layers above the local ones; Int8 is taken on the CPU only, for the
    ///                 widest layer
    /// @throws ModelError  a tensor is missing or has the wrong shape
    MusiCnnNetwork(const WeightMap& weights, DataType dtype, at::Device device);

    /// One isolated window, as published: nothing sounds outside it.
    /// @param logMel  [frame, MusiCnnLocalLayers::kBands]
    Window window(const at::Tensor& logMel) const;

    /// @param maximum, mean  [window, kChannels]
    /// @return [window, kPenultimate], float32 on the CPU
    at::Tensor penultimate(const at::Tensor& maximum, const at::Tensor& mean) const;

    /// The input's normalisation, on the network's device.
    at::Tensor normalised(const at::Tensor& logMel) const;
    const MusiCnnLocalLayers& localLayers() const { return m_localLayers; }
    const std::array<MidLayer, 3>& midLayers() const { return m_midLayers; }

private:
    at::Device m_device;
    MusiCnnNorm m_inputNorm;
    MusiCnnLocalLayers m_localLayers;
    std::array<MidLayer, 3> m_midLayers;
    MusiCnnNorm m_poolNorm, m_denseNorm;
    LinearLayer m_dense, m_logits;
};

} // namespace circumplex
