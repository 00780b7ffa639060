#include "core/ml/harmony/btc_tracker.h"

#include "core/ml/harmony/btc_network.h"
#include "core/ml/harmony/constant_q.h"
#include "core/ml/stopwatch.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace circumplex {

namespace {

constexpr std::int64_t kBins = BtcNetwork::kBins;
constexpr std::int64_t kBlockFrames = BtcNetwork::kBlockFrames;
constexpr double kBlockSeconds = 10.0;
constexpr std::size_t kBlockSamples = std::size_t { 10 } * ChordTracker::kSampleRateHz;

// Blocks that wait for the network together: enough work for every core.
constexpr std::int64_t kBatchBlocks = 16;

class BtcTracker final : public ChordTracker {
public:
    BtcTracker(std::shared_ptr<const BtcNetwork> network, AnalysisMode mode)
        : m_network(std::move(network))
        , m_mode(mode)
        , m_transform({ .binsPerOctave = 24, .octaves = 6 })
    {
    }

    void push(std::span<const float> mono) override
    {
        m_sampleCount += mono.size();
        while (!mono.empty()) {
            const auto part = mono.first(std::min(mono.size(), kBlockSamples - m_blockSamples));
            mono = mono.subspan(part.size());
            m_blockSamples += part.size();
            {
                const Stopwatch watch(m_constantQSeconds);
                m_transform.push(part, m_magnitudes);
            }
            if (m_blockSamples == kBlockSamples) finishBlock();
        }
    }

    std::vector<ChordSpan> finish() override
    {
        if (m_blockSamples > 0) finishBlock();
        listen();
        std::vector<ChordSpan> spans;
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            const Run& run = m_runs[i];
            const auto end = i + 1 < m_runs.size() ? m_runs[i + 1].begin : m_frameCount;
            const double endSeconds = secondsOf(end);
            const double startSeconds = secondsOf(run.begin);
            if (startSeconds >= endSeconds) continue; // a last frame centred on the track's end
            spans.push_back({ startSeconds, endSeconds, run.chordClass,
                static_cast<float>(run.probabilitySum / static_cast<double>(end - run.begin)) });
        }
        return spans;
    }

private:
    struct Run {
        std::int64_t begin = 0; ///< frame
        int chordClass = 0;
        double probabilitySum = 0.0;
    };

    void finishBlock()
    {
        {
            const Stopwatch watch(m_constantQSeconds);
            m_transform.finish(m_magnitudes);
        }
        m_blockSamples = 0;
        // every block but the last one gives kBlockFrames frames
        if (static_cast<std::int64_t>(m_magnitudes.size()) >= kBatchBlocks * kBlockFrames * kBins)
            listen();
    }

    /// Lets the network hear the frames that wait.
    void listen()
    {
        const auto frames = static_cast<std::int64_t>(m_magnitudes.size()) / kBins;
        const auto blocks = (frames + kBlockFrames - 1) / kBlockFrames;
        if (blocks == 0) return;
        const c10::InferenceMode guard;
        // what pads the last block is 0 after normalisation, as in training
        auto features = at::zeros({ blocks * kBlockFrames, kBins });
        const auto magnitudes = at::from_blob(m_magnitudes.data(), { frames, kBins }, at::kFloat);
        constexpr double kLeastMagnitude = 1e-6;
        features.slice(0, 0, frames)
            .copy_(m_network->normalised(at::log(magnitudes + kLeastMagnitude)));
        features = features.view({ blocks, kBlockFrames, kBins });
        auto probabilities = at::empty({ blocks, kBlockFrames, BtcNetwork::kClasses });
        at::parallel_for(0, blocks, /*grain_size=*/1, [&](std::int64_t begin, std::int64_t end) {
            const c10::InferenceMode workersGuard; // the mode is each thread's own
            const auto logits = m_network->logits(features.slice(0, begin, end));
            probabilities.slice(0, begin, end).copy_(at::softmax(logits, 2));
        });
        const auto [best, classes] = probabilities.view({ -1, BtcNetwork::kClasses }).max(1);
        for (std::int64_t i = 0; i < frames; ++i)
            addFrame(static_cast<int>(classes.const_data_ptr<std::int64_t>()[i]),
                best.const_data_ptr<float>()[i]);
        m_magnitudes.clear();
    }

    void addFrame(int chordClass, float probability)
    {
        if (m_runs.empty() || m_runs.back().chordClass != chordClass)
            m_runs.push_back({ m_frameCount, chordClass, 0.0 });
        m_runs.back().probabilitySum += double { probability };
        ++m_frameCount;
    }

    double secondsOf(std::int64_t frame) const
    {
        if (m_mode == AnalysisMode::Reference) {
            // the published program writes times as text and reads them back
            std::array<char, 64> text {};
            std::snprintf(text.data(), text.size(), "%.3f",
                kBlockSeconds / double(kBlockFrames) * static_cast<double>(frame));
            return std::strtod(text.data(), nullptr);
        }
        const double within = static_cast<double>(frame % kBlockFrames) * ConstantQ::kHopSamples;
        return std::min(
            static_cast<double>(frame / kBlockFrames) * kBlockSeconds + within / kSampleRateHz,
            static_cast<double>(m_sampleCount) / kSampleRateHz);
    }

    std::shared_ptr<const BtcNetwork> m_network;
    AnalysisMode m_mode;
    ConstantQ m_transform;
    std::size_t m_sampleCount = 0, m_blockSamples = 0;
    std::vector<float> m_magnitudes; ///< [frame, bin], waiting for the network
    std::int64_t m_frameCount = 0;
    std::vector<Run> m_runs;
};

} // namespace

std::shared_ptr<const BtcNetwork> loadBtc(const WeightMap& weights, double mean, double std)
{
    return std::make_shared<const BtcNetwork>(weights, mean, std);
}

std::unique_ptr<ChordTracker> makeBtcTracker(
    std::shared_ptr<const BtcNetwork> network, AnalysisMode mode)
{
    return std::make_unique<BtcTracker>(std::move(network), mode);
}

} // namespace circumplex
