#pragma once

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <vector>

namespace circumplex::test {

/// tests/data/NAME, parsed. Throws when it is missing, so that no test passes without its data.
nlohmann::json golden(const std::string& name);

/// Largest absolute difference and where it is; prints both when `tolerance` is exceeded.
/// Sizes must agree.
bool isClose(std::span<const float> actual, std::span<const float> expected, double tolerance,
    const std::string& what);

std::vector<float> floats(const nlohmann::json& array);

} // namespace circumplex::test
