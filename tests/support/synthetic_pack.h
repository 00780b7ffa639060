#pragma once

#include "core/ml/training/training_pack.h"

#include <cstddef>

namespace circumplex::test {

/// Tracks whose valence, arousal and first two tags follow from their embeddings: three tracks to a
/// group, each with a whole row and two windows. Odd groups are of the set "rated", even ones of
/// "sided", whose numbers are only 3 or 7.
TrainingPack syntheticPack(std::size_t trackCount, std::size_t dimension);

} // namespace circumplex::test
