#include "core/library/curve_descriptors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace circumplex {

namespace {

double meanOf(std::span<const float> values)
{
    double sum = 0.0;
    for (const float value : values)
        sum += static_cast<double>(value);
    return sum / static_cast<double>(values.size());
}

double slopePerMinute(std::span<const float> values, double mean, double hopSeconds)
{
    const double middle = static_cast<double>(values.size() - 1) / 2.0;
    double product = 0.0;
    double square = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double offset = static_cast<double>(i) - middle;
        product += offset * (static_cast<double>(values[i]) - mean);
        square += offset * offset;
    }
    return square > 0.0 && hopSeconds > 0.0 ? product / square * 60.0 / hopSeconds : 0.0;
}

int turningPoints(std::span<const float> values)
{
    // Follows the curve with a play of a quarter: smaller wiggles are the model's noise.
    constexpr float kPlay = 0.25F;
    float highest = values[0];
    float lowest = values[0];
    int direction = 0;
    int turns = 0;
    for (const float value : values) {
        highest = std::max(highest, value);
        lowest = std::min(lowest, value);
        if (direction >= 0 && value <= highest - kPlay) {
            turns += direction > 0 ? 1 : 0;
            direction = -1;
            lowest = value;
        } else if (direction <= 0 && value >= lowest + kPlay) {
            turns += direction < 0 ? 1 : 0;
            direction = 1;
            highest = value;
        }
    }
    return turns;
}

double entropyBits(std::span<const float> values)
{
    std::array<int, 16> counts {};
    for (const float value : values) {
        const float bin = std::floor((std::clamp(value, 1.0F, 9.0F) - 1.0F) * 2.0F);
        ++counts[std::min<std::size_t>(static_cast<std::size_t>(bin), counts.size() - 1)];
    }
    double entropy = 0.0;
    for (const int count : counts) {
        if (count == 0) continue;
        const double share = count / static_cast<double>(values.size());
        entropy -= share * std::log2(share);
    }
    return entropy;
}

} // namespace

std::optional<CurveDescriptors> describeCurve(std::span<const float> values, double hopSeconds)
{
    if (values.empty()) return std::nullopt;
    const std::size_t tenth = std::max<std::size_t>(values.size() / 10, 1);
    const auto [smallest, largest] = std::minmax_element(values.begin(), values.end());
    CurveDescriptors shape;
    shape.start = meanOf(values.first(tenth));
    shape.end = meanOf(values.last(tenth));
    shape.mean = meanOf(values);
    shape.range = static_cast<double>(*largest - *smallest);
    shape.slope = slopePerMinute(values, shape.mean, hopSeconds);
    // The first of equal peaks, so that a flat curve has its peak at the start.
    const auto peak = std::max_element(values.begin(), values.end()) - values.begin();
    shape.peak = values.size() < 2
        ? 0.0
        : static_cast<double>(peak) / static_cast<double>(values.size() - 1);
    shape.turns = turningPoints(values);
    for (std::size_t i = 1; i < values.size(); ++i)
        shape.path += static_cast<double>(std::abs(values[i] - values[i - 1]));
    shape.entropy = entropyBits(values);
    return shape;
}

} // namespace circumplex
