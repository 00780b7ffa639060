#pragma once

#include "core/base/result.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>

namespace circumplex {

/// What a file's sound is like.
struct AudioFormat {
    std::string container; ///< FFmpeg's name: "flac", "mov,mp4,m4a,..."
    std::string codec; ///< "mp3", "pcm_s16le"
    int sampleRateHz = 0; ///< of the samples handed out
    int channels = 0; ///< in the file; samples handed out are mono
    double headerSeconds = 0.0; ///< duration by the header, which may lie; 0: unknown
};

struct DecodeOptions {
    std::chrono::milliseconds stallLimit { 30000 }; ///< longest time without a decoded sample
};

/// Takes a file's sound as it is decoded, on the calling thread.
struct AudioSink {
    /// Once, before the first block.
    std::function<void(const AudioFormat&)> begin;

    /// @param mono  the next samples, mean over channels, nominal range [-1, 1]; never empty
    std::function<void(std::span<const float> mono)> block;
};

/// What was decoded.
struct DecodedAudio {
    AudioFormat format;
    std::int64_t sampleCount = 0; ///< per channel
    std::string warning; ///< English; empty unless decoding ended before the file did
};

/// Decodes a file's first sound stream in constant memory, with encoder delay and padding removed
/// (MP3 with a LAME header, AAC, Opus, Vorbis), so that sample i lies at i / sampleRateHz seconds.
/// A file that breaks off gives what was decoded until there, and a warning.
///
/// Paths are bytes; they need not be valid UTF-8. Any number of threads may call at once.
Result<DecodedAudio> decodeAudio(const std::filesystem::path& path, const AudioSink& sink,
    std::stop_token stop, const DecodeOptions& options = {});

} // namespace circumplex
