#include "core/ml/encoders/low_rank_adapter.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

namespace circumplex {

std::vector<std::string> adaptedProjections(const MertConfig& config)
{
    std::vector<std::string> names;
    for (int layer = 0; layer < config.neededLayerCount(); ++layer)
        for (const char* projection : { "q_proj", "v_proj" })
            names.push_back("encoder.layers." + std::to_string(layer) + ".attention." + projection);
    return names;
}

ShapeMap adapterShapes(const MertConfig& config, int rank)
{
    if (rank < 1 || rank > config.hiddenSize)
        throw ModelError("an adapter's rank is from 1 to the encoder's width, "
            + std::to_string(config.hiddenSize) + ", not " + std::to_string(rank));
    ShapeMap shapes;
    for (const std::string& name : adaptedProjections(config)) {
        shapes[name + ".lora_A"] = { rank, config.hiddenSize };
        shapes[name + ".lora_B"] = { config.hiddenSize, rank };
    }
    return shapes;
}

WeightMap initialAdapter(const MertConfig& config, int rank, std::uint64_t seed)
{
    auto random = at::make_generator<at::CPUGeneratorImpl>(seed);
    const double deviation = 1.0 / std::sqrt(config.hiddenSize);
    WeightMap adapter;
    for (const auto& [name, shape] : adapterShapes(config, rank)) {
        adapter[name] = at::zeros(shape, at::kFloat);
        if (name.ends_with(".lora_A")) adapter[name].normal_(0.0, deviation, random);
    }
    return adapter;
}

WeightMap withAdapter(WeightMap encoder, const WeightMap& adapter, const MertConfig& config,
    const AdapterShape& shape)
{
    for (const std::string& name : adaptedProjections(config)) {
        // in double: the product is rounded once, when it is added
        const auto change = at::mm(adapter.at(name + ".lora_B").to(at::kDouble),
            adapter.at(name + ".lora_A").to(at::kDouble));
        auto& weight = encoder.at(name + ".weight");
        weight = (weight.to(at::kDouble) + shape.scale() * change).to(weight.dtype());
    }
    return encoder;
}

} // namespace circumplex
