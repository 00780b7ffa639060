#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace circumplex {

/// Labelled examples, ready for training a head: what the encoder and the chord recogniser found,
/// and what people (or a teacher) say. An example is a whole track or a window of one.
///
/// On disk one safetensors file. Arrays below are row major, sizes count examples.
struct TrainingPack {
    std::size_t dimension = 0; ///< of the embeddings
    std::vector<float> embedding; ///< [example, dimension]; F16 or F32 on disk
    std::vector<std::uint8_t> root, quality; ///< [example, 100], see ChordSymbols
    std::vector<std::uint8_t> key; ///< [example], 1 for minor
    std::vector<std::uint8_t> whole; ///< [example], 1: the whole track, 0: a window
    std::vector<float> emotion; ///< [example, 2]: valence, arousal, 1..9
    std::vector<float> emotionWeight; ///< [example, 2]; 0: no label
    std::vector<float> tags; ///< [example, 56], 0..1
    std::vector<float> tagWeight; ///< [example, 56]; 0: no label
    std::vector<std::int64_t> track; ///< [example]
    std::vector<std::int64_t> group; ///< [example]: artist, series or song; never split
    std::vector<std::int64_t> set; ///< [example], index into setNames
    std::vector<std::string> setNames;
    std::string encoder; ///< hash of the encoder's weights; embeddings of others do not mix

    std::size_t size() const { return key.size(); }
};

/// @throws ModelError  naming the file and what is missing, of another shape, or out of range
TrainingPack readTrainingPack(const std::filesystem::path& path);

/// Writes to a temporary name and renames.
/// @throws ModelError  the pack is not consistent, or the file cannot be written
void writeTrainingPack(const std::filesystem::path& path, const TrainingPack& pack);

/// One pack of several; sets of one name become one set, tracks and groups of different packs stay
/// apart.
/// @throws ModelError  the packs are of different encoders or dimensions
TrainingPack joinTrainingPacks(std::span<const TrainingPack> packs);

} // namespace circumplex
