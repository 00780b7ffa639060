#pragma once

#include "core/ml/weights/weight_file.h"

#include <filesystem>
#include <map>
#include <string>

namespace circumplex {

/// What a PyTorch checkpoint holds that is of use here. Nested dictionaries are flattened: a tensor
/// at object["state_dict"]["model.x"] has the name "state_dict.model.x".
struct TorchCheckpoint {
    WeightMap tensors;
    std::map<std::string, double> numbers; ///< ints, floats, numpy scalars
};

/// Reads a checkpoint as `torch.save` writes it: the zip archive of PyTorch 1.6 and newer, or the
/// older stream. A small stack machine understands the pickle opcodes and names that such files
/// need; nothing is executed. An unknown name gives an opaque value, and needing one is an error.
/// Sizes, depths and offsets are compared with the bytes present before anything is allocated.
/// @throws ModelError  naming the file and the reason
TorchCheckpoint readTorchCheckpoint(const std::filesystem::path& path);

} // namespace circumplex
