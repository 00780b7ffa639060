#pragma once

#include "core/audio/sound_range.h"
#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
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
    /// Longest time without a decoded sample. Time spent in the sink does not count.
    std::chrono::milliseconds stallLimit { 30000 };

    SoundRange range {}; ///< what is handed out; by default the whole file
};

/// Most samples in one block.
inline constexpr std::size_t kMaxBlockSamples = 16384;

/// Takes a file's sound as it is decoded, on the calling thread. Either may be left out. What they
/// throw passes through decodeAudio().
struct AudioSink {
    /// Once, before the first block.
    std::function<void(const AudioFormat&)> begin;

    /// @param mono  the next samples, mean over channels, nominal range [-1, 1]; never empty
    std::function<void(std::span<const float> mono)> block;
};

/// What was decoded.
struct DecodedAudio {
    AudioFormat format;
    std::int64_t sampleCount = 0; ///< handed out
    /// English sentences; empty unless decoding ended before the file did, or parts were damaged.
    std::string warning;
};

/// Decodes a file's best sound stream (the default one, else the one with most channels and bits)
/// in constant memory. Pictures and video beside it are ignored.
///
/// **Time.** Sample i lies at i / sampleRateHz seconds: encoder delay is removed where the file
/// tells it (MP3 with a LAME header, AAC in MP4, Opus, Vorbis), and padding too, but for AAC, which
/// may end up to 1024 samples late. Where it does not, nothing is removed, as in other players: MP3
/// without a LAME header begins 1105 samples late when LAME made it (its 576 and the decoder's
/// 529), AAC without container 1024.
///
/// **Changes on the way.** Channels may come and go; where the rate changes, sound is resampled to
/// the first rate. Damaged packets are left out and counted in the warning; what follows moves
/// forward by their length. A file that breaks off gives what was decoded until there, with a
/// warning if the format lets one see it (Ogg, bare MP3 and AAC do not).
///
/// **Ranges.** The samples are those of decoding everything and cutting; an end behind the file's
/// end is the file's end. What lies before is passed over without being decoded in WAV, AIFF and
/// the like, FLAC, ALAC, MP3, Vorbis and Opus (but for speech), elsewhere it is decoded and
/// dropped. Where it is passed over, damage in it is not seen and moves nothing; warnings tell of
/// the range alone. A range that holds no sample is AudioTooShort.
///
/// **Errors.** FileMissing, FileUnreadable, NotAFile, FileEmpty, AudioUnsupported, NoAudioStream,
/// AudioDamaged (also for samples that are NaN or infinite, which spoil all that is computed from
/// them), AudioFormat (no or more than 64 channels, no rate or one above 768 kHz), Stalled,
/// Cancelled, AudioTooShort (the range lies behind the end). The sink may have had blocks before.
/// `stop` is looked at between blocks, packets and reads of 64 KiB.
///
/// Paths are bytes; they need not be valid UTF-8, and are never taken for addresses. Only this one
/// file is opened, whatever it says. Any number of threads may call at once. FFmpeg's messages are
/// dropped for the whole process.
Result<DecodedAudio> decodeAudio(const std::filesystem::path& path, const AudioSink& sink,
    std::stop_token stop, const DecodeOptions& options = {});

} // namespace circumplex
