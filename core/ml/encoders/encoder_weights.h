#pragma once

#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace circumplex {

/// @throws ModelError  the tensor is missing or has another shape
const at::Tensor& encoderTensor(
    const WeightMap& weights, const std::string& name, at::IntArrayRef shape);

} // namespace circumplex
