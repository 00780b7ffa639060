#pragma once

#include "core/ml/training/held_out_scores.h"
#include "core/types/verdict.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// What people reach among themselves in one dimension.
struct CeilingScores {
    std::optional<double> concordance, r2;
};

struct VerdictQuestion {
    const TrainingPack& pack; ///< labels: those of each track as one
    const HeadPredictions& base; ///< rows of the pack
    const HeadPredictions& personal; ///< likewise, by heads that had not seen them
    /// The same with fewer labels: tracks they learned from, predictions. For the learning curve.
    std::vector<std::pair<double, const HeadPredictions*>> fewer {};
    double trackCount = 0.0; ///< that `personal` learned from
    std::map<std::string, CeilingScores> ceilings {}; ///< by dimension
    std::uint64_t seed = 1; ///< of the bootstrap
    int resampleCount = 2000;
    std::size_t exampleCount = 10; ///< of each list
};

/// Compares two models on what people said.
///
/// Concordance decides about valence and arousal, average precision about tags. Groups are drawn
/// anew (bootstrap, Efron 1979), both models scored on the same draw. The interval of a gain is its
/// value and so many of its standard deviations that all targets' intervals together hold with
/// 95 % (Bonferroni), since among many tags one would always seem better by chance. Better for
/// valence or arousal also takes an R2 above 0: always answering the rater's mean is no knowledge,
/// though it may beat a base that contradicts the rater.
Verdict makeVerdict(const VerdictQuestion& question);

/// Everything; what is not a number becomes null.
nlohmann::ordered_json verdictJson(const Verdict& verdict);

/// For people, some lines.
std::string verdictText(const Verdict& verdict);

} // namespace circumplex
