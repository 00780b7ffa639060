#include "core/ml/annotator.h"

#include "core/ml/emotion/emotion_head.h"
#include "core/ml/encoders/mert_encoder.h"
#include "core/ml/encoders/mert_network.h"
#include "core/ml/encoders/musicnn_encoder.h"
#include "core/ml/encoders/musicnn_network.h"
#include "core/ml/harmony/btc_tracker.h"
#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/harmony/chord_window.h"
#include "core/ml/harmony/crema_tracker.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"
#include "core/ml/weights/model_package.h"
#include "core/ml/weights/published_mert.h"
#include "core/ml/window_batcher.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <limits>

namespace circumplex {

namespace {

constexpr float kScaleLeast = 1.0F, kScaleMost = 9.0F;
constexpr std::size_t kWindowsAtOnce = 256;

/// What the head says of a batch of embeddings.
struct Judgement {
    at::Tensor tags; ///< [batch, tag], probabilities; undefined if it is not the head's task
    at::Tensor emotion; ///< [batch, 2]: valence, arousal; not-a-number if it is not the head's task
};

Interval intervalAround(float value, double halfWidth, AnalysisMode mode)
{
    const auto half = static_cast<float>(halfWidth);
    if (mode == AnalysisMode::Reference || std::isnan(value)) return { value - half, value + half };
    return { std::max(kScaleLeast, value - half), std::min(kScaleMost, value + half) };
}

void addBands(const std::vector<float>& values, double halfWidth, AnalysisMode mode,
    std::vector<float>& lower, std::vector<float>& upper)
{
    for (const float value : values) {
        const auto band = intervalAround(value, halfWidth, mode);
        lower.push_back(band.lower);
        upper.push_back(band.upper);
    }
}

KeyEstimate estimateOf(const FoundKey& key)
{
    std::string tonic = key.text.substr(0, key.text.find(' '));
    tonic.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(tonic.front())));
    std::ranges::replace(tonic, '-', 'b');
    return { tonic, key.mode, key.correlation };
}

} // namespace

struct Annotator::Parts {
    ModelCard card;
    EmotionHead head;
    std::shared_ptr<const MertNetwork> mert;
    std::shared_ptr<WindowBatcher> batcher; ///< of mert; none: tracks run their own windows
    std::shared_ptr<const MusiCnnNetwork> musiCnn;
    std::shared_ptr<const BtcNetwork> btc;
    std::shared_ptr<const CremaNetwork> crema;

    /// @param embedding  [batch, dimension]
    /// @param symbols    one per row
    Judgement judge(const at::Tensor& embedding, std::span<const ChordSymbols> symbols,
        const std::optional<FoundKey>& key, AnalysisMode mode) const
    {
        const auto count = embedding.size(0);
        auto root = at::empty({ count, ChordSymbols::kLength }, at::kLong);
        auto quality = at::empty_like(root);
        for (std::size_t row = 0; row < symbols.size(); ++row) {
            std::ranges::copy(symbols[row].root,
                root.mutable_data_ptr<std::int64_t>() + row * ChordSymbols::kLength);
            std::ranges::copy(symbols[row].quality,
                quality.mutable_data_ptr<std::int64_t>() + row * ChordSymbols::kLength);
        }
        const bool isMinor = mode == AnalysisMode::Corrected && key && key->mode == KeyMode::Minor;
        const auto output
            = head.forward(embedding, root, quality, at::full({ count }, isMinor ? 1.0 : 0.0));
        Judgement judgement;
        if (output.tagLogits.defined()) judgement.tags = at::sigmoid(output.tagLogits).contiguous();
        judgement.emotion = output.emotion.defined()
            ? output.emotion.contiguous()
            : at::full({ count, 2 }, std::numeric_limits<float>::quiet_NaN());
        if (mode == AnalysisMode::Corrected)
            judgement.emotion = judgement.emotion.clamp(kScaleLeast, kScaleMost);
        return judgement;
    }
};

Annotator::Annotator(const std::filesystem::path& folder, const std::string& device, DataType dtype,
    WindowBatching batching)
{
    const c10::InferenceMode guard;
    const ModelPackage package = readModelPackage(folder);
    auto parts = std::make_unique<Parts>();
    parts->card = package.card;
    parts->head = EmotionHead(package.head);
    const at::Device place(device);
    switch (package.card.encoder) {
    case ModelCard::Encoder::Mert:
        parts->mert
            = std::make_shared<MertNetwork>(package.encoder, package.card.mert, dtype, place);
        if (batching.largestBatch > 1)
            parts->batcher = std::make_shared<WindowBatcher>(WindowBatcher::Setup { .encode
                = [mert = parts->mert](const at::Tensor& windows) { return mert->embed(windows); },
                .largestBatch = batching.largestBatch,
                .notice = std::move(batching.notice) });
        break;
    case ModelCard::Encoder::MusiCnn:
        parts->musiCnn = std::make_shared<MusiCnnNetwork>(package.encoder, dtype, place);
        break;
    }
    switch (package.card.chords) {
    case ModelCard::Chords::Btc:
        parts->btc = loadBtc(package.chords, package.card.btcMean, package.card.btcStd);
        break;
    case ModelCard::Chords::Crema:
        parts->crema = loadCrema(package.chords);
        break;
    }
    m_parts = std::move(parts);
}

Annotator::Annotator(std::unique_ptr<const Parts> parts)
    : m_parts(std::move(parts))
{
}

Annotator::~Annotator() = default;

std::shared_ptr<const Annotator> Annotator::encoderAlone(const std::filesystem::path& mert,
    const std::vector<int>& usedLayers, const std::string& device, DataType dtype)
{
    const c10::InferenceMode guard;
    auto published = readPublishedMert(mert, usedLayers);
    auto parts = std::make_unique<Parts>();
    parts->card.name = "mert";
    parts->card.encoder = ModelCard::Encoder::Mert;
    parts->card.mert = published.config;
    parts->mert = std::make_shared<MertNetwork>(
        published.weights, published.config, dtype, at::Device(device));
    return std::shared_ptr<const Annotator>(new Annotator(std::move(parts)));
}

const ModelCard& Annotator::card() const
{
    return m_parts->card;
}

std::unique_ptr<TrackListener> Annotator::listen(
    AnalysisMode mode, const CurveGrid& grid, std::stop_token stop) const
{
    const TrackListener::MakeSession makeSession = [&](FrameSink sink) {
        if (!m_parts->mert) return makeMusiCnnSession(m_parts->musiCnn, std::move(sink));
        EmbedSegments embed;
        if (m_parts->batcher)
            embed = [batcher = m_parts->batcher](
                        const at::Tensor& segment) { return batcher->embed(segment); };
        return makeMertSession(m_parts->mert, mode, std::move(sink), std::move(embed));
    };
    std::unique_ptr<ChordTracker> chords;
    if (m_parts->btc) chords = makeBtcTracker(m_parts->btc, mode);
    if (m_parts->crema) chords = makeCremaTracker(m_parts->crema);
    const auto level = m_parts->card.loudnessLufs ? TrackListener::Level::Adjusted
                                                  : TrackListener::Level::AsItIs;
    return std::make_unique<TrackListener>(
        makeSession, std::move(chords), mode, grid, level, std::move(stop));
}

Annotation Annotator::judge(const TrackFeatures& features, AnalysisMode mode, const CurveGrid& grid,
    double& headSeconds) const
{
    const Stopwatch watch(headSeconds);
    const c10::InferenceMode guard;
    Annotation annotation;
    annotation.durationSeconds = features.durationSeconds;
    annotation.chords = features.chords;
    if (features.key) {
        annotation.publishedKey = features.key->text;
        annotation.key = estimateOf(*features.key);
    }
    judgeTrack(features, mode, annotation);
    judgeWindows(features, mode, grid, annotation);
    return annotation;
}

void Annotator::judgeTrack(
    const TrackFeatures& features, AnalysisMode mode, Annotation& annotation) const
{
    bool hadMinMaj7 = false;
    const int shift = features.key ? features.key->chordShift() : 0;
    const auto symbols = encodeChords(features.chords, shift, mode, &hadMinMaj7);
    if (hadMinMaj7)
        annotation.warnings.emplace_back(
            "a minor-major seventh chord, which the model does not know, was read as minor");
    const auto embedding = at::from_blob(const_cast<float*>(features.embedding.data()), // read only
        { 1, static_cast<std::int64_t>(features.embedding.size()) }, at::kFloat);
    const auto judgement = m_parts->judge(embedding, { &symbols, 1 }, features.key, mode);

    const float* emotion = judgement.emotion.const_data_ptr<float>();
    const IntervalHalfWidth& halfWidth = m_parts->card.trackInterval;
    annotation.valence = emotion[0];
    annotation.arousal = emotion[1];
    annotation.valenceInterval = intervalAround(emotion[0], halfWidth.valence, mode);
    annotation.arousalInterval = intervalAround(emotion[1], halfWidth.arousal, mode);
    if (judgement.tags.defined()) {
        const float* probabilities = judgement.tags.const_data_ptr<float>();
        for (std::size_t tag = 0; tag < kMoodTags.size(); ++tag)
            annotation.moods.push_back({ static_cast<int>(tag), probabilities[tag] });
    }
    std::ranges::stable_sort(annotation.moods, std::greater {}, &MoodProbability::probability);
}

void Annotator::judgeWindows(const TrackFeatures& features, AnalysisMode mode,
    const CurveGrid& grid, Annotation& annotation) const
{
    const int shift = features.key ? features.key->chordShift() : 0;
    const auto dimension = static_cast<std::int64_t>(features.embedding.size());
    EmotionCurve& curve = annotation.curve;
    curve.hopSeconds = grid.hopSeconds;
    curve.windowSeconds = grid.windowSeconds;
    ChordWindow chords(features.chords);
    const auto pointCount = features.windows.rowCount();
    for (std::size_t begin = 0; begin < pointCount; begin += kWindowsAtOnce) {
        const auto count = std::min(kWindowsAtOnce, pointCount - begin);
        auto rows = at::empty({ static_cast<std::int64_t>(count), dimension }, at::kFloat);
        features.windows.read(begin, count,
            { rows.mutable_data_ptr<float>(), static_cast<std::size_t>(rows.numel()) });
        std::vector<ChordSymbols> symbols;
        for (auto point = begin; point < begin + count; ++point)
            symbols.push_back(encodeChords(
                chords.between(grid.windowBegin(point), grid.windowEnd(point)), shift, mode));
        const auto judgement = m_parts->judge(rows, symbols, features.key, mode);
        const float* emotion = judgement.emotion.const_data_ptr<float>();
        for (std::size_t i = 0; i < count; ++i) {
            curve.valence.push_back(emotion[2 * i]);
            curve.arousal.push_back(emotion[2 * i + 1]);
        }
        if (judgement.tags.defined()) {
            const float* tags = judgement.tags.const_data_ptr<float>();
            curve.tagProbabilities.insert(
                curve.tagProbabilities.end(), tags, tags + judgement.tags.numel());
        }
    }
    const IntervalHalfWidth& halfWidth = m_parts->card.windowInterval;
    addBands(curve.valence, halfWidth.valence, mode, curve.valenceLower, curve.valenceUpper);
    addBands(curve.arousal, halfWidth.arousal, mode, curve.arousalLower, curve.arousalUpper);
}

} // namespace circumplex
