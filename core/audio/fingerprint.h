#pragma once

#include "core/audio/audio_decoder.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace circumplex {

/// Only the beginning is listened to, as AcoustID does.
inline constexpr double kFingerprintSeconds = 120.0;

/// Step of a fingerprint's items: a third of a window of 4096 samples at 11025 Hz.
inline constexpr double kFingerprintStepSeconds = 1365 / 11025.0;

/// Chromaprint's raw fingerprint (algorithm 2, AcoustID's) of a file's first 120 s, one item a
/// step: the sound as it is heard, whatever the encoding. Empty for less than about 3 s.
///
/// Same errors as decodeAudio(), and AudioFormat for sound below 1 kHz.
Result<std::vector<std::uint32_t>> fingerprintOf(
    const std::filesystem::path& path, std::stop_token stop, const DecodeOptions& options = {});

/// Chromaprint's own compressed form, for keeping. Empty for empty.
std::vector<std::uint8_t> compressFingerprint(std::span<const std::uint32_t> items);

/// Empty if `bytes` is not such a form.
std::vector<std::uint32_t> expandFingerprint(std::span<const std::uint8_t> bytes);

struct FingerprintMatch {
    double bitErrorRate = 0.5; ///< 0: the same; different recordings are near 0.5
    double offsetSeconds = 0.0; ///< how much later the same sound comes in `b`
    double overlapSeconds = 0.0;
};

/// Same recording, encoded or transmitted differently: Chromaprint's bits then differ by a few
/// percent. 0.15 leaves room for low bit rates; unrelated music stays above 0.3.
inline constexpr double kSameRecordingBitErrorRate = 0.15;

/// Lays one fingerprint over the other where they agree best, shifting by at most 10 s. nullopt: it
/// says nothing, since one is nearly constant (silence, a tone), or too little overlaps.
std::optional<FingerprintMatch> matchFingerprints(
    std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

} // namespace circumplex
