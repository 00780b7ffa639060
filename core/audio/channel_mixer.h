#pragma once

#include <span>

struct AVFrame;

namespace circumplex {

/// Arithmetic mean over the channels of `mono.size()` samples of a decoded frame, from sample
/// `begin` on, in any sample format of FFmpeg. Integers are divided by 2^(bits - 1): int16 by
/// 32768; 24 bits come as the upper bits of 32.
void mixToMono(const AVFrame& frame, int begin, std::span<float> mono);

/// False if one of them is NaN or infinite.
bool areFinite(std::span<const float> samples);

} // namespace circumplex
