#pragma once

#include <span>
#include <vector>

namespace circumplex {

/// What a curve does within one column of pixels.
struct ColumnRange {
    float low = 1.0F;
    float high = -1.0F;

    bool isEmpty() const { return low > high; }
};

/// Lowest and highest value within each of `columns` equal parts of [beginSeconds, endSeconds), so
/// that the work of drawing depends on the width and not on the length of a track. Columns between
/// two points get the line between them.
/// @param values  value i lies at startSeconds + i * hopSeconds
std::vector<ColumnRange> curveColumns(std::span<const float> values, double startSeconds,
    double hopSeconds, double beginSeconds, double endSeconds, int columns);

/// Mean over `windowSeconds` around each value, less at the ends. Below two hops: the values.
std::vector<float> smoothed(std::span<const float> values, double hopSeconds, double windowSeconds);

} // namespace circumplex
