#pragma once

#include "core/agreement/rating_matrix.h"

#include <optional>
#include <span>
#include <string>

namespace circumplex {

/// One coefficient of agreement, or why there is none.
struct Reliability {
    std::optional<double> value {}; ///< at most 1; 0 as good as chance, may be negative
    std::string reason {}; ///< English; empty if there is a value
    std::size_t subjectCount = 0, raterCount = 0; ///< that entered it
};

enum class IccForm {
    Single, ///< ICC(2,1): of one rater's ratings
    Average, ///< ICC(2,k): of the mean over the raters
};

/// Intraclass correlation, two-way random effects, absolute agreement (Shrout and Fleiss 1979,
/// cases 2,1 and 2,k). Needs ratings without gaps: of the completePart().
Reliability intraclassCorrelation(const RatingMatrix& ratings, IccForm form);

/// Cronbach's alpha (1951) with raters as items: consistency of the mean over the raters, blind to
/// raters who are stricter throughout. Of the completePart().
Reliability cronbachAlpha(const RatingMatrix& ratings);

enum class AlphaMetric {
    Nominal, ///< values are names: equal or not
    Interval, ///< squared differences
};

/// Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"), which
/// takes every pair of ratings of one subject and minds no gaps. Subjects with one rating count for
/// nothing.
Reliability krippendorffAlpha(const RatingMatrix& ratings, AlphaMetric metric);

/// Lin's concordance correlation (1989) of two raters, population moments, over the subjects that
/// both rated: 1 only where they say the same numbers.
Reliability concordanceOfPair(std::span<const double> first, std::span<const double> second);

/// The mean of concordanceOfPair() over all pairs of raters that have one.
Reliability meanConcordance(const RatingMatrix& ratings);

} // namespace circumplex
