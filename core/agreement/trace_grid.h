#pragma once

#include "core/agreement/rating_matrix.h"

#include <span>
#include <vector>

namespace circumplex {

/// A continuous rating: values at moments, in order of time.
struct TracePoints {
    std::vector<double> seconds, values; ///< of one size
    double latencySeconds = 0.0; ///< the rater moved so much after what the value is about
};

/// Evenly spaced moments.
struct TraceGrid {
    double beginSeconds = 0.0;
    double hopSeconds = 0.5;
    std::size_t pointCount = 0;

    double at(std::size_t point) const
    {
        return beginSeconds + hopSeconds * static_cast<double>(point);
    }
};

/// From the first moment that a trace covers to the last one, latencies taken off.
TraceGrid gridOver(std::span<const TracePoints> traces, double hopSeconds);

/// Values at the grid's moments, latency taken off, by linear interpolation; NaN before the first
/// sample and after the last.
std::vector<double> onGrid(const TracePoints& trace, const TraceGrid& grid);

/// Traces as raters of moments.
RatingMatrix matrixOf(std::span<const TracePoints> traces, const TraceGrid& grid);

/// By how much `trace` runs after `reference`: the shift in 0..longestSeconds and back with the
/// highest correlation of their common points, in whole steps of `hopSeconds`; the smallest of
/// equals. 0 if there is too little to correlate.
/// @param trace, reference  on one grid; NaN: no value
double lagBehind(std::span<const double> trace, std::span<const double> reference,
    double hopSeconds, double longestSeconds);

/// The lag of each trace behind the mean of the others, as lagBehind().
std::vector<double> lagsBehindOthers(
    std::span<const TracePoints> traces, const TraceGrid& grid, double longestSeconds);

} // namespace circumplex
