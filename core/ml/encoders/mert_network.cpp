#include "core/ml/encoders/mert_network.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>

#include <cmath>

namespace circumplex {

namespace {

constexpr double kInputEpsilon = 1e-7; // inside the root, as the published feature extractor has it
constexpr double kProjectionEpsilon = 1e-5;

const at::Tensor& require(const WeightMap& weights, const std::string& name)
{
    const auto found = weights.find(name);
    if (found == weights.end()) throw ModelError("the encoder lacks the tensor " + name);
    return found->second;
}

/// The positional convolution's kernel: weight norm over output and input channels, one magnitude
/// per tap.
at::Tensor positionalWeight(const WeightMap& weights)
{
    const std::string prefix = "encoder.pos_conv_embed.conv.";
    if (const auto folded = weights.find(prefix + "weight"); folded != weights.end())
        return folded->second;
    const bool isOld = weights.contains(prefix + "weight_g");
    const auto& magnitude
        = require(weights, prefix + (isOld ? "weight_g" : "parametrizations.weight.original0"));
    const auto& direction
        = require(weights, prefix + (isOld ? "weight_v" : "parametrizations.weight.original1"));
    return direction
        * (magnitude
            / at::linalg_vector_norm(
                direction, 2, std::vector<std::int64_t> { 0, 1 }, /*keepdim=*/true));
}

} // namespace

MertNetwork::MertNetwork(
    const WeightMap& weights, const MertConfig& config, DataType dtype, at::Device device)
    : m_config(config)
    , m_dtype(dtype)
    , m_device(device)
    , m_frontEnd(weights, config, dtype, device)
{
    const auto linear = [&](const std::string& name, DataType type) {
        return LinearLayer(require(weights, name + ".weight").to(device),
            require(weights, name + ".bias").to(device), type);
    };
    m_projectionNorm = loadNorm(weights, "feature_projection.layer_norm");
    m_projection = linear("feature_projection.projection", dtype);
    m_positionalWeight = positionalWeight(weights).to(device);
    m_positionalBias = require(weights, "encoder.pos_conv_embed.conv.bias").to(device);
    if (dtype == DataType::BFloat16) {
        m_positionalWeight = m_positionalWeight.to(at::kBFloat16);
        m_positionalBias = m_positionalBias.to(at::kBFloat16);
    }
    m_encoderNorm = loadNorm(weights, "encoder.layer_norm");

    const double queryScale = 1.0 / std::sqrt(config.hiddenSize / config.headCount);
    for (int i = 0; i < config.neededLayerCount(); ++i) {
        const std::string prefix = "encoder.layers." + std::to_string(i) + ".";
        const auto part = [&](const char* which, const char* kind) {
            return require(weights, prefix + "attention." + which + "_proj." + kind).to(device);
        };
        // the query's scale sits in its weights, so that attention itself needs none
        const auto joinedWeight = at::cat(
            { part("q", "weight") * queryScale, part("k", "weight"), part("v", "weight") });
        const auto joinedBias
            = at::cat({ part("q", "bias") * queryScale, part("k", "bias"), part("v", "bias") });
        m_layers.push_back({
            .queryKeyValue = LinearLayer(joinedWeight, joinedBias, dtype),
            .attentionOut = linear(prefix + "attention.out_proj", dtype),
            .intermediate = linear(prefix + "feed_forward.intermediate_dense", dtype),
            .output = linear(prefix + "feed_forward.output_dense", dtype),
            .attentionNorm = loadNorm(weights, prefix + "layer_norm"),
            .finalNorm = loadNorm(weights, prefix + "final_layer_norm"),
        });
    }
}

MertNetwork::Norm MertNetwork::loadNorm(const WeightMap& weights, const std::string& prefix) const
{
    return { require(weights, prefix + ".weight").to(m_device),
        require(weights, prefix + ".bias").to(m_device) };
}

at::Tensor MertNetwork::normed(const at::Tensor& x, const Norm& norm) const
{
    return at::layer_norm(x, { x.size(-1) }, norm.gain, norm.shift, m_config.layerNormEps);
}

at::Tensor MertNetwork::positions(const at::Tensor& x) const
{
    const int kernel = m_config.positionalKernel;
    const auto channelsFirst = x.transpose(1, 2).to(m_positionalWeight.dtype());
    auto y = at::conv1d(channelsFirst, m_positionalWeight, m_positionalBias, /*stride=*/1,
        /*padding=*/kernel / 2, /*dilation=*/1, m_config.positionalGroups);
    if (kernel % 2 == 0) y = y.slice(2, 0, y.size(2) - 1);
    return at::gelu(y.to(at::kFloat)).transpose(1, 2);
}

at::Tensor MertNetwork::attend(const Layer& layer, const at::Tensor& x) const
{
    const auto heads = m_config.headCount;
    auto joined = layer.queryKeyValue(x); // [batch, frame, 3 * hidden]
    if (m_dtype == DataType::BFloat16) joined = joined.to(at::kBFloat16);
    const auto split
        = joined.view({ x.size(0), x.size(1), 3, heads, -1 }).permute({ 2, 0, 3, 1, 4 });
    const auto attended = at::scaled_dot_product_attention(split[0], split[1], split[2],
        /*mask=*/ {}, /*dropout=*/0.0, /*causal=*/false, /*scale=*/1.0);
    return layer.attentionOut(attended.transpose(1, 2).reshape(x.sizes()).to(at::kFloat));
}

at::Tensor MertNetwork::feedForward(const Layer& layer, const at::Tensor& x) const
{
    auto hidden = layer.intermediate(x);
    at::gelu_(hidden);
    return layer.output(hidden);
}

template <class Visit> void MertNetwork::run(const at::Tensor& segments, Visit visit) const
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
    x = x + positions(x);
    const bool normFirst = m_config.stableLayerNorm;
    if (!normFirst) x = normed(x, m_encoderNorm);
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
