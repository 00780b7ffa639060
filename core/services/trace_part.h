#pragma once

#include "core/agreement/trace_grid.h"
#include "core/types/label.h"

namespace circumplex {

/// Moments of a track.
struct TracePart {
    double beginSeconds = 0.0, endSeconds = 0.0;
};

/// What a trace counts for: not for the orientation at the beginning, in which the rater was still
/// finding out, nor for anything after the sound. Both are about the track's time, the latency
/// taken off: what a hand that lags half a second says just after the sound is about its end.
///
/// @param trace  with at least one sample
/// @param unmarkedSeconds  from the first sample on, taken for orientation where none is marked
TracePart countedPart(const Trace& trace, double unmarkedSeconds = 0.0);

/// The samples of that part, for comparisons.
TracePoints countedPoints(const Trace& trace);

} // namespace circumplex
