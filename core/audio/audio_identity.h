#pragma once

#include "core/audio/audio_decoder.h"
#include "core/base/result.h"
#include "core/types/track.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace circumplex {

/// What stays the same of a file when it is renamed, moved or tagged anew.
struct AudioIdentity {
    AudioHash hash {}; ///< XXH3-128 in its canonical (big-endian) form
    double durationSeconds = 0.0; ///< as decoding would give it; 0: unknown
    AudioFormat format;
    std::int64_t soundBytes = 0; ///< of the encoded sound alone
};

/// Hashes the encoded sound of a file: the payloads of its sound stream's packets, in order, and
/// what the codec must know beforehand. Tags, covers, padding and the arrangement of the container
/// do not count, nor do Opus' output gain and Vorbis comments, which tag editors write. The same
/// music encoded anew has another identity (fingerprint.h).
///
/// Reads the whole file once without decoding it, in constant memory. Same errors and rules as
/// decodeAudio(); a file without a single packet is AudioDamaged.
Result<AudioIdentity> identifyAudio(
    const std::filesystem::path& path, std::stop_token stop, const DecodeOptions& options = {});

/// The hash of a range of a file, as CUE sheets have them. @param startSeconds  to 1/75 s
AudioHash rangeHash(const AudioHash& file, double startSeconds, std::optional<double> endSeconds);

} // namespace circumplex
