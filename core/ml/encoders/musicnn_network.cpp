#include "core/ml/encoders/musicnn_network.h"

#include "core/ml/encoders/musicnn_pass.h"

#include <ATen/ATen.h>

#include <string>

namespace circumplex {

MusiCnnNetwork::MusiCnnNetwork(const WeightMap& weights, DataType dtype, at::Device device)
    : m_device(device)
    , m_inputNorm(weights, "input_bn", 1, device)
    , m_localLayers(weights, device)
    , m_poolNorm(weights, "pool_bn", 2 * kChannels, device)
    , m_denseNorm(weights, "dense_bn", kPenultimate, device)
{
    for (std::size_t i = 0; i < m_midLayers.size(); ++i) {
        const auto name = "mid_" + std::to_string(i + 1);
        const auto inputs = i == 0 ? MusiCnnLocalLayers::kChannels : kMidChannels;
        const auto& kernel
            = musicnnTensor(weights, name + ".weight", { kMidChannels, inputs, MidLayer::kTaps });
        const auto columns = kernel.permute({ 2, 0, 1 }).reshape({ -1, inputs }).contiguous();
        // the second and third are a fifth of the work and lose three times as much in 8 bits
        const auto format = dtype == DataType::Int8 && i > 0 ? DataType::Float32 : dtype;
        m_midLayers[i] = {
            .taps = LinearLayer(columns.to(device), {}, format),
            .bias = musicnnTensor(weights, name + ".bias", { kMidChannels }).to(device),
            .norm = MusiCnnNorm(weights, name + "_bn", kMidChannels, device),
        };
    }
    // a thousandth of the work, on values of very different size: always float32
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        return LinearLayer(musicnnTensor(weights, name + ".weight", { out, in }).to(device),
            musicnnTensor(weights, name + ".bias", { out }).to(device), DataType::Float32);
    };
    m_dense = linear("dense", kPenultimate, 2 * kChannels);
    m_logits = linear("logits", kTags, kPenultimate);
}

at::Tensor MusiCnnNetwork::normalised(const at::Tensor& logMel) const
{
    return m_inputNorm(logMel.to(m_device));
}

at::Tensor MusiCnnNetwork::penultimate(const at::Tensor& maximum, const at::Tensor& mean) const
{
    const c10::InferenceMode guard;
    // published order: maximum and mean of channel 0, of channel 1, ...
    const auto pooled = at::stack({ maximum, mean }, 2).flatten(1).to(m_device);
    return m_denseNorm(at::relu(m_dense(m_poolNorm(pooled)))).cpu();
}

MusiCnnNetwork::Window MusiCnnNetwork::window(const at::Tensor& logMel) const
{
    const c10::InferenceMode guard;
    MusiCnnPass pass(*this);
    const auto channels = at::cat({ pass.push(logMel), pass.finish() });
    const auto maximum = channels.amax(0);
    const auto mean = channels.mean(0);
    const auto values = penultimate(maximum.unsqueeze(0), mean.unsqueeze(0));
    return { .maximum = maximum,
        .mean = mean,
        .penultimate = values[0],
        .logits = m_logits(values.to(m_device))[0].cpu() };
}

} // namespace circumplex
