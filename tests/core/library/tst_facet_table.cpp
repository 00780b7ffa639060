#include "core/library/facet_table.h"
#include "core/library/library_maker.h"
#include "core/library/track_search.h"
#include "tests/core/library/library_fixture.h"

#include <algorithm>

using namespace circumplex;

namespace {

IdSet setOf(std::initializer_list<TrackId> ids)
{
    IdSet set;
    for (const TrackId id : ids)
        set.insert(id);
    return set;
}

std::string textOf(const std::vector<FacetCount>& counts)
{
    std::string text;
    for (const FacetCount& count : counts)
        text += count.name + ' ' + std::to_string(count.tracks) + ", ";
    return text;
}

} // namespace

class FacetTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tracksAreCountedByWhatTheyAreLike()
    {
        LibraryFixture fixture;
        const TrackId a = fixture.add(
            "a.flac", { .title = "A", .artist = "\u00c9va", .genre = "Jazz", .year = 1971 });
        const TrackId b = fixture.add(
            "b.flac", { .title = "B", .artist = "eva", .genre = "jazz", .year = 1979 });
        const TrackId c = fixture.add("c.flac",
            { .title = "C", .artist = "Singer", .albumArtist = "Various", .genre = "Pop" });
        const TrackId d = fixture.add("d.flac");
        FacetTable table;
        const auto count = [&](const IdSet& tracks, std::size_t most) {
            return valueOf(table.count(fixture.library, {}, tracks, most, true, {}));
        };
        TrackFacets facets = count(setOf({ a, b, c, d }), 10);
        QCOMPARE(facets.artistCount, std::size_t { 2 });
        QCOMPARE(facets.artists.front().tracks, 2);
        QCOMPARE(textOf(facets.artists).substr(textOf(facets.artists).find("Var")),
            std::string("Various 1, "));
        QVERIFY(facets.artists.back().isAlbumArtist && !facets.artists.front().isAlbumArtist);
        QCOMPARE(facets.genres.size(), std::size_t { 2 });
        QCOMPARE(facets.genres.front().tracks, 2);
        QCOMPARE(
            facets.years, (std::vector<std::pair<int, std::int64_t>> { { 1971, 1 }, { 1979, 1 } }));

        facets = count(setOf({ b, c, d }), 1);
        QCOMPARE(facets.artists.size(), std::size_t { 1 });
        QCOMPARE(facets.artistCount, std::size_t { 2 });

        // What was added since is counted, too.
        const TrackId e = fixture.add("e.flac", { .artist = "New" });
        QCOMPARE(textOf(count(setOf({ e }), 10).artists), std::string("New 1, "));
    }

    void countsAreThoseOfTheSearch()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("library")).toStdString();
        valueOf(makeLibrary(file, { .tracks = 3000 }, {}, [](std::int64_t) {}));
        LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        ModelId model;
        std::int64_t most = -1;
        for (const KnownModel& known : valueOf(ModelStore(library).all()))
            if (const auto count = valueOf(ModelStore(library).annotationCount(known.id));
                count > most) {
                most = count;
                model = known.id;
            }
        const TrackSearch search(library, model);
        const auto matching = [&](const std::string& query) {
            return valueOf(search.matching(*parseSearch(query)));
        };
        FacetTable table;
        for (const std::string part : { "", "valence>5", "is:unannotated" }) {
            const TrackFacets facets
                = valueOf(table.count(library, model, matching(part), 1'000'000, true, {}));
            for (std::size_t tag = 0; tag < kMoodTags.size(); ++tag)
                QCOMPARE(facets.moods[tag],
                    static_cast<std::int64_t>(
                        matching(part + " mood:" + std::string(kMoodTags[tag])).size()));
            const TrackFacets names
                = valueOf(table.count(library, model, matching(part), 10, false, {}));
            QCOMPARE(names.years, facets.years);
            QVERIFY(std::ranges::all_of(names.moods, [](auto count) { return count == 0; }));
            QVERIFY(!facets.years.empty());
            for (const auto& [year, tracks] : facets.years)
                QCOMPARE(tracks,
                    static_cast<std::int64_t>(
                        matching(part + " year:" + std::to_string(year)).size()));
            QCOMPARE(facets.artists.size(), facets.artistCount);
            for (const FacetCount& genre : facets.genres)
                QVERIFY(genre.tracks <= static_cast<std::int64_t>(
                            matching(part + " genre:\"" + genre.name + "\"").size()));
            QVERIFY(std::ranges::is_sorted(
                facets.artists, std::ranges::greater {}, &FacetCount::tracks));
        }
    }

    void countingCanBeStopped()
    {
        LibraryFixture fixture;
        const TrackId track = fixture.add("a.flac", { .artist = "A" });
        std::stop_source stop;
        stop.request_stop();
        FacetTable table;
        const auto stopped
            = table.count(fixture.library, {}, setOf({ track }), 10, true, stop.get_token());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(
            textOf(
                valueOf(table.count(fixture.library, {}, setOf({ track }), 10, true, {})).artists),
            std::string("A 1, "));
    }
};

QTEST_GUILESS_MAIN(FacetTableTest)
#include "tst_facet_table.moc"
