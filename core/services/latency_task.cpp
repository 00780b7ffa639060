#include "core/services/latency_task.h"

#include "core/agreement/trace_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace circumplex::latency_task {

namespace {

constexpr double kHopSeconds = 0.02;
constexpr double kLeastCorrelation = 0.7;

struct Wave {
    double hertz, phase;
};

/// Frequencies without a common multiple within the task; slow enough to be followed.
constexpr std::array<Wave, 4> kValenceWaves { { { 0.071, 0.3 }, { 0.127, 1.9 }, { 0.193, 4.1 },
    { 0.281, 2.6 } } };
constexpr std::array<Wave, 4> kArousalWaves { { { 0.059, 2.2 }, { 0.113, 5.3 }, { 0.211, 0.8 },
    { 0.263, 3.7 } } };

double along(const std::array<Wave, 4>& waves, double seconds)
{
    double sum = 0.0;
    for (const Wave& wave : waves)
        sum += std::sin(2.0 * std::numbers::pi * wave.hertz * seconds + wave.phase);
    return 5.0 + 0.9 * sum; // four waves reach 3.6 from the middle at most
}

double correlation(std::span<const double> hand, std::span<const double> target, std::size_t shift)
{
    double n = 0.0, sumX = 0.0, sumY = 0.0, sumXX = 0.0, sumYY = 0.0, sumXY = 0.0;
    for (std::size_t i = shift; i < hand.size(); ++i) {
        const double x = hand[i];
        const double y = target[i - shift];
        if (std::isnan(x) || std::isnan(y)) continue;
        n += 1.0;
        sumX += x;
        sumY += y;
        sumXX += x * x;
        sumYY += y * y;
        sumXY += x * y;
    }
    const double varX = n * sumXX - sumX * sumX;
    const double varY = n * sumYY - sumY * sumY;
    if (n < 2.0 || varX <= 1e-9 || varY <= 1e-9) return 0.0;
    return (n * sumXY - sumX * sumY) / std::sqrt(varX * varY);
}

} // namespace

EmotionPlace targetAt(double seconds)
{
    return { along(kValenceWaves, seconds), along(kArousalWaves, seconds) };
}

std::optional<Latency> latencyOf(std::span<const HandMoment> hand)
{
    TracePoints valence, arousal;
    for (const HandMoment& moment : hand) {
        if (moment.seconds < kWarmUpSeconds) continue;
        valence.seconds.push_back(moment.seconds);
        valence.values.push_back(moment.place.valence);
        arousal.values.push_back(moment.place.arousal);
    }
    arousal.seconds = valence.seconds;
    if (valence.seconds.empty()
        || valence.seconds.back() - valence.seconds.front() < (kSeconds - kWarmUpSeconds) / 2.0)
        return std::nullopt;

    // Both dimensions one after the other, so far apart that no lag brings them together.
    const TraceGrid grid = gridOver(std::span(&valence, 1), kHopSeconds);
    const auto gap = static_cast<std::size_t>(kLongestSeconds / kHopSeconds) + 1;
    std::vector<double> followed, wanted;
    for (const TracePoints* trace : { &valence, &arousal }) {
        const auto [least, most] = std::ranges::minmax(trace->values);
        if (least == most) continue;
        const std::vector<double> values = onGrid(*trace, grid);
        followed.insert(followed.end(), values.begin(), values.end());
        for (std::size_t i = 0; i < grid.pointCount; ++i) {
            const EmotionPlace target = targetAt(grid.at(i));
            wanted.push_back(trace == &valence ? target.valence : target.arousal);
        }
        followed.resize(followed.size() + gap, std::numeric_limits<double>::quiet_NaN());
        wanted.resize(followed.size(), std::numeric_limits<double>::quiet_NaN());
    }
    if (followed.empty()) return std::nullopt;
    const double lag = lagBehind(followed, wanted, kHopSeconds, kLongestSeconds);
    if (lag < 0.0 || lag > kLongestSeconds - kHopSeconds) return std::nullopt;
    const double likeness
        = correlation(followed, wanted, static_cast<std::size_t>(std::lround(lag / kHopSeconds)));
    if (likeness < kLeastCorrelation) return std::nullopt;
    return Latency { lag, likeness };
}

} // namespace circumplex::latency_task
