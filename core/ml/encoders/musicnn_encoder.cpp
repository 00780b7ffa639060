#include "core/ml/encoders/musicnn_encoder.h"

#include "core/ml/encoders/musicnn_front_end.h"
#include "core/ml/encoders/musicnn_pass.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace circumplex {

namespace {

constexpr std::int64_t kStepFrames = 31;
constexpr std::int64_t kFewestLastFrames = 16; // of a last step that is not whole
constexpr std::int64_t kChannels = MusiCnnNetwork::kChannels;

// A window of 187 = 6 * 31 + 1 frames centred on the middle of step i begins in the middle of step
// i - 3 and ends in the middle of step i + 3.
constexpr std::int64_t kReachSteps = 3;
constexpr std::int64_t kMiddle = kStepFrames / 2;
constexpr std::int64_t kWindowSteps = 2 * kReachSteps + 1;
static_assert(2 * kReachSteps * kStepFrames + 1 == MusiCnnNetwork::kWindowFrames);

constexpr double kFrameSeconds
    = static_cast<double>(MusiCnnFrontEnd::kHopSamples) / MusiCnnFrontEnd::kSampleRateHz;

/// Sum and maximum over some frames of each step.
struct StepPools {
    at::Tensor sum, maximum; ///< [step, channel]

    /// @param frames  [step, frame, channel]
    static StepPools of(const at::Tensor& frames)
    {
        if (frames.size(1) == 0) return none(frames.size(0));
        return { frames.sum(1), frames.amax(1) };
    }
    static StepPools none(std::int64_t steps)
    {
        return { at::zeros({ steps, kChannels }),
            at::full({ steps, kChannels }, -std::numeric_limits<float>::infinity()) };
    }
    void append(const StepPools& next)
    {
        sum = at::cat({ sum, next.sum });
        maximum = at::cat({ maximum, next.maximum });
    }
    void drop(std::int64_t steps)
    {
        sum = sum.slice(0, steps).clone();
        maximum = maximum.slice(0, steps).clone();
    }
    StepPools range(std::int64_t begin, std::int64_t count) const
    {
        return { sum.slice(0, begin, begin + count), maximum.slice(0, begin, begin + count) };
    }
    void join(const StepPools& other)
    {
        sum = sum + other.sum;
        maximum = at::maximum(maximum, other.maximum);
    }
};

class MusiCnnSession final : public EncoderSession {
public:
    MusiCnnSession(std::shared_ptr<const MusiCnnNetwork> network, FrameSink sink)
        : m_network(std::move(network))
        , m_sink(std::move(sink))
        , m_pass(*m_network)
        , m_trackSum(static_cast<std::size_t>(kDimension))
    {
        const c10::InferenceMode guard;
        m_frames = at::empty({ 0, kChannels });
        for (auto* pools : { &m_upToMiddle, &m_fromMiddle, &m_whole })
            *pools = StepPools::none(kReachSteps); // nothing sounds before the track
    }

    int sampleRateHz() const override { return MusiCnnFrontEnd::kSampleRateHz; }
    std::size_t dimension() const override { return static_cast<std::size_t>(kDimension); }
    double frameSeconds() const override { return kStepFrames * kFrameSeconds; }
    double firstFrameSeconds() const override { return kMiddle * kFrameSeconds; }

    void push(std::span<const float> mono) override
    {
        const c10::InferenceMode guard;
        const auto logMel = m_frontEnd.push(mono);
        if (logMel.size(0) > 0) addFrames(m_pass.push(logMel));
    }

    void finish(std::span<float> trackEmbedding) override
    {
        const c10::InferenceMode guard;
        addFrames(m_pass.push(m_frontEnd.finish()));
        addFrames(m_pass.finish());
        auto steps = m_stepCount;
        if (const auto rest = m_frames.size(0); rest > 0) {
            if (rest >= kFewestLastFrames || steps == 0) ++steps;
            addSteps(m_frames.unsqueeze(0));
        }
        for (auto* pools : { &m_upToMiddle, &m_fromMiddle, &m_whole })
            pools->append(StepPools::none(kReachSteps));
        emit(steps - m_emittedCount);
        for (std::size_t d = 0; d < m_trackSum.size(); ++d)
            trackEmbedding[d]
                = static_cast<float>(m_trackSum[d] / static_cast<double>(m_emittedCount));
    }

private:
    static constexpr std::int64_t kDimension = MusiCnnNetwork::kPenultimate + kChannels;

    void addFrames(const at::Tensor& frames)
    {
        m_frames = at::cat({ m_frames, frames });
        const auto steps = m_frames.size(0) / kStepFrames;
        if (steps == 0) return;
        addSteps(m_frames.slice(0, 0, steps * kStepFrames).view({ steps, kStepFrames, kChannels }));
        m_frames = m_frames.slice(0, steps * kStepFrames).clone();
        m_stepCount += steps;
        emit(m_whole.sum.size(0) - kWindowSteps + 1);
    }

    /// @param frames  [step, frame, channel]
    void addSteps(const at::Tensor& frames)
    {
        const auto upToMiddle = StepPools::of(frames.slice(1, 0, kMiddle + 1));
        auto fromMiddle = StepPools::of(frames.slice(1, kMiddle + 1));
        auto whole = upToMiddle;
        whole.join(fromMiddle);
        fromMiddle.join(StepPools::of(frames.slice(1, kMiddle, kMiddle + 1)));
        m_upToMiddle.append(upToMiddle);
        m_fromMiddle.append(fromMiddle);
        m_whole.append(whole);
        m_frameCount += frames.size(0) * frames.size(1);
    }

    /// Frames of the track among begin .. end - 1, [step]; begin and end are those of the first
    /// step.
    at::Tensor framesIn(std::int64_t begin, std::int64_t end, std::int64_t steps) const
    {
        const auto offset = at::arange(steps, at::kLong) * kStepFrames;
        const auto count = (offset + end).clamp_max(m_frameCount) - (offset + begin).clamp_min(0);
        return count.to(at::kFloat).unsqueeze(1);
    }

    /// Gives away the next `steps` embedding frames; the pools begin 3 steps before the first.
    void emit(std::int64_t steps)
    {
        if (steps <= 0) return;
        auto window = m_fromMiddle.range(0, steps);
        for (std::int64_t step = 1; step < kWindowSteps - 1; ++step)
            window.join(m_whole.range(step, steps));
        window.join(m_upToMiddle.range(kWindowSteps - 1, steps));

        const auto begin = m_emittedCount * kStepFrames;
        const auto reach = kReachSteps * kStepFrames;
        const auto windowFrames
            = framesIn(begin + kMiddle - reach, begin + kMiddle + reach + 1, steps);
        const auto penultimate = m_network->penultimate(window.maximum, window.sum / windowFrames);
        const auto means
            = m_whole.range(kReachSteps, steps).sum / framesIn(begin, begin + kStepFrames, steps);
        const auto embedding = at::cat({ penultimate, means }, 1).contiguous();
        const std::span values(
            embedding.const_data_ptr<float>(), static_cast<std::size_t>(embedding.numel()));
        m_sink(values);
        for (std::size_t i = 0; i < values.size(); ++i)
            m_trackSum[i % m_trackSum.size()] += double { values[i] };
        m_emittedCount += steps;
        for (auto* pools : { &m_upToMiddle, &m_fromMiddle, &m_whole })
            pools->drop(steps);
    }

    std::shared_ptr<const MusiCnnNetwork> m_network;
    FrameSink m_sink;
    MusiCnnFrontEnd m_frontEnd;
    MusiCnnPass m_pass;
    at::Tensor m_frames; ///< of a step that is not whole yet
    StepPools m_upToMiddle, m_fromMiddle, m_whole; ///< both halves hold the middle frame
    std::int64_t m_stepCount = 0; ///< whole ones
    std::int64_t m_frameCount = 0; ///< pooled so far
    std::int64_t m_emittedCount = 0;
    std::vector<double> m_trackSum;
};

} // namespace

std::unique_ptr<EncoderSession> makeMusiCnnSession(
    std::shared_ptr<const MusiCnnNetwork> network, FrameSink sink)
{
    return std::make_unique<MusiCnnSession>(std::move(network), std::move(sink));
}

} // namespace circumplex
