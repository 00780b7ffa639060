#include "core/audio/channel_mixer.h"

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/samplefmt.h>
}

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <type_traits>

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

} // namespace

void mixToMono(const AVFrame& frame, int begin, std::span<float> mono)
{
    switch (static_cast<AVSampleFormat>(frame.format)) {
    case AV_SAMPLE_FMT_U8:
        return mix<std::uint8_t, Order::Packed>(frame, begin, mono);
    case AV_SAMPLE_FMT_S16:
        return mix<std::int16_t, Order::Packed>(frame, begin, mono);
    case AV_SAMPLE_FMT_S32:
        return mix<std::int32_t, Order::Packed>(frame, begin, mono);
    case AV_SAMPLE_FMT_S64:
        return mix<std::int64_t, Order::Packed>(frame, begin, mono);
    case AV_SAMPLE_FMT_FLT:
        return mix<float, Order::Packed>(frame, begin, mono);
    case AV_SAMPLE_FMT_DBL:
        return mix<double, Order::Packed>(frame, begin, mono);
    case AV_SAMPLE_FMT_U8P:
        return mix<std::uint8_t, Order::Planar>(frame, begin, mono);
    case AV_SAMPLE_FMT_S16P:
        return mix<std::int16_t, Order::Planar>(frame, begin, mono);
    case AV_SAMPLE_FMT_S32P:
        return mix<std::int32_t, Order::Planar>(frame, begin, mono);
    case AV_SAMPLE_FMT_S64P:
        return mix<std::int64_t, Order::Planar>(frame, begin, mono);
    case AV_SAMPLE_FMT_FLTP:
        return mix<float, Order::Planar>(frame, begin, mono);
    case AV_SAMPLE_FMT_DBLP:
        return mix<double, Order::Planar>(frame, begin, mono);
    case AV_SAMPLE_FMT_NONE:
    case AV_SAMPLE_FMT_NB:
        break;
    }
    assert(false && "FFmpeg hands out no frame without a sample format");
    std::ranges::fill(mono, 0.0F);
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
