#include "core/ml/harmony/btc_network.h"

#include "core/ml/model_error.h"
#include "core/ml/weights/tensor_shapes.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>
#include <vector>

namespace circumplex {

namespace {

constexpr std::int64_t kHidden = 128;
constexpr std::int64_t kHeads = 4;
constexpr std::int64_t kHeadSize = kHidden / kHeads;
constexpr std::int64_t kParts = 3; // query, key, value
constexpr std::int64_t kTaps = 3;

/// Sines, then cosines (not interleaved), of geometrically spaced rates.
at::Tensor timingSignal()
{
    constexpr std::int64_t kRates = kHidden / 2;
    const auto rate
        = at::exp(at::arange(kRates, at::kDouble) * (-std::log(10000.0) / (kRates - 1)));
    const auto angle = at::arange(BtcNetwork::kBlockFrames, at::kDouble).unsqueeze(1) * rate;
    return at::cat({ at::sin(angle), at::cos(angle) }, 1).to(at::kFloat);
}

at::Tensor attentionMasks()
{
    constexpr auto kFrames = BtcNetwork::kBlockFrames;
    const auto later
        = at::full({ kFrames, kFrames }, -std::numeric_limits<float>::infinity()).triu(1);
    return at::stack({ later, later.t() }).reshape({ 2, 1, 1, kFrames, kFrames });
}

} // namespace

BtcNetwork::BtcNetwork(const WeightMap& given, double mean, double deviation)
    : m_mean(static_cast<float>(mean))
    , m_deviation(static_cast<float>(deviation))
    , m_timing(timingSignal())
    , m_masks(attentionMasks())
{
    if (!(m_deviation > 0.0F) || !std::isfinite(m_mean))
        throw ModelError("the chord model's feature scale is not usable");
    const auto weights = takeWeights("the chord model", given, btcShapes());
    const std::string stack = "self_attn_layers.";
    const auto norm = [&weights](const std::string& name) {
        return Norm { weights.at(name + ".gamma"), weights.at(name + ".beta") };
    };
    m_embedding = weights.at(stack + "embedding_proj.weight");
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        Layer& layer = m_layers[i];
        const auto prefix = stack + "self_attn_layers." + std::to_string(i) + ".";
        std::vector<at::Tensor> projections, biases;
        for (std::size_t d = 0; d < kDirections; ++d) {
            const auto block = prefix + (d == 0 ? "attn_block." : "backward_attn_block.");
            const auto attention = block + "multi_head_attention.";
            const auto inputNorm = norm(block + "layer_norm_mha");
            for (const std::string part : { "query", "key", "value" }) {
                auto projection = weights.at(attention + part + "_linear.weight");
                if (part == "query") projection = projection / std::sqrt(double(kHeadSize));
                projections.push_back(projection * inputNorm.gain);
                biases.push_back(at::mv(projection, inputNorm.shift));
            }
            Direction& direction = layer.directions[d];
            direction.outProjection = weights.at(attention + "output_linear.weight");
            direction.feedForwardNorm = norm(block + "layer_norm_ffn");
            for (std::size_t j = 0; j < direction.taps.size(); ++j) {
                const auto convolution
                    = block + "positionwise_convolution.layers." + std::to_string(j) + ".conv.";
                direction.taps[j] = weights.at(convolution + "weight")
                                        .transpose(1, 2)
                                        .reshape({ kHidden, kTaps * kHidden });
                direction.tapBias[j] = weights.at(convolution + "bias");
            }
        }
        layer.inProjection = at::cat(projections);
        layer.inBias = at::cat(biases);
        layer.join = weights.at(prefix + "linear.weight");
        layer.joinBias = weights.at(prefix + "linear.bias");
    }
    const auto lastNorm = norm(stack + "layer_norm");
    const std::string output = "output_layer.output_projection.";
    const auto outWeight = weights.at(output + "weight");
    m_outBias = weights.at(output + "bias") + at::mv(outWeight, lastNorm.shift);
    m_outWeight = outWeight * lastNorm.gain;
}

at::Tensor BtcNetwork::normalised(const at::Tensor& logMagnitudes) const
{
    return (logMagnitudes - m_mean) / m_deviation;
}

at::Tensor BtcNetwork::logits(const at::Tensor& features) const
{
    auto x = at::linear(features, m_embedding) + m_timing;
    for (const Layer& layer : m_layers)
        x = runLayer(layer, x);
    return at::linear(standardised(x), m_outWeight, m_outBias);
}

/// The norm without its gain and shift: sample deviation, and the epsilon added to it.
at::Tensor BtcNetwork::standardised(const at::Tensor& x)
{
    constexpr double kEpsilon = 1e-6;
    const auto [deviation, mean] = at::std_mean(x, /*dim=*/2, /*unbiased=*/true, /*keepdim=*/true);
    return (x - mean) / (deviation + kEpsilon);
}

at::Tensor BtcNetwork::runLayer(const Layer& layer, const at::Tensor& x) const
{
    const auto blocks = x.size(0);
    // [block, frame, direction, part, head, channel] -> [part, direction, block, head, frame, ...]
    const auto parts = at::linear(standardised(x), layer.inProjection, layer.inBias)
                           .view({ blocks, kBlockFrames, kDirections, kParts, kHeads, kHeadSize })
                           .permute({ 3, 2, 0, 4, 1, 5 });
    const auto scores = at::matmul(parts[0], parts[1].transpose(3, 4)).add_(m_masks);
    const auto attended = at::matmul(at::softmax(scores, 4), parts[2])
                              .transpose(2, 3)
                              .reshape({ kDirections, blocks, kBlockFrames, kHidden });
    std::vector<at::Tensor> heard;
    for (std::size_t d = 0; d < kDirections; ++d) {
        const Direction& direction = layer.directions[d];
        const auto y
            = x + at::linear(attended[static_cast<std::int64_t>(d)], direction.outProjection);
        heard.push_back(y + feedForward(direction, y));
    }
    return at::linear(at::cat(heard, 2), layer.join, layer.joinBias);
}

at::Tensor BtcNetwork::feedForward(const Direction& direction, const at::Tensor& x) const
{
    auto y = standardised(x) * direction.feedForwardNorm.gain + direction.feedForwardNorm.shift;
    for (std::size_t i = 0; i < direction.taps.size(); ++i) {
        // one row of three frames for each frame, zeros beyond the block
        const auto padded = at::constant_pad_nd(y, { 0, 0, 1, 1 });
        const auto rows = padded.as_strided(
            { y.size(0), kBlockFrames, kTaps * kHidden }, { padded.stride(0), kHidden, 1 });
        y = at::linear(rows, direction.taps[i], direction.tapBias[i]).relu_();
    }
    return y;
}

} // namespace circumplex
