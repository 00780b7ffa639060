#include "core/services/play_queue.h"

#include <algorithm>

namespace circumplex {

void PlayQueue::open(TrackId track, const std::vector<TrackId>& list)
{
    const auto found = std::ranges::find(list, track);
    m_current = found == list.end() ? 0 : static_cast<std::size_t>(found - list.begin());
    if (found == list.end())
        m_tracks = { track };
    else if (m_tracks != list)
        m_tracks = list;
}

std::optional<TrackId> PlayQueue::moveNext()
{
    if (!neighbours().hasNext) return std::nullopt;
    return m_tracks[++m_current];
}

std::optional<TrackId> PlayQueue::movePrevious()
{
    if (!neighbours().hasPrevious) return std::nullopt;
    return m_tracks[--m_current];
}

Neighbours PlayQueue::neighbours() const
{
    return { .hasPrevious = m_current > 0, .hasNext = m_current + 1 < m_tracks.size() };
}

} // namespace circumplex
