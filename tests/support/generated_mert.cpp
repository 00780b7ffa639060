#include "tests/support/generated_mert.h"

#include "core/ml/weights/tensor_shapes.h"
#include "tests/support/generator.h"

namespace circumplex::test {

MertConfig smallMertConfig()
{
    MertConfig config;
    config.hiddenSize = 16;
    config.layerCount = 2;
    config.headCount = 2;
    config.intermediateSize = 32;
    config.convChannels.assign(config.convKernels.size(), 8);
    config.positionalKernel = 16;
    config.positionalGroups = 4;
    config.usedLayers = { 0, 1 };
    return config;
}

WeightMap generatedMert(const MertConfig& config)
{
    WeightMap weights;
    for (const auto& [name, shape] : mertShapes(config, {}))
        weights[name] = generatedWeight(name, shape);
    return weights;
}

} // namespace circumplex::test
