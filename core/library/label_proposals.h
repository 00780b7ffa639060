#pragma once

#include "core/base/result.h"
#include "core/types/annotation.h"
#include "core/types/id.h"

#include <span>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// A track that a rating would teach much about, and why.
struct LabelProposal {
    enum class Reason {
        ModelsDisagree, ///< by `amount` points between the lowest and the highest
        ModelUnsure, ///< its 90 % range is `amount` points wide
        ThinCorner, ///< few rated tracks are heard like this one; `amount` of them
    };

    TrackId track {};
    Reason reason = Reason::ThinCorner;
    bool isOfValence = true; ///< which dimension the first two reasons are about
    double amount = 0.0;
    double valence = 5.0, arousal = 5.0; ///< as the model hears it, 1..9

    friend bool operator==(const LabelProposal&, const LabelProposal&) = default;
};

/// What models say of a track that could be rated.
struct LabelCandidate {
    TrackId track {};
    std::string artist {}; ///< folded; empty: unknown
    float valence = 5.0F, arousal = 5.0F; ///< 1..9
    float valenceWidth = 0.0F, arousalWidth = 0.0F; ///< of the 90 % range
    float valenceSpread = 0.0F, arousalSpread = 0.0F; ///< between models; 0 with one
};

/// Where the model hears a track that was rated.
struct RatedPlace {
    float valence = 5.0F, arousal = 5.0F;
};

/// Picks one after the other what scores best: the disagreement of models and the width of the
/// range, each against the library's own mean, and how few rated or picked tracks lie in the same
/// sixteenth of the plane. An artist is not picked twice while others are there.
std::vector<LabelProposal> chooseProposals(
    std::vector<LabelCandidate> candidates, std::span<const RatedPlace> rated, std::size_t count);

/// From tracks that can be heard now, were analysed whole, and that this rater has not rated.
Result<std::vector<LabelProposal>> proposeLabels(
    LibraryDatabase& library, ModelId model, const std::string& raterName, std::size_t count);

} // namespace circumplex
