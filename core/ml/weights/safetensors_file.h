#pragma once

#include "core/ml/weights/weight_file.h"

#include <filesystem>

namespace circumplex {

/// Reads a safetensors file (dtypes F32, F16, BF16, F64, I64, I32, U8, BOOL). Nothing in the file
/// is executed; header, offsets, shapes and sizes are checked against the bytes present before
/// anything is allocated from them.
/// @throws ModelError  naming the file and the reason
WeightFile readSafetensors(const std::filesystem::path& path);

/// Writes to a temporary name beside `path`, flushes to disk and renames, so that `path` is either
/// the old file or the whole new one. Same tensors and metadata give the same bytes.
/// @throws ModelError  the folder is missing, not writable or full
void writeSafetensors(const std::filesystem::path& path, const WeightFile& content);

} // namespace circumplex
