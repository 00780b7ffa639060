#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace circumplex {

/// How a head is trained. The defaults suit a few hundred to a few thousand tracks.
struct TrainingPlan {
    /// What the tag targets of the pack are.
    enum class TagTargets {
        Probabilities, ///< 0..1, in the heads' convention: odds 1 / p of a tag's own
        Labels, ///< 0 or 1, as people tagged; weighted against rare tags as Music2Emo was
    };

    std::uint64_t seed = 1; ///< of folds, weights, batches and dropout
    int folds = 5; ///< of the cross validation; 0: none
    int repeats = 1; ///< of the cross validation, with other folds
    int epochs = 150; ///< at most
    int patience = 20; ///< epochs without a better validation loss
    int validationParts = 8; ///< one of so many parts of the training groups is for stopping
    int batchSize = 128;
    double learningRate = 1e-3;
    /// Factor of the initial weights that read the chord summary and the key: nine values that
    /// would otherwise hardly be heard among about a thousand of the embedding.
    double chordGain = 10.0;
    double weightDecay = 3.0; ///< decoupled, of matrices only
    std::int64_t hidden = 128, branch = 64; ///< widths, see HeadShape
    double embeddingDropout = 0.2; ///< of the standardised embedding's values
    double hiddenDropout = 0.4;
    double chordDropout = 0.0; ///< of the chord layers; slow: attention then loses its fast path
    double windowWeight = 0.5; ///< of the window that is drawn beside each whole track; 0: none
    double squaredErrorWeight = 1.0; ///< terms of the loss
    double concordanceWeight = 1.0;
    double sideWeight = 1.0;
    double tagWeight = 1.0;
    TagTargets tagTargets = TagTargets::Probabilities;
    /// Sets whose valence and arousal only say on which side of 5 they lie.
    std::vector<std::string> sidedSets;
    /// Sets whose valence and arousal are derived from something else: learned from and scored, but
    /// no measure of the intervals.
    std::vector<std::string> derivedSets;
    std::string device = "cpu";
    /// Of the calling thread's tensor operations; 0: one per core. The steps are small: on a
    /// machine with other work, threads that wait for each other cost many times what they gain.
    int threads = 1;
};

/// @throws std::invalid_argument  naming the field that is out of range
void requireUsable(const TrainingPlan& plan);

/// Every field by name.
nlohmann::ordered_json planJson(const TrainingPlan& plan);

} // namespace circumplex
