#include "core/ml/encoders/musicnn_pass.h"

#include <ATen/ATen.h>

namespace circumplex {

namespace {

constexpr std::int64_t kBlockFrames = 512;
constexpr std::int64_t kBefore = MusiCnnLocalLayers::kFramesBefore;
constexpr std::int64_t kAfter = MusiCnnLocalLayers::kFramesAfter;
constexpr std::int64_t kMid = MusiCnnNetwork::kMidChannels;
constexpr std::int64_t kTaps = MusiCnnNetwork::MidLayer::kTaps;

} // namespace

MusiCnnPass::MusiCnnPass(const MusiCnnNetwork& network)
    : m_network(network)
    , m_input(network.normalised(at::empty({ 0, MusiCnnLocalLayers::kBands })))
{
    const auto options = m_input.options();
    m_input = at::zeros({ kBefore, MusiCnnLocalLayers::kBands }, options);
    for (auto& products : m_products)
        products = at::zeros({ kTaps / 2, kTaps * kMid }, options);
    m_local = at::empty({ 0, MusiCnnLocalLayers::kChannels }, options);
    m_first = at::empty({ 0, kMid }, options);
    m_second = at::empty({ 0, kMid }, options);
}

at::Tensor MusiCnnPass::push(const at::Tensor& logMel)
{
    const c10::InferenceMode guard;
    m_input = at::cat({ m_input, m_network.normalised(logMel) });
    std::vector<at::Tensor> ready { at::empty({ 0, MusiCnnNetwork::kChannels }) };
    while (m_input.size(0) >= kBefore + kBlockFrames + kAfter) {
        const auto block = m_input.slice(0, 0, kBefore + kBlockFrames + kAfter);
        ready.push_back(advance(m_network.localLayers()(block), Position::Inside));
        m_input = m_input.slice(0, kBlockFrames).clone();
    }
    return at::cat(ready);
}

at::Tensor MusiCnnPass::finish()
{
    const c10::InferenceMode guard;
    const auto block = at::constant_pad_nd(m_input, { 0, 0, 0, kAfter });
    const auto isEmpty = block.size(0) == kBefore + kAfter;
    return advance(
        isEmpty ? m_local.slice(0, 0, 0) : m_network.localLayers()(block), Position::End);
}

/// The sums over 7 frames that are complete, with ReLU and norm. Sums are open at the last 3 rows.
at::Tensor MusiCnnPass::convolve(std::size_t index, const at::Tensor& rows, Position position)
{
    const auto& layer = m_network.midLayers()[index];
    std::vector<at::Tensor> parts { m_products[index] };
    if (rows.size(0) > 0) parts.push_back(layer.taps(rows));
    if (position == Position::End)
        parts.push_back(at::zeros({ kTaps / 2, kTaps * kMid }, rows.options()));
    const auto products = at::cat(parts);
    const auto count = std::max<std::int64_t>(0, products.size(0) - kTaps + 1);
    auto sum = layer.bias.expand({ count, kMid }).contiguous();
    for (std::int64_t tap = 0; tap < kTaps; ++tap)
        sum += products.slice(0, tap, tap + count).slice(1, tap * kMid, (tap + 1) * kMid);
    m_products[index] = products.slice(0, count).clone();
    return layer.norm(at::relu_(sum));
}

/// Takes the next rows of the local layers through the three layers above.
at::Tensor MusiCnnPass::advance(const at::Tensor& local, Position position)
{
    m_local = at::cat({ m_local, local });
    const auto first = convolve(0, local, position);
    m_first = at::cat({ m_first, first });

    auto second = convolve(1, first, position);
    const auto secondBegin = m_second.size(0); // all three queues begin with the same frame
    second += m_first.slice(0, secondBegin, secondBegin + second.size(0));
    m_second = at::cat({ m_second, second });

    auto third = convolve(2, second, position);
    const auto count = third.size(0);
    third += m_second.slice(0, 0, count);
    const auto ready = at::cat({ m_local.slice(0, 0, count), m_first.slice(0, 0, count),
                                   m_second.slice(0, 0, count), third },
        1);
    for (auto* queue : { &m_local, &m_first, &m_second })
        *queue = queue->slice(0, count).clone();
    return ready.cpu();
}

} // namespace circumplex
