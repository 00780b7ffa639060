#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// Which octaves a constant-Q transform covers. The lowest is always the one from C1 (32.7 Hz) on.
struct ConstantQShape {
    int binsPerOctave = 24;
    int octaves = 6; ///< 6: up to 2,093 Hz, 7: up to 4,186 Hz
};

/// Magnitudes of librosa's recursive constant-Q transform at 22,050 Hz (Schörkhuber and Klapuri
/// 2010): the same filters for every octave, each octave on the signal halved once more; sparse
/// filter spectra, centred frames, zeros beyond both ends.
///
/// Octaves share their filters and their common factor, so a transform that starts an octave higher
/// is the same rows without their lowest bins. Blocks of any size and any length of signal; memory
/// stays at some seconds of sound. One thread.
class ConstantQ {
public:
    static constexpr int kSampleRateHz = 22050;
    static constexpr int kHopSamples = 2048;

    explicit ConstantQ(const ConstantQShape& shape);

    std::size_t binCount() const;

    /// Appends the frames that are ready to `rows`, [frame, bin], lowest bin first.
    void push(std::span<const float> samples, std::vector<float>& rows);

    /// The rest, so that n > 0 samples gave 1 + n / kHopSamples frames (one less where librosa's
    /// lowest octave has less). Then a new signal may begin.
    void finish(std::vector<float>& rows);

private:
    /// The signal halved some number of times.
    struct Level {
        std::vector<float> samples; ///< the first is sample `start`
        std::int64_t start = 0;
        std::int64_t halvedBlocks = 0; ///< blocks already given to the next level
        std::int64_t end() const { return start + static_cast<std::int64_t>(samples.size()); }
        const float* at(std::int64_t sample) const { return samples.data() + (sample - start); }
    };

    void reset();
    std::size_t binsPerOctave() const { return static_cast<std::size_t>(m_shape.binsPerOctave); }
    bool isAnalysed(std::size_t level) const { return level >= m_firstAnalysed; }
    std::int64_t hop(std::size_t level) const { return kHopSamples >> level; }
    void halve(std::size_t level, std::int64_t endBlock);
    void analyse(std::int64_t endFrame, std::vector<float>& rows);
    void analyseOctave(std::size_t level, std::int64_t count, float* out) const;
    void dropUsedSamples();

    ConstantQShape m_shape;
    std::size_t m_firstAnalysed; ///< level of the highest octave
    std::int64_t m_transformSize;
    std::vector<float> m_filters; ///< [group of bins, sample, part of each bin]
    std::vector<float> m_evenTaps, m_oddTaps; ///< halving filter on every second sample
    std::vector<float> m_even, m_odd; ///< samples while halving, kept for their memory
    std::vector<Level> m_levels; ///< level 0 is the input
    std::int64_t m_inputCount = 0, m_frameCount = 0;
    std::size_t m_waiting = 0; ///< input samples not yet passed on
};

/// Spectra of one octave's filters, [bin, frequency], complex64, small entries zeroed.
at::Tensor constantQBasis(int binsPerOctave);

} // namespace circumplex
