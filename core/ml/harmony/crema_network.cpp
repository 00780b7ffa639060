#include "core/ml/harmony/crema_network.h"

#include "core/ml/vector_dispatch.h"
#include "core/ml/weights/tensor_shapes.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <string>

namespace circumplex {

namespace {

constexpr std::int64_t kUnits = GatedRecurrentUnit::kUnits;
constexpr std::int64_t kPatch = 2 * CremaNetwork::kMargin + 1;

// Frames that pass through a recurrent layer at a time.
constexpr std::size_t kPieceFrames = 2048;

// The first convolution makes kRowLanes registers of a row at a time, a little more than kBins.
constexpr std::int64_t kRowLanes = 14;
constexpr std::int64_t kRowWidth = kRowLanes * kLaneCount;
constexpr std::int64_t kPaddedWidth = kRowWidth + 2 * CremaNetwork::kMargin;
static_assert(kRowWidth >= CremaNetwork::kBins);

struct PatchInput {
    const float* rows; ///< [harmonic, frame + 2 * kMargin, kPaddedWidth]
    std::int64_t frames;
    const float* weight; ///< [harmonic, kPatch, kPatch]
    float bias;
};

/// The first convolution. LibTorch's takes many times as long to make one output channel.
/// @param out  [frame, kRowWidth]
[[gnu::always_inline]] inline void convolvePatches(const PatchInput& in, float* out)
{
    const auto harmonicStride = (in.frames + kPatch - 1) * kPaddedWidth;
    for (std::int64_t frame = 0; frame < in.frames; ++frame, out += kRowWidth) {
        std::array<Lanes, kRowLanes> sums {};
        const float* weight = in.weight;
        for (std::int64_t harmonic = 0; harmonic < CremaNetwork::kHarmonics; ++harmonic)
            for (std::int64_t row = 0; row < kPatch; ++row) {
                const float* x = in.rows + harmonic * harmonicStride + (frame + row) * kPaddedWidth;
                for (std::int64_t column = 0; column < kPatch; ++column, ++x, ++weight)
#pragma GCC unroll 16
                    for (std::size_t i = 0; i < kRowLanes; ++i) {
                        Lanes shifted;
                        std::memcpy(&shifted, x + i * kLaneCount, sizeof shifted);
                        sums[i] += *weight * shifted;
                    }
            }
        for (Lanes& sum : sums)
            sum += in.bias;
        std::memcpy(out, &sums, sizeof sums);
    }
}

/// Batch normalisation with stored statistics, as one multiplication and one addition.
struct Norm {
    at::Tensor gain, shift;

    Norm(const WeightMap& weights, const std::string& name)
    {
        constexpr double kEpsilon = 1e-3; // Keras' default
        const auto variance = weights.at(name + ".moving_variance");
        gain = weights.at(name + ".gamma") / at::sqrt(variance + kEpsilon);
        shift = weights.at(name + ".beta") - weights.at(name + ".moving_mean") * gain;
    }
};

/// @param inputNorm  folded in, or null
GatedRecurrentUnit unit(const WeightMap& weights, const std::string& name, const Norm* inputNorm)
{
    auto kernel = weights.at(name + ".kernel");
    auto bias = weights.at(name + ".bias");
    if (inputNorm) {
        bias = bias + at::mv(kernel.t(), inputNorm->shift);
        kernel = kernel * inputNorm->gain.unsqueeze(1);
    }
    return { kernel, weights.at(name + ".recurrent"), bias };
}

using RowReader = std::function<at::Tensor(std::size_t begin, std::size_t count)>;

/// Forward pieces from the start and backward pieces from the end, two walks at a time.
BothWays hear(const std::array<GatedRecurrentUnit, 2>& units, const RowReader& input,
    std::size_t frameCount, std::size_t memoryLimitBytes)
{
    BothWays heard(memoryLimitBytes);
    std::array<std::array<float, kUnits>, 2> states {};
    for (std::size_t done = 0; done < frameCount;) {
        const auto count = std::min(kPieceFrames, frameCount - done);
        const std::array products { units[0].inputProducts(input(done, count)),
            units[1].inputProducts(input(frameCount - done - count, count).flip(0)) };
        std::array<std::vector<float>, 2> hidden;
        at::parallel_for(0, 2, 1, [&](std::int64_t begin, std::int64_t end) {
            for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
                hidden[i].resize(count * kUnits);
                units[i].walk(products[i], states[i], hidden[i]);
            }
        });
        heard.append(hidden[0], hidden[1]);
        done += count;
    }
    return heard;
}

} // namespace

BothWays::BothWays(std::size_t memoryLimitBytes)
    : m_forward(kUnits, memoryLimitBytes / 2)
    , m_backward(kUnits, memoryLimitBytes / 2)
{
}

void BothWays::append(std::span<const float> forward, std::span<const float> backward)
{
    m_forward.append(forward);
    m_backward.append(backward);
}

at::Tensor BothWays::read(std::size_t begin, std::size_t count) const
{
    const auto rows = [count](const FrameSpool& spool, std::size_t first) {
        auto out = at::empty({ static_cast<std::int64_t>(count), kUnits });
        spool.read(first, count, { out.mutable_data_ptr<float>(), count * kUnits });
        return out;
    };
    const auto reversed = m_backward.rowCount() - begin - count;
    return at::cat({ rows(m_forward, begin), rows(m_backward, reversed).flip(0) }, 1);
}

CremaNetwork::CremaNetwork(const WeightMap& given)
{
    const auto weights = takeWeights("the chord model", given, cremaShapes());
    const Norm input(weights, "bn_1");
    m_inputNorm = { input.gain.reshape({ -1, 1, 1 }), input.shift.reshape({ -1, 1, 1 }) };
    m_patchWeight = weights.at("conv_1.weight");
    m_patchBias = weights.at("conv_1.bias");
    const Norm patch(weights, "bn_2");
    m_patchNorm = { patch.gain, patch.shift };
    m_binWeight = weights.at("conv_2.weight").reshape({ kConvolved, kBins });
    m_binBias = weights.at("conv_2.bias");
    const Norm bin(weights, "bn_3");
    m_binNorm = { bin.gain, bin.shift };

    const Norm hidden(weights, "bn_4");
    m_first = { unit(weights, "gru_1_forward", nullptr), unit(weights, "gru_1_backward", nullptr) };
    m_second
        = { unit(weights, "gru_2_forward", &hidden), unit(weights, "gru_2_backward", &hidden) };

    m_pitchWeight = weights.at("pitch.weight");
    m_pitchBias = weights.at("pitch.bias");
    m_rootWeight = weights.at("root.weight");
    m_rootBias = weights.at("root.bias");
    m_bassWeight = weights.at("bass.weight");
    m_bassBias = weights.at("bass.bias");
    const Norm joined(weights, "bn_5");
    const auto tagWeight = weights.at("tag.weight");
    m_tagBias = weights.at("tag.bias") + at::mv(tagWeight, joined.shift);
    m_tagWeight = tagWeight * joined.gain;
}

at::Tensor CremaNetwork::convolve(
    const at::Tensor& decibels, std::int64_t before, std::int64_t after) const
{
    const auto normalised = decibels * m_inputNorm.gain + m_inputNorm.shift;
    const auto padded = at::constant_pad_nd(
        normalised, { kMargin, kPaddedWidth - kBins - kMargin, kMargin - before, kMargin - after });
    const auto frames = padded.size(1) - 2 * kMargin;
    auto patches = at::empty({ frames, kRowWidth });
    const PatchInput input { padded.const_data_ptr<float>(), frames,
        m_patchWeight.const_data_ptr<float>(), m_patchBias.item<float>() };
    withWidestVectors<convolvePatches>(input, patches.mutable_data_ptr<float>());
    const auto rows = at::relu(patches.narrow(1, 0, kBins)) * m_patchNorm.gain + m_patchNorm.shift;
    return at::relu(at::linear(rows, m_binWeight, m_binBias)) * m_binNorm.gain + m_binNorm.shift;
}

BothWays CremaNetwork::firstLayer(const FrameSpool& convolved, std::size_t memoryLimitBytes) const
{
    const RowReader input = [&convolved](std::size_t begin, std::size_t count) {
        auto rows = at::empty({ static_cast<std::int64_t>(count), kConvolved });
        convolved.read(begin, count, { rows.mutable_data_ptr<float>(), count * kConvolved });
        return rows;
    };
    return hear(m_first, input, convolved.rowCount(), memoryLimitBytes);
}

BothWays CremaNetwork::secondLayer(
    const BothWays& first, std::size_t frameCount, std::size_t memoryLimitBytes) const
{
    const RowReader input
        = [&first](std::size_t begin, std::size_t count) { return first.read(begin, count); };
    return hear(m_second, input, frameCount, memoryLimitBytes);
}

CremaNetwork::Output CremaNetwork::outputs(const at::Tensor& hidden) const
{
    Output out;
    out.pitch = at::sigmoid(at::linear(hidden, m_pitchWeight, m_pitchBias));
    out.root = at::softmax(at::linear(hidden, m_rootWeight, m_rootBias), 1);
    out.bass = at::softmax(at::linear(hidden, m_bassWeight, m_bassBias), 1);
    const auto joined = at::cat({ hidden, out.pitch, out.root, out.bass }, 1);
    out.tag = at::softmax(at::linear(joined, m_tagWeight, m_tagBias), 1);
    return out;
}

} // namespace circumplex
