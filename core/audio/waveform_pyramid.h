#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace circumplex {

/// The range that the samples of a stretch lie in.
struct Peak {
    float lowest = 1.0F;
    float highest = -1.0F;

    bool isEmpty() const { return lowest > highest; } ///< no sound there, or not read yet
};

/// Lowest and highest sample of every 256, and of every 4 times as many above that, so that any
/// stretch of a recording of any length can be drawn at once.
///
/// Values are kept in steps of 1/127, rounded outwards: a peak is never drawn smaller than it is.
/// 24 hours at 44.1 kHz take 40 MB. May be read by any number of threads while one appends.
class WaveformPyramid {
public:
    static constexpr int kBaseSamples = 256;
    static constexpr std::size_t kFactor = 4;

    struct Pair {
        std::int8_t lowest = 127;
        std::int8_t highest = -127;

        friend bool operator==(Pair, Pair) = default;
    };

    /// @param expectedSamples  0: unknown; only saves moving memory
    explicit WaveformPyramid(int sampleRateHz, std::int64_t expectedSamples = 0);

    /// A complete one, from its finest level.
    WaveformPyramid(int sampleRateHz, std::int64_t sampleCount, std::vector<Pair> base);

    /// The next samples. One thread.
    void append(std::span<const float> mono);

    /// Nothing follows.
    void complete();

    int sampleRateHz() const { return m_sampleRateHz; }
    std::int64_t sampleCount() const; ///< so far
    double seconds() const { return static_cast<double>(sampleCount()) / m_sampleRateHz; }
    bool isComplete() const;

    /// Column i gets the samples of [first + i * step, first + (i + 1) * step), widened to whole
    /// groups of 256. Below 256 samples a column, neighbours share groups: then read the samples.
    /// @param firstSample  may lie before 0; columns without sound are empty
    void peaks(double firstSample, double step, std::span<Peak> columns) const;

    /// The finest level, of a complete one.
    const std::vector<Pair>& base() const { return m_levels.front(); }

private:
    void push(Pair pair);
    Pair range(std::size_t begin, std::size_t end) const;

    int m_sampleRateHz;
    float m_openLowest = 1.0F; ///< of the group that is not full yet
    float m_openHighest = -1.0F;
    int m_openSamples = 0;
    std::vector<Pair> m_fresh; ///< of one append(), before readers may see them

    mutable std::mutex m_mutex; ///< guards what follows
    std::vector<std::vector<Pair>> m_levels { 1 };
    std::int64_t m_sampleCount = 0;
    bool m_isComplete = false;
};

} // namespace circumplex
