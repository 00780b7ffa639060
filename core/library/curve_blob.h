#pragma once

#include "core/types/annotation.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace circumplex {

/// How curves lie in the database. The first byte of a blob says how the rest is packed:
///   0  as it is
///   1  zstd
/// The shorter one is taken. Inside, numbers are little-endian and split into planes (all first
/// bytes, then all second bytes, ...): neighbouring values share their leading bytes, which zstd
/// finds only so.
///
/// Readers return nullopt for a blob that is damaged or not of the length asked for.

/// valence, arousal, valenceLower, valenceUpper, arousalLower, arousalUpper as float32, one after
/// the other. All must have the length of `valence`.
std::vector<std::uint8_t> packEmotion(const EmotionCurve& curve);
bool unpackEmotion(std::span<const std::uint8_t> blob, std::size_t pointCount, EmotionCurve& curve);

/// Tag probabilities [point, tag] as steps of 1/65535 (an error below 1e-5, far below what a model
/// knows), each as the difference from the point before: a third of float32's size.
std::vector<std::uint8_t> packTags(std::span<const float> probabilities, std::size_t tagCount);
std::optional<std::vector<float>> unpackTags(
    std::span<const std::uint8_t> blob, std::size_t pointCount, std::size_t tagCount);

/// Start and end as float64, class as one byte, confidence as float32.
std::vector<std::uint8_t> packChords(std::span<const ChordSpan> chords);
std::optional<std::vector<ChordSpan>> unpackChords(std::span<const std::uint8_t> blob);

/// Plain little-endian float32, neither split nor packed, for small blobs that others read too.
std::vector<std::uint8_t> plainFloats(std::span<const float> values);
std::vector<float> readPlainFloats(std::span<const std::uint8_t> blob);

} // namespace circumplex
