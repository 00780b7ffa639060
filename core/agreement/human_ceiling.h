#pragma once

#include "core/agreement/rating_matrix.h"

#include <optional>
#include <string>

namespace circumplex {

/// How well one person predicts what the others say. A model of one rater cannot be expected to do
/// much better. One that is scored against the mean of many raters can: it has no moods of its own.
struct HumanCeiling {
    std::optional<double> concordance {}; ///< Lin's, mean over raters, weighted by their ratings
    std::optional<double> r2 {}; ///< of the others' means, mean over raters likewise
    std::string reason {}; ///< English; why there is none
    std::size_t raterCount = 0; ///< that could be compared
    std::size_t ratingCount = 0; ///< theirs
};

/// Each rater against the mean of the others, over the subjects that somebody else rated too; a
/// rater needs at least 3 of them.
HumanCeiling leaveOneOutCeiling(const RatingMatrix& ratings);

/// One person against the same person at another time.
/// @param ratings  a "rater" is a sitting, the first comes first
HumanCeiling retestCeiling(const RatingMatrix& ratings);

} // namespace circumplex
