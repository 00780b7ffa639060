#pragma once

#include "core/ml/weights/model_card.h"
#include "core/ml/weights/weight_file.h"

#include <filesystem>

namespace circumplex {

/// All that one model is made of. On disk a folder: card.json, encoder.safetensors,
/// chords.safetensors, head.safetensors and, where licences ask for it, NOTICES.
struct ModelPackage {
    ModelCard card;
    WeightMap encoder; ///< names as published: MERT's, or those of packaging/musicnn_tensors.csv
    WeightMap chords; ///< names as published: BTC's, or those of packaging/crema_tensors.csv
    WeightMap head; ///< see EmotionHead
};

/// @throws ModelError  a file is missing or damaged, a tensor is missing, of the wrong shape or
/// holds
///                     values that are not numbers
ModelPackage readModelPackage(const std::filesystem::path& folder);

/// Writes into a temporary folder beside `folder` and renames it, so that `folder` is either absent
/// or whole. The card's `files` get the SHA-256 of each file elsewhere
/// (core/engine/model_installer).
/// @throws ModelError  the folder exists, or its parent is missing, not writable or full
void writeModelPackage(const std::filesystem::path& folder, const ModelPackage& package);

/// The published files that a Music2Emo model is put together from.
struct Music2EmoFiles {
    std::string name; ///< of the new model
    std::filesystem::path mert; ///< pytorch_model.bin, a safetensors file, or a folder with one of
                                ///< them and optionally config.json and preprocessor_config.json
    std::filesystem::path music2emo; ///< Lightning checkpoint, multitask or single task
    std::filesystem::path btc; ///< BTC's large vocabulary checkpoint
};

/// Checks names, shapes and values of all three and drops what the program does not need.
/// @throws ModelError  naming the file, the tensor and the reason
ModelPackage importMusic2Emo(const Music2EmoFiles& files);

} // namespace circumplex
