#include "core/ml/emotion/window_pooling.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using circumplex::CurveGrid;
using circumplex::WindowPooling;

namespace {

/// What pooling must give for a curve whose frame i has the value i: the mean of the indices
/// inside.
std::vector<float> pooledRamp(
    const CurveGrid& grid, double frameSeconds, int frameCount, double duration)
{
    WindowPooling pooling(1, 0.5 * frameSeconds, frameSeconds, grid);
    for (int i = 0; i < frameCount; ++i) {
        const float value = static_cast<float>(i);
        pooling.add({ &value, 1 });
    }
    const auto points = pooling.finish(duration);
    std::vector<float> out(points.rowCount());
    points.read(0, points.rowCount(), out);
    return out;
}

} // namespace

DOCTEST_TEST_CASE("a point is the mean of the frames in its window, cut at the track's ends")
{
    // frames of 0.1 s centred on 0.05, 0.15, ...; 20 s
    const auto points = pooledRamp({ .hopSeconds = 1.0, .windowSeconds = 4.0 }, 0.1, 200, 20.0);
    DOCTEST_REQUIRE(points.size() == 21);
    DOCTEST_CHECK(points[0] == doctest::Approx(9.5)); // 0 .. 2 s: frames 0..19
    DOCTEST_CHECK(points[10] == doctest::Approx(99.5)); // 8 .. 12 s: frames 80..119
    DOCTEST_CHECK(points[20] == doctest::Approx(189.5)); // 18 .. 20 s
}

DOCTEST_TEST_CASE("any hop and window agree with the sum done by hand")
{
    const CurveGrid grid { .hopSeconds = 0.37, .windowSeconds = 2.9 };
    const auto points = pooledRamp(grid, 0.016, 3000, 48.0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        double sum = 0.0;
        int count = 0;
        for (int frame = 0; frame < 3000; ++frame) {
            const double time = 0.008 + 0.016 * frame;
            if (time < grid.windowBegin(i) || time >= grid.windowEnd(i)) continue;
            sum += frame;
            ++count;
        }
        DOCTEST_CHECK(points[i] == doctest::Approx(sum / count).epsilon(1e-6));
    }
}

DOCTEST_TEST_CASE("windows shorter than a frame take the nearest frame before them")
{
    const auto points = pooledRamp({ .hopSeconds = 0.25, .windowSeconds = 0.2 }, 1.0, 4, 4.0);
    DOCTEST_CHECK(points.size() == 17);
    for (std::size_t i = 0; i < points.size(); ++i)
        DOCTEST_CHECK(std::isfinite(points[i]));
    DOCTEST_CHECK(points.front() == 0.0F);
    DOCTEST_CHECK(points.back() == 3.0F);
}

DOCTEST_TEST_CASE("a track without frames has no points")
{
    WindowPooling pooling(2, 0.0, 1.0, {});
    DOCTEST_CHECK(pooling.finish(3.0).rowCount() == 0);
}
