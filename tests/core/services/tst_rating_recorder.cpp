#include "core/library/label_store.h"
#include "core/services/rating_recorder.h"
#include "tests/core/library/library_fixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <sys/mount.h>

#include <csignal>

namespace circumplex {

namespace {

struct Rated {
    LibraryFixture library;
    TrackId track = library.add("a");

    TrackLabels labels() { return valueOf(LabelStore(library.library).of(track)); }
};

} // namespace

class RatingRecorderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGestureIsOnDiskWithinASecond()
    {
        Rated f;
        RatingRecorder recorder(f.library.file());
        QSignalSpy started(&recorder, &RatingRecorder::sittingStarted);
        recorder.startSitting(
            { .raterName = "Ada", .instrument = "mouse 2-D", .locus = EmotionLocus::Felt });
        QTRY_COMPARE(started.size(), 1);
        recorder.beginGesture({ .track = f.track,
            .dimensions = { TraceDimension::Valence, TraceDimension::Arousal },
            .latencySeconds = 0.3,
            .orientationSeconds = 8.0 });
        recorder.add(1.0, 6.0, 3.0);
        recorder.add(1.05, 6.25, 12.0); // beyond the end of the scale: its end
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(
            f.labels().traces.size() == 2 && f.labels().traces.at(1).samples.size() == 2, 1000);
        QVERIFY2(clock.elapsed() < 1000, "later than a second");
        const auto traces = f.labels().traces;
        QCOMPARE(traces.at(0).dimension, TraceDimension::Valence);
        QVERIFY((traces.at(0).samples.at(1) == TraceSample { 1.05F, 6.25F }));
        QVERIFY((traces.at(1).samples.at(1) == TraceSample { 1.05F, 9.0F }));
        QCOMPARE(traces.at(0).latencySeconds, 0.3);
        QCOMPARE(traces.at(0).orientationSeconds, std::optional(8.0));
        QVERIFY(!traces.at(0).isComplete);
        recorder.add(1.1, 5.0, 5.0);
        recorder.finishGesture(1.08);
        QTRY_VERIFY(f.labels().traces.at(1).isComplete);
        QCOMPARE(f.labels().traces.at(0).samples.size(), std::size_t(3));
        QCOMPARE(f.labels().traces.at(0).soundEndSeconds, std::optional(1.08));
    }

    void oneDimensionAloneKeepsThatDimension()
    {
        Rated f;
        {
            RatingRecorder recorder(f.library.file());
            recorder.startSitting({ .raterName = "Ada" });
            recorder.beginGesture({ .track = f.track, .dimensions = { TraceDimension::Arousal } });
            recorder.add(1.0, 2.0, 7.0);
        } // what was asked for is done before it is gone
        const auto traces = f.labels().traces;
        QCOMPARE(traces.size(), std::size_t(1));
        QCOMPARE(traces.at(0).dimension, TraceDimension::Arousal);
        QVERIFY((traces.at(0).samples.at(0) == TraceSample { 1.0F, 7.0F }));
    }

    void aRelativeGestureHasNoEndsAndGoesOnWithoutThem()
    {
        Rated f;
        {
            RatingRecorder recorder(f.library.file());
            recorder.startSitting({ .raterName = "Ada" });
            recorder.beginGesture({ .track = f.track,
                .dimensions = { TraceDimension::Arousal },
                .mode = TraceMode::Relative });
            recorder.add(1.0, 0.0, 0.0);
            recorder.add(2.0, -14.5, -14.5);
        }
        auto traces = f.labels().traces;
        QCOMPARE(traces.at(0).mode, TraceMode::Relative);
        QVERIFY((traces.at(0).samples.at(1) == TraceSample { 2.0F, -14.5F }));
        {
            RatingRecorder recorder(f.library.file());
            recorder.continueGesture(traces);
            recorder.add(3.0, 40.0, 40.0);
            recorder.finishGesture(3.0);
        }
        traces = f.labels().traces;
        QCOMPARE(traces.size(), std::size_t(1));
        QVERIFY((traces.at(0).samples.at(2) == TraceSample { 3.0F, 40.0F }));
    }

    void aDiscardedGestureLeavesNothingAndTheNextOneCounts()
    {
        Rated f;
        {
            RatingRecorder recorder(f.library.file());
            recorder.startSitting({ .raterName = "Ada" });
            recorder.beginGesture({ .track = f.track, .dimensions = { TraceDimension::Valence } });
            recorder.add(1.0, 2.0, 5.0);
            recorder.discardGesture();
            recorder.beginGesture({ .track = f.track, .dimensions = { TraceDimension::Valence } });
            recorder.add(0.5, 3.0, 5.0);
            recorder.finishGesture({});
        }
        const auto traces = f.labels().traces;
        QCOMPARE(traces.size(), std::size_t(1));
        QVERIFY((traces.at(0).samples == std::vector<TraceSample> { { 0.5F, 3.0F } }));
    }

    void aRatingIsTakenBackWholeAndPutBackWhole()
    {
        Rated f;
        RatingRecorder recorder(f.library.file());
        QSignalSpy saved(&recorder, &RatingRecorder::saved);
        recorder.startSitting({ .raterName = "Ada" });
        recorder.beginGesture({ .track = f.track, .dimensions = { TraceDimension::Valence } });
        recorder.add(1.0, 2.0, 5.0);
        recorder.finishGesture(30.0);
        SongRating song;
        song.rating = { .track = f.track, .valence = 6.5, .confidence = 2 };
        song.tags = { { .track = f.track, .tag = "calm" } };
        recorder.save(song);
        QTRY_COMPARE(saved.size(), 1);
        recorder.startSitting({ .raterName = "Bob" }); // taking back is about the sitting before
        const auto taken = recorder.takeBack(f.track);
        QTRY_VERIFY(f.labels().ratings.empty());
        QVERIFY(f.labels().tags.empty());
        QVERIFY(f.labels().traces.empty());
        recorder.putBack(taken);
        QTRY_COMPARE(f.labels().traces.size(), std::size_t(1));
        const TrackLabels back = f.labels();
        QCOMPARE(back.ratings.at(0).valence, std::optional(6.5));
        QCOMPARE(back.ratings.at(0).confidence, std::optional(2));
        QCOMPARE(back.tags.at(0).tag, std::string("calm"));
        QCOMPARE(back.traces.at(0).soundEndSeconds, std::optional(30.0));
        QVERIFY(back.traces.at(0).isComplete);
    }

    void interruptedTracesGoOnInTheirSitting()
    {
        Rated f;
        {
            RatingRecorder recorder(f.library.file());
            recorder.startSitting({ .raterName = "Ada" });
            recorder.beginGesture({ .track = f.track, .dimensions = { TraceDimension::Valence } });
            recorder.add(1.0, 2.0, 5.0);
        }
        const auto cutShort = valueOf(LabelStore(f.library.library).interruptedTraces());
        QCOMPARE(cutShort.size(), std::size_t(1));
        {
            RatingRecorder recorder(f.library.file());
            recorder.continueGesture(cutShort);
            recorder.add(1.2, 3.0, 5.0);
            recorder.finishGesture(1.2);
            recorder.save({ .rating = { .track = f.track, .valence = 3.0 } });
        }
        const TrackLabels labels = f.labels();
        QCOMPARE(labels.traces.size(), std::size_t(1));
        QCOMPARE(labels.traces.at(0).samples.size(), std::size_t(2));
        QCOMPARE(labels.ratings.at(0).session, labels.traces.at(0).session);
    }

    void aFullDiskKeepsWhatIsSaidInMemoryAndWritesItLater()
    {
        QTemporaryDir folder;
        const QByteArray mount = folder.path().toLocal8Bit();
        if (::mount("tmpfs", mount.constData(), "tmpfs", 0, "size=2m") != 0)
            QFAIL("this test needs a mount of its own: run it by own_mounts.sh");
        const auto file = std::filesystem::path(mount.toStdString()) / "library.sqlite";
        TrackId track;
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            const VolumeId volume = valueOf(FolderStore(library).volumeSeen(
                { .identity = "uuid:1", .mountPoint = "/music", .lastSeenAt = 1 }));
            track = valueOf(
                TrackStore(library).apply(
                    { .seen = { { .place = { .volume = volume, .path = "a" } } }, .scannedAt = 1 }))
                        .seen.at(0);
        }
        RatingRecorder recorder(file);
        QSignalSpy started(&recorder, &RatingRecorder::sittingStarted);
        QSignalSpy failed(&recorder, &RatingRecorder::failed);
        QSignalSpy recovered(&recorder, &RatingRecorder::recovered);
        recorder.startSitting({ .raterName = "Ada" });
        QTRY_COMPARE(started.size(), 1);
        recorder.beginGesture({ .track = track, .dimensions = { TraceDimension::Valence } });
        QFile ballast(folder.filePath(QStringLiteral("ballast")));
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(4096, 'x');
        while (ballast.write(block) == block.size()) { }
        int count = 0;
        QElapsedTimer clock;
        clock.start();
        while (failed.isEmpty() && clock.elapsed() < 20'000) {
            for (int i = 0; i < 400; ++i, ++count)
                recorder.add(0.05 * count, 5.0, 5.0);
            QTest::qWait(20);
        }
        QCOMPARE(failed.size(), 1);
        QVERIFY(ballast.remove());
        recorder.finishGesture({});
        QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 10'000);
        LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        QTRY_VERIFY(valueOf(LabelStore(library).interruptedTraces()).empty());
        const auto traces = valueOf(LabelStore(library).of(track)).traces;
        QCOMPARE(traces.size(), std::size_t(1));
        QCOMPARE(traces.at(0).samples.size(), static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < traces.at(0).samples.size(); ++i)
            QCOMPARE(traces.at(0).samples[i].seconds, static_cast<float>(0.05 * double(i)));
        QVERIFY(traces.at(0).isComplete);
        ::umount2(mount.constData(), MNT_DETACH);
    }

    void whatCannotBeWrittenAtAllIsSaidAtOnce()
    {
        Rated f;
        RatingRecorder recorder(f.library.file() / "no-folder" / "l.sqlite");
        QSignalSpy started(&recorder, &RatingRecorder::sittingStarted);
        QSignalSpy failed(&recorder, &RatingRecorder::failed);
        recorder.startSitting({ .raterName = "Ada" });
        QTRY_COMPARE(failed.size(), 1);
        recorder.abandon();
        QTest::qWait(100);
        QCOMPARE(started.size(), 0);
    }

    void aTrackThatIsGoneStopsNothingElse()
    {
        Rated f;
        RatingRecorder recorder(f.library.file());
        QSignalSpy failed(&recorder, &RatingRecorder::failed);
        QSignalSpy saved(&recorder, &RatingRecorder::saved);
        recorder.startSitting({ .raterName = "Ada" });
        recorder.save({ .rating = { .track = { 99 }, .valence = 2.0 } });
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::NotFound);
        recorder.save({ .rating = { .track = f.track, .valence = 3.0 } });
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(f.labels().ratings.size(), std::size_t(1));
    }

    /// CIRCUMPLEX_KILLS times (100 unless told), ten programs at once in one library.
    void aKillCostsAtMostTheLastSecondOfAGesture()
    {
        Rated f;
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("CIRCUMPLEX_KILLS", &isNumber);
        const int kills = isNumber ? wanted : 100;
        QRandomGenerator random(20240131);
        double worst = 0.0;
        std::size_t kept = 0;
        for (int done = 0; done < kills;) {
            struct Victim {
                TrackId track;
                int lifeMs;
                std::unique_ptr<QProcess> process;
            };
            std::vector<Victim> victims;
            for (int i = 0; i < 10 && done < kills; ++i, ++done) {
                Victim victim { f.library.add("v" + std::to_string(done)),
                    random.bounded(1200, 3000), std::make_unique<QProcess>() };
                victim.process->start(QStringLiteral(CIRCUMPLEX_RECORDING_PROGRAM),
                    { QString::fromStdString(f.library.file().string()),
                        QString::number(victim.track.value) });
                QVERIFY(victim.process->waitForStarted());
                victims.push_back(std::move(victim));
            }
            // A life begins with its first moment, however long a busy machine takes to load it.
            for (const Victim& victim : victims)
                QVERIFY(victim.process->bytesAvailable() > 0
                    || victim.process->waitForReadyRead(20'000));
            std::ranges::sort(victims, {}, &Victim::lifeMs);
            QElapsedTimer clock;
            clock.start();
            for (const Victim& victim : victims) {
                while (clock.elapsed() < victim.lifeMs)
                    QTest::qWait(1);
                QCOMPARE(victim.process->state(), QProcess::Running);
                ::kill(static_cast<pid_t>(victim.process->processId()), SIGKILL);
            }
            for (const Victim& victim : victims) {
                QVERIFY(victim.process->state() == QProcess::NotRunning
                    || victim.process->waitForFinished());
                const QList<QByteArray> said
                    = victim.process->readAllStandardOutput().trimmed().split('\n');
                const double last = said.last().toDouble();
                QVERIFY2(last > 0.9, "it hardly began");
                const auto traces = valueOf(LabelStore(f.library.library).of(victim.track)).traces;
                QCOMPARE(traces.size(), std::size_t(2));
                for (const Trace& trace : traces) {
                    QVERIFY(!trace.isComplete);
                    // Without gaps from the first moment on, as far as it goes.
                    QVERIFY(!trace.samples.empty());
                    for (std::size_t i = 0; i < trace.samples.size(); ++i)
                        QVERIFY(std::abs(static_cast<double>(trace.samples[i].seconds)
                                    - said.at(static_cast<qsizetype>(i)).toDouble())
                            < 0.001);
                    worst
                        = std::max(worst, last - static_cast<double>(trace.samples.back().seconds));
                    kept += trace.samples.size();
                }
            }
        }
        qInfo("%d kills: at most the last %.2f s of a gesture were lost, %zu moments kept", kills,
            worst, kept);
        QVERIFY(worst <= 1.0);
        QCOMPARE(valueOf(LabelStore(f.library.library).interruptedTraces()).size(),
            static_cast<std::size_t>(2 * kills));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::RatingRecorderTest)
#include "tst_rating_recorder.moc"
