#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/weights/weight_file.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace circumplex {

/// Tensors that a network is made of, by published name.
using ShapeMap = std::map<std::string, std::vector<std::int64_t>>;

/// MERT up to its last used layer. The weight-normed positional convolution has the spelling that
/// `present` has: weight_g and weight_v, the newer parametrizations, or the folded weight.
ShapeMap mertShapes(const MertConfig& config, const WeightMap& present);

/// BTC (Park et al. 2019), large vocabulary, without its LSTM, which is never run.
ShapeMap btcShapes();

/// As packaging/musicnn_tensors.csv converts them.
ShapeMap musiCnnShapes();

/// As packaging/crema_tensors.csv converts them.
ShapeMap cremaShapes();

/// Takes from `source` what `shapes` names, in float32; what else is there is left out.
/// @param where  begins the sentence of an error, a file's path
/// @throws ModelError  a tensor is missing, of another shape, not of floating point, or holds a
/// value
///                     that is not finite, or a variance below zero
WeightMap takeWeights(const std::string& where, const WeightMap& source, const ShapeMap& shapes);

/// The same for one tensor of any shape. @return float32, contiguous
at::Tensor usableTensor(
    const std::string& where, const std::string& name, const at::Tensor& tensor);

} // namespace circumplex
