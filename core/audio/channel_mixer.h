#pragma once

#include <span>

struct AVFrame;

namespace circumplex {

/// Arithmetic mean over the channels of `mono.size()` samples of a decoded frame, from sample
/// `begin` on, in any sample format of FFmpeg. Integers are divided by 2^(bits - 1): int16 by
/// 32768; 24 bits come as the upper bits of 32.
void mixToMono(const AVFrame& frame, int begin, std::span<float> mono);

/// The same samples for listening: left and right in turn, `interleaved.size() / 2` of each. One
/// channel sounds on both sides, two stay as they are; of more, the middle and the rear are mixed
/// to the front at -3 dB (ITU-R BS.775), the low-frequency channel is left out, and the whole is
/// scaled so that it cannot clip.
void mixToStereo(const AVFrame& frame, int begin, std::span<float> interleaved);

/// False if one of them is NaN or infinite.
bool areFinite(std::span<const float> samples);

} // namespace circumplex
