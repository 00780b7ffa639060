#include "tests/app/published_chain.h"

#include "core/audio/resampler.h"
#include "core/ml/emotion/emotion_head.h"
#include "core/ml/encoders/mert_network.h"
#include "core/ml/encoders/sinc_resampler.h"
#include "core/ml/harmony/btc_tracker.h"
#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/harmony/key_finder.h"
#include "tests/support/golden_weights.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace circumplex::test {

namespace {

template <class Kind>
std::vector<float> resampled(std::span<const float> mono, int fromHz, int toHz)
{
    Kind resampler(fromHz, toHz);
    std::vector<float> out;
    resampler.push(mono, out);
    resampler.finish(out);
    return out;
}

at::Tensor trackEmbedding(const MertNetwork& network, std::vector<float> samples)
{
    constexpr std::int64_t kSegment = 30 * 24000;
    const auto whole = at::from_blob(
        samples.data(), { 1, static_cast<std::int64_t>(samples.size()) }, at::kFloat);
    std::vector<at::Tensor> means;
    for (const auto& segment : whole.split(kSegment, 1)) {
        const auto states = network.hiddenStates(segment.contiguous());
        means.push_back(at::cat({ states[6].mean(1), states[7].mean(1) }, 1));
    }
    return at::cat(means).mean(0, /*keepdim=*/true);
}

} // namespace

ChainAnswer publishedChain(std::span<const float> mono, int sampleRateHz)
{
    const c10::InferenceMode guard;
    ChainAnswer answer;
    const auto heard = resampled<Resampler>(mono, sampleRateHz, ChordTracker::kSampleRateHz);
    const auto tracker = makeBtcTracker(loadBtc(goldenBtc(), 0.0, 1.0), AnalysisMode::Reference);
    tracker->push(heard);
    answer.chords = tracker->finish();
    const auto key = findKey(answer.chords, AnalysisMode::Reference);
    answer.key = key ? key->text : "None";
    const auto symbols
        = encodeChords(answer.chords, key ? key->chordShift() : 0, AnalysisMode::Reference);

    const MertNetwork network(goldenMert(), {}, DataType::Float32, at::kCPU);
    const auto embedding
        = trackEmbedding(network, resampled<SincResampler>(mono, sampleRateHz, 24000));
    const auto row = [](const auto& ids) {
        return at::tensor(at::ArrayRef<std::int64_t>(ids.data(), ids.size())).unsqueeze(0);
    };
    const auto output = EmotionHead(goldenHead())
                            .forward(embedding, row(symbols.root), row(symbols.quality),
                                at::zeros({ 1 })); // at inference the mode is always read as major
    answer.valence = output.emotion[0][0].item<float>();
    answer.arousal = output.emotion[0][1].item<float>();
    const auto probabilities = at::sigmoid(output.tagLogits[0]).contiguous();
    answer.probabilities.assign(probabilities.const_data_ptr<float>(),
        probabilities.const_data_ptr<float>() + probabilities.numel());
    return answer;
}

} // namespace circumplex::test
