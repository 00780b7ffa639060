#include "core/ml/harmony/gated_recurrent_unit.h"

#include "core/ml/vector_dispatch.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace circumplex {

namespace {

constexpr std::size_t kUnits = GatedRecurrentUnit::kUnits;

// A block's sums stay in vector registers while the loop runs over all inputs.
constexpr std::size_t kBlock = 64;
constexpr std::size_t kLanesPerBlock = kBlock / kLaneCount;

/// sums[j] += input[k] * weights[k][j] for one block of outputs.
[[gnu::always_inline]] inline void addProduct(
    const float* __restrict input, const float* __restrict weights, float* __restrict sums)
{
    std::array<Lanes, kLanesPerBlock> totals;
    std::memcpy(&totals, sums, sizeof totals);
    for (std::size_t k = 0; k < kUnits; ++k, weights += kBlock)
#pragma GCC unroll 16
        for (std::size_t i = 0; i < kLanesPerBlock; ++i) {
            Lanes row;
            std::memcpy(&row, weights + i * kLaneCount, sizeof row);
            totals[i] += input[k] * row;
        }
    std::memcpy(sums, &totals, sizeof totals);
}

struct Weights {
    const float* gates;
    const float* candidate;
};

[[gnu::always_inline]] inline void walkFrames(
    const Weights& weights, const float* products, std::size_t frames, float* state, float* hidden)
{
    std::array<float, 2 * kUnits> gates;
    std::array<float, kUnits> reset, candidate;
    for (std::size_t frame = 0; frame < frames; ++frame) {
        std::copy_n(products, 2 * kUnits, gates.data());
        std::copy_n(products + 2 * kUnits, kUnits, candidate.data());
        products += 3 * kUnits;
        for (std::size_t at = 0; at < 2 * kUnits; at += kBlock)
            addProduct(state, weights.gates + at * kUnits, gates.data() + at);
        for (float& gate : gates)
            gate = std::min(std::max(0.2F * gate + 0.5F, 0.0F), 1.0F);
        for (std::size_t i = 0; i < kUnits; ++i)
            reset[i] = gates[kUnits + i] * state[i];
        for (std::size_t at = 0; at < kUnits; at += kBlock)
            addProduct(reset.data(), weights.candidate + at * kUnits, candidate.data() + at);
        for (std::size_t i = 0; i < kUnits; ++i)
            state[i] = gates[i] * state[i] + (1.0F - gates[i]) * std::tanh(candidate[i]);
        hidden = std::copy_n(state, kUnits, hidden);
    }
}

/// Columns begin..end-1, [unit, output] -> [output block, unit, output in block].
std::vector<float> inBlocks(const at::Tensor& recurrent, std::int64_t begin, std::int64_t end)
{
    const auto blocks = recurrent.slice(1, begin, end)
                            .reshape({ recurrent.size(0), -1, static_cast<std::int64_t>(kBlock) })
                            .transpose(0, 1)
                            .contiguous();
    return { blocks.const_data_ptr<float>(), blocks.const_data_ptr<float>() + blocks.numel() };
}

} // namespace

GatedRecurrentUnit::GatedRecurrentUnit(
    const at::Tensor& kernel, const at::Tensor& recurrent, const at::Tensor& bias)
    : m_kernel(kernel.contiguous())
    , m_bias(bias.contiguous())
    , m_gateWeights(inBlocks(recurrent, 0, 2 * kUnits))
    , m_candidateWeights(inBlocks(recurrent, 2 * kUnits, 3 * kUnits))
{
}

at::Tensor GatedRecurrentUnit::inputProducts(const at::Tensor& x) const
{
    return at::addmm(m_bias, x, m_kernel);
}

void GatedRecurrentUnit::walk(
    const at::Tensor& inputProducts, std::span<float> state, std::span<float> hidden) const
{
    const Weights weights { m_gateWeights.data(), m_candidateWeights.data() };
    withWidestVectors<walkFrames>(weights, inputProducts.const_data_ptr<float>(),
        static_cast<std::size_t>(inputProducts.size(0)), state.data(), hidden.data());
}

} // namespace circumplex
