#pragma once

#include "core/audio/audio_decoder.h"
#include "core/audio/decode_watch.h"
#include "core/audio/resampler.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct AVFrame;

namespace circumplex {

/// Decoded frames in, mono blocks at the first frame's rate out. Frames may change their sample
/// format, channels and rate; memory does not depend on their size. One thread.
class BlockWriter {
public:
    /// @param range  what is handed out; the rest is dropped
    BlockWriter(
        const AudioSink& sink, AudioFormat format, DecodeWatch& watch, const SoundRange& range = {})
        : m_sink(sink)
        , m_format(std::move(format))
        , m_watch(watch)
        , m_range(range)
    {
    }

    /// AudioFormat, AudioDamaged (not a number), Cancelled, Stalled.
    std::optional<Error> write(const AVFrame& frame);

    /// The next frame begins at this sample of the file. Only before the range has begun.
    void moveTo(std::int64_t position);

    /// Does a frame that begins at this sample begin before the range, or with it?
    bool isBeforeRange(std::int64_t position) const { return position <= m_first; }

    /// Will what comes next be handed out?
    bool hasReachedRange() const { return m_rateHz != 0 && m_position >= m_first; }

    /// Nothing that comes next will be.
    bool hasPassedRange() const { return m_last && m_position >= *m_last; }

    /// Once, after the last frame.
    void finish();

    const AudioFormat& format() const { return m_format; }
    std::int64_t sampleCount() const { return m_handedOut + m_blockFill; }
    /// From the beginning of the file to here.
    double seconds() const
    {
        return m_format.sampleRateHz == 0 ? 0.0
                                          : static_cast<double>(m_position) / m_format.sampleRateHz;
    }

private:
    void changeRate(int rateHz);
    void begin(const AVFrame& frame);
    void append(std::span<const float> mono);
    void handOut();

    const AudioSink& m_sink;
    AudioFormat m_format;
    DecodeWatch& m_watch;
    SoundRange m_range;
    std::int64_t m_position = 0; ///< in the file, of the next sample
    std::int64_t m_first = 0; ///< sample of the range
    std::optional<std::int64_t> m_last; ///< sample behind the range
    int m_rateHz = 0; ///< of the frames now coming in
    std::unique_ptr<Resampler> m_resampler; ///< only while m_rateHz is not the first rate
    std::vector<float> m_mixed = std::vector<float>(kMaxBlockSamples);
    std::vector<float> m_resampled;
    std::vector<float> m_block = std::vector<float>(kMaxBlockSamples);
    std::int64_t m_blockFill = 0;
    std::int64_t m_handedOut = 0;
};

/// "12.34 s"
std::string secondsText(double seconds);

} // namespace circumplex
