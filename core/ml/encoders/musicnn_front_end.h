#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// MusiCNN's input: 96 mel bands per 16 ms, log10(10000 power + 1), the powers rounded to float16
/// as in the published package. Frame i is centred on i * kHopSamples; the sound is continued by
/// reflection at both ends, as the librosa of that time did. Level matters.
///
/// One object per track, one thread.
class MusiCnnFrontEnd {
public:
    static constexpr int kSampleRateHz = 16000;
    static constexpr std::int64_t kFrameSamples = 512;
    static constexpr std::int64_t kHopSamples = 256;
    static constexpr std::int64_t kBands = 96;

    MusiCnnFrontEnd();

    /// @param mono  the next samples, blocks of any size
    /// @return the frames that are ready, [frame, kBands]; maybe none
    at::Tensor push(std::span<const float> mono);

    /// Call once, after the last push.
    /// @return the rest, so that 1 + floor(samples / kHopSamples) frames were given
    /// @throws TrackTooShort  fewer than kFrameSamples samples
    at::Tensor finish();

    /// Mel powers before rounding and logarithm.
    /// @param padded  [kFrameSamples + (n - 1) * kHopSamples] samples
    /// @return [n, kBands]
    at::Tensor melPower(const at::Tensor& padded) const;

private:
    at::Tensor takeFrames(std::int64_t count);

    at::Tensor m_window; ///< [kFrameSamples]
    at::Tensor m_filters; ///< [bin, band]
    std::vector<float> m_samples; ///< from the next frame's first sample on
    std::int64_t m_heard = 0; ///< samples of the track so far
    bool m_hasBegun = false; ///< the reflection before the first sample is in place
};

} // namespace circumplex
