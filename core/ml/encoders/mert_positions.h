#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace circumplex {

/// MERT's positional embedding: a grouped convolution over time with a long kernel (128 frames),
/// then GELU.
///
/// On a CPU it is a product of spectra in overlapping blocks, a fiftieth of the multiplications and
/// faster in float32 than the direct one in any format. On other devices, and through `plain()`, it
/// is the ordinary convolution; both agree to rounding.
///
/// Unchanging after construction: any number of threads may call it at once.
class MertPositions {
public:
    /// @param weights  both spellings of the weight-normed kernel, and the folded one, are known
    /// @throws ModelError  a tensor is missing or has the wrong shape
    MertPositions(const WeightMap& weights, const MertConfig& config, at::Device device);

    /// @param x  [batch, frame, hidden], float32
    /// @return as x
    at::Tensor operator()(const at::Tensor& x) const;

    at::Tensor plain(const at::Tensor& x) const;

private:
    std::int64_t m_groups, m_kernelFrames;
    at::Tensor m_bias; ///< [hidden]
    at::Tensor m_weight; ///< [hidden, in, tap]
    std::int64_t m_blockFrames = 0; ///< points of one transform
    at::Tensor m_spectrum; ///< [bin * group, in, out], complex; undefined: not on a CPU
};

} // namespace circumplex
