#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace circumplex {

/// Whether `name` may name a model: it is also a folder's name, and stands before '@' in name@hash.
inline bool isModelName(std::string_view name)
{
    constexpr std::size_t kLongest = 64;
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_' || c == '.';
    };
    return !name.empty() && name.size() <= kLongest && name.front() != '.' && name.front() != '-'
        && std::all_of(name.begin(), name.end(), isPlain);
}

/// The rule of isModelName() for people.
inline std::string modelNameRule()
{
    return "up to 64 letters, digits, '-', '_' and '.', beginning with a letter, a digit or '_'";
}

} // namespace circumplex
