#include "core/services/track_session.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"
#include "ui/curve/track_page.h"
#include "ui/main_window/main_window.h"
#include "ui/player/play_key.h"
#include "ui/player/player_bar.h"
#include "ui/player/player_presenter.h"
#include "ui/player/player_strip.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace circumplex {

namespace {

constexpr double kSeconds = 60.0;

/// A minute of sound in a library, annotated.
struct Music : LibraryFixture {
    Music()
    {
        const auto music = std::filesystem::path(folder.path().toStdString());
        volume = valueOf(FolderStore(library).volumeSeen({ .identity = "uuid:2",
            .label = "stick",
            .mountPoint = music.native(),
            .isOnline = true,
            .lastSeenAt = 2 }));
        test::write(music / "song.wav",
            test::wavFile({ .sampleRateHz = 8000 },
                test::int16Samples(
                    test::risingTone(8000, static_cast<std::size_t>(8000 * kSeconds)))));
        track = add("song.wav", { .title = "Corlo Zephyr", .artist = "Solqui Enzan" });
        auto stored = annotationOf(track, model("starter"), 6.1F, 3.4F);
        stored.annotation.durationSeconds = kSeconds;
        valueOf(AnnotationStore(library).put(stored));
    }

    TrackId track;
};

struct Shown {
    explicit Shown(Music& music)
        : session(music.file(), music.folder.filePath(QStringLiteral("waveforms")).toStdString())
        , page(session)
        , bar(player)
        , presenter(player, bar, page)
    {
        bar.resize(1104, 56);
        bar.show();
    }

    QString words()
    {
        QStringList texts;
        for (const QLabel* label : bar.findChildren<QLabel*>())
            if (!label->isHidden()) texts.append(label->text());
        return texts.join(u'|');
    }

    TrackSession session;
    TrackPage page;
    Player player;
    PlayerBar bar;
    PlayerPresenter presenter;
};

} // namespace

/// No test here needs a sound device: there is none.
class PlayerBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PULSE_SERVER", "unix:/nonexistent/native"); }

    void itSaysWhatIsOpenAndWhyNothingIsHeard()
    {
        Music music;
        Shown shown(music);
        QVERIFY2(shown.words().contains(u"Nothing is open"), qPrintable(shown.words()));
        shown.page.open(music.track);
        QTRY_COMPARE(shown.player.state(), Player::State::NoDevice);
        QTRY_VERIFY(shown.words().contains(u"no sound device"));
        QVERIFY2(shown.words().contains(u"0:00") && shown.words().contains(u"1:00"),
            qPrintable(shown.words()));
        QStringList names;
        for (const auto* button : shown.bar.findChildren<QAbstractButton*>()) {
            names.append(button->accessibleName());
            if (qobject_cast<const QToolButton*>(button)) QVERIFY(!button->isEnabled());
        }
        QVERIFY2(names.contains(QStringLiteral("Show Corlo Zephyr – Solqui Enzan")),
            qPrintable(names.join(u'|')));
        QVERIFY(!names.contains(QString())); // every control has a name
        std::filesystem::remove(
            std::filesystem::path(music.folder.path().toStdString()) / "song.wav");
        shown.page.open(music.track); // begins anew
        QTRY_VERIFY(shown.words().contains(u"The file is gone"));
    }

    void pageAndBarShareOnePlace()
    {
        Music music;
        Shown shown(music);
        shown.page.resize(1104, 700);
        shown.page.show();
        shown.page.open(music.track);
        QTRY_COMPARE(shown.player.state(), Player::State::NoDevice);
        QTest::keyClick(&shown.page.lanes(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown.player.position(), 10.0);
        auto* strip = shown.bar.findChild<PlayerStrip*>();
        QCOMPARE(strip->value(), 100);
        QVERIFY(strip->accessibleDescription().contains(u"0:10 of 1:00"));
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(shown.player.position(), 15.0);
        QCOMPARE(shown.page.lanes().cursor(), 15.0);
        QTest::keyClick(strip, Qt::Key_End);
        QCOMPARE(shown.player.position(), kSeconds);
    }

    void draggingSeeksOnceWhereItEnds()
    {
        PlayerStrip strip;
        strip.resize(414, 34); // 400 within its insets
        strip.setTrack({}, 100.0);
        strip.show();
        QSignalSpy seeks(&strip, &PlayerStrip::seekRequested);
        QSignalSpy previews(&strip, &PlayerStrip::previewed);
        QTest::mousePress(&strip, Qt::LeftButton, {}, { 107, 17 });
        QTest::mouseMove(&strip, { 207, 17 });
        strip.setPosition(3.0); // playing goes on and does not pull the handle back
        QTest::mouseMove(&strip, { 307, 17 });
        QCOMPARE(seeks.size(), 0);
        QCOMPARE(previews.last().at(0).toDouble(), 75.0);
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, { 307, 17 });
        QCOMPARE(seeks.size(), 1);
        QCOMPARE(seeks.at(0).at(0).toDouble(), 75.0);
        strip.setPosition(3.0);
        QCOMPARE(strip.value(), 30);
        QCOMPARE(seeks.size(), 1);
    }

    void theBarFollowsWhatOthersSet()
    {
        Player player;
        PlayerBar bar(player);
        player.setSpeed(1.25);
        player.setVolume(0.4);
        player.setRepeating(true);
        QCOMPARE(bar.findChild<QComboBox*>()->currentData().toDouble(), 1.25);
        for (const QSlider* slider : bar.findChildren<QSlider*>())
            if (slider->accessibleName() == u"Volume") QCOMPARE(slider->value(), 40);
        QCOMPARE(player.volume(), 0.4);
    }

    void spacePlaysButWritesAndPressesWhereItShould()
    {
        MainWindow window;
        auto* page = new QWidget;
        auto* button = new QPushButton(QStringLiteral("press"), page);
        auto* field = new QLineEdit(page);
        field->move(0, 60);
        window.addPage(QStringLiteral("a"), QStringLiteral("A"), IconShape::Library, page);
        QAction* play = window.addCommand(window.playbackMenu(), QStringLiteral("Play"), {});
        play->setShortcut(Qt::Key_Space);
        const PlayKey key;
        const QSignalSpy plays(play, &QAction::triggered);
        const QSignalSpy presses(button, &QPushButton::clicked);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        button->setFocus(Qt::MouseFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(plays.size(), 1);
        QCOMPARE(presses.size(), 0);
        field->setFocus(Qt::TabFocusReason);
        QTest::keyClick(field, Qt::Key_Space);
        QCOMPARE(field->text(), QStringLiteral(" "));
        QCOMPARE(plays.size(), 1);
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(presses.size(), 1);
        QCOMPARE(plays.size(), 1);
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::PlayerBarTest)
#include "tst_player_bar.moc"
