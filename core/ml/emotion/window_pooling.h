#pragma once

#include "core/ml/frame_spool.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace circumplex {

/// Where the points of a curve lie. Point i describes the window of `windowSeconds` centred on
/// i * hopSeconds, cut at the track's ends.
struct CurveGrid {
    double hopSeconds = 1.0;
    double windowSeconds = 10.0;

    std::size_t pointCount(double durationSeconds) const;
    double windowBegin(std::size_t point) const;
    double windowEnd(std::size_t point) const;
};

/// Mean embedding of every window of a track, by running sums: one encoder pass serves any hop and
/// window. Memory is one window of frames; the results go to a FrameSpool.
///
/// One object per track, one thread.
class WindowPooling {
public:
    /// Frame i is centred on `firstFrameSeconds + i * frameSeconds`.
    WindowPooling(std::size_t dimension, double firstFrameSeconds, double frameSeconds,
        const CurveGrid& grid);

    /// @param frames  the next frames, [frame, dimension]
    void add(std::span<const float> frames);

    /// Call once, after the last frame. A window without a frame of its own takes the nearest
    /// frame.
    /// @return rows [point, dimension]
    FrameSpool finish(double durationSeconds);

private:
    double frameTime(std::int64_t frame) const;
    void addFrame(std::span<const float> frame);
    void emitPoint();

    std::size_t m_dimension;
    double m_firstFrameSeconds, m_frameSeconds;
    CurveGrid m_grid;
    std::deque<std::vector<float>> m_frames; ///< frames m_oldest .. m_oldest + size - 1
    std::int64_t m_oldest = 0;
    std::vector<double> m_sum;
    std::vector<float> m_last; ///< newest frame that left the window
    FrameSpool m_points;
};

} // namespace circumplex
