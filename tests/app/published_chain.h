#pragma once

#include "core/types/annotation.h"

#include <span>
#include <string>
#include <vector>

namespace circumplex::test {

/// What Music2Emo says of a track, put together from its stages.
struct ChainAnswer {
    float valence = 0.0F, arousal = 0.0F;
    std::vector<float> probabilities; ///< [tag]
    std::string key; ///< "e- minor"
    std::vector<ChordSpan> chords;
};

/// The published order of steps over whole arrays, each step one that its own golden test covers:
/// resample, cut at 0, 30, 60 s, embed, average; resample, chords, key; head. Golden weights,
/// float32.
/// @param mono  the whole track
ChainAnswer publishedChain(std::span<const float> mono, int sampleRateHz);

} // namespace circumplex::test
