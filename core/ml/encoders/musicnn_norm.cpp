#include "core/ml/encoders/musicnn_norm.h"

#include "core/ml/encoders/encoder_weights.h"

#include <ATen/ATen.h>

namespace circumplex {

MusiCnnNorm::MusiCnnNorm(
    const WeightMap& weights, const std::string& name, std::int64_t channels, at::Device device)
{
    constexpr double kEpsilon = 0.001; // Keras's default, which the published network has
    const auto statistic = [&](const char* which) {
        return encoderTensor(weights, name + "." + which, { channels }).to(at::kDouble);
    };
    const auto scale = statistic("gamma") / at::sqrt(statistic("moving_variance") + kEpsilon);
    gain = scale.to(at::kFloat).to(device);
    shift = (statistic("beta") - statistic("moving_mean") * scale).to(at::kFloat).to(device);
}

at::Tensor MusiCnnNorm::operator()(const at::Tensor& x) const
{
    return at::addcmul(shift, x, gain);
}

} // namespace circumplex
