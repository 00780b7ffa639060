#include "core/ml/encoders/mert_front_end.h"

#include "core/ml/encoders/encoder_weights.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <string>

namespace circumplex {

namespace {

constexpr double kNormEpsilon = 1e-5;
constexpr std::int64_t kTileFrames = 96;

} // namespace

MertFrontEnd::MertFrontEnd(
    const WeightMap& weights, const MertConfig& config, DataType dtype, at::Device device)
    : m_norm(config.featureNorm)
    , m_dtype(dtype)
    , m_device(device)
{
    for (std::size_t i = 0; i < config.convChannels.size(); ++i) {
        const std::string prefix = "feature_extractor.conv_layers." + std::to_string(i);
        Layer layer;
        layer.kernel = config.convKernels[i];
        layer.stride = config.convStrides[i];
        const std::int64_t outputs = config.convChannels[i];
        const std::int64_t inputs = i == 0 ? 1 : config.convChannels[i - 1];
        const auto tensor = [&](const char* name, at::IntArrayRef shape) {
            return encoderTensor(weights, prefix + name, shape).to(device);
        };
        layer.weight = tensor(".conv.weight", { outputs, inputs, layer.kernel });
        if (config.convBias) layer.bias = tensor(".conv.bias", { outputs });
        if (m_norm == MertConfig::FeatureNorm::Layer || i == 0) {
            layer.gain = tensor(".layer_norm.weight", { outputs });
            layer.shift = tensor(".layer_norm.bias", { outputs });
        }

        // [out, in, tap] -> rows in the order in which memory holds consecutive time steps
        const auto rows = layer.weight.permute({ 2, 1, 0 }); // [tap, in, out]
        const auto out = rows.size(2);
        if (i > 0 && dtype == DataType::Int8) {
            layer.whole
                = LinearLayer(rows.reshape({ -1, out }).t().contiguous(), layer.bias, dtype);
        } else {
            for (std::int64_t tap = 0; tap < layer.kernel; tap += layer.stride) {
                const auto end = std::min(tap + layer.stride, layer.kernel);
                auto part = rows.slice(0, tap, i == 0 ? layer.kernel : end).reshape({ -1, out });
                if (i > 0 && dtype == DataType::BFloat16) part = part.to(at::kBFloat16);
                layer.taps.push_back(part.contiguous());
                if (i == 0) break;
            }
        }
        m_layers.push_back(std::move(layer));
    }
}

std::int64_t MertFrontEnd::frameCount(std::int64_t samples) const
{
    std::int64_t count = samples;
    for (const Layer& layer : m_layers) {
        if (count < layer.kernel) return 0;
        count = (count - layer.kernel) / layer.stride + 1;
    }
    return count;
}

at::Tensor MertFrontEnd::operator()(const at::Tensor& segments) const
{
    if (!m_device.is_cpu()) return plain(segments);
    std::vector<at::Tensor> features;
    for (const auto& samples : segments.unbind(0))
        features.push_back(tiled(samples.contiguous()));
    return at::stack(features);
}

at::Tensor MertFrontEnd::plain(const at::Tensor& segments) const
{
    auto x = segments.unsqueeze(1); // [batch, 1, sample]
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        if (m_dtype == DataType::BFloat16 && i > 0)
            x = at::conv1d(x.to(at::kBFloat16), layer.weight.to(at::kBFloat16),
                layer.bias.defined() ? layer.bias.to(at::kBFloat16) : at::Tensor(), layer.stride)
                    .to(at::kFloat);
        else
            x = at::conv1d(x, layer.weight, layer.bias, layer.stride);
        if (m_norm == MertConfig::FeatureNorm::Group && i == 0)
            x = at::group_norm(x, x.size(1), layer.gain, layer.shift, kNormEpsilon);
        else if (m_norm == MertConfig::FeatureNorm::Layer)
            x = at::layer_norm(
                x.transpose(1, 2), { x.size(1) }, layer.gain, layer.shift, kNormEpsilon)
                    .transpose(1, 2);
        x = at::gelu(x);
    }
    return x.transpose(1, 2).contiguous();
}

at::Tensor MertFrontEnd::firstLayerWeight(const at::Tensor& samples, at::Tensor& bias) const
{
    const Layer& first = m_layers.front();
    bias = first.bias;
    if (m_norm == MertConfig::FeatureNorm::Layer) return first.taps.front();

    // One group per channel over the whole segment: mean and variance of w.x follow from the mean
    // and covariance of the strided input windows, so the norm folds into the weights.
    const auto count = (samples.numel() - first.kernel) / first.stride + 1;
    const auto windows
        = samples.to(at::kDouble).as_strided({ count, first.kernel }, { first.stride, 1 });
    const auto mean = windows.mean(0);
    const auto centred = windows - mean;
    const auto covariance = at::mm(centred.t(), centred) / static_cast<double>(count);
    const auto weight = first.taps.front().to(at::kDouble); // [tap, out]
    const auto variance = (weight * at::mm(covariance, weight)).sum(0);
    const auto scale = first.gain.to(at::kDouble) / at::sqrt(variance + kNormEpsilon);
    bias = (first.shift.to(at::kDouble) - at::mv(weight.t(), mean) * scale).to(at::kFloat);
    return (weight * scale).to(at::kFloat);
}

at::Tensor MertFrontEnd::convolve(
    const Layer& layer, const at::Tensor& rows, std::int64_t count) const
{
    const auto channels = rows.size(1);
    const auto step = layer.stride * channels;
    if (m_dtype == DataType::Int8)
        return layer.whole(rows.as_strided({ count, layer.kernel * channels }, { step, 1 }));

    at::Tensor out;
    for (std::size_t part = 0; part < layer.taps.size(); ++part) {
        const at::Tensor& weight = layer.taps[part];
        const auto view = rows.as_strided({ count, weight.size(0) }, { step, 1 },
            rows.storage_offset() + static_cast<std::int64_t>(part) * step);
        if (part > 0)
            out.addmm_(view, weight);
        else if (layer.bias.defined())
            out = at::addmm(layer.bias.to(weight.dtype()), view, weight);
        else
            out = at::mm(view, weight);
    }
    return out;
}

void MertFrontEnd::normAndActivate(const Layer& layer, at::Tensor& rows) const
{
    if (m_norm == MertConfig::FeatureNorm::Layer)
        rows = at::layer_norm(rows, { rows.size(1) }, layer.gain.to(rows.dtype()),
            layer.shift.to(rows.dtype()), kNormEpsilon);
    at::gelu_(rows);
}

at::Tensor MertFrontEnd::tiled(const at::Tensor& samples) const
{
    const auto frames = frameCount(samples.numel());
    const auto channels = m_layers.back().weight.size(0);
    auto features = at::empty({ frames, channels }, at::kFloat);
    at::Tensor firstBias;
    const auto firstWeight = firstLayerWeight(samples, firstBias);

    const auto tileCount = (frames + kTileFrames - 1) / kTileFrames;
    const bool inference = c10::InferenceMode::is_enabled();
    at::parallel_for(0, tileCount, 1, [&](std::int64_t beginTile, std::int64_t endTile) {
        const c10::InferenceMode guard(inference);
        for (auto tile = beginTile; tile < endTile; ++tile) {
            const auto begin = tile * kTileFrames;
            const auto end = std::min(begin + kTileFrames, frames);
            std::vector<std::int64_t> from(m_layers.size() + 1, begin);
            std::vector<std::int64_t> to(m_layers.size() + 1, end);
            for (std::size_t i = m_layers.size(); i-- > 0;) {
                from[i] = from[i + 1] * m_layers[i].stride;
                to[i] = (to[i + 1] - 1) * m_layers[i].stride + m_layers[i].kernel;
            }
            const Layer& first = m_layers.front();
            const auto windows = samples.as_strided({ to[1] - from[1], first.kernel },
                { first.stride, 1 }, samples.storage_offset() + from[0]);
            auto rows = firstBias.defined()
                ? at::addmm(firstBias, windows.contiguous(), firstWeight)
                : at::mm(windows.contiguous(), firstWeight);
            normAndActivate(first, rows);
            if (m_dtype == DataType::BFloat16) rows = rows.to(at::kBFloat16);
            for (std::size_t i = 1; i < m_layers.size(); ++i) {
                rows = convolve(m_layers[i], rows, to[i + 1] - from[i + 1]);
                normAndActivate(m_layers[i], rows);
            }
            features.slice(0, begin, end).copy_(rows);
        }
    });
    return features;
}

} // namespace circumplex
