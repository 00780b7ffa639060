#include "core/audio/channel_mixer.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
#include <libavutil/samplefmt.h>
}

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace circumplex {

namespace {

enum class Order { Planar, Packed };

/// Channel c's sample i lies in a plane of its own, or among the others' in one plane.
template <class Sample, Order order>
void mix(const AVFrame& frame, int begin, std::span<float> mono)
{
    // Sums of many int32 need more than float's 24 bits.
    constexpr bool fitsFloat = std::is_same_v<Sample, float> || sizeof(Sample) <= 2;
    using Sum = std::conditional_t<fitsFloat, float, double>;

    const auto channels = static_cast<std::size_t>(frame.ch_layout.nb_channels);
    const std::size_t stride = order == Order::Planar ? 1 : channels;
    const auto channel = [&](std::size_t c) {
        const std::uint8_t* plane = frame.extended_data[order == Order::Planar ? c : 0];
        return reinterpret_cast<const Sample*>(plane) + static_cast<std::size_t>(begin) * stride
            + (order == Order::Planar ? 0 : c);
    };

    constexpr Sum kZero = std::is_same_v<Sample, std::uint8_t> ? Sum(128) : Sum(0);
    Sum fullScale = 1;
    if constexpr (std::is_integral_v<Sample>)
        fullScale = static_cast<Sum>(std::uint64_t { 1 } << (sizeof(Sample) * 8 - 1));
    const Sum factor = 1 / (fullScale * static_cast<Sum>(channels));

    if (channels == 2) {
        const Sample* left = channel(0);
        const Sample* right = channel(1);
        for (std::size_t i = 0; i < mono.size(); ++i) {
            const Sum sum
                = static_cast<Sum>(left[i * stride]) + static_cast<Sum>(right[i * stride]);
            mono[i] = static_cast<float>((sum - 2 * kZero) * factor);
        }
        return;
    }
    for (std::size_t i = 0; i < mono.size(); ++i) {
        Sum sum = 0;
        for (std::size_t c = 0; c < channels; ++c)
            sum += static_cast<Sum>(channel(c)[i * stride]) - kZero;
        mono[i] = static_cast<float>(sum * factor);
    }
}

/// Calls work<Sample, order>() for the frame's sample format; false: FFmpeg hands out no such
/// frame.
template <class Work> bool forFormat(const AVFrame& frame, Work work)
{
    switch (static_cast<AVSampleFormat>(frame.format)) {
    case AV_SAMPLE_FMT_U8:
        return work.template operator()<std::uint8_t, Order::Packed>(), true;
    case AV_SAMPLE_FMT_S16:
        return work.template operator()<std::int16_t, Order::Packed>(), true;
    case AV_SAMPLE_FMT_S32:
        return work.template operator()<std::int32_t, Order::Packed>(), true;
    case AV_SAMPLE_FMT_S64:
        return work.template operator()<std::int64_t, Order::Packed>(), true;
    case AV_SAMPLE_FMT_FLT:
        return work.template operator()<float, Order::Packed>(), true;
    case AV_SAMPLE_FMT_DBL:
        return work.template operator()<double, Order::Packed>(), true;
    case AV_SAMPLE_FMT_U8P:
        return work.template operator()<std::uint8_t, Order::Planar>(), true;
    case AV_SAMPLE_FMT_S16P:
        return work.template operator()<std::int16_t, Order::Planar>(), true;
    case AV_SAMPLE_FMT_S32P:
        return work.template operator()<std::int32_t, Order::Planar>(), true;
    case AV_SAMPLE_FMT_S64P:
        return work.template operator()<std::int64_t, Order::Planar>(), true;
    case AV_SAMPLE_FMT_FLTP:
        return work.template operator()<float, Order::Planar>(), true;
    case AV_SAMPLE_FMT_DBLP:
        return work.template operator()<double, Order::Planar>(), true;
    case AV_SAMPLE_FMT_NONE:
    case AV_SAMPLE_FMT_NB:
        break;
    }
    assert(false && "FFmpeg hands out no frame without a sample format");
    return false;
}

/// How much of a channel is heard left and right.
struct Sides {
    float left = 0.0F;
    float right = 0.0F;
};

Sides sidesOf(const AVChannelLayout& layout, int channel)
{
    constexpr float kMinus3Db = 0.70710678F;
    switch (av_channel_layout_channel_from_index(&layout, static_cast<unsigned>(channel))) {
    case AV_CHAN_FRONT_LEFT:
    case AV_CHAN_FRONT_LEFT_OF_CENTER:
        return { 1.0F, 0.0F };
    case AV_CHAN_FRONT_RIGHT:
    case AV_CHAN_FRONT_RIGHT_OF_CENTER:
        return { 0.0F, 1.0F };
    case AV_CHAN_FRONT_CENTER:
        return { kMinus3Db, kMinus3Db };
    case AV_CHAN_SIDE_LEFT:
    case AV_CHAN_BACK_LEFT:
        return { kMinus3Db, 0.0F };
    case AV_CHAN_SIDE_RIGHT:
    case AV_CHAN_BACK_RIGHT:
        return { 0.0F, kMinus3Db };
    case AV_CHAN_BACK_CENTER:
        return { 0.5F, 0.5F };
    case AV_CHAN_LOW_FREQUENCY:
        return {};
    default: // an order without names
        return channel % 2 == 0 ? Sides { kMinus3Db, 0.0F } : Sides { 0.0F, kMinus3Db };
    }
}

template <class Sample, Order order>
void addChannel(
    const AVFrame& frame, int begin, int channel, Sides gain, std::span<float> interleaved)
{
    const auto channels = static_cast<std::size_t>(frame.ch_layout.nb_channels);
    const auto c = static_cast<std::size_t>(channel);
    const std::size_t stride = order == Order::Planar ? 1 : channels;
    const auto* samples
        = reinterpret_cast<const Sample*>(frame.extended_data[order == Order::Planar ? c : 0])
        + static_cast<std::size_t>(begin) * stride + (order == Order::Planar ? 0 : c);
    constexpr double kZero = std::is_same_v<Sample, std::uint8_t> ? 128.0 : 0.0;
    double factor = 1.0;
    if constexpr (std::is_integral_v<Sample>)
        factor = 1.0 / static_cast<double>(std::uint64_t { 1 } << (sizeof(Sample) * 8 - 1));
    for (std::size_t i = 0; i < interleaved.size() / 2; ++i) {
        const auto value
            = static_cast<float>((static_cast<double>(samples[i * stride]) - kZero) * factor);
        interleaved[2 * i] += gain.left * value;
        interleaved[2 * i + 1] += gain.right * value;
    }
}

} // namespace

void mixToMono(const AVFrame& frame, int begin, std::span<float> mono)
{
    const bool isMixed = forFormat(
        frame, [&]<class Sample, Order order>() { mix<Sample, order>(frame, begin, mono); });
    if (!isMixed) std::ranges::fill(mono, 0.0F);
}

void mixToStereo(const AVFrame& frame, int begin, std::span<float> interleaved)
{
    std::ranges::fill(interleaved, 0.0F);
    const int channels = frame.ch_layout.nb_channels;
    std::vector<Sides> gains;
    if (channels == 1) {
        gains = { { 1.0F, 1.0F } };
    } else if (channels == 2) {
        gains = { { 1.0F, 0.0F }, { 0.0F, 1.0F } };
    } else {
        // Scaled so that no side can become louder than full scale.
        Sides sum;
        for (int channel = 0; channel < channels; ++channel) {
            gains.push_back(sidesOf(frame.ch_layout, channel));
            sum.left += gains.back().left;
            sum.right += gains.back().right;
        }
        const float scale = 1.0F / std::max({ sum.left, sum.right, 1.0F });
        for (Sides& gain : gains)
            gain = { gain.left * scale, gain.right * scale };
    }
    forFormat(frame, [&]<class Sample, Order order>() {
        for (int channel = 0; channel < channels; ++channel)
            addChannel<Sample, order>(
                frame, begin, channel, gains[static_cast<std::size_t>(channel)], interleaved);
    });
}

bool areFinite(std::span<const float> samples)
{
    // The largest magnitude as an integer: compilers turn this into vector instructions, which
    // they may not do with floating-point comparisons of NaN.
    constexpr std::uint32_t kInfinity = 0x7f800000;
    std::uint32_t largest = 0;
    for (const float sample : samples)
        largest = std::max(largest, std::bit_cast<std::uint32_t>(sample) & 0x7fffffffU);
    return largest < kInfinity;
}

} // namespace circumplex
