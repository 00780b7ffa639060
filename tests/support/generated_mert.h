#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/weights/weight_file.h"

namespace circumplex::test {

/// A MERT of two layers and 16 channels that hears with the published kernels and strides: 30 s
/// take a fraction of a second.
MertConfig smallMertConfig();

/// generatedWeight() for every tensor of such a network.
WeightMap generatedMert(const MertConfig& config);

} // namespace circumplex::test
