#include "core/library/duplicate_store.h"
#include "core/library/label_proposals.h"
#include "core/library/label_store.h"
#include "core/library/library_overview.h"
#include "core/library/playlist_store.h"
#include "core/library/rating_passes.h"
#include "core/library/schema.h"
#include "core/library/track_error_store.h"
#include "core/library/track_search.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace circumplex {

namespace {

/// Three annotated tracks and one that is not; the first is removed by the tests.
class Collection : public LibraryFixture {
public:
    Collection()
        : current(model("current"))
        , one(add("one.mp3", { .title = "Alpha", .artist = "Ada", .genre = "Rock" }))
        , two(add("two.mp3", { .title = "Beta", .artist = "Ada", .genre = "Rock" }))
        , three(add("three.mp3", { .title = "Gamma", .artist = "Ada" }))
        , bare(add("bare.mp3", { .title = "Alpha again" }))
    {
        AnnotationStore annotations(library);
        valueOf(annotations.put(annotationOf(one, current, 6.0F, 6.0F)));
        valueOf(annotations.put(annotationOf(two, current, 6.0F, 6.0F)));
        valueOf(annotations.put(annotationOf(three, current, 3.0F, 3.0F)));
    }

    std::vector<TrackId> find(const std::string& query)
    {
        auto found = valueOf(TrackSearch(library, current).find(*parseSearch(query), {}));
        std::ranges::sort(found.ids);
        return found.ids;
    }

    void remove(TrackId track) { valueOf(tracks.remove(std::array { track }, 50)); }

    ModelId current;
    TrackId one, two, three, bare;
};

} // namespace

class RemovedTracksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyASearchForThemFindsThem()
    {
        Collection c;
        c.remove(c.one);
        using Ids = std::vector<TrackId>;
        QCOMPARE(c.find(""), (Ids { c.two, c.three, c.bare }));
        QCOMPARE(c.find("alpha"), (Ids { c.bare }));
        QCOMPARE(c.find("artist:ada valence>5"), (Ids { c.two }));
        QCOMPARE(c.find("not artist:nobody"), (Ids { c.two, c.three, c.bare }));
        QCOMPARE(c.find("is:annotated"), (Ids { c.two, c.three }));
        QCOMPARE(c.find("is:removed"), (Ids { c.one }));
        QCOMPARE(c.find("is:removed artist:ada"), (Ids { c.one }));
        QCOMPARE(c.find("not is:removed"), (Ids { c.two, c.three, c.bare }));
        // The beginning of the whole library comes another way.
        const auto first = valueOf(
            TrackSearch(c.library, c.current).find({}, { .key = TrackSort::Key::Title }, 2));
        QCOMPARE(first.ids, (Ids { c.bare, c.two }));
        QCOMPARE(first.total, std::size_t { 3 });
        const auto rows
            = valueOf(TrackSearch(c.library, c.current).rows(std::array { c.one, c.two }));
        QVERIFY(rows.at(0).isRemoved);
        QVERIFY(!rows.at(1).isRemoved);
    }

    void theyAreNotCounted()
    {
        Collection c;
        valueOf(TrackErrorStore(c.library).add(
            { .track = c.one, .code = "decode-failed", .reason = "Broken." }, 20));
        const auto counts
            = [&c] { return valueOf(LibraryOverview(c.library, c.current).counts()); };
        QCOMPARE(counts().tracks, std::int64_t { 4 });
        QCOMPARE(counts().annotated, std::int64_t { 3 });
        QCOMPARE(counts().failed, std::int64_t { 1 });
        QCOMPARE(counts().quarters[0], std::int64_t { 2 });
        c.remove(c.one);
        QCOMPARE(counts().tracks, std::int64_t { 3 });
        QCOMPARE(counts().annotated, std::int64_t { 2 });
        QCOMPARE(counts().failed, std::int64_t { 0 });
        QCOMPARE(counts().quarters[0], std::int64_t { 1 });
        const auto within
            = valueOf(LibraryOverview(c.library, c.current).counts(*parseSearch("artist:ada")));
        QCOMPARE(within.tracks, std::int64_t { 2 });
        QCOMPARE(within.quarters[0], std::int64_t { 1 });
        QCOMPARE(within.quarters[2], std::int64_t { 1 });
        QCOMPARE(valueOf(LibraryOverview(c.library, c.current).points()).size(), std::size_t { 2 });
    }

    void nothingIsDoneWithThem()
    {
        Collection c;
        c.remove(c.bare);
        QVERIFY(valueOf(AnnotationStore(c.library).pending(c.current, {})).empty());
        c.remove(c.one);
        for (const LabelProposal& proposal : valueOf(proposeLabels(c.library, c.current, "me", 10)))
            QVERIFY(proposal.track != c.one);
        DuplicateStore duplicates(c.library);
        const std::array pairs { DuplicatePair { .first = c.one, .second = c.two },
            DuplicatePair { .first = c.two, .second = c.three } };
        valueOf(duplicates.propose(pairs));
        QCOMPARE(valueOf(duplicates.open()).size(), std::size_t { 1 });
        TrackErrorStore errors(c.library);
        for (const TrackId track : { c.one, c.two })
            valueOf(errors.add({ .track = track,
                                   .stage = TrackStage::Analysis,
                                   .code = "stalled",
                                   .reason = "why" },
                60));
        const auto shown = valueOf(errors.all(TrackStage::Analysis));
        QCOMPARE(shown.size(), std::size_t { 1 });
        QCOMPARE(shown.front().failure.track, c.two);
    }

    void ratingsOfThemWaitToo()
    {
        Collection c;
        LabelStore labels(c.library);
        const SessionId session = valueOf(
            labels.startSession({ .raterName = "me", .startedAt = 1, .instrument = "mouse" }));
        valueOf(labels.rate({ .track = c.one, .session = session, .valence = 7.0, .ratedAt = 2 }));
        QCOMPARE(valueOf(ratedBefore(c.library, "me", 100)).size(), std::size_t { 1 });
        QCOMPARE(c.find("is:labelled"), (std::vector { c.one }));
        c.remove(c.one);
        QVERIFY(valueOf(ratedBefore(c.library, "me", 100)).empty());
        QVERIFY(c.find("is:labelled").empty());
        QCOMPARE(valueOf(labels.of(c.one)).ratings.size(), std::size_t { 1 });
    }

    void bringingBackBringsEverything()
    {
        Collection c;
        PlaylistStore playlists(c.library);
        const PlaylistId playlist = valueOf(playlists.add({ .name = "p" }));
        valueOf(playlists.setItems(playlist, std::array { c.two, c.one }));
        const Track before = valueOf(c.tracks.track(c.one));
        c.remove(c.one);
        QCOMPARE(c.find("playlist:p"), (std::vector { c.two }));
        valueOf(c.tracks.bringBack(std::array { c.one }));
        const Track after = valueOf(c.tracks.track(c.one));
        QVERIFY(after.tags == before.tags);
        QCOMPARE(after.addedAt, before.addedAt);
        QCOMPARE(c.find("playlist:p"), (std::vector { c.one, c.two }));
        QCOMPARE(valueOf(playlists.items(playlist)), (std::vector { c.two, c.one }));
        QVERIFY(valueOf(AnnotationStore(c.library).find(c.one, c.current)));
        QCOMPARE(c.find("artist:ada valence>5"), (std::vector { c.one, c.two }));
    }

    void scansThatSeeTheFileLeaveThemOut()
    {
        Collection c;
        c.remove(c.one);
        // The same place, another size, and then another place.
        ScannedTrack seen = c.scanned("one.mp3", { .title = "Alpha", .artist = "Ada" });
        seen.stamp = { 2000, 3000 };
        QCOMPARE(c.add(seen), c.one);
        QVERIFY(c.find("alpha ada").empty());
        seen.id = c.one;
        seen.place.path = "moved/one.mp3";
        QCOMPARE(c.add(seen), c.one);
        QVERIFY(c.find("alpha ada").empty());
        valueOf(c.tracks.apply({ .missing = { c.one }, .scannedAt = 60 }));
        valueOf(c.tracks.apply({ .unchanged = { c.one }, .scannedAt = 70 }));
        QVERIFY(c.find("alpha ada").empty());
        QCOMPARE(c.find("is:removed"), (std::vector { c.one }));
    }

    void aLibraryOfTheFormatBeforeHasNothingRemoved()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("library")).toStdString();
        const auto before = shippedMigrations().first(4);
        {
            const auto old
                = valueOf(LibraryDatabase::open(std::filesystem::path(file), {}, before));
            old.connection().exec(
                "INSERT INTO volumes (identity, mount_point, last_seen_at) VALUES ('v', x'2F', 1)");
            old.connection().exec(R"(
                INSERT INTO tracks (volume_id, path, size_bytes, modified_ns, added_at, scanned_at,
                    title, path_words) VALUES (1, x'61', 1, 1, 1, 1, 'Old', 'a'))");
        }
        auto library = valueOf(LibraryDatabase::open(file));
        const auto everything
            = [&library] { return valueOf(TrackSearch(library, {}).find({}, {})).ids; };
        QCOMPARE(everything(), (std::vector { TrackId { 1 } }));
        TrackStore tracks(library);
        valueOf(tracks.remove(std::array { TrackId { 1 } }, 5));
        QVERIFY(everything().empty());
        valueOf(tracks.bringBack(std::array { TrackId { 1 } }));
        QCOMPARE(everything(), (std::vector { TrackId { 1 } }));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::RemovedTracksTest)
#include "tst_removed_tracks.moc"
