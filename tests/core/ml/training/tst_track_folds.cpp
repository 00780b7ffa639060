#include "core/ml/training/track_folds.h"
#include "tests/support/synthetic_pack.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace circumplex;

DOCTEST_TEST_CASE("a track gathers its whole row and its windows")
{
    const auto tracks = tracksOf(test::syntheticPack(6, 2));
    DOCTEST_REQUIRE(tracks.size() == 6);
    DOCTEST_CHECK(tracks[4].whole == std::vector<std::int64_t> { 12 });
    DOCTEST_CHECK(tracks[4].windows == std::vector<std::int64_t> { 13, 14 });
    DOCTEST_CHECK(tracks[4].group == 1);
    DOCTEST_CHECK(tracks[4].set == 1);
    TrackRows onlyWindows;
    onlyWindows.windows = { 3 };
    DOCTEST_CHECK(onlyWindows.asOne() == std::vector<std::int64_t> { 3 });
}

DOCTEST_TEST_CASE("folds never share a group and hold about as many tracks of each set")
{
    auto pack = test::syntheticPack(90, 2);
    for (std::size_t row = 0; row < pack.size(); ++row) // one group of 21 tracks
        if (pack.group[row] % 2 == 0 && pack.group[row] < 14) pack.group[row] = 0;
    const auto tracks = tracksOf(pack);
    for (const std::uint64_t seed : { 1U, 2U, 3U }) {
        const auto folds = trackFolds(tracks, 3, seed);
        DOCTEST_REQUIRE(folds.size() == tracks.size());
        std::map<std::int64_t, std::set<int>> foldsOfGroup;
        std::map<std::pair<std::int64_t, int>, int> counts;
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            foldsOfGroup[tracks[i].group].insert(folds[i]);
            ++counts[{ tracks[i].set, folds[i] }];
        }
        for (const auto& [group, members] : foldsOfGroup)
            DOCTEST_CHECK(members.size() == 1);
        for (int fold = 0; fold < 3; ++fold) {
            DOCTEST_CHECK(counts[{ 1, fold }] == 15);
            DOCTEST_CHECK(counts[{ 0, fold }] >= 12); // 21, 12, 12: the large group is one fold
        }
    }
}

DOCTEST_TEST_CASE("the seed decides the folds")
{
    const auto tracks = tracksOf(test::syntheticPack(60, 2));
    DOCTEST_CHECK(trackFolds(tracks, 5, 1) == trackFolds(tracks, 5, 1));
    DOCTEST_CHECK(trackFolds(tracks, 5, 1) != trackFolds(tracks, 5, 2));
}
