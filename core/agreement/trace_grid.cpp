#include "core/agreement/trace_grid.h"

#include <algorithm>
#include <optional>

namespace circumplex {

namespace {

constexpr double kTolerance = 5e-4; ///< seconds; times are float32 where they come from
constexpr std::size_t kLeastPoints = 8; ///< for a correlation that means something

/// Correlation of trace[i + shift] with reference[i].
std::optional<double> correlationAt(
    std::span<const double> trace, std::span<const double> reference, std::ptrdiff_t shift)
{
    std::vector<std::pair<double, double>> pairs;
    const auto size = static_cast<std::ptrdiff_t>(reference.size());
    for (std::ptrdiff_t i = 0; i < size; ++i) {
        if (i + shift < 0 || i + shift >= size) continue;
        const double x = trace[static_cast<std::size_t>(i + shift)];
        const double y = reference[static_cast<std::size_t>(i)];
        if (std::isfinite(x) && std::isfinite(y)) pairs.emplace_back(x, y);
    }
    if (pairs.size() < kLeastPoints) return std::nullopt;
    double meanX = 0.0, meanY = 0.0;
    for (const auto& [x, y] : pairs) {
        meanX += x / static_cast<double>(pairs.size());
        meanY += y / static_cast<double>(pairs.size());
    }
    double xx = 0.0, yy = 0.0, xy = 0.0;
    for (const auto& [x, y] : pairs) {
        xx += (x - meanX) * (x - meanX);
        yy += (y - meanY) * (y - meanY);
        xy += (x - meanX) * (y - meanY);
    }
    if (!(xx > 0.0 && yy > 0.0)) return std::nullopt;
    return xy / std::sqrt(xx * yy);
}

} // namespace

TraceGrid gridOver(std::span<const TracePoints> traces, double hopSeconds)
{
    double begin = 0.0, end = 0.0;
    bool isFirst = true;
    for (const TracePoints& trace : traces) {
        if (trace.seconds.empty()) continue;
        const double from = trace.seconds.front() - trace.latencySeconds;
        const double to = trace.seconds.back() - trace.latencySeconds;
        begin = isFirst ? from : std::min(begin, from);
        end = isFirst ? to : std::max(end, to);
        isFirst = false;
    }
    if (isFirst) return { .beginSeconds = 0.0, .hopSeconds = hopSeconds, .pointCount = 0 };
    // on multiples of the hop, so that grids of several tracks and raters meet
    const double first = std::ceil((std::max(begin, 0.0) - kTolerance) / hopSeconds);
    const double last = std::floor((end + kTolerance) / hopSeconds);
    return { .beginSeconds = first * hopSeconds,
        .hopSeconds = hopSeconds,
        .pointCount = last < first ? 0 : static_cast<std::size_t>(last - first) + 1 };
}

std::vector<double> onGrid(const TracePoints& trace, const TraceGrid& grid)
{
    std::vector<double> values(grid.pointCount, RatingMatrix::kNotRated);
    std::size_t after = 0;
    for (std::size_t point = 0; point < grid.pointCount; ++point) {
        const double moment = grid.at(point) + trace.latencySeconds;
        while (after < trace.seconds.size() && trace.seconds[after] < moment)
            ++after;
        if (after == trace.seconds.size()) {
            if (after > 0 && moment - trace.seconds.back() < kTolerance)
                values[point] = trace.values.back();
            continue;
        }
        if (after == 0) {
            if (trace.seconds.front() - moment < kTolerance) values[point] = trace.values.front();
            continue;
        }
        const double left = trace.seconds[after - 1], right = trace.seconds[after];
        const double share = right > left ? (moment - left) / (right - left) : 1.0;
        values[point]
            = trace.values[after - 1] + share * (trace.values[after] - trace.values[after - 1]);
    }
    return values;
}

RatingMatrix matrixOf(std::span<const TracePoints> traces, const TraceGrid& grid)
{
    RatingMatrix matrix(grid.pointCount, traces.size());
    for (std::size_t rater = 0; rater < traces.size(); ++rater) {
        const auto values = onGrid(traces[rater], grid);
        for (std::size_t point = 0; point < values.size(); ++point)
            matrix.at(point, rater) = values[point];
    }
    return matrix;
}

double lagBehind(std::span<const double> trace, std::span<const double> reference,
    double hopSeconds, double longestSeconds)
{
    const auto most = static_cast<std::ptrdiff_t>(std::floor(longestSeconds / hopSeconds + 1e-9));
    std::optional<double> best;
    std::ptrdiff_t bestShift = 0;
    for (std::ptrdiff_t size = 0; size <= most; ++size)
        for (const std::ptrdiff_t shift : { size, -size }) {
            const auto found = correlationAt(trace, reference, shift);
            if (!found || (best && *found <= *best + 1e-12)) continue;
            best = found;
            bestShift = shift;
        }
    return static_cast<double>(bestShift) * hopSeconds;
}

std::vector<double> lagsBehindOthers(
    std::span<const TracePoints> traces, const TraceGrid& grid, double longestSeconds)
{
    const RatingMatrix matrix = matrixOf(traces, grid);
    std::vector<double> lags;
    for (std::size_t rater = 0; rater < traces.size(); ++rater) {
        std::vector<double> own, others;
        for (std::size_t point = 0; point < grid.pointCount; ++point) {
            double sum = 0.0, count = 0.0;
            for (std::size_t r = 0; r < traces.size(); ++r)
                if (r != rater && matrix.isRated(point, r)) {
                    sum += matrix.at(point, r);
                    count += 1.0;
                }
            own.push_back(matrix.at(point, rater));
            others.push_back(sum / count);
        }
        lags.push_back(lagBehind(own, others, grid.hopSeconds, longestSeconds));
    }
    return lags;
}

} // namespace circumplex
