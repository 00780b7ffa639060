#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// Whether a new model says something better than its base.
enum class Judgement {
    Better,
    Unclear, ///< the difference may be chance
    Worse,
    TooFew, ///< too few labels to tell
};

constexpr const char* judgementName(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Better:
        return "better";
    case Judgement::Unclear:
        return "unclear";
    case Judgement::Worse:
        return "worse";
    case Judgement::TooFew:
        return "too few labels";
    }
    return "";
}

/// One score of both models on the same tracks, which the new one had not seen.
struct ScoreComparison {
    std::string name {}; ///< "r2", "rmse", "ccc", "pr_auc", "roc_auc"
    double base = 0.0, personal = 0.0; ///< NaN: not defined
    double lower = 0.0, upper = 0.0; ///< of personal, 95 %
    double gainLower = 0.0, gainUpper = 0.0; ///< of what is gained; above 0 is better for any score
};

/// What is said of one dimension or tag.
struct TargetVerdict {
    std::string name {}; ///< "valence", "arousal", or a tag
    Judgement judgement = Judgement::TooFew;
    std::size_t trackCount = 0, groupCount = 0;
    std::size_t givenCount = 0; ///< of a tag: tracks that have it
    std::vector<ScoreComparison> scores {}; ///< the first one decides
    std::optional<double> ceilingCcc {}, ceilingR2 {}; ///< what people reach among themselves
};

/// One track about which the new model says something else than the base.
struct ChangedExample {
    std::int64_t track = 0; ///< of the labels
    std::string target {};
    double label = 0.0, base = 0.0, personal = 0.0; ///< 1..9, or 0..1 for tags
};

/// Error against number of labelled tracks.
struct LearningCurve {
    struct Point {
        double trackCount = 0.0, rmse = 0.0; ///< over valence and arousal; 1..9
    };
    std::vector<Point> points {};
    /// So many more labelled tracks make the error fall by about 5 %; nullopt: no number of them is
    /// expected to, or it cannot be told.
    std::optional<std::size_t> moreForNextStep {};
    std::string sentence {};
};

/// Whether a personal model is worth having.
struct Verdict {
    Judgement overall = Judgement::TooFew;
    std::string sentence {}; ///< "Better for arousal, unclear for valence, worse for \"calm\"."
    std::vector<TargetVerdict> targets {}; ///< valence, arousal, tags
    std::vector<ChangedExample> nowRight {}, nowWrong {}; ///< most changed first
    LearningCurve curve {};
    std::vector<std::string> warnings {}; ///< of the labels
};

} // namespace circumplex
