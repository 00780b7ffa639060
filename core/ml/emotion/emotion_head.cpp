#include "core/ml/emotion/emotion_head.h"

#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/model_error.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace circumplex {

namespace {

constexpr std::int64_t kSymbolSize = 4; ///< of a root's and of a quality's vector
constexpr std::int64_t kChordSize = 2 * kSymbolSize;
constexpr std::int64_t kSymbolCount = 14;
constexpr std::int64_t kHeadCount = 8; ///< attention heads of dimension 1
constexpr std::int64_t kFeedForward = 64;
constexpr std::int64_t kTagCount = kMoodTags.size();
constexpr std::int64_t kEmotionCount = 2;
constexpr std::int64_t kAnySize = -1;

/// Hands out tensors by name and remembers which were asked for.
class WeightReader {
public:
    explicit WeightReader(const WeightMap& weights)
        : m_weights(weights)
    {
    }

    bool has(const std::string& name) const { return m_weights.contains(name); }

    at::Tensor take(const std::string& name, const std::vector<std::int64_t>& shape)
    {
        const auto found = m_weights.find(name);
        if (found == m_weights.end()) throw ModelError("the emotion head lacks " + name);
        const at::Tensor& tensor = found->second;
        bool fits = tensor.dim() == static_cast<std::int64_t>(shape.size());
        for (std::size_t i = 0; fits && i < shape.size(); ++i)
            fits = shape[i] == kAnySize || tensor.size(static_cast<std::int64_t>(i)) == shape[i];
        if (!fits) throw ModelError("the emotion head's " + name + " has an unexpected shape");
        m_taken.insert(name);
        return tensor.to(at::kFloat).contiguous();
    }

    /// @throws ModelError  a tensor was never asked for
    void requireAllTaken() const
    {
        for (const auto& [name, tensor] : m_weights)
            if (!m_taken.contains(name))
                throw ModelError("the emotion head does not know the tensor " + name);
    }

private:
    const WeightMap& m_weights;
    std::set<std::string> m_taken;
};

/// Sinusoidal positions of Vaswani et al. 2017, [chord, kChordSize].
at::Tensor positionCode()
{
    const auto time = at::arange(ChordSymbols::kLength, at::kFloat).unsqueeze(1);
    const auto rate
        = at::exp(at::arange(0, kChordSize, 2, at::kFloat) * (-std::log(10000.0) / kChordSize));
    const auto angle = time * rate; // [chord, kChordSize / 2]
    return at::stack({ at::sin(angle), at::cos(angle) }, 2).flatten(1);
}

} // namespace

at::Tensor EmotionHead::Linear::operator()(const at::Tensor& x) const
{
    return at::linear(x, weight, bias);
}

at::Tensor EmotionHead::Norm::operator()(const at::Tensor& x) const
{
    return at::layer_norm(x, { kChordSize }, weight, bias, 1e-5);
}

at::Tensor EmotionHead::Branch::operator()(const at::Tensor& hidden, double dropout) const
{
    return last(at::dropout(at::relu(first(hidden)), dropout, /*train=*/dropout > 0.0));
}

EmotionHead::EmotionHead(const WeightMap& weights)
{
    WeightReader reader(weights);
    const auto linear = [&reader](const std::string& name, std::int64_t out, std::int64_t in) {
        Linear layer;
        layer.weight = reader.take(name + ".weight", { out, in });
        layer.bias = reader.take(name + ".bias", { layer.weight.size(0) });
        return layer;
    };
    const auto norm = [&reader](const std::string& name) {
        return Norm { reader.take(name + ".weight", { kChordSize }),
            reader.take(name + ".bias", { kChordSize }) };
    };
    const auto branch = [&](const std::string& name, std::int64_t out) {
        Branch made;
        made.first = linear(name + ".0", kAnySize, m_input.weight.size(0));
        made.last = linear(name + ".2", out, made.first.weight.size(0));
        return made;
    };

    m_rootTable = reader.take("chord_root_embedding.weight", { kSymbolCount, kSymbolSize });
    m_qualityTable = reader.take("chord_attr_embedding.weight", { kSymbolCount, kSymbolSize });
    m_positions = positionCode().to(m_rootTable.device());
    for (std::size_t i = 0; i < m_chordLayers.size(); ++i) {
        const auto name = "chord_transformer.layers." + std::to_string(i) + ".";
        ChordLayer& layer = m_chordLayers[i];
        layer.inProjection.weight
            = reader.take(name + "self_attn.in_proj_weight", { 3 * kChordSize, kChordSize });
        layer.inProjection.bias = reader.take(name + "self_attn.in_proj_bias", { 3 * kChordSize });
        layer.outProjection = linear(name + "self_attn.out_proj", kChordSize, kChordSize);
        layer.widen = linear(name + "linear1", kFeedForward, kChordSize);
        layer.narrow = linear(name + "linear2", kChordSize, kFeedForward);
        layer.attentionNorm = norm(name + "norm1");
        layer.outputNorm = norm(name + "norm2");
    }
    m_input = linear("input_proj.0", kAnySize, kAnySize);
    if (embeddingDimension() < 1)
        throw ModelError("the emotion head's input_proj.0.weight has an unexpected shape");
    if (reader.has("output_proj.0.weight")) {
        auto only = branch("output_proj", kAnySize);
        const auto outputs = only.last.weight.size(0);
        if (outputs != kTagCount && outputs != kEmotionCount)
            throw ModelError("the emotion head's output_proj.2.weight has an unexpected shape");
        (outputs == kTagCount ? m_tagBranch : m_emotionBranch) = std::move(only);
    } else {
        m_tagBranch = branch("classification_branch", kTagCount);
        m_emotionBranch = branch("regression_branch", kEmotionCount);
    }
    if (reader.has("embedding_mean") || reader.has("embedding_scale")) {
        m_embeddingMean = reader.take("embedding_mean", { embeddingDimension() });
        m_embeddingScale = reader.take("embedding_scale", { embeddingDimension() });
    }
    reader.requireAllTaken();
}

std::int64_t EmotionHead::embeddingDimension() const
{
    return m_input.weight.size(1) - kChordSize - 1;
}

at::Tensor EmotionHead::runChordLayer(
    const ChordLayer& layer, const at::Tensor& sequence, std::int64_t queryCount, double dropout)
{
    const bool train = dropout > 0.0;
    const auto drop = [=](const at::Tensor& x) { return at::dropout(x, dropout, train); };
    const auto parts = layer.inProjection(sequence).chunk(3, /*dim=*/2); // [batch, token, head]
    const auto heads = [](const at::Tensor& x) { return x.transpose(1, 2); };
    const auto query = heads(parts[0].narrow(1, 0, queryCount)); // [batch, head, query]
    const auto keys = heads(parts[1]); // [batch, head, token]
    const auto values = heads(parts[2]);
    at::Tensor attended; // [batch, head, query]; heads of dimension 1, so that the scale is 1
    if (query.requires_grad() && !train) {
        // five times as fast as below where gradients are wanted: it keeps no scores for them
        attended = at::scaled_dot_product_attention(
            query.unsqueeze(3), keys.unsqueeze(3), values.unsqueeze(3))
                       .squeeze(3);
    } else {
        // products of single values need no matrix products: [batch, head, query, token]
        const auto scores = query.unsqueeze(3) * keys.unsqueeze(2);
        attended = (drop(at::softmax(scores, 3)) * values.unsqueeze(2)).sum(3);
    }
    const auto mixed = layer.outProjection(attended.transpose(1, 2));
    const auto x = layer.attentionNorm(sequence.narrow(1, 0, queryCount) + drop(mixed));
    return layer.outputNorm(x + drop(layer.narrow(drop(at::relu(layer.widen(x))))));
}

at::Tensor EmotionHead::chordSummary(
    const at::Tensor& root, const at::Tensor& quality, const Dropout& dropout) const
{
    const auto chords
        = at::cat({ at::embedding(m_rootTable, root), at::embedding(m_qualityTable, quality) }, 2)
        + m_positions; // [batch, 100, 8]
    const auto summaryToken = at::zeros({ chords.size(0), 1, kChordSize }, chords.options());
    const auto sequence = at::cat({ summaryToken, chords }, 1); // [batch, 101, 8]
    const auto first = runChordLayer(m_chordLayers[0], sequence, sequence.size(1), dropout.chords);
    // of the last layer only the summary token's output is used
    return runChordLayer(m_chordLayers[1], first, 1, dropout.chords).squeeze(1);
}

EmotionHead::Output EmotionHead::forward(const at::Tensor& embedding, const at::Tensor& root,
    const at::Tensor& quality, const at::Tensor& key, const Dropout& dropout) const
{
    return judge(embedding, chordSummary(root, quality, dropout), key, dropout);
}

EmotionHead::Output EmotionHead::judge(const at::Tensor& embedding, const at::Tensor& chords,
    const at::Tensor& key, const Dropout& dropout) const
{
    const auto standardised
        = m_embeddingMean.defined() ? (embedding - m_embeddingMean) / m_embeddingScale : embedding;
    const auto joined = at::cat({ standardised, chords, key.to(at::kFloat).unsqueeze(1) }, 1);
    const auto hidden
        = at::dropout(at::relu(m_input(joined)), dropout.hidden, dropout.hidden > 0.0);
    Output output;
    if (m_tagBranch.first.weight.defined()) output.tagLogits = m_tagBranch(hidden, dropout.hidden);
    if (m_emotionBranch.first.weight.defined())
        output.emotion = m_emotionBranch(hidden, dropout.hidden);
    return output;
}

} // namespace circumplex
