#pragma once

#include "core/agreement/human_ceiling.h"
#include "core/agreement/reliability.h"
#include "core/services/label_set.h"

#include <string>
#include <vector>

namespace circumplex {

/// How far raters agree about whole tracks in one dimension.
struct DimensionAgreement {
    TraceDimension dimension = TraceDimension::Valence;
    std::size_t trackCount = 0, raterCount = 0, ratingCount = 0;
    Reliability iccSingle {}, iccAverage {}, krippendorff {}, cronbach {}, splitHalf {},
        concordance {};
    HumanCeiling ceiling {}; ///< one rater against the mean of the others
    HumanCeiling retest {}; ///< raters against themselves at another time
};

/// How far raters agree whether a tag applies. A rater who gave a track other tags, and uses this
/// one elsewhere, is taken to say that it does not.
struct TagAgreement {
    std::string tag {};
    std::size_t trackCount = 0, raterCount = 0;
    std::size_t appliesCount = 0; ///< how often somebody gave it
    Reliability krippendorff {}; ///< nominal
};

/// How far raters agree about one track.
struct TrackAgreement {
    TrackId track {};
    TraceDimension dimension = TraceDimension::Valence;
    std::size_t raterCount = 0; ///< of the whole track
    double mean = 0.0, deviation = 0.0; ///< of their ratings, the sample's; 0 without two
    std::size_t traceCount = 0;
    Reliability overTime {}; ///< ICC(2,1) of the traces' moments, as they were made
    Reliability aligned {}; ///< the same after each trace's lag behind the others was taken off
    std::vector<double> lagSeconds {}; ///< of each trace behind the others
};

struct LabelAgreement {
    std::vector<DimensionAgreement> dimensions; ///< valence, arousal
    std::vector<TagAgreement> tags; ///< most used first
    std::vector<TrackAgreement> tracks; ///< those that two people rated or traced
};

/// A rater who rated a track several times counts with the mean; what the sittings say of each
/// other is `retest`. Traces are compared twice a second, their known latencies taken off; lags up
/// to 4 s are looked for.
LabelAgreement agreementOf(const LabelSet& labels);

} // namespace circumplex
