#include "core/engine/pending_queue.h"
#include "core/library/track_error_store.h"
#include "tests/core/library/library_fixture.h"

#include <QTest>

using namespace circumplex;

class TestPendingQueue : public QObject {
    Q_OBJECT

    using Depth = AnalysisJob::Depth;

    /// The jobs in their order: "path" for whole ones, "path?" for first impressions.
    static QByteArrayList rest(PendingQueue& queue)
    {
        QByteArrayList names;
        while (auto job = queue.next()) {
            QByteArray name = QByteArray::fromStdString(valueOf(*job).path.string());
            names += job->value().depth == Depth::Impression ? name + '?' : name;
        }
        return names;
    }

private Q_SLOTS:
    void wishesFirstThenTheRest()
    {
        LibraryFixture fixture;
        const ModelId model = fixture.model("h");
        for (const char* path : { "a", "b", "c", "d" })
            fixture.add(path);
        const TrackId last
            = *valueOf(fixture.tracks.find({ .volume = fixture.volume, .path = "d" }));
        valueOf(AnnotationStore(fixture.library).prioritise({ &last, 1 }, 1));
        PendingQueue queue(fixture.library, model);
        valueOf(queue.derive({}));
        QCOMPARE(queue.size(), 4);
        QCOMPARE(queue.soundSeconds(), 4 * 180.0);
        QCOMPARE(rest(queue), (QByteArrayList { "/music/d", "/music/a", "/music/b", "/music/c" }));
        QCOMPARE(queue.soundSeconds(), 0.0);
    }

    void aSlowModelGivesImpressionsOfManyBeforeAnyWhole()
    {
        LibraryFixture fixture;
        const ModelId model = fixture.model("h");
        std::vector<TrackId> tracks;
        for (char name = 'a'; name < 'a' + 10; ++name)
            tracks.push_back(fixture.add(std::string(1, name)));
        auto shortTrack = fixture.scanned("short");
        shortTrack.durationSeconds = 40.0;
        fixture.add(shortTrack);
        auto coarse = annotationOf(tracks[0], model, 5.0F, 5.0F);
        coarse.provenance.isCoarse = true;
        valueOf(AnnotationStore(fixture.library).put(coarse));
        valueOf(AnnotationStore(fixture.library).put(annotationOf(tracks[1], model, 5.0F, 5.0F)));
        valueOf(AnnotationStore(fixture.library).prioritise({ &tracks[9], 1 }, 1));

        PendingQueue queue(fixture.library, model);
        valueOf(queue.derive({ .impressionsFirst = true }));
        QByteArrayList expected { "/music/j" };
        for (const char* name : { "c", "d", "e", "f", "g", "h", "i" })
            expected += QByteArray("/music/") + name + '?';
        expected += QByteArrayList { "/music/short", "/music/a" };
        QCOMPARE(queue.size(), expected.size());
        // 7 impressions of 30 s, and everything once wholly
        QVERIFY(std::abs(queue.soundSeconds() - (7 * 30.0 + 9 * 180.0 + 40.0)) < 1e-6);
        QCOMPARE(rest(queue), expected);
        QVERIFY(std::abs(queue.soundSeconds() - 7 * 180.0) < 1e-6); // their wholes are to come

        valueOf(queue.derive({ .query = "path:c", .impressionsFirst = true }));
        QCOMPARE(rest(queue), QByteArrayList { "/music/c" }); // few are soon done
    }

    void whatIsSetAsideIsNotGivenAgain()
    {
        LibraryFixture fixture;
        const ModelId model = fixture.model("h");
        const TrackId a = fixture.add("a");
        fixture.add("b");
        PendingQueue queue(fixture.library, model);
        queue.setAside(a);
        valueOf(queue.derive({}));
        QCOMPARE(rest(queue), QByteArrayList { "/music/b" });
        queue.release(a);
        valueOf(queue.derive({}));
        QCOMPARE(rest(queue), (QByteArrayList { "/music/a", "/music/b" }));
        valueOf(queue.derive({}));
        queue.setAside(a); // after it was queued
        QCOMPARE(rest(queue), QByteArrayList { "/music/b" });
        queue.forgetDone();
        valueOf(queue.derive({}));
        QCOMPARE(queue.size(), 2);
    }

    void whatSomebodyElseDoesIsNotCounted()
    {
        LibraryFixture fixture;
        const ModelId model = fixture.model("h");
        const TrackId a = fixture.add("a");
        fixture.add("b");
        PendingQueue queue(fixture.library, model);
        valueOf(queue.derive({}));
        IdSet others;
        others.insert(a);
        queue.leaveOut(others);
        QCOMPARE(queue.size(), 1);
        QCOMPARE(queue.soundSeconds(), 180.0);
        QCOMPARE(rest(queue), QByteArrayList { "/music/b" });
        valueOf(queue.derive({}));
        QCOMPARE(queue.size(), 2);
    }

    void whatFailedComesOnlyWhenAskedFor()
    {
        LibraryFixture fixture;
        const ModelId model = fixture.model("h");
        const TrackId a = fixture.add("a");
        fixture.add("b");
        valueOf(TrackErrorStore(fixture.library)
                    .add({ a, TrackStage::Analysis, "audio-damaged", "No sample." }, 1));
        PendingQueue queue(fixture.library, model);
        valueOf(queue.derive({}));
        QCOMPARE(rest(queue), QByteArrayList { "/music/b" });
        valueOf(queue.derive({ .includesFailed = true }));
        QCOMPARE(rest(queue), (QByteArrayList { "/music/a", "/music/b" }));
        // A file that was written anew is another one: what failed before is forgotten.
        auto changed = fixture.scanned("a");
        changed.stamp = { 2000, 3000 };
        fixture.add(changed);
        valueOf(queue.derive({}));
        QCOMPARE(queue.size(), 2);
    }

    void tracksOfAbsentVolumesWait()
    {
        LibraryFixture fixture;
        const ModelId model = fixture.model("h");
        fixture.add("a");
        valueOf(FolderStore(fixture.library).volumeGone(fixture.volume));
        PendingQueue queue(fixture.library, model);
        valueOf(queue.derive({}));
        QVERIFY(queue.isEmpty());
    }

    void aQueryThatCannotBeUnderstoodIsSaid()
    {
        LibraryFixture fixture;
        PendingQueue queue(fixture.library, fixture.model("h"));
        const auto derived = queue.derive({ .query = "valence >" });
        QVERIFY(!derived);
        QVERIFY(derived.error().code == ErrorCode::QueryUnusable);
    }
};

QTEST_GUILESS_MAIN(TestPendingQueue)
#include "tst_pending_queue.moc"
