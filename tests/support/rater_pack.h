#pragma once

#include "core/ml/training/training_pack.h"
#include "core/ml/weights/weight_file.h"

#include <cstddef>

namespace circumplex::test {

/// A made-up rater who hears what a base model hears, and judges otherwise.
struct RaterPack {
    TrainingPack pack; ///< three tracks to a group, each with a whole row and two windows
    WeightMap base; ///< of a multitask head, 512 and 256 wide
};

/// Valence and the tags "calm" and "happy" follow from directions of the embedding that the base
/// does not use; arousal is the base's, half as wide and two points lower. Noise of 0.3.
/// @param windowCount  of each track
RaterPack raterPack(std::size_t trackCount, int dimension, std::size_t windowCount = 2);

} // namespace circumplex::test
