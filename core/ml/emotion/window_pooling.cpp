#include "core/ml/emotion/window_pooling.h"

#include <cmath>

namespace circumplex {

std::size_t CurveGrid::pointCount(double durationSeconds) const
{
    constexpr double kRounding = 1e-6;
    return static_cast<std::size_t>(std::floor(durationSeconds / hopSeconds + kRounding)) + 1;
}

double CurveGrid::windowBegin(std::size_t point) const
{
    return static_cast<double>(point) * hopSeconds - 0.5 * windowSeconds;
}

double CurveGrid::windowEnd(std::size_t point) const
{
    return static_cast<double>(point) * hopSeconds + 0.5 * windowSeconds;
}

WindowPooling::WindowPooling(
    std::size_t dimension, double firstFrameSeconds, double frameSeconds, const CurveGrid& grid)
    : m_dimension(dimension)
    , m_firstFrameSeconds(firstFrameSeconds)
    , m_frameSeconds(frameSeconds)
    , m_grid(grid)
    , m_sum(dimension)
    , m_points(dimension)
{
}

double WindowPooling::frameTime(std::int64_t frame) const
{
    return m_firstFrameSeconds + static_cast<double>(frame) * m_frameSeconds;
}

void WindowPooling::add(std::span<const float> frames)
{
    for (std::size_t i = 0; i < frames.size(); i += m_dimension)
        addFrame(frames.subspan(i, m_dimension));
}

void WindowPooling::addFrame(std::span<const float> frame)
{
    const auto newest = m_oldest + static_cast<std::int64_t>(m_frames.size());
    while (m_grid.windowEnd(m_points.rowCount()) <= frameTime(newest)) {
        // a window before the very first frame waits for it
        if (m_frames.empty() && m_last.empty()) break;
        emitPoint();
    }
    m_frames.emplace_back(frame.begin(), frame.end());
    for (std::size_t d = 0; d < m_dimension; ++d)
        m_sum[d] += double { frame[d] };
}

void WindowPooling::emitPoint()
{
    const double begin = m_grid.windowBegin(m_points.rowCount());
    while (!m_frames.empty() && frameTime(m_oldest) < begin) {
        for (std::size_t d = 0; d < m_dimension; ++d)
            m_sum[d] -= double { m_frames.front()[d] };
        m_last = std::move(m_frames.front());
        m_frames.pop_front();
        ++m_oldest;
    }
    if (m_frames.empty()) {
        m_points.append(m_last);
        return;
    }
    std::vector<float> mean(m_dimension);
    for (std::size_t d = 0; d < m_dimension; ++d)
        mean[d] = static_cast<float>(m_sum[d] / static_cast<double>(m_frames.size()));
    m_points.append(mean);
}

FrameSpool WindowPooling::finish(double durationSeconds)
{
    const bool hasFrames = !m_frames.empty() || !m_last.empty();
    const auto count = hasFrames ? m_grid.pointCount(durationSeconds) : 0;
    while (m_points.rowCount() < count)
        emitPoint();
    return std::move(m_points);
}

} // namespace circumplex
