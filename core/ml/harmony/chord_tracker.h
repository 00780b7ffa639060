#pragma once

#include "core/types/annotation.h"

#include <span>
#include <vector>

namespace circumplex {

/// Listens to one track and says which chord sounds when. One object per track, one thread.
class ChordTracker {
public:
    static constexpr int kSampleRateHz = 22050;

    virtual ~ChordTracker() = default;

    /// @param mono  the next samples of the track at kSampleRateHz; blocks of any size
    virtual void push(std::span<const float> mono) = 0;

    /// Call once, after the last push. In time order, without gaps, classes in the numbering of
    /// ChordSpan::chordClass. Audio too short for one frame gives no span.
    virtual std::vector<ChordSpan> finish() = 0;

    /// Seconds of the time spent so far that went into the constant-Q transform.
    double constantQSeconds() const { return m_constantQSeconds; }

protected:
    double m_constantQSeconds = 0.0;
};

} // namespace circumplex
