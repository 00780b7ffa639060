#include "ui/curve/curve_columns.h"

#include <algorithm>
#include <cmath>

namespace circumplex {

std::vector<ColumnRange> curveColumns(std::span<const float> values, double startSeconds,
    double hopSeconds, double beginSeconds, double endSeconds, int columns)
{
    std::vector<ColumnRange> ranges(static_cast<std::size_t>(std::max(columns, 0)));
    if (values.empty()) return ranges;
    const auto last = static_cast<double>(values.size() - 1);
    const double pointsPerColumn = (endSeconds - beginSeconds) / hopSeconds / columns;
    const double firstPoint = (beginSeconds - startSeconds) / hopSeconds;
    const auto valueAt = [&](double point) {
        const auto left = static_cast<std::size_t>(point);
        const std::size_t right = std::min(left + 1, values.size() - 1);
        const auto share = static_cast<float>(point - static_cast<double>(left));
        return values[left] + share * (values[right] - values[left]);
    };
    for (std::size_t column = 0; column < ranges.size(); ++column) {
        const double from = firstPoint + static_cast<double>(column) * pointsPerColumn;
        const double to = from + pointsPerColumn;
        if (to < 0.0 || from > last) continue;
        const double begin = std::max(from, 0.0);
        const double end = std::min(to, last);
        const float first = valueAt(begin);
        const float second = valueAt(end);
        ColumnRange range { std::min(first, second), std::max(first, second) };
        for (auto point = static_cast<std::size_t>(std::ceil(begin));
             static_cast<double>(point) <= end; ++point) {
            range.low = std::min(range.low, values[point]);
            range.high = std::max(range.high, values[point]);
        }
        ranges[column] = range;
    }
    return ranges;
}

std::vector<float> smoothed(std::span<const float> values, double hopSeconds, double windowSeconds)
{
    std::vector<float> result(values.begin(), values.end());
    const auto reach = static_cast<std::ptrdiff_t>(windowSeconds / hopSeconds / 2.0);
    if (reach < 1) return result;
    std::vector<double> sums(values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        sums[i + 1] = sums[i] + static_cast<double>(values[i]);
    const auto count = static_cast<std::ptrdiff_t>(values.size());
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(i - reach, 0));
        const auto end = static_cast<std::size_t>(std::min(i + reach + 1, count));
        result[static_cast<std::size_t>(i)]
            = static_cast<float>((sums[end] - sums[begin]) / static_cast<double>(end - begin));
    }
    return result;
}

} // namespace circumplex
