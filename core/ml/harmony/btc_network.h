#pragma once

#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>
#include <string>

namespace circumplex {

/// The bidirectional transformer for chord recognition (Park et al. 2019), large vocabulary: eight
/// layers, each of which hears a block of frames forwards and backwards.
///
/// Unchanging after construction: any number of threads may call it at once.
class BtcNetwork {
public:
    static constexpr std::int64_t kBins = 144;
    static constexpr std::int64_t kBlockFrames = 108;
    static constexpr std::int64_t kClasses = 170;

    /// @param weights  names as published; the unused recurrent output layer may be missing
    /// @param mean, deviation  of the logarithmic magnitudes that the network was trained on
    /// @throws ModelError  a tensor is missing or has the wrong shape, or the deviation is not
    /// positive
    BtcNetwork(const WeightMap& weights, double mean, double deviation);

    /// @param logMagnitudes  [frame, bin], natural logarithms @return [frame, bin]
    at::Tensor normalised(const at::Tensor& logMagnitudes) const;

    /// @param features  [block, kBlockFrames, bin], normalised; places without sound are 0
    /// @return [block, kBlockFrames, class]
    at::Tensor logits(const at::Tensor& features) const;

private:
    static constexpr int kDirections = 2; ///< forward hears the past, backward the future

    struct Norm {
        at::Tensor gain, shift;
    };
    struct Direction {
        at::Tensor outProjection; ///< [out, in]
        Norm feedForwardNorm;
        std::array<at::Tensor, 2> taps, tapBias; ///< convolutions, [out, tap * in] and [out]
    };
    struct Layer {
        at::Tensor inProjection, inBias; ///< q, k, v of both directions with their norms folded in
        std::array<Direction, kDirections> directions;
        at::Tensor join, joinBias; ///< [out, 2 * in]
    };

    static at::Tensor standardised(const at::Tensor& x);
    at::Tensor runLayer(const Layer& layer, const at::Tensor& x) const;
    at::Tensor feedForward(const Direction& direction, const at::Tensor& x) const;

    float m_mean, m_deviation;
    at::Tensor m_embedding; ///< [hidden, bin]
    at::Tensor m_timing; ///< [frame, hidden]
    at::Tensor m_masks; ///< [direction, 1, 1, frame, frame], 0 or minus infinity
    std::array<Layer, 8> m_layers;
    at::Tensor m_outWeight, m_outBias; ///< with the last norm folded in
};

} // namespace circumplex
