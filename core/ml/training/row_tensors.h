#pragma once

#include "core/ml/training/track_folds.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace circumplex {

/// A copy on a device of what a pack holds, [value / columns, columns].
template <class Value>
at::Tensor columnTensor(
    const std::vector<Value>& values, std::int64_t columns, const at::Device& device)
{
    const auto rows = static_cast<std::int64_t>(values.size()) / columns;
    auto tensor = at::empty({ rows, columns }, c10::CppTypeToScalarType<Value>::value);
    std::memcpy(tensor.mutable_data_ptr(), values.data(), values.size() * sizeof(Value));
    return tensor.to(device);
}

/// Row numbers on a device.
at::Tensor indexTensor(std::span<const std::int64_t> rows, const at::Device& device);

/// The rows that stand for these tracks, see TrackRows::asOne().
std::vector<std::int64_t> rowsOf(std::span<const TrackRows> tracks);

} // namespace circumplex
