#pragma once

#include "core/types/annotation.h"

#include <ATen/core/Tensor.h>
#include <c10/util/intrusive_ptr.h>

struct LinearPackedParamsBase;

namespace circumplex {

/// y = x W^T + b in one of the number formats a device is fast in. Input and output are float32 (on
/// the weights' device), so that sums, norms and residual paths keep their precision in every
/// format. Unchanging after construction: any number of threads may call it at once.
class LinearLayer {
public:
    LinearLayer();
    ~LinearLayer();
    LinearLayer(const LinearLayer&);
    LinearLayer& operator=(const LinearLayer&);

    /// @param weight  [out, in], float32
    /// @param bias    [out] or undefined
    /// @param dtype   Int8 quantises weights once per output channel and inputs per call; CPU only
    LinearLayer(const at::Tensor& weight, const at::Tensor& bias, DataType dtype);

    /// @param x  [..., in], float32, or what inOwnFormat() gave
    at::Tensor operator()(const at::Tensor& x) const;

    /// As operator(), but a BFloat16 layer's output stays bfloat16: for what goes on to the next
    /// layer without sums or norms in between.
    at::Tensor inOwnFormat(const at::Tensor& x) const;

private:
    DataType m_dtype = DataType::Float32;
    at::Tensor m_weight, m_bias;
    c10::intrusive_ptr<LinearPackedParamsBase> m_packed; ///< Int8: layout of the quantised kernels
};

} // namespace circumplex
