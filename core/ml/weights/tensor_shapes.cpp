#include "core/ml/weights/tensor_shapes.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <atomic>
#include <bit>

namespace circumplex {

namespace {

using Shape = std::vector<std::int64_t>;

void addLinear(ShapeMap& shapes, const std::string& name, std::int64_t out, std::int64_t in)
{
    shapes[name + ".weight"] = { out, in };
    shapes[name + ".bias"] = { out };
}

void addNorm(ShapeMap& shapes, const std::string& name, std::int64_t size)
{
    shapes[name + ".weight"] = { size };
    shapes[name + ".bias"] = { size };
}

void addBatchNorm(ShapeMap& shapes, const std::string& name, std::int64_t size)
{
    for (const char* part : { ".gamma", ".beta", ".moving_mean", ".moving_variance" })
        shapes[name + part] = { size };
}

void addWeightAndBias(ShapeMap& shapes, const std::string& name, const Shape& weight)
{
    shapes[name + ".weight"] = weight;
    shapes[name + ".bias"] = { weight.front() };
}

bool isFinite(const at::Tensor& tensor)
{
    const auto* values = tensor.const_data_ptr<float>();
    std::atomic<bool> isFinite = true;
    at::parallel_for(0, tensor.numel(), 1 << 18, [&](std::int64_t begin, std::int64_t end) {
        constexpr std::uint32_t kExponent = 0x7f800000; // all ones in infinities and NaN
        std::uint32_t found = 0;
        for (auto i = begin; i < end; ++i) {
            const auto exponent = std::bit_cast<std::uint32_t>(values[i]) & kExponent;
            found |= static_cast<std::uint32_t>(exponent == kExponent);
        }
        if (found != 0) isFinite = false;
    });
    return isFinite;
}

std::string text(at::IntArrayRef shape)
{
    std::string text;
    for (const auto size : shape)
        text += (text.empty() ? "" : "x") + std::to_string(size);
    return text.empty() ? "a single number" : text;
}

} // namespace

ShapeMap mertShapes(const MertConfig& config, const WeightMap& present)
{
    ShapeMap shapes;
    std::int64_t channels = 1;
    for (std::size_t i = 0; i < config.convChannels.size(); ++i) {
        const auto layer = "feature_extractor.conv_layers." + std::to_string(i);
        const std::int64_t out = config.convChannels[i];
        shapes[layer + ".conv.weight"] = { out, channels, config.convKernels[i] };
        if (config.convBias) shapes[layer + ".conv.bias"] = { out };
        if (i == 0 || config.featureNorm == MertConfig::FeatureNorm::Layer)
            addNorm(shapes, layer + ".layer_norm", out);
        channels = out;
    }
    const std::int64_t hidden = config.hiddenSize;
    const std::int64_t kernel = config.positionalKernel;
    addNorm(shapes, "feature_projection.layer_norm", channels);
    addLinear(shapes, "feature_projection.projection", hidden, channels);

    const std::string position = "encoder.pos_conv_embed.conv.";
    const Shape weight { hidden, hidden / config.positionalGroups, kernel };
    shapes[position + "bias"] = { hidden };
    if (present.contains(position + "weight")) {
        shapes[position + "weight"] = weight;
    } else {
        const bool isNew = present.contains(position + "parametrizations.weight.original0");
        shapes[position + (isNew ? "parametrizations.weight.original0" : "weight_g")]
            = { 1, 1, kernel };
        shapes[position + (isNew ? "parametrizations.weight.original1" : "weight_v")] = weight;
    }

    addNorm(shapes, "encoder.layer_norm", hidden);
    for (int i = 0; i < config.neededLayerCount(); ++i) {
        const auto layer = "encoder.layers." + std::to_string(i) + ".";
        for (const char* part : { "q_proj", "k_proj", "v_proj", "out_proj" })
            addLinear(shapes, layer + "attention." + part, hidden, hidden);
        addNorm(shapes, layer + "layer_norm", hidden);
        addLinear(
            shapes, layer + "feed_forward.intermediate_dense", config.intermediateSize, hidden);
        addLinear(shapes, layer + "feed_forward.output_dense", hidden, config.intermediateSize);
        addNorm(shapes, layer + "final_layer_norm", hidden);
    }
    return shapes;
}

ShapeMap btcShapes()
{
    constexpr std::int64_t kFeatures = 144, kHidden = 128, kClasses = 170, kTaps = 3;
    constexpr int kLayers = 8;
    ShapeMap shapes;
    const std::string outer = "self_attn_layers.";
    shapes[outer + "embedding_proj.weight"] = { kHidden, kFeatures };
    for (int i = 0; i < kLayers; ++i) {
        const auto layer = outer + "self_attn_layers." + std::to_string(i) + ".";
        for (const char* direction : { "attn_block.", "backward_attn_block." }) {
            const auto block = layer + direction;
            for (const char* part : { "query", "key", "value", "output" })
                shapes[block + "multi_head_attention." + part + "_linear.weight"]
                    = { kHidden, kHidden };
            for (const char* index : { "0", "1" })
                addWeightAndBias(shapes,
                    block + "positionwise_convolution.layers." + index + ".conv",
                    { kHidden, kHidden, kTaps });
            for (const char* norm : { "layer_norm_mha", "layer_norm_ffn" })
                for (const char* part : { ".gamma", ".beta" })
                    shapes[block + norm + part] = { kHidden };
        }
        addLinear(shapes, layer + "linear", kHidden, 2 * kHidden);
    }
    shapes[outer + "layer_norm.gamma"] = { kHidden };
    shapes[outer + "layer_norm.beta"] = { kHidden };
    addLinear(shapes, "output_layer.output_projection", kClasses, kHidden);
    return shapes;
}

ShapeMap musiCnnShapes()
{
    constexpr std::int64_t kTimbral = 204, kTemporal = 51, kMiddle = 64;
    constexpr std::int64_t kFront = 2 * kTimbral + 3 * kTemporal;
    constexpr std::int64_t kPooled = 2 * (kFront + 3 * kMiddle);
    constexpr std::int64_t kPenultimate = 200, kTags = 50, kTaps = 7;
    ShapeMap shapes;
    const auto convolution = [&shapes](const std::string& name, const Shape& weight) {
        addWeightAndBias(shapes, name, weight);
        addBatchNorm(shapes, name + "_bn", weight.front());
    };
    addBatchNorm(shapes, "input_bn", 1);
    convolution("timbral_38", { kTimbral, 1, kTaps, 38 });
    convolution("timbral_67", { kTimbral, 1, kTaps, 67 });
    for (const std::int64_t length : { 128, 64, 32 })
        convolution("temporal_" + std::to_string(length), { kTemporal, 1, length, 1 });
    convolution("mid_1", { kMiddle, kFront, kTaps });
    convolution("mid_2", { kMiddle, kMiddle, kTaps });
    convolution("mid_3", { kMiddle, kMiddle, kTaps });
    addBatchNorm(shapes, "pool_bn", kPooled);
    convolution("dense", { kPenultimate, kPooled });
    addLinear(shapes, "logits", kTags, kPenultimate);
    return shapes;
}

ShapeMap cremaShapes()
{
    constexpr std::int64_t kBins = 216, kFilters = 72, kUnits = 128, kGates = 3 * kUnits;
    constexpr std::int64_t kPitches = 12, kRoots = 13, kClasses = 170;
    constexpr std::int64_t kJoined = 2 * kUnits + kPitches + 2 * kRoots;
    ShapeMap shapes;
    addBatchNorm(shapes, "bn_1", 2);
    addWeightAndBias(shapes, "conv_1", { 1, 2, 5, 5 });
    addBatchNorm(shapes, "bn_2", 1);
    addWeightAndBias(shapes, "conv_2", { kFilters, 1, 1, kBins });
    addBatchNorm(shapes, "bn_3", kFilters);
    for (const auto& [layer, in] : { std::pair("gru_1_", kFilters), { "gru_2_", 2 * kUnits } })
        for (const char* direction : { "forward", "backward" }) {
            const auto name = std::string(layer) + direction;
            shapes[name + ".kernel"] = { in, kGates };
            shapes[name + ".recurrent"] = { kUnits, kGates };
            shapes[name + ".bias"] = { kGates };
        }
    addBatchNorm(shapes, "bn_4", 2 * kUnits);
    addLinear(shapes, "pitch", kPitches, 2 * kUnits);
    addLinear(shapes, "root", kRoots, 2 * kUnits);
    addLinear(shapes, "bass", kRoots, 2 * kUnits);
    addBatchNorm(shapes, "bn_5", kJoined);
    addLinear(shapes, "tag", kClasses, kJoined);
    return shapes;
}

at::Tensor usableTensor(const std::string& where, const std::string& name, const at::Tensor& tensor)
{
    if (!tensor.is_floating_point())
        throw ModelError(where + ": " + name + " does not hold floating-point numbers");
    auto values = tensor.to(at::kFloat).contiguous();
    if (!isFinite(values))
        throw ModelError(where + ": " + name + " holds values that are not finite");
    if (name.ends_with(".moving_variance") && (values < 0).any().item<bool>())
        throw ModelError(where + ": " + name + " holds a variance below zero");
    return values;
}

WeightMap takeWeights(const std::string& where, const WeightMap& source, const ShapeMap& shapes)
{
    WeightMap taken;
    for (const auto& [name, shape] : shapes) {
        const auto found = source.find(name);
        if (found == source.end()) throw ModelError(where + ": lacks the tensor " + name);
        if (found->second.sizes() != at::IntArrayRef(shape))
            throw ModelError(where + ": " + name + " is " + text(found->second.sizes())
                + ", expected " + text(shape));
        taken.emplace(name, usableTensor(where, name, found->second));
    }
    return taken;
}

} // namespace circumplex
