#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <string>

namespace circumplex {

/// Named tensors, as one weight file holds them. CPU, contiguous.
using WeightMap = std::map<std::string, at::Tensor>;

struct WeightFile {
    WeightMap tensors;
    std::map<std::string, std::string> metadata;
};

} // namespace circumplex
