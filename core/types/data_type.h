#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace circumplex {

/// Number format that a network's products run in.
enum class DataType { Float32, BFloat16, Int8 };

constexpr const char* dataTypeName(DataType dtype)
{
    constexpr std::array kNames { "float32", "bfloat16", "int8" };
    return kNames[static_cast<std::size_t>(dtype)];
}

constexpr std::optional<DataType> dataTypeNamed(std::string_view name)
{
    for (const DataType dtype : { DataType::Float32, DataType::BFloat16, DataType::Int8 })
        if (name == dataTypeName(dtype)) return dtype;
    return std::nullopt;
}

} // namespace circumplex
