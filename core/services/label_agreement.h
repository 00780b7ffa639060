#pragma once

#include "core/agreement/human_ceiling.h"
#include "core/agreement/reliability.h"
#include "core/services/label_set.h"

#include <optional>
#include <set>
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
    std::size_t traceCount = 0; ///< on the scale from 1 to 9
    Reliability overTime {}; ///< ICC(2,1) of the traces' moments, as they were made
    Reliability aligned {}; ///< the same after each trace's lag behind the others was taken off
    std::vector<double> lagSeconds {}; ///< of each trace behind the others
    std::size_t courseTraceCount = 0; ///< relative ones, too
    /// ICC(2,1) of all traces, each brought to mean 0 and deviation 1: of their course alone.
    Reliability course {};
};

/// How far one rater says the same again: the first sitting with a track against the second.
struct SelfAgreement {
    std::string rater {};
    TraceDimension dimension = TraceDimension::Valence;
    std::size_t trackCount = 0; ///< rated twice as a whole
    Reliability concordance {}, icc {}; ///< Lin's, ICC(2,1)
    double meanDifference = 0.0; ///< points, of the two ratings, whichever is higher
    double medianDays = 0.0; ///< between the two; of traces where there is no rating
    std::size_t traceCount = 0; ///< tracks that were traced twice on the scale from 1 to 9
    std::optional<double> overTime {}; ///< Lin's concordance of the moments, mean over these tracks
    std::size_t courseTraceCount = 0; ///< relative ones, too
    std::optional<double> course {}; ///< the same of the courses alone
};

struct LabelAgreement {
    std::vector<DimensionAgreement> dimensions; ///< valence, arousal
    std::vector<TagAgreement> tags; ///< most used first
    std::vector<TrackAgreement> tracks; ///< those that two people rated or traced
    std::vector<SelfAgreement> selves; ///< of raters who rated or traced some track twice
};

/// A rater who rated a track several times counts with the mean; what the sittings say of each
/// other is `retest` and `selves`. Of somebody who traced a track several times, the first trace is
/// compared with others.
///
/// Traces are compared twice a second, their known latencies taken off, without orientation and
/// after-glow (countedPoints()); lags up to 4 s are looked for. Relative traces have no unit that
/// two of them share: they enter `course` alone.
LabelAgreement agreementOf(const LabelSet& labels);

/// @param only  tracks; empty: all
std::vector<SelfAgreement> selfAgreementOf(
    const LabelSet& labels, const std::set<TrackId>& only = {});

} // namespace circumplex
