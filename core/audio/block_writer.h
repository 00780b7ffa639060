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
    BlockWriter(const AudioSink& sink, AudioFormat format, DecodeWatch& watch)
        : m_sink(sink)
        , m_format(std::move(format))
        , m_watch(watch)
    {
    }

    /// AudioFormat, AudioDamaged (not a number), Cancelled, Stalled.
    std::optional<Error> write(const AVFrame& frame);

    /// Once, after the last frame.
    void finish();

    const AudioFormat& format() const { return m_format; }
    std::int64_t sampleCount() const { return m_handedOut + m_blockFill; }
    double seconds() const
    {
        return m_format.sampleRateHz == 0
            ? 0.0
            : static_cast<double>(sampleCount()) / m_format.sampleRateHz;
    }

private:
    void changeRate(int rateHz);
    void append(std::span<const float> mono);
    void handOut();

    const AudioSink& m_sink;
    AudioFormat m_format;
    DecodeWatch& m_watch;
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
