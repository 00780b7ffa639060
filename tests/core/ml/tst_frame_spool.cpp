#include "core/ml/frame_spool.h"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

using circumplex::FrameSpool;

namespace {

std::vector<float> readBackAfterAppending(std::size_t memoryLimitBytes)
{
    FrameSpool spool(3, memoryLimitBytes);
    std::vector<float> rows(30);
    std::iota(rows.begin(), rows.end(), 0.0F);
    spool.append(std::span(rows).first(12));
    spool.append(std::span(rows).subspan(12));
    std::vector<float> out(9);
    spool.read(3, 3, out);
    return out;
}

} // namespace

DOCTEST_TEST_CASE("rows come back alike from memory and from the file")
{
    const std::vector<float> expected { 9, 10, 11, 12, 13, 14, 15, 16, 17 };
    DOCTEST_CHECK(readBackAfterAppending(1 << 20) == expected);
    DOCTEST_CHECK(readBackAfterAppending(64) == expected);
    DOCTEST_CHECK(readBackAfterAppending(0) == expected);
}

DOCTEST_TEST_CASE("reading outside the table is refused")
{
    FrameSpool spool(2);
    std::vector<float> out(2);
    DOCTEST_CHECK_THROWS_AS(spool.read(0, 1, out), std::out_of_range);
}
