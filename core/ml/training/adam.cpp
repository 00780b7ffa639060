#include "core/ml/training/adam.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

namespace circumplex {

Adam::Adam(WeightMap parameters, const Options& options)
    : m_parameters(std::move(parameters))
    , m_options(options)
{
    for (const auto& [name, parameter] : m_parameters)
        m_moments[name] = { at::zeros_like(parameter, parameter.options().requires_grad(false)),
            at::zeros_like(parameter, parameter.options().requires_grad(false)), 0 };
}

void Adam::step()
{
    const at::NoGradGuard noGradients;
    for (auto& [name, parameter] : m_parameters) {
        at::Tensor& gradient = parameter.mutable_grad();
        if (!gradient.defined()) continue;
        Moments& moments = m_moments.at(name);
        const auto steps = static_cast<double>(++moments.steps);
        const double firstCorrection = 1.0 - std::pow(m_options.beta1, steps);
        const double secondCorrection = 1.0 - std::pow(m_options.beta2, steps);
        moments.first.lerp_(gradient, 1.0 - m_options.beta1);
        moments.second.mul_(m_options.beta2).addcmul_(gradient, gradient, 1.0 - m_options.beta2);
        const auto denominator
            = (moments.second.sqrt() / std::sqrt(secondCorrection)).add_(m_options.epsilon);
        parameter.addcdiv_(moments.first, denominator, -m_options.learningRate / firstCorrection);
        gradient.reset();
    }
}

WeightMap Adam::state() const
{
    WeightMap state;
    for (const auto& [name, moments] : m_moments) {
        state["first." + name] = moments.first.to(at::kCPU, at::kFloat, false, /*copy=*/true);
        state["steps." + name] = at::full({ 1 }, moments.steps, at::kLong);
        state["second." + name] = moments.second.to(at::kCPU, at::kFloat, false, /*copy=*/true);
    }
    return state;
}

void Adam::restore(const WeightMap& state)
{
    const auto take
        = [&state](const std::string& name, at::IntArrayRef sizes) -> const at::Tensor& {
        const auto found = state.find(name);
        if (found == state.end() || found->second.sizes() != sizes)
            throw ModelError("the optimiser's state lacks " + name);
        return found->second;
    };
    for (auto& [name, moments] : m_moments) {
        moments.first.copy_(take("first." + name, moments.first.sizes()));
        moments.second.copy_(take("second." + name, moments.second.sizes()));
        moments.steps = take("steps." + name, { 1 }).item<std::int64_t>();
    }
}

} // namespace circumplex
