#pragma once

#include <cstdint>
#include <vector>

namespace circumplex {

/// How Music2Emo was trained (Kang and Herremans 2025, published code): the multitask head learns
/// from several sets at once, each with a frozen single-task teacher.
struct PublishedRecipe {
    int batchSize = 8; ///< of each set
    double learningRate = 1e-4; ///< of Adam, without decay or schedule
    int epochs = 500; ///< at most
    int patience = 10; ///< epochs
    double leastGain = 1e-4; ///< of the validation loss
    double distillationWeight = 0.8; ///< the labels' loss counts 1 minus this
    double temperature = 1.0; ///< of the distillation
    double chordDropout = 0.1; ///< in the transformer layers
    std::uint64_t seed = 1; ///< of order, segments and dropout
};

struct PublishedEpoch {
    int epoch = 0; ///< from 1
    std::vector<double> stepLosses; ///< summed over the sets present in each step
    double validationLoss = 0.0; ///< sum over the sets of their labels' mean loss
    bool isBest = false;
};

} // namespace circumplex
