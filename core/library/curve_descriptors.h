#pragma once

#include <optional>
#include <span>

namespace circumplex {

/// The shape of one curve in nine numbers, for searching. Levels are on the curve's scale (1..9).
struct CurveDescriptors {
    double start = 0.0; ///< mean of the first tenth
    double end = 0.0; ///< mean of the last tenth
    double mean = 0.0;
    double range = 0.0; ///< largest minus smallest value
    double slope = 0.0; ///< of the least-squares line, per minute
    double peak = 0.0; ///< where the largest value is: 0 the first point, 1 the last
    double turns = 0.0; ///< turning points that are at least a quarter apart in level
    double path = 0.0; ///< sum of the distances from point to point
    double entropy = 0.0; ///< bits, of the levels in steps of a half: 0 for a constant, at most 4
};

/// @return nullopt for no points
std::optional<CurveDescriptors> describeCurve(std::span<const float> values, double hopSeconds);

} // namespace circumplex
