#pragma once

#include "core/base/result.h"

#include <string>

namespace circumplex {

/// Beyond any recording: a header that claims more is wrong.
inline constexpr int kMaxChannels = 64;
inline constexpr int kMaxSampleRateHz = 768000;

constexpr bool isPossibleFormat(int channels, int sampleRateHz)
{
    return channels >= 1 && channels <= kMaxChannels && sampleRateHz >= 1
        && sampleRateHz <= kMaxSampleRateHz;
}

inline Error impossibleFormat(int channels, int sampleRateHz)
{
    return { ErrorCode::AudioFormat,
        "The file claims " + std::to_string(channels) + " channels at "
            + std::to_string(sampleRateHz) + " Hz; 1 to " + std::to_string(kMaxChannels)
            + " channels at up to " + std::to_string(kMaxSampleRateHz)
            + " Hz can be read. Its header is damaged, or it must be converted." };
}

} // namespace circumplex
