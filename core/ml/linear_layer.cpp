#include "core/ml/linear_layer.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/native/quantized/PackedParams.h>

namespace circumplex {

namespace {

/// LibTorch announces on stderr that another library will take quantised tensors over one day.
class Silence : public c10::WarningHandler {
    void process(const c10::Warning& /*warning*/) override { }
};

using PackedWeight = c10::intrusive_ptr<LinearPackedParamsBase>;

PackedWeight pack(const at::Tensor& weight, const at::Tensor& bias)
{
    at::globalContext().setQEngine(at::QEngine::X86);
    static const auto prepack = c10::Dispatcher::singleton()
                                    .findSchemaOrThrow("quantized::linear_prepack", "")
                                    .typed<PackedWeight(at::Tensor, std::optional<at::Tensor>)>();
    constexpr double kSmallestScale = 1e-8; // an all-zero channel needs some scale
    const auto scales = weight.abs().amax(1).div(127.0).clamp_min(kSmallestScale).to(at::kDouble);
    Silence silence;
    const c10::WarningUtils::WarningHandlerGuard guard(&silence);
    const auto quantised = at::quantize_per_channel(weight.contiguous(), scales,
        at::zeros({ weight.size(0) }, at::kLong), /*axis=*/0, at::kQInt8);
    return prepack.call(quantised, bias.defined() ? std::optional(bias) : std::nullopt);
}

} // namespace

LinearLayer::LinearLayer() = default;
LinearLayer::~LinearLayer() = default;
LinearLayer::LinearLayer(const LinearLayer&) = default;
LinearLayer& LinearLayer::operator=(const LinearLayer&) = default;

LinearLayer::LinearLayer(const at::Tensor& weight, const at::Tensor& bias, DataType dtype)
    : m_dtype(dtype)
{
    switch (dtype) {
    case DataType::Float32:
        m_weight = weight.contiguous();
        m_bias = bias;
        break;
    case DataType::BFloat16:
        m_weight = weight.to(at::kBFloat16).contiguous();
        if (bias.defined()) m_bias = bias.to(at::kBFloat16);
        break;
    case DataType::Int8:
        m_packed = pack(weight, bias);
        break;
    }
}

at::Tensor LinearLayer::operator()(const at::Tensor& x) const
{
    return inOwnFormat(x).to(at::kFloat);
}

at::Tensor LinearLayer::inOwnFormat(const at::Tensor& x) const
{
    switch (m_dtype) {
    case DataType::Float32:
        return at::linear(x, m_weight, m_bias);
    case DataType::BFloat16:
        return at::linear(x.to(at::kBFloat16), m_weight, m_bias);
    case DataType::Int8:
        return m_packed->apply_dynamic(x.contiguous(), /*reduce_range=*/false);
    }
    return {};
}

} // namespace circumplex
