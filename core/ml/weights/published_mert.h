#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/weights/weight_file.h"

#include <filesystem>
#include <vector>

namespace circumplex {

/// A MERT as its authors publish it.
struct PublishedMert {
    std::filesystem::path file; ///< of the weights
    MertConfig config;
    WeightMap weights; ///< exactly the needed ones, float32
};

/// @param mert  as Music2EmoFiles::mert
/// @param usedLayers  ascending, from 0; empty: what config.json says, or Music2Emo's 5 and 6
/// @throws ModelError  naming the file, the tensor or the field, and the reason
PublishedMert readPublishedMert(
    const std::filesystem::path& mert, const std::vector<int>& usedLayers);

} // namespace circumplex
