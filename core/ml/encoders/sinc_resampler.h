#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// The windowed-sinc resampler of the published program (torchaudio's defaults: Hann window, width
/// 6, roll-off 0.99), phases rounded to float32 as there. Blocks of any size give the samples of
/// one whole call.
///
/// One object per track, one thread.
class SincResampler {
public:
    SincResampler(int fromHz, int toHz);

    /// Appends the samples that are ready to `out`.
    void push(std::span<const float> samples, std::vector<float>& out);

    /// Call once, after the last push: the rest, so that ceil(to * length / from) samples were
    /// given.
    void finish(std::vector<float>& out);

private:
    void produce(std::int64_t endOutput, std::vector<float>& out);

    std::int64_t m_from, m_to; ///< rates divided by their greatest common divisor
    std::int64_t m_width = 0; ///< of the kernel on each side, in input samples
    std::size_t m_tapCount = 0; ///< a whole number of vector registers
    std::vector<float> m_kernel; ///< [phase, tap]; taps beyond the kernel are 0
    std::vector<float> m_input; ///< kept samples, the first is input sample m_inputStart
    std::int64_t m_inputStart = 0, m_inputCount = 0, m_outputCount = 0;
};

} // namespace circumplex
