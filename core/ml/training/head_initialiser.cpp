#include "core/ml/training/head_initialiser.h"

#include "core/types/mood_tags.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <string>
#include <vector>

namespace circumplex {

namespace {

constexpr std::int64_t kChordSize = 8;
constexpr std::int64_t kSymbolCount = 14;
constexpr std::int64_t kSymbolSize = 4;
constexpr std::int64_t kFeedForward = 64;
constexpr auto kTagCount = static_cast<std::int64_t>(kMoodTags.size());

class Initialiser {
public:
    explicit Initialiser(std::uint64_t seed)
        : m_generator(at::make_generator<at::CPUGeneratorImpl>(seed))
    {
    }

    at::Tensor uniform(std::vector<std::int64_t> shape, double bound)
    {
        return at::empty(shape, at::kFloat).uniform_(-bound, bound, m_generator);
    }

    at::Tensor xavier(std::int64_t rows, std::int64_t columns)
    {
        return uniform({ rows, columns }, std::sqrt(6.0 / static_cast<double>(rows + columns)));
    }

    void linear(WeightMap& weights, const std::string& name, std::int64_t out, std::int64_t in)
    {
        const double bound = 1.0 / std::sqrt(static_cast<double>(in));
        weights[name + ".weight"] = uniform({ out, in }, bound);
        weights[name + ".bias"] = uniform({ out }, bound);
    }

    void branch(
        WeightMap& weights, const std::string& name, const HeadShape& shape, std::int64_t outputs)
    {
        linear(weights, name + ".0", shape.branch, shape.hidden);
        linear(weights, name + ".2", outputs, shape.branch);
    }

    WeightMap chordLayer()
    {
        WeightMap layer;
        layer["self_attn.in_proj_weight"] = xavier(3 * kChordSize, kChordSize);
        layer["self_attn.in_proj_bias"] = at::zeros({ 3 * kChordSize });
        linear(layer, "self_attn.out_proj", kChordSize, kChordSize);
        layer["self_attn.out_proj.bias"] = at::zeros({ kChordSize });
        linear(layer, "linear1", kFeedForward, kChordSize);
        linear(layer, "linear2", kChordSize, kFeedForward);
        for (const std::string norm : { "norm1", "norm2" }) {
            layer[norm + ".weight"] = at::ones({ kChordSize });
            layer[norm + ".bias"] = at::zeros({ kChordSize });
        }
        return layer;
    }

private:
    at::Generator m_generator;
};

/// What reads chords, key and embedding.
WeightMap sharedLayers(Initialiser& make, const HeadShape& shape)
{
    WeightMap weights;
    for (const char* table : { "chord_root_embedding.weight", "chord_attr_embedding.weight" })
        weights[table] = make.xavier(kSymbolCount, kSymbolSize);
    const auto chordLayer = make.chordLayer();
    for (const std::string index : { "0", "1" })
        for (const auto& [name, tensor] : chordLayer)
            weights["chord_transformer.layers." + index + "." + name] = tensor.clone();
    make.linear(weights, "input_proj.0", shape.hidden, shape.embedding + kChordSize + 1);
    return weights;
}

} // namespace

WeightMap initialHead(const HeadShape& shape, std::uint64_t seed)
{
    Initialiser make(seed);
    auto weights = sharedLayers(make, shape);
    make.branch(weights, "classification_branch", shape, kTagCount);
    make.branch(weights, "regression_branch", shape, 2);
    return weights;
}

WeightMap initialSingleTaskHead(const HeadShape& shape, std::int64_t outputs, std::uint64_t seed)
{
    Initialiser make(seed);
    auto weights = sharedLayers(make, shape);
    make.branch(weights, "output_proj", shape, outputs);
    return weights;
}

} // namespace circumplex
