#include "tests/support/generator.h"

#include <ATen/ATen.h>

#include <cmath>
#include <cstdint>

namespace circumplex::test {

std::vector<float> generate(const std::string& name, std::size_t count)
{
    std::uint32_t state = 2166136261u;
    for (const unsigned char byte : name)
        state = (state ^ byte) * 16777619u;
    state |= 1u;
    std::vector<float> values(count);
    for (float& value : values) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        value = static_cast<float>(static_cast<int>(state >> 8) - 8388608) / 8388608.0F;
    }
    return values;
}

namespace {

bool isNormGain(const std::string& name)
{
    if (name.ends_with(".gamma")) return true;
    const auto last = name.rfind('.');
    if (last == std::string::npos || name.substr(last + 1) != "weight") return false;
    const auto before = name.rfind('.', last - 1);
    const auto begin = before == std::string::npos ? 0 : before + 1;
    return name.substr(begin, last - begin).find("norm") != std::string::npos;
}

} // namespace

at::Tensor generatedWeight(const std::string& name, const std::vector<std::int64_t>& shape)
{
    auto weight = at::empty(shape, at::kFloat);
    const auto values = generate(name, static_cast<std::size_t>(weight.numel()));
    float base = 0.0F;
    float gain = 0.0F;
    if (name.ends_with(".weight_g") || (shape.size() == 1 && isNormGain(name))) {
        base = 1.0F;
        gain = 0.1F;
    } else if (shape.size() <= 1) {
        gain = 0.05F;
    } else if (name.ends_with("_embedding.weight")) {
        gain = 1.0F;
    } else if (name.ends_with("output_layer.output_projection.weight")) {
        gain = 0.6F;
    } else {
        double fanIn = 1.0;
        for (std::size_t i = 1; i < shape.size(); ++i)
            fanIn *= static_cast<double>(shape[i]);
        gain = static_cast<float>(std::sqrt(3.0 / fanIn));
    }
    float* out = weight.mutable_data_ptr<float>();
    for (std::size_t i = 0; i < values.size(); ++i)
        out[i] = base + gain * values[i];
    return weight;
}

} // namespace circumplex::test
