#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// The recurrent unit of Keras 2 with one bias: hard sigmoid gates, the reset gate applied before
/// the recurrent product (Cho et al. 2014), which LibTorch's GRU cannot do.
///
///     z = s(x Wz + h Uz + bz)    r = s(x Wr + h Ur + br)    s(v) = min(max(0.2 v + 0.5, 0), 1)
///     c = tanh(x Wc + (r h) Uc + bc)    h' = z h + (1 - z) c
///
/// Unchanging after construction: any number of threads may call it at once.
class GatedRecurrentUnit {
public:
    static constexpr std::int64_t kUnits = 128;
    static constexpr std::int64_t kGates = 3; ///< z, r, candidate

    GatedRecurrentUnit() = default;

    /// @param kernel     [in, gate * unit]
    /// @param recurrent  [unit, gate * unit]
    /// @param bias       [gate * unit]
    GatedRecurrentUnit(
        const at::Tensor& kernel, const at::Tensor& recurrent, const at::Tensor& bias);

    /// The part that needs no order: x W + b. @param x [frame, in] @return [frame, gate * unit]
    at::Tensor inputProducts(const at::Tensor& x) const;

    /// Walks over the frames in the order in which they come.
    /// @param state   [unit], in and out; zeros at the start of a sequence
    /// @param hidden  [frame, unit], out
    void walk(
        const at::Tensor& inputProducts, std::span<float> state, std::span<float> hidden) const;

private:
    at::Tensor m_kernel, m_bias;
    std::vector<float> m_gateWeights; ///< of z and r: [output block, unit, output in block]
    std::vector<float> m_candidateWeights; ///< likewise
};

} // namespace circumplex
