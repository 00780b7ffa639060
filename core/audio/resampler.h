#pragma once

#include <memory>
#include <span>
#include <vector>

namespace circumplex {

/// SoX resampler, quality HQ: linear phase, delay compensated, output length round(to * length /
/// from).
///
/// One object per stream, one thread.
class Resampler {
public:
    /// @throws std::bad_alloc, std::invalid_argument  impossible rates
    Resampler(int fromHz, int toHz);
    ~Resampler();

    /// Appends the samples that are ready to `out`.
    void push(std::span<const float> mono, std::vector<float>& out);

    /// Call once, after the last push.
    void finish(std::vector<float>& out);

private:
    struct Soxr;
    std::unique_ptr<Soxr> m_soxr;
};

} // namespace circumplex
