#pragma once

#include "core/ml/weights/weight_file.h"

#include <cstdint>

namespace circumplex {

/// Widths of a head that is trained from scratch. Music2Emo's: 1536, 512, 256.
struct HeadShape {
    std::int64_t embedding = 0; ///< dimension of the encoder's embeddings
    std::int64_t hidden = 128; ///< of the shared layer
    std::int64_t branch = 64; ///< of each task's hidden layer
};

/// Weights of an untrained multitask head, initialised as Music2Emo's is: PyTorch's defaults,
/// Xavier for the chord tables and the attention, both chord layers alike. Without embedding_mean
/// and embedding_scale.
/// @param seed  the same seed gives the same weights; no global generator is touched
WeightMap initialHead(const HeadShape& shape, std::uint64_t seed);

/// The same for a head of one task, which Music2Emo's teachers are.
/// @param outputs  56 for the mood tags, 2 for valence and arousal
WeightMap initialSingleTaskHead(const HeadShape& shape, std::int64_t outputs, std::uint64_t seed);

} // namespace circumplex
