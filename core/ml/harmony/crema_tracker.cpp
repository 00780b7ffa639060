#include "core/ml/harmony/crema_tracker.h"

#include "core/ml/frame_spool.h"
#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/harmony/crema_features.h"
#include "core/ml/harmony/crema_network.h"
#include "core/ml/harmony/sticky_viterbi.h"
#include "core/ml/stopwatch.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace circumplex {

namespace {

constexpr double kStayProbability = 0.957154635467057; // learnt with the network
constexpr std::size_t kPieceFrames = 2048;

/// ChordSpan::chordClass of each output: crema's are in alphabetical order of labels that spell
/// out "maj".
std::array<int, kChordClassCount> classesOfOutputs()
{
    std::array<std::pair<std::string, int>, kChordClassCount> labels;
    for (int chordClass = 0; chordClass < kChordClassCount; ++chordClass) {
        auto label = chordLabel(chordClass);
        if (chordClass < kChordUnknown && label.find(':') == std::string::npos) label += ":maj";
        labels[static_cast<std::size_t>(chordClass)] = { std::move(label), chordClass };
    }
    std::sort(labels.begin(), labels.end());
    std::array<int, kChordClassCount> classes {};
    std::transform(labels.begin(), labels.end(), classes.begin(),
        [](const auto& labelled) { return labelled.second; });
    return classes;
}

class CremaTracker final : public ChordTracker {
public:
    CremaTracker(std::shared_ptr<const CremaNetwork> network, std::size_t spoolMemoryBytes)
        : m_network(std::move(network))
        , m_spoolMemoryBytes(spoolMemoryBytes)
        , m_features(spoolMemoryBytes)
    {
    }

    void push(std::span<const float> mono) override
    {
        const Stopwatch watch(m_constantQSeconds);
        m_features.push(mono);
    }

    std::vector<ChordSpan> finish() override
    {
        {
            const Stopwatch watch(m_constantQSeconds);
            m_features.finish();
        }
        if (m_features.isSilent()) return silence();
        const auto hidden = hear();
        StickyViterbi decoder(kChordClassCount, kStayProbability);
        forEachFrame(hidden, [&](std::size_t, std::span<const float> tag) { decoder.push(tag); });
        return spansOf(decoder.path(), hidden);
    }

private:
    static constexpr double kFrameSeconds = double(ConstantQ::kHopSamples) / kSampleRateHz;

    /// What the network says of silence is chance: its input then is as if every note sounded.
    std::vector<ChordSpan> silence() const
    {
        if (m_features.frameCount() == 0) return {};
        const double end = static_cast<double>(m_features.frameCount()) * kFrameSeconds;
        return { { 0.0, end, kChordNone, 1.0F } };
    }

    /// Hidden frames of the network's last layer.
    BothWays hear() const
    {
        FrameSpool convolved(CremaNetwork::kConvolved, m_spoolMemoryBytes);
        constexpr std::size_t kMargin = CremaNetwork::kMargin;
        const auto frames = m_features.frameCount();
        for (std::size_t begin = 0; begin < frames; begin += kPieceFrames) {
            const auto count = std::min(kPieceFrames, frames - begin);
            const auto before = std::min(kMargin, begin);
            const auto after = std::min(kMargin, frames - begin - count);
            const auto rows
                = m_network->convolve(m_features.decibels(begin - before, before + count + after),
                    static_cast<std::int64_t>(before), static_cast<std::int64_t>(after));
            convolved.append({ rows.const_data_ptr<float>(), count * CremaNetwork::kConvolved });
        }
        const auto first = m_network->firstLayer(convolved, m_spoolMemoryBytes);
        return m_network->secondLayer(first, frames, m_spoolMemoryBytes);
    }

    /// @param visit  (frame, posteriors of the outputs), in time order
    template <class Visit> void forEachFrame(const BothWays& hidden, const Visit& visit) const
    {
        const auto frames = m_features.frameCount();
        for (std::size_t begin = 0; begin < frames; begin += kPieceFrames) {
            const auto count = std::min(kPieceFrames, frames - begin);
            const auto tag = m_network->outputs(hidden.read(begin, count)).tag.contiguous();
            const std::span all(tag.const_data_ptr<float>(), count * kChordClassCount);
            for (std::size_t i = 0; i < count; ++i)
                visit(begin + i, all.subspan(i * kChordClassCount, kChordClassCount));
        }
    }

    std::vector<ChordSpan> spansOf(const std::vector<int>& path, const BothWays& hidden) const
    {
        const auto classes = classesOfOutputs();
        std::vector<ChordSpan> spans;
        double sum = 0.0;
        std::size_t begin = 0;
        const auto endRun = [&](std::size_t end, std::size_t summed) {
            const auto chordClass = classes[static_cast<std::size_t>(path[begin])];
            spans.push_back({ static_cast<double>(begin) * kFrameSeconds,
                static_cast<double>(end) * kFrameSeconds, chordClass,
                static_cast<float>(sum / static_cast<double>(summed)) });
        };
        forEachFrame(hidden, [&](std::size_t frame, std::span<const float> tag) {
            if (path[frame] != path[begin]) {
                // the published confidence takes in the first frame after the run
                sum += tag[static_cast<std::size_t>(path[begin])];
                endRun(frame, frame - begin + 1);
                begin = frame;
                sum = 0.0;
            }
            sum += tag[static_cast<std::size_t>(path[frame])];
        });
        if (!path.empty()) endRun(path.size(), path.size() - begin);
        return spans;
    }

    std::shared_ptr<const CremaNetwork> m_network;
    std::size_t m_spoolMemoryBytes;
    CremaFeatures m_features;
};

} // namespace

std::shared_ptr<const CremaNetwork> loadCrema(const WeightMap& weights)
{
    return std::make_shared<const CremaNetwork>(weights);
}

std::unique_ptr<ChordTracker> makeCremaTracker(
    std::shared_ptr<const CremaNetwork> network, std::size_t spoolMemoryBytes)
{
    return std::make_unique<CremaTracker>(std::move(network), spoolMemoryBytes);
}

} // namespace circumplex
