#include "core/library/comment_store.h"
#include "core/library/label_store.h"
#include "core/library/model_store.h"
#include "core/library/track_error_store.h"
#include "core/services/track_session.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"

#include <QSignalSpy>

#include <set>

namespace circumplex {

using View = std::shared_ptr<const TrackView>;
using Waveform = std::shared_ptr<const WaveformPyramid>;

namespace {

/// A library whose volume is a folder with one real file in it.
struct Music : LibraryFixture {
    Music()
    {
        music = folder.filePath(QStringLiteral("music")).toStdString();
        std::filesystem::create_directories(music);
        volume = valueOf(FolderStore(library).volumeSeen({ .identity = "uuid:2",
            .label = "stick",
            .mountPoint = music.native(),
            .isOnline = true,
            .lastSeenAt = 2 }));
        test::write(music / "song.wav",
            test::wavFile({}, test::int16Samples(test::risingTone(44100, 2 * 44100))));
        track = add("song.wav", { .title = "Song" });
    }

    std::filesystem::path music;
    TrackId track;
};

} // namespace

class TrackSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingAboutATrackArrives()
    {
        Music f;
        auto older = annotationOf(f.track, f.model("old"), 3.0F, 4.0F);
        older.provenance.analysedAt = 5;
        auto newer = annotationOf(f.track, f.model("new"), 6.0F, 7.0F);
        newer.provenance.analysedAt = 6;
        AnnotationStore annotations(f.library);
        valueOf(annotations.put(newer));
        valueOf(annotations.put(older));
        LabelStore labels(f.library);
        const SessionId session = valueOf(labels.startSession({ .raterName = "Ada" }));
        const TraceId trace = valueOf(labels.startTrace({ .track = f.track, .session = session }));
        valueOf(labels.appendToTrace(trace, std::vector<TraceSample> { { 0.5F, 6.0F } }));
        valueOf(CommentStore(f.library).add({ .track = f.track, .text = "begins" }));

        TrackSession session1(f.file(), waveforms(f));
        QSignalSpy views(&session1, &TrackSession::viewRead);
        QSignalSpy waves(&session1, &TrackSession::waveformGrew);
        session1.open(f.track);
        QTRY_COMPARE(views.size(), 1);
        const View view = views.at(0).at(0).value<View>();
        QCOMPARE(view->title(), QStringLiteral("Song"));
        QCOMPARE(view->path, f.music / "song.wav");
        QCOMPARE(view->sound, TrackView::Sound::There);
        QCOMPARE(view->readings.size(), std::size_t(2));
        QCOMPARE(view->readings[0].stored.annotation.valence, 6.0F);
        QCOMPARE(view->traces.at(0).rater, QStringLiteral("Ada"));
        QCOMPARE(view->comments.at(0).text, std::string("begins"));
        QTRY_VERIFY(!waves.isEmpty() && waves.last().at(0).value<Waveform>()->isComplete());
        QCOMPARE(waves.last().at(0).value<Waveform>()->sampleCount(), std::int64_t(2 * 44100));

        QSignalSpy samples(&session1, &TrackSession::samplesRead);
        session1.requestSamples(44100, 100);
        QTRY_COMPARE(samples.size(), 1);
        QCOMPARE(samples.at(0).at(1).value<std::vector<float>>().size(), std::size_t(100));
    }

    void commentsAreWrittenAndReadAgain()
    {
        Music f;
        TrackSession session(f.file(), waveforms(f));
        QSignalSpy views(&session, &TrackSession::viewRead);
        QSignalSpy failures(&session, &TrackSession::commentFailed);
        session.open(f.track);
        QTRY_COMPARE(views.size(), 1);
        const auto newest = [&] { return views.last().at(0).value<View>()->comments; };
        const auto written = std::make_shared<CommentChange>();
        written->after = { .track = f.track, .startSeconds = 1.0, .text = "here" };
        session.makeChange(written);
        QTRY_COMPARE(views.size(), 2);
        QCOMPARE(newest().at(0).text, std::string("here"));
        const auto changed = std::make_shared<CommentChange>();
        changed->before = changed->after = newest().at(0);
        changed->after->text = "there";
        session.makeChange(changed);
        QTRY_COMPARE(views.size(), 3);
        QCOMPARE(newest().at(0).text, std::string("there"));
        // Back to where it began, and forth again, without a pause between.
        session.takeBack(changed);
        session.takeBack(written);
        QTRY_COMPARE(views.size(), 5);
        QVERIFY(newest().empty());
        session.makeChange(written);
        session.makeChange(changed);
        QTRY_COMPARE(views.size(), 7);
        QCOMPARE(newest().at(0).text, std::string("there"));
        QCOMPARE(failures.size(), 0);
        const auto empty = std::make_shared<CommentChange>();
        empty->after = { .track = f.track, .startSeconds = 1.0, .text = "" };
        session.makeChange(empty);
        QTRY_COMPARE(failures.size(), 1);
    }

    void aCommentIsKeptEvenIfTheProgramEnds()
    {
        Music f;
        {
            TrackSession session(f.file(), waveforms(f));
            session.open(f.track);
            for (int i = 0; i < 5; ++i) {
                const auto written = std::make_shared<CommentChange>();
                written->after = { .track = f.track, .startSeconds = 1.0 * i, .text = "here" };
                session.makeChange(written);
            }
        }
        QCOMPARE(valueOf(CommentStore(f.library).of(f.track)).size(), std::size_t(5));
    }

    void modelsOfOneNameCanBeToldApart()
    {
        Music f;
        AnnotationStore annotations(f.library);
        for (const char* hash : { "0123456789abcdef", "fedcba9876543210" }) {
            const ModelId model = valueOf(ModelStore(f.library).add({ .name = "m", .hash = hash }));
            valueOf(annotations.put(annotationOf(f.track, model, 6.0F, 7.0F)));
        }
        const TrackView view = valueOf(readTrackView(f.library, f.track));
        QCOMPARE((std::set { view.readings.at(0).model, view.readings.at(1).model }),
            (std::set { QStringLiteral("m (01234567)"), QStringLiteral("m (fedcba98)") }));
    }

    void goneFilesAndAbsentVolumesAreTold()
    {
        Music f;
        valueOf(TrackErrorStore(f.library).add({ .track = f.track,
                                                   .stage = TrackStage::Analysis,
                                                   .code = "stalled",
                                                   .reason = "It stalled." },
            1));
        std::filesystem::remove(f.music / "song.wav");
        const TrackView gone = valueOf(readTrackView(f.library, f.track));
        QCOMPARE(gone.sound, TrackView::Sound::FileGone);
        QCOMPARE(gone.analysisError->failure.reason, std::string("It stalled."));
        valueOf(FolderStore(f.library).volumeGone(f.volume));
        const TrackView offline = valueOf(readTrackView(f.library, f.track));
        QCOMPARE(offline.sound, TrackView::Sound::VolumeOffline);
        QCOMPARE(offline.volume, QStringLiteral("stick"));
        QCOMPARE(readTrackView(f.library, { 99 }).error().code, ErrorCode::NotFound);
    }

    void aFileThatIsNoSoundIsToldOnce()
    {
        Music f;
        test::write(f.music / "song.wav", "only words");
        TrackSession session(f.file(), waveforms(f));
        QSignalSpy failures(&session, &TrackSession::waveformFailed);
        session.open(f.track);
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(failures.at(0).at(0).toString().contains(u"not recognised"));
    }

    void nothingOfAnEarlierTrackArrives()
    {
        Music f;
        const TrackId other = f.add("other.wav", { .title = "Other" });
        TrackSession session(f.file(), waveforms(f));
        QSignalSpy views(&session, &TrackSession::viewRead);
        for (int i = 0; i < 20; ++i) {
            session.open(f.track);
            session.open(other);
        }
        QTRY_COMPARE(views.size(), 1);
        QTest::qWait(100); // long enough for what must not come
        QCOMPARE(views.size(), 1);
        QCOMPARE(views.at(0).at(0).value<View>()->title(), QStringLiteral("Other"));
    }

    void aSessionMayEndWhileItReads()
    {
        Music f;
        for (int i = 0; i < 20; ++i) {
            TrackSession session(f.file(), waveforms(f));
            session.open(f.track);
            QTest::qWait(i % 4);
        }
    }

private:
    static std::filesystem::path waveforms(const Music& f)
    {
        return f.folder.filePath(QStringLiteral("waveforms")).toStdString();
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::TrackSessionTest)
#include "tst_track_session.moc"
