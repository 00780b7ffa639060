#pragma once

#include "core/audio/audio_decoder.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>

namespace circumplex {

/// A file's sound on demand, from any place: for listening, and for looking closely.
///
/// Sample i is the same sample as decodeAudio()'s, wherever reading began (but for AAC and MP3
/// without headers, whose containers tell times only roughly). The file stays open, so that jumping
/// is quick. One thread at a time.
class SoundReader {
public:
    enum class Layout {
        Mono, ///< mean over the channels, as in decodeAudio()
        Stereo, ///< left and right in turn (mixToStereo)
    };

    /// Same errors and rules as decodeAudio(). @param stop  ends every later call with Cancelled
    static Result<std::unique_ptr<SoundReader>> open(const std::filesystem::path& path,
        Layout layout, std::stop_token stop, const DecodeOptions& options = {});

    ~SoundReader();

    const AudioFormat& format() const; ///< complete once opened
    int channels() const; ///< 1 or 2 values a sample, as asked for

    /// The next read() begins with this sample. Behind the end of the sound, nothing follows.
    /// @param sample  at least 0
    Result<void> seek(std::int64_t sample);

    /// @param out  room for at least one sample of every channel
    /// @returns samples read per channel; 0 at the end of the sound
    Result<std::size_t> read(std::span<float> out);

private:
    struct State;
    explicit SoundReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace circumplex
