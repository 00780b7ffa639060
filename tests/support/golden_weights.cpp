#include "tests/support/golden_weights.h"

#include "core/ml/weights/tensor_shapes.h"
#include "tests/support/generator.h"

#include <string>

namespace circumplex::test {

namespace {

constexpr int kGoldenDimension = 1536;

WeightMap generated(const ShapeMap& shapes)
{
    WeightMap weights;
    for (const auto& [name, shape] : shapes)
        weights.emplace(name, generatedWeight(name, shape));
    return weights;
}

} // namespace

WeightMap goldenMert()
{
    MertConfig config;
    config.usedLayers = { config.layerCount - 1 }; // so that every layer counts as needed
    auto shapes = mertShapes(config, {});
    shapes["masked_spec_embed"] = { config.hiddenSize };
    return generated(shapes);
}

WeightMap goldenBtc()
{
    auto shapes = btcShapes();
    for (const char* direction : { "", "_reverse" }) {
        const auto suffix = std::string("_l0") + direction;
        shapes["output_layer.lstm.weight_ih" + suffix] = { 256, 128 };
        shapes["output_layer.lstm.weight_hh" + suffix] = { 256, 64 };
        shapes["output_layer.lstm.bias_ih" + suffix] = { 256 };
        shapes["output_layer.lstm.bias_hh" + suffix] = { 256 };
    }
    return generated(shapes);
}

WeightMap goldenHead()
{
    return generatedHead(kGoldenDimension);
}

WeightMap generatedHead(int embeddingDimension)
{
    ShapeMap shapes;
    const auto linear = [&shapes](const std::string& name, std::int64_t out, std::int64_t in) {
        shapes[name + ".weight"] = { out, in };
        shapes[name + ".bias"] = { out };
    };
    shapes["chord_root_embedding.weight"] = { 14, 4 };
    shapes["chord_attr_embedding.weight"] = { 14, 4 };
    for (const char* index : { "0", "1" }) {
        const auto layer = std::string("chord_transformer.layers.") + index + ".";
        shapes[layer + "self_attn.in_proj_weight"] = { 24, 8 };
        shapes[layer + "self_attn.in_proj_bias"] = { 24 };
        linear(layer + "self_attn.out_proj", 8, 8);
        linear(layer + "linear1", 64, 8);
        linear(layer + "linear2", 8, 64);
        for (const char* norm : { "norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias" })
            shapes[layer + norm] = { 8 };
    }
    linear("input_proj.0", 512, embeddingDimension + 9);
    linear("classification_branch.0", 256, 512);
    linear("classification_branch.2", 56, 256);
    linear("regression_branch.0", 256, 512);
    linear("regression_branch.2", 2, 256);
    return generated(shapes);
}

} // namespace circumplex::test
