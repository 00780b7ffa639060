#include "core/ml/encoders/mert_encoder.h"

#include "core/ml/encoders/mert_network.h"
#include "core/ml/model_error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <string>
#include <vector>

namespace circumplex {

namespace {

constexpr double kSegmentSeconds = 30.0;
constexpr double kOverlapSeconds = 2.0;
constexpr double kIgnoredTailSeconds = 0.5; // not worth a whole further segment
constexpr std::int64_t kFewestFrames = 2; // the published program fails on a single frame

/// Sum of embedding frames, in double, so that hours add up exactly enough.
class EmbeddingSum {
public:
    explicit EmbeddingSum(std::size_t dimension)
        : m_sum(dimension)
    {
    }
    void add(std::span<const float> frames)
    {
        for (std::size_t i = 0; i < frames.size(); i += m_sum.size())
            for (std::size_t d = 0; d < m_sum.size(); ++d)
                m_sum[d] += double { frames[i + d] };
        m_count += frames.size() / m_sum.size();
    }
    void mean(std::span<float> out) const
    {
        for (std::size_t d = 0; d < m_sum.size(); ++d)
            out[d] = static_cast<float>(m_sum[d] / static_cast<double>(m_count));
    }

private:
    std::vector<double> m_sum;
    std::size_t m_count = 0;
};

class MertSession final : public EncoderSession {
public:
    MertSession(std::shared_ptr<const MertNetwork> network, AnalysisMode mode, FrameSink sink,
        EmbedSegments embed)
        : m_network(std::move(network))
        , m_mode(mode)
        , m_sink(std::move(sink))
        , m_embed(std::move(embed))
        , m_dimension(static_cast<std::size_t>(m_network->config().embeddingDimension()))
        , m_rate(m_network->config().sampleRateHz)
        , m_segment(static_cast<std::int64_t>(kSegmentSeconds * m_rate))
        , m_trackSum(m_dimension)
    {
        for (const int stride : m_network->config().convStrides)
            m_stride *= stride;
        std::int64_t reach = 1; // samples that one frame sees
        const auto& config = m_network->config();
        for (std::size_t i = config.convKernels.size(); i-- > 0;)
            reach = (reach - 1) * config.convStrides[i] + config.convKernels[i];
        m_firstFrameSeconds = 0.5 * static_cast<double>(reach) / m_rate;
        const auto overlap = mode == AnalysisMode::Reference
            ? 0
            : static_cast<std::int64_t>(kOverlapSeconds * m_rate);
        m_hop = (m_segment - overlap) / m_stride * m_stride;
    }

    int sampleRateHz() const override { return m_rate; }
    std::size_t dimension() const override { return m_dimension; }
    double frameSeconds() const override { return static_cast<double>(m_stride) / m_rate; }
    double firstFrameSeconds() const override { return m_firstFrameSeconds; }

    void push(std::span<const float> mono) override
    {
        while (!mono.empty()) {
            const auto wanted = static_cast<std::size_t>(m_nextStart + m_segment - m_heard);
            const auto taken = std::min(wanted, mono.size());
            m_samples.insert(
                m_samples.end(), mono.begin(), mono.begin() + static_cast<std::ptrdiff_t>(taken));
            m_heard += static_cast<std::int64_t>(taken);
            mono = mono.subspan(taken);
            if (m_heard == m_nextStart + m_segment) {
                encode(m_nextStart, m_segment);
                m_nextStart += m_hop;
            }
        }
    }

    void finish(std::span<float> trackEmbedding) override
    {
        if (m_network->frontEnd().frameCount(m_heard) < kFewestFrames) throw TrackTooShort(0.03);
        const auto covered = m_nextStart == 0 ? 0 : m_nextStart - m_hop + m_segment;
        const auto rest = m_heard - covered;
        if (m_mode == AnalysisMode::Reference) {
            if (rest > 0) {
                if (m_network->frontEnd().frameCount(rest) < kFewestFrames)
                    throw TrackTooShort(
                        "the published program stops on a last segment of less than 30 ms; "
                        "analyse this file in corrected mode");
                encode(covered, rest);
            }
        } else if (covered == 0) {
            encode(0, m_heard);
        } else if (rest >= static_cast<std::int64_t>(kIgnoredTailSeconds * m_rate)) {
            const auto start = (m_heard - m_segment) / m_stride * m_stride;
            encode(start, m_heard - start);
        }
        emit(m_pending);
        m_trackSum.mean(trackEmbedding);
    }

private:
    void encode(std::int64_t start, std::int64_t length)
    {
        const auto* data = m_samples.data() + (start - m_bufferStart);
        const auto segment
            = at::from_blob(const_cast<float*>(data), { 1, length }, at::kFloat); // read only
        const auto frames
            = (m_embed ? m_embed(segment) : m_network->embed(segment))[0].contiguous();
        const std::span values(
            frames.const_data_ptr<float>(), static_cast<std::size_t>(frames.numel()));
        if (m_mode == AnalysisMode::Reference) {
            fillUpTo(start / m_stride);
            emit(values);
            m_lastFrame.assign(
                values.end() - static_cast<std::ptrdiff_t>(m_dimension), values.end());
            std::vector<float> mean(m_dimension);
            EmbeddingSum sum(m_dimension);
            sum.add(values);
            sum.mean(mean);
            m_trackSum.add(mean);
        } else {
            blend(start / m_stride, values);
        }
        // a last segment may reach back from the end of the track
        const auto keepFrom = std::max(m_bufferStart, start + length - m_segment - m_stride);
        m_samples.erase(m_samples.begin(), m_samples.begin() + (keepFrom - m_bufferStart));
        m_bufferStart = keepFrom;
    }

    /// Emits what no later segment can change, blended where segments meet, and keeps the rest.
    void blend(std::int64_t firstFrame, std::span<const float> values)
    {
        const auto keptFrames = static_cast<std::int64_t>(m_pending.size() / m_dimension);
        const auto settled = std::max<std::int64_t>(0, firstFrame - m_pendingStart);
        const auto shared = std::max<std::int64_t>(0, keptFrames - settled);
        emit(std::span(m_pending).first(
            static_cast<std::size_t>(keptFrames - shared) * m_dimension));
        std::vector<float> next(values.begin(), values.end());
        for (std::int64_t frame = 0; frame < shared; ++frame) {
            const float weight = (static_cast<float>(frame) + 0.5F) / static_cast<float>(shared);
            const auto* before
                = m_pending.data() + static_cast<std::size_t>(settled + frame) * m_dimension;
            auto* after = next.data() + static_cast<std::size_t>(frame) * m_dimension;
            for (std::size_t d = 0; d < m_dimension; ++d)
                after[d] = weight * after[d] + (1.0F - weight) * before[d];
        }
        m_pending = std::move(next);
        m_pendingStart = firstFrame;
    }

    /// A separate segment has one frame less than its length holds; repeating its last one keeps
    /// later frames at their time.
    void fillUpTo(std::int64_t frame)
    {
        while (m_emittedCount < frame)
            emit(m_lastFrame);
    }

    void emit(std::span<const float> frames)
    {
        if (frames.empty()) return;
        m_sink(frames);
        m_emittedCount += static_cast<std::int64_t>(frames.size() / m_dimension);
        if (m_mode == AnalysisMode::Corrected) m_trackSum.add(frames);
    }

    std::shared_ptr<const MertNetwork> m_network;
    AnalysisMode m_mode;
    FrameSink m_sink;
    EmbedSegments m_embed;
    std::size_t m_dimension;
    int m_rate;
    std::int64_t m_stride = 1, m_segment, m_hop = 0;
    double m_firstFrameSeconds = 0.0;
    EmbeddingSum m_trackSum;

    std::vector<float> m_lastFrame; ///< reference mode: of the segment before
    std::int64_t m_emittedCount = 0;
    std::vector<float> m_samples; ///< samples m_bufferStart .. m_heard
    std::int64_t m_bufferStart = 0, m_heard = 0, m_nextStart = 0;
    std::vector<float> m_pending; ///< frames that the next segment may still change
    std::int64_t m_pendingStart = 0;
};

} // namespace

std::unique_ptr<EncoderSession> makeMertSession(std::shared_ptr<const MertNetwork> network,
    AnalysisMode mode, FrameSink sink, EmbedSegments embed)
{
    return std::make_unique<MertSession>(
        std::move(network), mode, std::move(sink), std::move(embed));
}

} // namespace circumplex
