#pragma once

#include "core/ml/encoders/adapter_shape.h"
#include "core/ml/encoders/mert_config.h"
#include "core/ml/weights/tensor_shapes.h"
#include "core/ml/weights/weight_file.h"

#include <cstdint>
#include <string>

namespace circumplex {

// LoRA (Hu et al. 2021, arXiv 2106.09685) on the query and value projections of every transformer
// layer that MERT's embedding needs: W' = W + scale * B A. Tensors are called as the projection,
// with ".lora_A" [rank, hidden] and ".lora_B" [hidden, rank].

/// "encoder.layers.3.attention.q_proj" and the like, in the order of the layers.
std::vector<std::string> adaptedProjections(const MertConfig& config);

/// What an adapter of that rank is made of.
/// @throws ModelError  the rank is below 1 or above the hidden size
ShapeMap adapterShapes(const MertConfig& config, int rank);

/// Changes nothing yet: A is random (normal, variance 1 / hidden size, so that A x is about as
/// large as x), B is zero. Float32, on the CPU.
WeightMap initialAdapter(const MertConfig& config, int rank, std::uint64_t seed);

/// The encoder with the adapter in its weights: as fast as without, in every number format. A B of
/// zeros leaves the very tensors.
/// @param encoder  float32, as MertNetwork takes it
/// @param adapter  of adapterShapes()
WeightMap withAdapter(WeightMap encoder, const WeightMap& adapter, const MertConfig& config,
    const AdapterShape& shape);

} // namespace circumplex
