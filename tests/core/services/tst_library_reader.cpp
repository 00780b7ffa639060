#include "core/library/library_maker.h"
#include "core/library/schema.h"
#include "core/services/library_reader.h"
#include "tests/core/library/library_fixture.h"

#include <array>
#include <memory>
#include <numeric>

using namespace circumplex;

class LibraryReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsAndHitsColourAPicture()
    {
        LibraryFixture fixture;
        std::vector<TrackId> tracks;
        const std::array genres { "Jazz", "jazz", "Folk", "", "Rock" };
        const std::array years { 1959, 1964, 2011, 0, 2019 };
        for (std::size_t i = 0; i < genres.size(); ++i)
            tracks.push_back(fixture.add("t" + std::to_string(i),
                { .genre = genres[i],
                    .year = years[i] > 0 ? std::optional(years[i]) : std::nullopt }));
        LibraryReader reader(fixture.file(), "used");
        std::optional<TrackGroups> found;
        reader.genres(this, [&](auto result) { found = valueOf(result); });
        QTRY_VERIFY(found);
        QCOMPARE(found->names.at(0), std::string("Jazz")); // the most frequent
        QCOMPARE(found->names.size(), std::size_t { 3 });
        QCOMPARE(found->of(tracks[0]), found->of(tracks[1]));
        QCOMPARE(found->of(tracks[3]), TrackGroups::kNone);
        QVERIFY(found->of(tracks[2]) != found->of(tracks[4]));
        QCOMPARE(found->of({ 999 }), TrackGroups::kNone);

        found.reset();
        reader.decades(this, [&](auto result) { found = valueOf(result); });
        QTRY_VERIFY(found);
        QCOMPARE(found->names, (std::vector<std::string> { "1950", "1960", "2010" }));
        QCOMPARE(found->of(tracks[2]), std::uint8_t { 2 });
        QCOMPARE(found->of(tracks[4]), std::uint8_t { 2 });
        QCOMPARE(found->of(tracks[3]), TrackGroups::kNone);
        for (int decade = 0; decade < 8; ++decade)
            fixture.add("d" + std::to_string(decade), { .year = 1900 + 10 * decade });
        found.reset();
        reader.decades(this, [&](auto result) { found = valueOf(result); });
        QTRY_VERIFY(found);
        QCOMPARE(found->names,
            (std::vector<std::string> { "<1930", "1930", "1940", "1950", "1960", "1970", "2010" }));
        QCOMPARE(found->of(tracks[0]), std::uint8_t { 3 });

        std::vector<TrackId> hits;
        reader.matching(this, *parseSearch("genre:jazz year>1960"),
            [&](auto result) { hits = valueOf(result); });
        QTRY_COMPARE(hits, std::vector { tracks[1] });
    }

    void rowsCountsCurvesAndPointsAreThoseOfTheModelInUse()
    {
        LibraryFixture fixture;
        const TrackId joyful = fixture.add("a.flac", { .title = "A", .artist = "Artist" });
        const TrackId sad = fixture.add("b.flac");
        fixture.add("c.flac");
        const ModelId model = fixture.model("used");
        const ModelId newer = fixture.model("newer");
        AnnotationStore store(fixture.library);
        valueOf(store.put(annotationOf(joyful, model, 7.0F, 6.0F)));
        valueOf(store.put(annotationOf(sad, model, 3.0F, 2.0F)));
        valueOf(store.put(annotationOf(sad, newer, 8.0F, 8.0F)));

        LibraryReader reader(fixture.file(), "used");
        std::optional<LibraryCounts> counts;
        reader.counts(this, [&](auto result) { counts = valueOf(result); });
        QTRY_VERIFY(counts);
        QCOMPARE(counts->tracks, 3);
        QCOMPARE(counts->annotated, 2);
        QCOMPARE(counts->quarters, (std::array<std::int64_t, 4> { 1, 0, 1, 0 }));

        std::vector<TrackRow> rows;
        reader.rows(this, { joyful, sad }, [&](auto result) { rows = valueOf(result); });
        QTRY_COMPARE(rows.size(), std::size_t { 2 });
        QCOMPARE(rows[0].title, std::string("A"));
        QVERIFY(rows[0].key && rows[0].key->tonic == "Eb");
        QCOMPARE(rows[1].valence, std::optional(3.0));

        std::vector<std::filesystem::path> paths;
        reader.paths(this, { sad, joyful }, [&](auto result) { paths = valueOf(result); });
        QTRY_COMPARE(paths.size(), std::size_t { 2 });
        QCOMPARE(paths[0].string(), std::string("/music/b.flac"));

        std::vector<Sparkline> lines;
        reader.sparklines(this, { joyful }, [&](auto result) { lines = valueOf(result); });
        QTRY_COMPARE(lines.size(), std::size_t { 1 });
        // The fixture's curve is valence, valence + 1, valence - 1: 7, 8, 6 of 1..9.
        QCOMPARE(lines[0].valence, (std::vector<std::uint8_t> { 191, 223, 159 }));
        QCOMPARE(lines[0].arousal, (std::vector<std::uint8_t> { 159, 159, 223 }));

        std::vector<EmotionPoint> points;
        reader.points(this, [&](auto result) { points = valueOf(result); });
        QTRY_COMPARE(points.size(), std::size_t { 2 });
        QCOMPARE(points[0].id, sad);
        QCOMPARE(points[0].valence, 3.0F);
        QCOMPARE(points[1].arousal, 6.0F);
    }

    void facetsComeWithoutMoodsAndThenWithThem()
    {
        LibraryFixture fixture;
        const TrackId track = fixture.add("a.flac", { .artist = "Artist" });
        const ModelId model = fixture.model("used");
        valueOf(AnnotationStore(fixture.library).put(annotationOf(track, model, 7.0F, 6.0F)));
        LibraryReader reader(fixture.file(), "used");
        std::vector<std::int64_t> moods;
        const auto ask = [&] {
            reader.facets(this, { SearchNode {} }, 10, [&](auto result) {
                const TrackFacets facets = valueOf(result).at(0);
                QCOMPARE(facets.artists.at(0).name, std::string("Artist"));
                moods.push_back(std::accumulate(facets.moods.begin(), facets.moods.end(), 0L));
            });
        };
        ask();
        QTRY_COMPARE(moods, (std::vector<std::int64_t> { 0, 5 }));
        // Known by now.
        ask();
        QTRY_COMPARE(moods, (std::vector<std::int64_t> { 0, 5, 5 }));
        // Of two questions at once, the later one is answered.
        ask();
        ask();
        QTRY_COMPARE(moods.size(), std::size_t { 4 });
        QTest::qWait(50);
        QCOMPARE(moods.size(), std::size_t { 4 });
    }

    void withoutTheModelInUseTheBusiestIsMeant()
    {
        LibraryFixture fixture;
        const TrackId track = fixture.add("a.flac");
        const ModelId model = fixture.model("known");
        valueOf(AnnotationStore(fixture.library).put(annotationOf(track, model, 7.0F, 6.0F)));
        fixture.model("newer, without annotations");
        LibraryReader reader(fixture.file(), "of another machine");
        std::optional<LibraryCounts> counts;
        reader.counts(this, [&](auto result) { counts = valueOf(result); });
        QTRY_VERIFY(counts);
        QCOMPARE(counts->annotated, 1);
    }

    void theBeginningComesFirstAndThenAll()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("library")).toStdString();
        valueOf(makeLibrary(file, { .tracks = 300 }, {}, [](std::int64_t) {}));
        LibraryReader reader(file, {});
        std::vector<TrackSearch::Found> answers;
        reader.find(this, SearchNode {}, TrackSort {}, 20,
            [&](auto result) { answers.push_back(valueOf(result)); });
        QTRY_COMPARE(answers.size(), std::size_t { 2 });
        QCOMPARE(answers[0].ids.size(), std::size_t { 20 });
        QCOMPARE(answers[0].total, std::size_t { 300 });
        QCOMPARE(answers[1].ids.size(), std::size_t { 300 });
        QVERIFY(std::equal(answers[0].ids.begin(), answers[0].ids.end(), answers[1].ids.begin()));
    }

    void aNewerSearchRetiresTheOlder()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("library")).toStdString();
        valueOf(makeLibrary(file, { .tracks = 300 }, {}, [](std::int64_t) {}));
        LibraryReader reader(file, {});
        QStringList answers;
        reader.find(this, SearchNode {}, {}, 0, [&](auto) { answers << QStringLiteral("old"); });
        reader.find(this, SearchNode {}, {}, 0, [&](auto) { answers << QStringLiteral("new"); });
        QTRY_VERIFY(!answers.isEmpty());
        QCOMPARE(answers, QStringList { QStringLiteral("new") });
    }

    void noAnswerAfterTheAskerIsGone()
    {
        LibraryFixture fixture;
        LibraryReader reader(fixture.file(), {});
        auto asker = std::make_unique<QObject>();
        bool isAnswered = false, isLaterAnswered = false;
        reader.counts(asker.get(), [&](const auto&) { isAnswered = true; });
        asker.reset();
        reader.counts(this, [&](const auto&) { isLaterAnswered = true; });
        QTRY_VERIFY(isLaterAnswered);
        QVERIFY(!isAnswered);
    }

    void anOlderLibraryIsBroughtUpToDate()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("library")).toStdString();
        valueOf(LibraryDatabase::open(file, {}, shippedMigrations().first(1)));
        LibraryReader reader(file, {});
        std::optional<LibraryCounts> counts;
        std::optional<std::size_t> found;
        // Side by side, as a window asks.
        reader.counts(this, [&](auto result) { counts = valueOf(result); });
        reader.find(
            this, SearchNode {}, {}, 0, [&](auto result) { found = valueOf(result).total; });
        QTRY_VERIFY(counts && found);
        QCOMPARE(*found, std::size_t { 0 });
    }

    void aMissingFileIsAnErrorUntilItIsMade()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("library")).toStdString();
        LibraryReader reader(file, {});
        std::optional<ErrorCode> error;
        reader.counts(this, [&](const auto& result) {
            if (!result) error = result.error().code;
        });
        QTRY_VERIFY(error);
        QCOMPARE(*error, ErrorCode::FileMissing);
        QVERIFY(!std::filesystem::exists(file));
        valueOf(makeLibrary(file, { .tracks = 10 }, {}, [](std::int64_t) {}));
        std::optional<LibraryCounts> counts;
        reader.counts(this, [&](auto result) { counts = valueOf(result); });
        QTRY_VERIFY(counts);
        QCOMPARE(counts->tracks, 10);
    }
};

QTEST_GUILESS_MAIN(LibraryReaderTest)
#include "tst_library_reader.moc"
