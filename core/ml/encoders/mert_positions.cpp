#include "core/ml/encoders/mert_positions.h"

#include "core/ml/encoders/encoder_weights.h"

#include <ATen/ATen.h>

namespace circumplex {

namespace {

/// The kernel: weight norm over output and input channels, one magnitude per tap.
at::Tensor kernel(const WeightMap& weights, at::IntArrayRef shape)
{
    const std::string prefix = "encoder.pos_conv_embed.conv.";
    if (weights.contains(prefix + "weight"))
        return encoderTensor(weights, prefix + "weight", shape);
    const bool isOld = weights.contains(prefix + "weight_g");
    const auto& magnitude = encoderTensor(weights,
        prefix + (isOld ? "weight_g" : "parametrizations.weight.original0"), { 1, 1, shape[2] });
    const auto& direction = encoderTensor(
        weights, prefix + (isOld ? "weight_v" : "parametrizations.weight.original1"), shape);
    const auto norm = at::linalg_vector_norm(
        direction, 2, std::vector<std::int64_t> { 0, 1 }, /*keepdim=*/true);
    return direction * (magnitude / norm);
}

} // namespace

MertPositions::MertPositions(const WeightMap& weights, const MertConfig& config, at::Device device)
    : m_groups(config.positionalGroups)
    , m_kernelFrames(config.positionalKernel)
{
    const std::int64_t hidden = config.hiddenSize;
    m_bias = encoderTensor(weights, "encoder.pos_conv_embed.conv.bias", { hidden }).to(device);
    const auto inputs = hidden / m_groups;
    m_weight = kernel(weights, { hidden, inputs, m_kernelFrames }).to(device);
    if (!device.is_cpu()) return;

    m_blockFrames = 1;
    while (m_blockFrames < 2 * m_kernelFrames)
        m_blockFrames *= 2;
    // conjugate, as the network's "convolution" does not turn its kernel round
    m_spectrum = at::fft_rfft(m_weight, m_blockFrames)
                     .conj()
                     .resolve_conj()
                     .reshape({ m_groups, inputs, inputs, -1 }) // [group, out, in, bin]
                     .permute({ 3, 0, 2, 1 })
                     .reshape({ -1, inputs, inputs });
}

at::Tensor MertPositions::operator()(const at::Tensor& x) const
{
    if (!m_spectrum.defined()) return plain(x);
    const auto batch = x.size(0), frames = x.size(1), hidden = x.size(2);
    const auto inputs = hidden / m_groups;
    const auto hop = m_blockFrames - m_kernelFrames + 1; // outputs of a block that are right
    const auto blocks = (frames + hop - 1) / hop;
    const auto before = m_kernelFrames / 2;
    const auto length = (blocks - 1) * hop + m_blockFrames;
    const auto padded = at::constant_pad_nd(x, { 0, 0, before, length - before - frames });
    const auto signals = padded.unfold(1, m_blockFrames, hop); // [batch, block, channel, frame]
    const auto spectra = at::fft_rfft(signals)
                             .reshape({ batch * blocks, m_groups, inputs, -1 })
                             .permute({ 3, 1, 0, 2 })
                             .reshape({ -1, batch * blocks, inputs }); // [bin * group, block, in]
    const auto products = at::bmm(spectra, m_spectrum)
                              .view({ -1, m_groups, batch * blocks, inputs })
                              .permute({ 2, 1, 3, 0 }); // [block, group, out, bin]
    const auto sums = at::fft_irfft(products, m_blockFrames)
                          .slice(3, 0, hop) // [block, group, out, frame]
                          .permute({ 0, 3, 1, 2 })
                          .reshape({ batch, blocks * hop, hidden })
                          .slice(1, 0, frames);
    return at::gelu(sums + m_bias);
}

at::Tensor MertPositions::plain(const at::Tensor& x) const
{
    auto y = at::conv1d(x.transpose(1, 2), m_weight, m_bias, /*stride=*/1,
        /*padding=*/m_kernelFrames / 2, /*dilation=*/1, m_groups);
    if (m_kernelFrames % 2 == 0) y = y.slice(2, 0, y.size(2) - 1);
    return at::gelu(y).transpose(1, 2);
}

} // namespace circumplex
