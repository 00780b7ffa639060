#include "core/ml/encoders/mert_network.h"

#include "core/ml/encoders/encoder_weights.h"

#include <ATen/ATen.h>

#include <cmath>

namespace circumplex {

namespace {

constexpr double kInputEpsilon = 1e-7; // inside the root, as the published feature extractor has it
constexpr double kProjectionEpsilon = 1e-5;

} // namespace

MertNetwork::MertNetwork(
    const WeightMap& weights, const MertConfig& config, DataType dtype, at::Device device)
    : m_config(config)
    , m_dtype(dtype)
    , m_device(device)
    , m_frontEnd(weights, config, dtype, device)
    , m_positions(weights, config, device)
{
    const std::int64_t hidden = config.hiddenSize;
    const auto tensor = [&](const std::string& name, at::IntArrayRef shape) {
        return encoderTensor(weights, name, shape).to(device);
    };
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        return LinearLayer(
            tensor(name + ".weight", { out, in }), tensor(name + ".bias", { out }), dtype);
    };
    const auto features = config.convChannels.back();
    m_projectionNorm = loadNorm(weights, "feature_projection.layer_norm", features);
    m_projection = linear("feature_projection.projection", hidden, features);
    m_encoderNorm = loadNorm(weights, "encoder.layer_norm", hidden);

    const double queryScale = 1.0 / std::sqrt(config.hiddenSize / config.headCount);
    for (int i = 0; i < config.neededLayerCount(); ++i) {
        const std::string prefix = "encoder.layers." + std::to_string(i) + ".";
        const auto joined = [&](const char* kind, at::IntArrayRef shape) {
            const auto part = [&](const char* which) {
                return tensor(prefix + "attention." + which + "_proj." + kind, shape);
            };
            // the query's scale sits in its weights, so that attention itself needs none
            return at::cat({ part("q") * queryScale, part("k"), part("v") });
        };
        m_layers.push_back({
            .queryKeyValue
            = LinearLayer(joined("weight", { hidden, hidden }), joined("bias", { hidden }), dtype),
            .attentionOut = linear(prefix + "attention.out_proj", hidden, hidden),
            .intermediate
            = linear(prefix + "feed_forward.intermediate_dense", config.intermediateSize, hidden),
            .output = linear(prefix + "feed_forward.output_dense", hidden, config.intermediateSize),
            .attentionNorm = loadNorm(weights, prefix + "layer_norm", hidden),
            .finalNorm = loadNorm(weights, prefix + "final_layer_norm", hidden),
        });
    }
}

MertNetwork::Norm MertNetwork::loadNorm(
    const WeightMap& weights, const std::string& prefix, std::int64_t channels) const
{
    return { encoderTensor(weights, prefix + ".weight", { channels }).to(m_device),
        encoderTensor(weights, prefix + ".bias", { channels }).to(m_device) };
}

at::Tensor MertNetwork::normed(const at::Tensor& x, const Norm& norm) const
{
    return at::layer_norm(x, { x.size(-1) }, norm.gain, norm.shift, m_config.layerNormEps);
}

at::Tensor MertNetwork::attend(const Layer& layer, const at::Tensor& x) const
{
    const auto heads = m_config.headCount;
    // [batch, frame, 3 * hidden]; a CPU's attention is no faster in bfloat16, a GPU's is
    const auto joined
        = m_device.is_cpu() ? layer.queryKeyValue(x) : layer.queryKeyValue.inOwnFormat(x);
    const auto split
        = joined.view({ x.size(0), x.size(1), 3, heads, -1 }).permute({ 2, 0, 3, 1, 4 });
    const auto attended = at::scaled_dot_product_attention(split[0], split[1], split[2],
        /*mask=*/ {}, /*dropout=*/0.0, /*causal=*/false, /*scale=*/1.0);
    return layer.attentionOut(attended.transpose(1, 2).reshape(x.sizes()));
}

at::Tensor MertNetwork::feedForward(const Layer& layer, const at::Tensor& x) const
{
    auto hidden = layer.intermediate.inOwnFormat(x);
    at::gelu_(hidden);
    return layer.output(hidden);
}

at::Tensor MertNetwork::beforeLayers(const at::Tensor& segments) const
{
    auto samples = segments.to(m_device);
    if (m_config.normalizeInput) {
        const auto mean = samples.mean(1, /*keepdim=*/true);
        const auto variance = samples.var(1, /*unbiased=*/false, /*keepdim=*/true);
        samples = (samples - mean) / at::sqrt(variance + kInputEpsilon);
    }
    const auto features = m_frontEnd(samples);
    auto x = m_projection(at::layer_norm(features, { features.size(-1) }, m_projectionNorm.gain,
        m_projectionNorm.shift, kProjectionEpsilon));
    x = x + m_positions(x);
    return m_config.stableLayerNorm ? x : normed(x, m_encoderNorm);
}

template <class Visit> void MertNetwork::run(const at::Tensor& segments, Visit visit) const
{
    auto x = beforeLayers(segments);
    const bool normFirst = m_config.stableLayerNorm;
    visit(0, x);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        if (normFirst) {
            x = x + attend(layer, normed(x, layer.attentionNorm));
            x = x + feedForward(layer, normed(x, layer.finalNorm));
        } else {
            x = normed(x + attend(layer, x), layer.attentionNorm);
            x = normed(x + feedForward(layer, x), layer.finalNorm);
        }
        // the published stack applies its own norm after the very last pre-norm layer
        const bool isLast = static_cast<int>(i) + 1 == m_config.layerCount;
        visit(i + 1, normFirst && isLast ? normed(x, m_encoderNorm) : x);
    }
}

at::Tensor MertNetwork::firstState(const at::Tensor& segments) const
{
    const c10::InferenceMode guard;
    return beforeLayers(segments).cpu();
}

at::Tensor MertNetwork::embed(const at::Tensor& segments) const
{
    const c10::InferenceMode guard;
    std::vector<at::Tensor> used;
    run(segments, [&](std::size_t state, const at::Tensor& x) {
        for (const int layer : m_config.usedLayers)
            if (static_cast<int>(state) == layer + 1) used.push_back(x);
    });
    return at::cat(used, 2).cpu();
}

std::vector<at::Tensor> MertNetwork::hiddenStates(const at::Tensor& segments) const
{
    const c10::InferenceMode guard;
    std::vector<at::Tensor> states;
    run(segments, [&](std::size_t, const at::Tensor& x) { states.push_back(x.cpu()); });
    return states;
}

} // namespace circumplex
