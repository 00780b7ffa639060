#pragma once

#include "core/ml/frame_spool.h"
#include "core/ml/harmony/crema_features.h"
#include "core/ml/harmony/gated_recurrent_unit.h"
#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstddef>
#include <span>

namespace circumplex {

/// Outputs of a layer that hears a whole sequence in both directions. The backward half is kept in
/// the order in which it is made, last frame first.
class BothWays {
public:
    /// @param memoryLimitBytes  for both directions together
    explicit BothWays(std::size_t memoryLimitBytes);

    void append(std::span<const float> forward, std::span<const float> backward);

    /// [frame, 2 * unit] of frames begin .. begin+count-1, forward first
    at::Tensor read(std::size_t begin, std::size_t count) const;

private:
    FrameSpool m_forward, m_backward;
};

/// The chord network of crema 0.2 (McFee and Bello 2017): two convolutions, two layers of recurrent
/// units in both directions, and outputs for pitches, root, bass and chord. The sequence is a whole
/// track of any length: layers write to spools and are read back in pieces, so that memory is
/// bounded.
///
/// Unchanging after construction: any number of threads may call it at once.
class CremaNetwork {
public:
    static constexpr std::int64_t kHarmonics = CremaFeatures::kHarmonics;
    static constexpr std::int64_t kBins = CremaFeatures::kBins;
    static constexpr std::int64_t kConvolved = 72;
    static constexpr std::int64_t kHidden = 2 * GatedRecurrentUnit::kUnits;
    static constexpr std::int64_t kMargin = 2; ///< frames that a convolution sees on each side

    /// @throws ModelError  a tensor is missing or has the wrong shape
    explicit CremaNetwork(const WeightMap& weights);

    /// @param decibels  [harmonic, before + frame + after, bin]
    /// @param before, after  neighbouring frames given: kMargin, or less at the track's ends
    /// @return [frame, kConvolved]
    at::Tensor convolve(const at::Tensor& decibels, std::int64_t before, std::int64_t after) const;

    /// A recurrent layer over the whole sequence. @param convolved [frame, kConvolved]
    BothWays firstLayer(const FrameSpool& convolved, std::size_t memoryLimitBytes) const;
    BothWays secondLayer(
        const BothWays& first, std::size_t frameCount, std::size_t memoryLimitBytes) const;

    struct Output {
        at::Tensor pitch; ///< [frame, 12], each in 0..1
        at::Tensor root, bass; ///< [frame, 13], sum 1; the last is "none"
        at::Tensor tag; ///< [frame, 170], sum 1; chords in alphabetical order of their labels
    };
    /// @param hidden  [frame, kHidden], of the second layer
    Output outputs(const at::Tensor& hidden) const;

private:
    struct Affine {
        at::Tensor gain, shift;
    };
    using Directions = std::array<GatedRecurrentUnit, 2>; // forward, backward

    Affine m_inputNorm; ///< [harmonic, 1, 1]
    at::Tensor m_patchWeight, m_patchBias; ///< first convolution
    Affine m_patchNorm; ///< [1]
    at::Tensor m_binWeight, m_binBias; ///< second convolution, [out, bin]
    Affine m_binNorm; ///< [kConvolved]
    Directions m_first, m_second; ///< the second with the norm of its input folded in
    at::Tensor m_pitchWeight, m_pitchBias, m_rootWeight, m_rootBias, m_bassWeight, m_bassBias;
    at::Tensor m_tagWeight, m_tagBias; ///< with the norm of its input folded in
};

} // namespace circumplex
