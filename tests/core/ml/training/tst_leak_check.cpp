#include "core/ml/training/leak_check.h"

#include <doctest/doctest.h>

using namespace circumplex;

namespace {

TrackTies tied(std::string artist, std::string album = {}, std::string sound = {})
{
    return { .name = artist + "/" + album,
        .artist = std::move(artist),
        .album = std::move(album),
        .work = {},
        .sound = std::move(sound) };
}

} // namespace

DOCTEST_TEST_CASE("tracks that anything ties together are one group, through others as well")
{
    // a cover of the same recording ties two artists; " BACH " is Bach; nothing ties to nothing
    const std::vector<TrackTies> tracks { tied("Bach"), tied("Cage", "4'33\"", "x"), tied(""),
        tied(" BACH ", "Suites", "x"), tied(""), tied("Dowland", "Best of"),
        tied("Eno", "Best of") };
    DOCTEST_CHECK(groupsOf(tracks) == std::vector<std::int64_t> { 0, 0, 1, 0, 2, 3, 4 });
    DOCTEST_CHECK(groupsOf({}).empty());
}

DOCTEST_TEST_CASE("a split that parts an artist, a work or a recording is named")
{
    std::vector<TrackTies> tracks { tied("Bach"), tied("Bach"), tied("bach"),
        tied("Cage", "A", "x"), tied("Dufay", "B", "x"), tied("Eno") };
    tracks[3].work = tracks[5].work = "Water Music";
    const auto leaks = leaksOf(tracks, { "train", "test", "train", "train", "validation", "test" });
    DOCTEST_REQUIRE(leaks.size() == 3);
    DOCTEST_CHECK(leaks[0].kind == "artist");
    DOCTEST_CHECK(leaks[0].name == "Bach");
    DOCTEST_CHECK(leaks[0].trackCount == 3);
    DOCTEST_CHECK(leaks[0].parts == std::vector<std::string> { "test", "train" });
    DOCTEST_CHECK(leaks[1].kind == "work");
    DOCTEST_CHECK(leaks[2].kind == "recording");
    DOCTEST_CHECK(leakSentence(leaks)
        == "The artist \"Bach\" is in test and train (3 tracks); the work \"Water Music\" is in "
           "test and train (2 tracks); the recording \"Cage/A\" is in train and validation (2 "
           "tracks).");
    // what takes no part leaks nothing
    DOCTEST_CHECK(leaksOf(tracks, { "train", "", "train", "train", "train", "train" }).empty());
}
