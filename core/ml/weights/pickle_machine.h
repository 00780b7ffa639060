#pragma once

#include "core/ml/weights/pickle_value.h"

#include <string_view>

namespace circumplex {

/// Reads the pickle that `bytes` begins with: protocols 2 to 5, the opcodes of PyTorch's
/// checkpoints only. Nothing is executed, and time and memory are bounded by the number of bytes.
/// @throws ModelError  a sentence without the file's name
Pickle readPickle(std::string_view bytes);

} // namespace circumplex
