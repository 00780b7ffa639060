#include "core/ml/encoders/encoder_weights.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>

#include <sstream>

namespace circumplex {

const at::Tensor& encoderTensor(
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

} // namespace circumplex
