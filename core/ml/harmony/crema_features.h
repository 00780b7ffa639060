#pragma once

#include "core/ml/frame_spool.h"
#include "core/ml/harmony/constant_q.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// What crema hears: constant-Q decibels of 216 bins from C1 and the same from C2, relative to the
/// loudest of each in the whole track, so they can be had after finish() only.
///
/// One object per track, one thread.
class CremaFeatures {
public:
    static constexpr std::int64_t kHarmonics = 2;
    static constexpr std::int64_t kBins = 216;

    explicit CremaFeatures(std::size_t memoryLimitBytes);

    void push(std::span<const float> mono);
    void finish();

    /// One for each whole hop of sound. Valid after finish().
    std::size_t frameCount() const { return m_magnitudes.rowCount(); }

    /// Digital silence throughout: there is no loudest value to refer to. Valid after finish().
    bool isSilent() const { return m_loudest[0] == 0.0F && m_loudest[1] == 0.0F; }

    /// [harmonic, frame, bin], -80..0, of frames begin .. begin+count-1
    at::Tensor decibels(std::size_t begin, std::size_t count) const;

private:
    void keep(std::span<const float> rows);

    ConstantQ m_transform;
    FrameSpool m_magnitudes; ///< [frame, bin] from C1 to where the second harmonic ends
    std::vector<float> m_rows; ///< of one call, kept for its memory
    std::size_t m_sampleCount = 0;
    std::array<float, kHarmonics> m_loudest {};
};

} // namespace circumplex
