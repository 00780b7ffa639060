#include "core/ml/encoders/encoder_cost.h"

#include "core/ml/weights/model_card.h"

namespace circumplex {

namespace {

constexpr double kFlopPerProduct = 2.0; // multiply and add
constexpr double kMertSegmentSeconds = 30.0;
constexpr double kMusiCnnProductsPerWindow = 1.40e9;
constexpr double kMusiCnnWindowSeconds = 2.992;

double mertProductsPerSecond(const MertConfig& config)
{
    double framesPerSecond = config.sampleRateHz;
    double products = 0.0;
    double inputs = 1.0;
    for (std::size_t i = 0; i < config.convChannels.size(); ++i) {
        framesPerSecond /= config.convStrides[i];
        products += framesPerSecond * config.convChannels[i] * inputs * config.convKernels[i];
        inputs = config.convChannels[i];
    }
    const double hidden = config.hiddenSize;
    products += framesPerSecond * inputs * hidden;
    products
        += framesPerSecond * hidden * hidden / config.positionalGroups * config.positionalKernel;
    const double attention = 2.0 * hidden * framesPerSecond * kMertSegmentSeconds;
    const double linear = 4.0 * hidden * hidden + 2.0 * hidden * config.intermediateSize;
    products += framesPerSecond * (linear + attention) * config.neededLayerCount();
    return products;
}

} // namespace

double encoderGflopPerSecond(const ModelCard& card)
{
    const double products = card.encoder == ModelCard::Encoder::Mert
        ? mertProductsPerSecond(card.mert)
        : kMusiCnnProductsPerWindow / kMusiCnnWindowSeconds;
    return kFlopPerProduct * products / 1e9;
}

} // namespace circumplex
