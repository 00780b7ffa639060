#include "tests/core/services/sound_server.h"
#include "tests/ui/label_instrument.h"
#include "ui/label/rating_panel.h"
#include "ui/label/step_row.h"
#include "ui/label/summary_panel.h"
#include "ui/label/tag_picker.h"

#include <QDateTime>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QWheelEvent>

namespace circumplex {

using Stage = LabelPage::Stage;

class LabelPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<test::SoundServer>(); }

    void aSongIsHeardTracedRatedAndTakenBack()
    {
        Music music(2);
        Instrument on(music);
        on.start();
        QVERIFY2(on.words().contains(u"Song 1 of 2"), qPrintable(on.words()));
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Playing);
        QTRY_VERIFY(on.presenter.player()->position() > 0.3);
        for (int step = 0; step < 10; ++step) {
            on.hover({ 4.0 + 0.3 * step, 6.0 });
            QTest::qWait(60);
        }
        // Within a second it is in the file, while the song goes on.
        QTRY_VERIFY_WITH_TIMEOUT(
            music.labels(0).traces.size() == 2 && music.labels(0).traces.at(0).samples.size() >= 8,
            1000);
        QVERIFY(!music.labels(0).traces.at(0).isComplete);
        QTRY_COMPARE_WITH_TIMEOUT(on.page.stage(), Stage::Rating, 12'000); // with its after-glow
        QTRY_VERIFY(music.labels(0).traces.at(1).isComplete);
        const Trace valence = music.labels(0).traces.at(0);
        QVERIFY(std::abs(valence.soundEndSeconds.value_or(0.0) - kSeconds) < 0.1);
        QVERIFY(static_cast<double>(valence.samples.back().seconds) > kSeconds + 2.0);
        QVERIFY(std::abs(valence.samples.back().value - 6.7F) < 0.05F);
        double before = 0.0;
        for (const TraceSample& sample : valence.samples) {
            QVERIFY(static_cast<double>(sample.seconds) > before);
            QVERIFY(static_cast<double>(sample.seconds) - before < 1.0);
            before = static_cast<double>(sample.seconds);
        }

        RatingPlane& whole = on.page.rating().plane();
        QTest::mouseClick(&whole, Qt::LeftButton, {}, whole.toPixels({ 7.0, 3.0 }).toPoint());
        QTest::keyClick(&whole, Qt::Key_Right);
        auto* sure = on.page.findChildren<StepRow*>().at(2);
        QTest::keyClick(sure, Qt::Key_3);
        auto* search = on.page.findChild<TagPicker*>()->findChild<QLineEdit*>();
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("melan"));
        QTest::keyClick(search, Qt::Key_Return); // takes the mood, saves nothing yet
        QCOMPARE(on.page.stage(), Stage::Rating);
        QTest::keyClick(search, Qt::Key_1); // the nearest word
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(music.labels(0).ratings.size(), std::size_t(1));
        const TrackLabels labels = music.labels(0);
        QVERIFY(std::abs(*labels.ratings.at(0).valence - 7.25) < 0.05);
        QVERIFY(std::abs(*labels.ratings.at(0).arousal - 3.0) < 0.05);
        QCOMPARE(labels.ratings.at(0).confidence, std::optional(3));
        QCOMPARE(labels.tags.size(), std::size_t(2));
        QTRY_VERIFY(on.words().contains(u"Song 2 of 2"));

        on.undo.undo();
        QTRY_VERIFY(music.labels(0).ratings.empty());
        QVERIFY(music.labels(0).traces.empty());
        on.undo.redo();
        QTRY_COMPARE(music.labels(0).traces.size(), std::size_t(2));
        QCOMPARE(music.labels(0).tags.size(), std::size_t(2));
        on.press(QStringLiteral("End the sitting"));
        QCOMPARE(on.page.stage(), Stage::Summary);
        auto* table = on.named<QTableWidget>(QStringLiteral("What you said, beside the model"));
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("7.3"));
        QCOMPARE(
            table->item(0, 2)->text(), QStringLiteral("6.1")); // the model, now that it is saved
    }

    void arrowsRateAndSpacePauses()
    {
        Music music(1, 30.0);
        Instrument on(music);
        on.start(RatingPlane::Axes::Arousal);
        QTRY_VERIFY(on.presenter.player()->position() > 0.2);
        QTest::qWait(700);
        QVERIFY(music.labels(0).traces.empty()); // nothing said, nothing kept
        QTest::keyClick(&on.plane(), Qt::Key_Up);
        QTest::keyClick(&on.plane(), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&on.plane(), Qt::Key_Right); // there is no valence here
        QTRY_COMPARE(music.labels(0).traces.size(), std::size_t(1));
        QTRY_VERIFY(!music.labels(0).traces.at(0).samples.empty());
        QTest::keyClick(&on.plane(), Qt::Key_Space);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Paused);
        QTest::qWait(700);
        const Trace paused = music.labels(0).traces.at(0);
        QCOMPARE(paused.dimension, TraceDimension::Arousal);
        QCOMPARE(paused.samples.back().value, 6.25F);
        QTest::keyClick(&on.plane(), Qt::Key_Down); // while nothing sounds
        QTest::qWait(700);
        QCOMPARE(music.labels(0).traces.at(0).samples.size(), paused.samples.size());
        QTest::keyClick(&on.plane(), Qt::Key_Space);
        QTRY_VERIFY(music.labels(0).traces.at(0).samples.size() > paused.samples.size() + 5);
        on.page.hide(); // another page
        QCOMPARE(on.presenter.player()->state(), Player::State::Paused);
        on.page.show();

        on.press(QStringLiteral("Start again"));
        QTRY_VERIFY(music.labels(0).traces.empty());
        QVERIFY(on.presenter.player()->position() < 1.0);
    }

    void aLineWithoutEndsIsDrawnAndKeptAsSuch()
    {
        Music music(1, 30.0);
        Instrument on(music);
        on.prepare({ .axes = RatingPlane::Axes::Valence,
            .mode = TraceMode::Relative,
            .orientationSeconds = 0.0 });
        on.press(QStringLiteral("Start rating"));
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        QTRY_VERIFY(on.presenter.player()->position() > 0.2);
        RelativePlot& line = on.page.listening().relative();
        QVERIFY(line.isVisible());
        QVERIFY(!on.plane().isVisible());
        const QImage before = line.grab().toImage();
        const QPointF middle(200.0, 200.0);
        QWheelEvent up(middle, line.mapToGlobal(middle), {}, { 0, 120 }, Qt::NoButton, {},
            Qt::NoScrollPhase, false);
        for (int notch = 0; notch < 24; ++notch)
            QApplication::sendEvent(&line, &up);
        QCOMPARE(line.value(), std::optional(12.0)); // beyond where a scale would end
        QVERIFY(line.grab().toImage() != before);
        QTest::keyClick(&line, Qt::Key_Down, Qt::ShiftModifier);
        QTest::mousePress(&line, Qt::LeftButton, {}, { 100, 100 });
        QTest::mouseMove(&line, { 100, 180 });
        QTest::mouseRelease(&line, Qt::LeftButton, {}, { 100, 180 });
        QTest::mouseMove(&line, { 100, 20 }); // let go
        QCOMPARE(line.value(), std::optional(9.0));
        QTRY_VERIFY(
            !music.labels(0).traces.empty() && music.labels(0).traces.at(0).samples.size() > 3);
        QTest::keyClick(&line, Qt::Key_Space);
        QTest::keyClick(&line, Qt::Key_Up); // nothing sounds
        QCOMPARE(line.value(), std::optional(9.0));
        QTest::qWait(700);
        const Trace trace = music.labels(0).traces.at(0);
        QCOMPARE(music.labels(0).traces.size(), std::size_t(1));
        QCOMPARE(trace.mode, TraceMode::Relative);
        QCOMPARE(trace.dimension, TraceDimension::Valence);
        QCOMPARE(trace.samples.back().value, 9.0F);
        const auto sessions = valueOf(LabelStore(music.library).sessions());
        QCOMPARE(sessions.at(0).instrument, std::string("mouse valence, relative"));
    }

    void aSongIsRatedAgainAfterAWeekAndComparedWithTheFirstTime()
    {
        constexpr std::int64_t kDay = 86400;
        Music music(2, 30.0);
        LabelStore store(music.library);
        const std::int64_t now = QDateTime::currentSecsSinceEpoch();
        const SessionId before = valueOf(store.startSession({ .raterName = "Ada" }));
        valueOf(store.rate({ .track = music.songs.at(0),
            .session = before,
            .valence = 4.0,
            .ratedAt = now - 8 * kDay }));
        valueOf(store.rate({ .track = music.songs.at(1),
            .session = before,
            .valence = 4.0,
            .ratedAt = now - 6 * kDay }));
        Instrument on(music);
        on.prepare({ .isContinuous = false });
        auto* songs = on.named<QComboBox>(QStringLiteral("Which songs"));
        QTRY_COMPARE(
            songs->itemText(3), QStringLiteral("Rate again what you rated a week ago (1)"));
        songs->setCurrentIndex(3);
        auto* list = on.named<QTableWidget>(QStringLiteral("Songs of this sitting"));
        QCOMPARE(list->rowCount(), 1);
        QVERIFY(list->item(0, 1)->text().startsWith(u"8 "));
        on.press(QStringLiteral("Start rating"));
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        QTRY_VERIFY(on.presenter.player()->position() > 0.1);
        on.press(QStringLiteral("Rate it now"));
        QTRY_COMPARE(on.page.stage(), Stage::Rating);
        on.page.rating().plane().putPlace({ 5.5, 3.0 }, RatingPlane::Source::Keys);
        on.press(QStringLiteral("Save and next (Enter)"));
        QTRY_COMPARE(on.page.stage(), Stage::Summary);
        QTRY_COMPARE(music.labels(0).ratings.size(), std::size_t(2)); // the first stays
        QTRY_VERIFY2(on.words().contains(u"1.5 points apart"), qPrintable(on.words()));
    }

    void nothingOfTheModelIsSeenBeforeARatingIsSaved()
    {
        Music music(1, 30.0);
        Instrument on(music);
        on.start();
        QTRY_VERIFY(on.presenter.player()->position() > 0.1);
        on.press(QStringLiteral("Rate it now"));
        QTRY_COMPARE(on.page.stage(), Stage::Rating);
        const QImage blind = on.page.rating().plane().grab().toImage();
        QVERIFY2(!on.words().contains(u"6.1"), qPrintable(on.words()));
        on.page.rating().plane().setModelPlace(EmotionPlace { 6.1, 3.4 });
        QVERIFY(on.page.rating().plane().grab().toImage() != blind); // it would have been seen
    }

    void tabGoesThroughTheAnswersBeforeItSaves()
    {
        RatingPanel panel;
        panel.resize(1000, 700);
        panel.show();
        panel.activateWindow();
        panel.ask(QStringLiteral("Song"), {}, EmotionLocus::Felt, {});
        panel.plane().putPlace({ 6.0, 3.0 }, RatingPlane::Source::Keys);
        QTest::qWait(50); // new chips are shown, old ones go
        QStringList names;
        for (QWidget* next = panel.plane().nextInFocusChain(); next != &panel.plane();
             next = next->nextInFocusChain())
            if (next->isVisible() && next->isEnabled() && next->focusPolicy() & Qt::TabFocus)
                names << (qobject_cast<QPushButton*>(next)
                        ? qobject_cast<QPushButton*>(next)->text()
                        : next->accessibleName());
        QCOMPARE(names.first(), QStringLiteral("Valence: 1"));
        QVERIFY2(!names.contains(QString()), qPrintable(names.join(u'|')));
        const qsizetype search = names.indexOf(QStringLiteral("Search a mood"));
        QVERIFY2(search > names.indexOf(QStringLiteral("Do you know it?: know it well")),
            qPrintable(names.join(u'|')));
        QVERIFY(names.at(search + 1).startsWith(QStringLiteral("Add the mood")));
        QCOMPARE(names.mid(search + 6),
            (QStringList { QStringLiteral("Save and next (Enter)"),
                QStringLiteral("Next without a rating") }));
    }

    void anInterruptedRatingIsOfferedAndGoesOn()
    {
        Music music(1, 8.0);
        {
            RatingRecorder recorder(music.file());
            recorder.startSitting({ .raterName = "Ada" });
            recorder.beginGesture({ .track = music.songs.at(0),
                .dimensions = { TraceDimension::Valence, TraceDimension::Arousal } });
            recorder.add(1.0, 6.0, 3.0);
            recorder.add(5.0, 6.0, 3.0);
        }
        Instrument on(music);
        QTRY_VERIFY2(on.words().contains(u"was cut short at 0:05"), qPrintable(on.words()));
        on.press(QStringLiteral("Continue it"));
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Playing);
        QVERIFY(on.presenter.player()->position() >= 5.0);
        QTRY_VERIFY(on.presenter.player()->position() > 5.2);
        on.hover({ 2.0, 2.0 });
        QTRY_COMPARE_WITH_TIMEOUT(on.page.stage(), Stage::Rating, 12'000);
        QTRY_VERIFY(music.labels(0).traces.at(0).isComplete);
        QCOMPARE(music.labels(0).traces.size(), std::size_t(2));
        QVERIFY(music.labels(0).traces.at(0).samples.size() > 10);
    }

    void anInterruptedLineWithoutEndsGoesOnWhereItWas()
    {
        Music music(1, 30.0);
        {
            RatingRecorder recorder(music.file());
            recorder.startSitting({ .raterName = "Ada" });
            recorder.beginGesture({ .track = music.songs.at(0),
                .dimensions = { TraceDimension::Arousal },
                .mode = TraceMode::Relative });
            recorder.add(1.0, 0.0, 0.0);
            recorder.add(2.0, 17.0, 17.0);
        }
        Instrument on(music);
        QTRY_VERIFY(on.words().contains(u"was cut short at 0:02"));
        on.press(QStringLiteral("Continue it"));
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        RelativePlot& line = on.page.listening().relative();
        QTRY_COMPARE(line.value(), std::optional(17.0));
        QTRY_VERIFY(on.presenter.player()->position() > 2.2);
        QTest::keyClick(&line, Qt::Key_Up);
        QTest::qWait(200); // longer than from one sample to the next
        on.press(QStringLiteral("Rate it now"));
        QTRY_VERIFY(music.labels(0).traces.at(0).isComplete);
        QCOMPARE(music.labels(0).traces.size(), std::size_t(1));
        QCOMPARE(music.labels(0).traces.at(0).samples.back().value, 17.25F);
    }

    void aFileThatIsGoneIsPassedOverAndSaidToBe()
    {
        Music music(2);
        std::filesystem::remove(music.fileOf(0));
        Instrument on(music);
        on.start();
        QTRY_VERIFY2(on.words().contains(u"Song 2 of 2"), qPrintable(on.words()));
        on.press(QStringLiteral("End the sitting"));
        QVERIFY2(on.words().contains(u"its file is gone"), qPrintable(on.words()));
    }

    void aRaterMustBeNamed()
    {
        Music music(1);
        Instrument on(music);
        on.page.setup().setPlan({});
        on.named<QComboBox>(QStringLiteral("Which songs"))->setCurrentIndex(1);
        QTRY_VERIFY(!on.page.setup().plan().tracks.empty());
        QAbstractButton* start = nullptr;
        for (QAbstractButton* button : on.page.findChildren<QAbstractButton*>())
            if (button->text() == u"Start rating") start = button;
        QVERIFY(!start->isEnabled());
        QCOMPARE(start->toolTip(), QStringLiteral("Say first who rates."));
    }

    void aLibraryThatCannotBeWrittenIsRefusedBeforeTheFirstSong()
    {
        Music music(1);
        Instrument on(music);
        on.page.setup().setPlan({ .rater = QStringLiteral("Ada") });
        on.named<QComboBox>(QStringLiteral("Which songs"))->setCurrentIndex(1);
        QTRY_VERIFY(!on.page.setup().plan().tracks.empty());
        Error readOnly { ErrorCode::DatabaseReadOnly, "The library cannot be written." };
        Q_EMIT on.presenter.recorder().failed(readOnly);
        QCOMPARE(on.page.stage(), Stage::Setup);
        QVERIFY2(on.words().contains(u"Ratings cannot be kept here"), qPrintable(on.words()));
    }

    /// The last: there is no sound from here on.
    void aSoundServerThatDiesIsNoticedAndNothingIsRated()
    {
        Music music(1);
        Instrument on(music);
        on.start();
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Playing);
        m_server.reset();
        QTRY_VERIFY2_WITH_TIMEOUT(on.words().contains(u"The sound stands still")
                || on.words().contains(u"There is no sound device"),
            qPrintable(on.words()), 10'000);
        const std::size_t kept
            = music.labels(0).traces.empty() ? 0 : music.labels(0).traces.at(0).samples.size();
        on.hover({ 8.0, 8.0 });
        QTest::qWait(800);
        QCOMPARE(
            music.labels(0).traces.empty() ? 0 : music.labels(0).traces.at(0).samples.size(), kept);
        on.press(QStringLiteral("End the sitting"));
        QCOMPARE(on.page.stage(), Stage::Summary);
    }

private:
    std::unique_ptr<test::SoundServer> m_server;
};

} // namespace circumplex

QTEST_MAIN(circumplex::LabelPageTest)
#include "tst_label_page.moc"
