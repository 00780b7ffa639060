#pragma once

#include "core/types/annotation.h"

#include <cstddef>
#include <span>

namespace circumplex {

/// The chords that sound in each window of a track, asked for in time order.
class ChordWindow {
public:
    /// @param chords  in time order; must outlive this object
    explicit ChordWindow(std::span<const ChordSpan> chords)
        : m_chords(chords)
    {
    }

    /// @param beginSeconds  not before that of the last call
    std::span<const ChordSpan> between(double beginSeconds, double endSeconds)
    {
        while (m_first < m_chords.size() && m_chords[m_first].endSeconds <= beginSeconds)
            ++m_first;
        auto end = m_first;
        while (end < m_chords.size() && m_chords[end].startSeconds < endSeconds)
            ++end;
        return m_chords.subspan(m_first, end - m_first);
    }

private:
    std::span<const ChordSpan> m_chords;
    std::size_t m_first = 0;
};

} // namespace circumplex
