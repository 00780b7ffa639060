#pragma once

#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace circumplex {

/// @throws ModelError  the tensor is missing or has another shape
const at::Tensor& musicnnTensor(
    const WeightMap& weights, const std::string& name, at::IntArrayRef shape);

/// A normalisation with stored statistics: x * gain + shift.
struct MusiCnnNorm {
    at::Tensor gain, shift; ///< [channel]

    MusiCnnNorm() = default;
    MusiCnnNorm(const WeightMap& weights, const std::string& name, std::int64_t channels,
        at::Device device);

    at::Tensor operator()(const at::Tensor& x) const;
};

} // namespace circumplex
