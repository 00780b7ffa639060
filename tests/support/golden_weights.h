#pragma once

#include "core/ml/weights/weight_file.h"

namespace circumplex::test {

/// The networks behind the golden files: generatedWeight() for every published name and shape.
WeightMap goldenMert(); ///< 211 tensors, 94,371,712 values
WeightMap goldenBtc(); ///< 221 tensors, 3,036,842 values
WeightMap goldenHead(); ///< the multitask model, 36 tensors, 1,072,058 values

/// A head for embeddings of another dimension; names and other shapes as in goldenHead().
WeightMap generatedHead(int embeddingDimension);

} // namespace circumplex::test
