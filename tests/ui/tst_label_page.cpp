#include "core/library/label_store.h"
#include "core/services/library_reader.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"
#include "tests/core/services/sound_server.h"
#include "ui/label/label_presenter.h"
#include "ui/label/listening_panel.h"
#include "ui/label/rating_panel.h"
#include "ui/label/setup_panel.h"
#include "ui/label/step_row.h"
#include "ui/label/summary_panel.h"
#include "ui/label/tag_picker.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QUndoStack>
#include <QWheelEvent>

#include <fcntl.h>
#include <linux/joystick.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace circumplex {

using Stage = LabelPage::Stage;

namespace {

constexpr double kSeconds = 4.0;

/// Songs of four seconds, each heard by a model.
struct Music : LibraryFixture {
    explicit Music(int count, double seconds = kSeconds)
    {
        const auto music = std::filesystem::path(folder.path().toStdString());
        volume = valueOf(FolderStore(library).volumeSeen({ .identity = "uuid:2",
            .label = "stick",
            .mountPoint = music.native(),
            .isOnline = true,
            .lastSeenAt = 2 }));
        for (int i = 0; i < count; ++i) {
            const std::string name = "song" + std::to_string(i) + ".wav";
            test::write(music / name,
                test::wavFile({ .sampleRateHz = 8000 },
                    test::int16Samples(
                        test::risingTone(8000, static_cast<std::size_t>(8000 * seconds)))));
            const std::string number = std::to_string(i + 1);
            auto file = scanned(name, { .title = "Song " + number, .artist = "Artist " + number });
            file.durationSeconds = seconds;
            songs.push_back(add(file));
            auto stored = annotationOf(songs.back(), model("starter"), 6.1F, 3.4F);
            stored.annotation.durationSeconds = seconds;
            valueOf(AnnotationStore(library).put(stored));
        }
    }

    std::filesystem::path fileOf(std::size_t song) const
    {
        return std::filesystem::path(folder.path().toStdString())
            / ("song" + std::to_string(song) + ".wav");
    }

    TrackLabels labels(std::size_t song) { return valueOf(LabelStore(library).of(songs.at(song))); }

    std::vector<TrackId> songs;
};

/// Named pipes where the kernel has a game pad and a MIDI device.
struct Devices {
    Devices()
        : root(folder.path().toStdString())
    {
        for (const char* part : { "dev/input", "dev/snd", "proc/asound/card0" })
            std::filesystem::create_directories(root / part);
        std::ofstream(root / "proc/asound/card0/id") << "Desk\n";
    }

    ~Devices()
    {
        for (const int end : { pad, faders })
            if (end >= 0) ::close(end);
    }

    int plug(const char* device) const
    {
        const auto path = root / device;
        if (::mkfifo(path.c_str(), 0600) != 0) throw std::runtime_error("no pipe");
        return ::open(path.c_str(), O_RDWR); // also reads, so that opening does not wait
    }
    void plugPad() { pad = plug("dev/input/js0"); }
    void plugFaders() { faders = plug("dev/snd/midiC0D0"); }

    void unplugFaders()
    {
        std::filesystem::remove(root / "dev/snd/midiC0D0");
        ::close(std::exchange(faders, -1));
    }

    void send(std::uint8_t type, std::uint8_t number, std::int16_t value) const
    {
        const js_event event { .time = 1, .value = value, .type = type, .number = number };
        if (::write(pad, &event, sizeof event) != sizeof event)
            throw std::runtime_error("the pipe takes nothing");
    }
    void press(std::uint8_t button) const
    {
        send(JS_EVENT_BUTTON, button, 1);
        send(JS_EVENT_BUTTON, button, 0);
    }
    void move(std::uint8_t controller, std::uint8_t value) const
    {
        const std::uint8_t bytes[] { 0xB0, controller, value };
        if (::write(faders, bytes, sizeof bytes) != sizeof bytes)
            throw std::runtime_error("the pipe takes nothing");
    }

    QTemporaryDir folder;
    std::filesystem::path root;
    int pad = -1, faders = -1;
};

/// The page at work on a library.
struct Instrument {
    explicit Instrument(Music& music, const std::filesystem::path& devices = "/nonexistent")
        : reader(music.file(), "starter")
        , presenter(page, reader, undo, nullptr, devices)
    {
        page.resize(1104, 700);
        page.show();
        page.activateWindow();
        presenter.offer(music.songs, music.songs);
    }

    template <class Widget> Widget* named(const QString& name)
    {
        for (Widget* widget : page.findChildren<Widget*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }

    void press(const QString& text)
    {
        for (QAbstractButton* button : page.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text() == text && button->isEnabled())
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(QStringLiteral("no button “%1”").arg(text)));
    }

    QString words()
    {
        QStringList texts;
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible()) texts.append(label->text());
        return texts.join(u'|');
    }

    /// Chooses the songs selected in the library, types who rates, and starts.
    void start(RatingPlane::Axes axes = RatingPlane::Axes::Both)
    {
        prepare({ .axes = axes, .orientationSeconds = 0.0 });
        press(QStringLiteral("Start rating"));
        QTRY_COMPARE(page.stage(), Stage::Listening);
    }

    void prepare(const LabelPlan& plan)
    {
        page.setup().setPlan(plan);
        auto* who = named<QLineEdit>(QStringLiteral("Who rates"));
        who->setFocus();
        who->clear();
        QTest::keyClicks(who, QStringLiteral("Ada"));
        named<QComboBox>(QStringLiteral("Which songs"))->setCurrentIndex(1);
        QTRY_VERIFY(!page.setup().plan().tracks.empty());
    }

    RatingPlane& plane() { return page.listening().plane(); }

    void hover(const EmotionPlace& place)
    {
        const QPointF at = plane().toPixels(place);
        QMouseEvent move(QEvent::MouseMove, at, plane().mapToGlobal(at), Qt::NoButton, {}, {});
        QApplication::sendEvent(&plane(), &move);
    }

    QUndoStack undo;
    LibraryReader reader;
    LabelPage page;
    LabelPresenter presenter;
};

} // namespace

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

    void aSittingIsDoneWithTheGamePadAlone()
    {
        Music music(2, 30.0);
        Devices devices;
        devices.plugPad();
        Instrument on(music, devices.root);
        on.prepare({ .instrument = RatingPlane::Source::Gamepad, .orientationSeconds = 0.0 });
        QTRY_COMPARE(on.page.setup().plan().instrument, RatingPlane::Source::Gamepad);
        devices.press(0);
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        QVERIFY2(on.words().contains(u"button 1 pauses"), qPrintable(on.words()));
        QTRY_VERIFY(on.presenter.player()->position() > 0.2);
        devices.send(JS_EVENT_AXIS, 0, 32767);
        QTRY_VERIFY(!music.labels(0).traces.empty());
        QCOMPARE(on.plane().place()->valence, 9.0);
        devices.press(1); // passes nothing over while it sounds
        devices.press(0);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Paused);
        QVERIFY2(on.words().contains(u"2 passes it over"), qPrintable(on.words()));
        devices.press(0);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Playing);
        devices.send(JS_EVENT_AXIS, 0, 0);
        devices.press(3);
        QTRY_COMPARE(on.page.stage(), Stage::Rating);
        devices.send(JS_EVENT_AXIS, 1, -32767);
        QTRY_VERIFY(
            on.page.rating().plane().place() && on.page.rating().plane().place()->arousal > 6.5);
        devices.send(JS_EVENT_AXIS, 1, 0);
        QTest::qWait(100);
        const double said = on.page.rating().plane().place()->arousal;
        QTest::qWait(100);
        QCOMPARE(on.page.rating().plane().place()->arousal, said); // it stays where it was let go
        devices.press(2);
        devices.press(2);
        devices.press(3);
        devices.press(4);
        devices.press(5);
        devices.press(0);
        QTRY_COMPARE(music.labels(0).ratings.size(), std::size_t(1));
        const TrackLabels labels = music.labels(0);
        QCOMPARE(labels.ratings.at(0).confidence, std::optional(2));
        QCOMPARE(labels.ratings.at(0).familiarity, std::optional(1));
        QCOMPARE(*labels.ratings.at(0).arousal, said);
        QCOMPARE(labels.tags.size(), std::size_t(1));
        QTRY_VERIFY(on.words().contains(u"Song 2 of 2"));
        devices.press(0);
        QTRY_VERIFY(on.page.listening().isPaused());
        devices.press(6);
        QTRY_COMPARE(on.page.stage(), Stage::Summary);
        devices.press(0);
        QTRY_COMPARE(on.page.stage(), Stage::Setup);
    }

    void fadersAreLearntAndMayComeAndGo()
    {
        Music music(1, 30.0);
        Devices devices;
        Instrument on(music, devices.root);
        on.prepare({ .orientationSeconds = 0.0 });
        devices.plugFaders();
        auto* with = on.named<QComboBox>(QStringLiteral("With"));
        QTRY_COMPARE(with->count(), 3); // found while the page is looked at
        QCOMPARE(with->itemText(2), QStringLiteral("Faders or knobs of Desk (MIDI)"));
        with->setCurrentIndex(2);
        QTRY_VERIFY(on.words().contains(u"Which fader"));
        on.press(QStringLiteral("Valence: choose"));
        QTest::qWait(1200); // until the device is open
        devices.move(7, 64);
        devices.move(3, 10);
        QTest::qWait(50);
        devices.move(3, 11); // only noise
        QTest::qWait(50);
        QVERIFY(!on.page.setup().plan().faders.valence);
        devices.move(7, 80);
        QTRY_COMPARE(on.page.setup().plan().faders.valence, (MidiControl { 1, 7 }));
        on.press(QStringLiteral("Arousal: choose"));
        devices.move(8, 0);
        QTest::qWait(50);
        devices.move(8, 127);
        QTRY_COMPARE(on.page.setup().plan().faders.arousal, (MidiControl { 1, 8 }));
        on.press(QStringLiteral("Start rating"));
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        QTRY_VERIFY(on.presenter.player()->position() > 0.2);
        devices.move(7, 0);
        QTRY_VERIFY(on.plane().place());
        QCOMPARE(*on.plane().place(), (EmotionPlace { 1.0, 9.0 })); // the other one is still up
        QTRY_COMPARE(music.labels(0).traces.size(), std::size_t(2));

        devices.unplugFaders();
        QTRY_VERIFY2(on.words().contains(u"was unplugged"), qPrintable(on.words()));
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Paused);
        devices.plugFaders();
        QTRY_VERIFY(!on.words().contains(u"was unplugged"));
        QTest::keyClick(&on.plane(), Qt::Key_Space);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Playing);
        devices.move(7, 127);
        QTRY_COMPARE(on.plane().place()->valence, 9.0);
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
