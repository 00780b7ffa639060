#include "core/ml/encoders/adaptable_mert.h"

#include "core/ml/encoders/encoder_weights.h"
#include "core/ml/encoders/low_rank_adapter.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

/// The published order of operations on every device but the CPU, whose fused one takes no memory
/// for the scores and gives the same gradients each time, which those of GPUs need not.
at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value)
{
    if (query.is_cpu()) return at::scaled_dot_product_attention(query, key, value);
    const double scale = 1.0 / std::sqrt(static_cast<double>(query.size(-1)));
    return at::matmul(at::softmax(at::matmul(query * scale, key.transpose(-2, -1)), -1), value);
}

} // namespace

AdaptableMert::AdaptableMert(const WeightMap& weights, const MertConfig& config, at::Device device)
    : m_config(config)
    , m_device(device)
{
    const std::int64_t hidden = config.hiddenSize, wide = config.intermediateSize;
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        return Linear { encoderTensor(weights, name + ".weight", { out, in }).to(device),
            encoderTensor(weights, name + ".bias", { out }).to(device) };
    };
    const auto norm = [&](const std::string& name) {
        return Norm { encoderTensor(weights, name + ".weight", { hidden }).to(device),
            encoderTensor(weights, name + ".bias", { hidden }).to(device) };
    };
    m_encoderNorm = norm("encoder.layer_norm");
    const auto adapted = adaptedProjections(config);
    for (int i = 0; i < config.neededLayerCount(); ++i) {
        const std::string prefix = "encoder.layers." + std::to_string(i) + ".";
        const auto first = 2 * static_cast<std::size_t>(i);
        m_layers.push_back({ .queryName = adapted[first],
            .valueName = adapted[first + 1],
            .query = linear(adapted[first], hidden, hidden),
            .key = linear(prefix + "attention.k_proj", hidden, hidden),
            .value = linear(adapted[first + 1], hidden, hidden),
            .attentionOut = linear(prefix + "attention.out_proj", hidden, hidden),
            .intermediate = linear(prefix + "feed_forward.intermediate_dense", wide, hidden),
            .output = linear(prefix + "feed_forward.output_dense", hidden, wide),
            .attentionNorm = norm(prefix + "layer_norm"),
            .finalNorm = norm(prefix + "final_layer_norm") });
    }
}

at::Tensor AdaptableMert::Linear::operator()(const at::Tensor& x) const
{
    return at::linear(x, weight, bias);
}

at::Tensor AdaptableMert::normed(const at::Tensor& x, const Norm& norm) const
{
    return at::layer_norm(x, { x.size(-1) }, norm.gain, norm.shift, m_config.layerNormEps);
}

at::Tensor AdaptableMert::attend(
    const Layer& layer, const at::Tensor& x, const WeightMap& adapter, double scale) const
{
    const auto adapted = [&](const Linear& linear, const std::string& name) {
        const auto narrow = adapter.find(name + ".lora_A");
        if (narrow == adapter.end()) return linear(x);
        return linear(x)
            + at::linear(at::linear(x, narrow->second), adapter.at(name + ".lora_B")) * scale;
    };
    const auto heads = [&](const at::Tensor& values) { // [batch, head, frame, value]
        return values.view({ x.size(0), x.size(1), m_config.headCount, -1 }).transpose(1, 2);
    };
    const auto attended = attention(heads(adapted(layer.query, layer.queryName)),
        heads(layer.key(x)), heads(adapted(layer.value, layer.valueName)));
    return layer.attentionOut(attended.transpose(1, 2).reshape(x.sizes()));
}

at::Tensor AdaptableMert::pooled(
    const at::Tensor& firstStates, const WeightMap& adapter, double scale) const
{
    const auto feedForward = [](const Layer& layer, const at::Tensor& x) {
        return layer.output(at::gelu(layer.intermediate(x)));
    };
    auto x = firstStates;
    std::vector<at::Tensor> used;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        if (m_config.stableLayerNorm) {
            x = x + attend(layer, normed(x, layer.attentionNorm), adapter, scale);
            x = x + feedForward(layer, normed(x, layer.finalNorm));
        } else {
            x = normed(x + attend(layer, x, adapter, scale), layer.attentionNorm);
            x = normed(x + feedForward(layer, x), layer.finalNorm);
        }
        const int index = static_cast<int>(i);
        if (std::ranges::find(m_config.usedLayers, index) == m_config.usedLayers.end()) continue;
        // the published stack applies its own norm after the very last pre-norm layer
        const bool isNormed = m_config.stableLayerNorm && index + 1 == m_config.layerCount;
        used.push_back((isNormed ? normed(x, m_encoderNorm) : x).mean(1));
    }
    return at::cat(used, 1);
}

} // namespace circumplex
