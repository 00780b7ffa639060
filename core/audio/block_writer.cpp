#include "core/audio/block_writer.h"

#include "core/audio/channel_mixer.h"
#include "core/audio/sound_limits.h"

extern "C" {
#include <libavutil/frame.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace circumplex {

namespace {

/// From telephone to studio; a rate further away would turn one block into thousands.
constexpr int kMaxRateRatio = 32;

bool isPossibleChange(int fromHz, int toHz)
{
    return std::max(fromHz, toHz) / kMaxRateRatio <= std::min(fromHz, toHz);
}

} // namespace

std::optional<Error> BlockWriter::write(const AVFrame& frame)
{
    const int channels = frame.ch_layout.nb_channels;
    if (!isPossibleFormat(channels, frame.sample_rate))
        return impossibleFormat(channels, frame.sample_rate);
    if (m_rateHz == 0) begin(frame);
    if (!isPossibleChange(m_format.sampleRateHz, frame.sample_rate))
        return Error { ErrorCode::AudioFormat,
            "The sample rate jumps from " + std::to_string(m_format.sampleRateHz) + " Hz to "
                + std::to_string(frame.sample_rate) + " Hz after " + secondsText(seconds())
                + ": the file is damaged. Copy or download it again." };
    if (frame.sample_rate != m_rateHz) changeRate(frame.sample_rate);
    if (!m_resampler && m_position + frame.nb_samples <= m_first) {
        m_position += frame.nb_samples;
        m_watch.sampleTaken();
        return std::nullopt;
    }

    for (int begin = 0; begin < frame.nb_samples;) {
        if (m_watch.mustEnd()) return m_watch.verdict();
        const int count = std::min(frame.nb_samples - begin, static_cast<int>(m_mixed.size()));
        const std::span<float> mixed(m_mixed.data(), static_cast<std::size_t>(count));
        mixToMono(frame, begin, mixed);
        if (!areFinite(mixed))
            return Error { ErrorCode::AudioDamaged,
                "The sound has values that are not numbers (NaN or infinity) near "
                    + secondsText(seconds()) + ". Export it again from the program that made it." };
        if (m_resampler) {
            m_resampled.clear();
            m_resampler->push(mixed, m_resampled);
            append(m_resampled);
        } else {
            append(mixed);
        }
        begin += count;
        m_watch.sampleTaken();
    }
    return std::nullopt;
}

void BlockWriter::begin(const AVFrame& frame)
{
    m_rateHz = m_format.sampleRateHz = frame.sample_rate;
    m_format.channels = frame.ch_layout.nb_channels;
    m_first = std::llround(m_range.startSeconds * m_rateHz);
    if (m_range.endSeconds) m_last = std::llround(*m_range.endSeconds * m_rateHz);
    if (m_sink.begin) m_sink.begin(m_format);
}

void BlockWriter::moveTo(std::int64_t position)
{
    m_position = position;
}

void BlockWriter::changeRate(int rateHz)
{
    if (m_resampler) {
        m_resampled.clear();
        m_resampler->finish(m_resampled);
        append(m_resampled);
        m_resampler.reset();
    }
    if (rateHz != m_format.sampleRateHz)
        m_resampler = std::make_unique<Resampler>(rateHz, m_format.sampleRateHz);
    m_rateHz = rateHz;
}

void BlockWriter::append(std::span<const float> mono)
{
    // What of it lies in the range.
    const auto count = static_cast<std::int64_t>(mono.size());
    const std::int64_t from = std::clamp<std::int64_t>(m_first - m_position, 0, count);
    const std::int64_t to
        = m_last ? std::clamp<std::int64_t>(*m_last - m_position, from, count) : count;
    m_position += count;
    mono = mono.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    while (!mono.empty()) {
        const auto fill = static_cast<std::size_t>(m_blockFill);
        const std::size_t taken = std::min(mono.size(), m_block.size() - fill);
        std::copy_n(mono.begin(), taken, m_block.begin() + m_blockFill);
        m_blockFill += static_cast<std::int64_t>(taken);
        mono = mono.subspan(taken);
        if (fill + taken == m_block.size()) handOut();
    }
}

void BlockWriter::handOut()
{
    if (m_blockFill == 0) return;
    const auto count = static_cast<std::size_t>(m_blockFill);
    if (m_sink.block) m_sink.block(std::span<const float>(m_block).first(count));
    m_handedOut += m_blockFill;
    m_blockFill = 0;
}

void BlockWriter::finish()
{
    if (m_rateHz != 0) changeRate(m_format.sampleRateHz);
    handOut();
}

std::string secondsText(double seconds)
{
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%.2f s", seconds);
    return text.data();
}

} // namespace circumplex
