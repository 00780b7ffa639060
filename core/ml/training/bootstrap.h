#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace circumplex {

/// How a statistic varies when whole groups are drawn anew with replacement.
struct BootstrapSpread {
    double deviation = 0.0; ///< standard error
    double lower = 0.0, upper = 0.0; ///< 2.5 and 97.5 % of the draws
    int drawCount = 0; ///< in which the statistic was defined
};

/// @param groups     of each item
/// @param statistic  of some items, given by index, with repetitions; NaN: not defined
/// @return one spread per value of the statistic; draws in which one is not defined are left out
std::vector<BootstrapSpread> bootstrapByGroup(std::span<const std::int64_t> groups,
    const std::function<std::vector<double>(std::span<const std::size_t>)>& statistic,
    int drawCount, std::uint64_t seed);

/// So many standard deviations hold a normal variable with probability 1 - `miss`.
double normalQuantile(double miss);

} // namespace circumplex
