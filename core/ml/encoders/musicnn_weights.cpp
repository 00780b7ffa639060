#include "core/ml/encoders/musicnn_weights.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>

#include <sstream>

namespace circumplex {

const at::Tensor& musicnnTensor(
    const WeightMap& weights, const std::string& name, at::IntArrayRef shape)
{
    const auto found = weights.find(name);
    if (found == weights.end()) throw ModelError("the encoder lacks the tensor " + name);
    if (found->second.sizes() != shape) {
        std::ostringstream reason;
        reason << "the encoder's tensor " << name << " has the shape " << found->second.sizes()
               << ", expected " << shape;
        throw ModelError(reason.str());
    }
    return found->second;
}

MusiCnnNorm::MusiCnnNorm(
    const WeightMap& weights, const std::string& name, std::int64_t channels, at::Device device)
{
    constexpr double kEpsilon = 0.001; // Keras's default, which the published network has
    const auto statistic = [&](const char* which) {
        return musicnnTensor(weights, name + "." + which, { channels }).to(at::kDouble);
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
