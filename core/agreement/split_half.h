#pragma once

#include "core/agreement/reliability.h"

#include <cstdint>

namespace circumplex {

/// Reliability of the mean over all raters: raters are dealt into two halves, the halves' means
/// are correlated over the subjects, the correlation is averaged over `splitCount` deals and
/// stepped up to the full number of raters (Spearman 1910, Brown 1910): 2 r / (1 + r).
///
/// A subject counts in a deal if both halves rated it.
/// @param seed  of the deals; the same seed gives the same value on every machine
Reliability splitHalfReliability(
    const RatingMatrix& ratings, int splitCount = 100, std::uint64_t seed = 1);

} // namespace circumplex
