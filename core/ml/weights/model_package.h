#pragma once

#include "core/ml/weights/model_card.h"
#include "core/ml/weights/weight_file.h"

#include <filesystem>

namespace circumplex {

/// All that one model is made of. On disk a folder: card.json, encoder.safetensors,
/// chords.safetensors, head.safetensors, where the card says so adapter.safetensors and, where
/// licences ask for it, NOTICES.
struct ModelPackage {
    ModelCard card;
    WeightMap encoder; ///< names as published: MERT's (an adapter is in them already), or those of
                       ///< packaging/musicnn_tensors.csv
    WeightMap chords; ///< names as published: BTC's, or those of packaging/crema_tensors.csv
    WeightMap head; ///< see EmotionHead
};

/// @return every tensor in float32, those of the encoder and the chord recogniser being exactly the
///   needed ones
/// @throws ModelError  naming the file: it is missing or damaged; a tensor is missing, of the wrong
///   shape or holds values that are not finite; the head does not fit the encoder
ModelPackage readModelPackage(const std::filesystem::path& folder);

/// Writes into a temporary folder beside `folder` and renames it, so that `folder` is either absent
/// or whole. The card's `files` get the SHA-256 of each file elsewhere
/// (core/engine/model_installer).
/// @throws ModelError  the folder exists, or its parent is missing, not writable or full
void writeModelPackage(const std::filesystem::path& folder, const ModelPackage& package);

/// The weights of an emotion head, checked: EmotionHead takes them, all values are finite, scales
/// are above zero, and the embedding has `dimension` values.
/// @param where  begins the sentence of an error, a file's path
/// @throws ModelError
WeightMap usableHead(const std::string& where, const WeightMap& weights, int dimension);

} // namespace circumplex
