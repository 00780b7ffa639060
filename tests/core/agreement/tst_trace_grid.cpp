#include "core/agreement/reliability.h"
#include "core/agreement/trace_grid.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace circumplex;
using doctest::Approx;

namespace {

double wave(double seconds)
{
    return 5.0 + 2.0 * std::sin(seconds / 7.0) + std::sin(seconds / 2.3);
}

/// Somebody who follows the wave, `late` seconds after it, at irregular moments.
TracePoints follower(double late, double shift = 0.0)
{
    TracePoints trace;
    for (int i = 0; i < 600; ++i) {
        const double now = 0.1 * i + 0.03 * std::sin(i);
        trace.seconds.push_back(now);
        trace.values.push_back(wave(now - late) + shift);
    }
    return trace;
}

} // namespace

DOCTEST_TEST_CASE("a trace is interpolated at the grid's moments and nowhere else")
{
    const TracePoints trace { { 1.0, 2.0, 4.0 }, { 3.0, 5.0, 1.0 }, 0.0 };
    const TraceGrid grid { .beginSeconds = 0.5, .hopSeconds = 0.5, .pointCount = 9 };
    const auto values = onGrid(trace, grid);
    DOCTEST_CHECK(std::isnan(values[0]));
    DOCTEST_CHECK(values[1] == Approx(3.0));
    DOCTEST_CHECK(values[2] == Approx(4.0));
    DOCTEST_CHECK(values[3] == Approx(5.0));
    DOCTEST_CHECK(values[5] == Approx(3.0));
    DOCTEST_CHECK(values[7] == Approx(1.0));
    DOCTEST_CHECK(std::isnan(values[8]));
}

DOCTEST_TEST_CASE("latency is taken off")
{
    auto late = follower(1.2);
    late.latencySeconds = 1.2;
    const std::vector traces { late };
    const auto grid = gridOver(traces, 0.5);
    DOCTEST_CHECK(grid.beginSeconds == 0.0);
    const auto values = onGrid(late, grid);
    for (std::size_t i = 0; i < values.size(); ++i)
        DOCTEST_CHECK(values[i] == Approx(wave(grid.at(i))).epsilon(0.002));
}

DOCTEST_TEST_CASE("a grid covers what any trace covers, and nothing for none")
{
    const std::vector<TracePoints> traces { { { 2.2, 3.9 }, { 5, 5 }, 0.0 },
        { { 1.1, 2.0 }, { 5, 5 }, 0.0 }, {} };
    const auto grid = gridOver(traces, 0.5);
    DOCTEST_CHECK(grid.beginSeconds == Approx(1.5));
    DOCTEST_CHECK(grid.at(grid.pointCount - 1) == Approx(3.5));
    DOCTEST_CHECK(gridOver({}, 0.5).pointCount == 0);
    DOCTEST_CHECK(matrixOf({}, gridOver({}, 0.5)).subjectCount() == 0);
}

DOCTEST_TEST_CASE("who runs behind the others is found out, and agrees once that is known")
{
    std::vector traces { follower(0.0), follower(0.0, 0.3), follower(2.0), follower(0.0, -0.2) };
    const auto grid = gridOver(traces, 0.5);
    const auto lags = lagsBehindOthers(traces, grid, 4.0);
    // the mean of the others itself holds the late one, so they seem a little early
    DOCTEST_CHECK(lags[2] == Approx(2.0));
    for (const std::size_t r : { 0U, 1U, 3U })
        DOCTEST_CHECK(std::abs(lags[r]) <= 0.5);
    const auto before = intraclassCorrelation(matrixOf(traces, grid), IccForm::Single);
    traces[2].latencySeconds = lags[2];
    const auto after = intraclassCorrelation(matrixOf(traces, grid), IccForm::Single);
    DOCTEST_CHECK(*after.value > *before.value + 0.04);
    DOCTEST_CHECK(*after.value > 0.95);
}

DOCTEST_TEST_CASE("a trace that never moves has no lag")
{
    std::vector<TracePoints> traces { follower(0.0), { { 0.0, 60.0 }, { 5.0, 5.0 }, 0.0 } };
    const auto lags = lagsBehindOthers(traces, gridOver(traces, 0.5), 4.0);
    DOCTEST_CHECK(lags == std::vector<double> { 0.0, 0.0 });
}
