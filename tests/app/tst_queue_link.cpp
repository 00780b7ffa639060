#include "app/desktop/queue_link.h"
#include "core/services/library_reader.h"
#include "core/services/media_control.h"
#include "core/services/player.h"
#include "core/services/track_session.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"
#include "tests/core/services/sound_server.h"
#include "ui/curve/track_page.h"
#include "ui/main_window/main_window.h"
#include "ui/player/player_bar.h"
#include "ui/player/player_presenter.h"

#include <QAbstractButton>
#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

namespace circumplex {

namespace {

constexpr double kSeconds = 2.0;

/// Songs of two seconds: "0.wav" and on; the third is not there, the fourth is no sound.
struct Music : LibraryFixture {
    static constexpr int kSongs = 5;

    Music()
    {
        const auto music = std::filesystem::path(folder.path().toStdString());
        volume = valueOf(FolderStore(library).volumeSeen({ .identity = "uuid:2",
            .label = "stick",
            .mountPoint = music.native(),
            .isOnline = true,
            .lastSeenAt = 2 }));
        for (int i = 0; i < kSongs; ++i) {
            const std::string name = std::to_string(i) + ".wav";
            if (i == 3)
                test::write(music / name, QByteArray(4000, 'x'));
            else if (i != 2)
                test::write(music / name,
                    test::wavFile({ .sampleRateHz = 8000 },
                        test::int16Samples(
                            test::risingTone(8000, static_cast<std::size_t>(8000 * kSeconds)))));
            auto scanned = this->scanned(name);
            scanned.durationSeconds = kSeconds;
            tracks.push_back(add(scanned));
        }
    }

    std::vector<TrackId> tracks;
};

struct Shown {
    explicit Shown(Music& music)
        : session(music.file(), music.folder.filePath(QStringLiteral("waveforms")).toStdString())
        , page(session)
        , bar(player)
        , presenter(player, bar, page)
        , queue(player, bar, page, session)
    {
        queue.addCommands(window, true);
        bar.show();
    }

    QAbstractButton* button(const char* name)
    {
        for (auto* one : bar.findChildren<QAbstractButton*>())
            if (one->accessibleName() == QLatin1StringView(name)) return one;
        return nullptr;
    }

    QAction* command(const char* name)
    {
        for (QAction* one : window.playbackMenu()->actions())
            if (one->text() == QLatin1StringView(name)) return one;
        return nullptr;
    }

    void openAndPlay(TrackId track, const std::vector<TrackId>& list)
    {
        queue.open(track, list);
        QTRY_COMPARE(player.state(), Player::State::Paused);
        player.play();
    }

    MainWindow window;
    TrackSession session;
    TrackPage page;
    Player player;
    PlayerBar bar;
    PlayerPresenter presenter;
    QueueLink queue;
};

} // namespace

class QueueLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<test::SoundServer>(); }

    void theListGoesOnByItselfAndPassesOverWhatCannotBePlayed()
    {
        Music music;
        Shown shown(music);
        shown.openAndPlay(music.tracks[0], music.tracks);
        QTRY_COMPARE_WITH_TIMEOUT(shown.session.track(), music.tracks[1], 10'000);
        QTRY_COMPARE(shown.player.state(), Player::State::Playing);
        // One is gone, and one is no sound.
        QTRY_COMPARE_WITH_TIMEOUT(shown.session.track(), music.tracks[4], 20'000);
        QTRY_COMPARE(shown.player.state(), Player::State::Playing);
        QTRY_COMPARE_WITH_TIMEOUT(shown.player.state(), Player::State::Paused, 10'000);
        QCOMPARE(shown.session.track(), music.tracks[4]);
    }

    void itStaysWhereThatIsWanted()
    {
        Music music;
        Shown shown(music);
        QAction* goesOn = shown.command("Go on with the next song");
        QVERIFY(goesOn && goesOn->isChecked());
        goesOn->trigger();
        QVERIFY(!shown.queue.goesOn());
        QSignalSpy ended(&shown.player, &Player::ended);
        shown.openAndPlay(music.tracks[0], music.tracks);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 10'000);
        QCOMPARE(shown.session.track(), music.tracks[0]);
        QCOMPARE(shown.player.state(), Player::State::Paused);
    }

    void buttonsAndCommandsStep()
    {
        Music music;
        Shown shown(music);
        const std::vector<TrackId> list { music.tracks[4], music.tracks[0], music.tracks[1] };
        shown.queue.open(list[0], list);
        QTRY_COMPARE(shown.player.state(), Player::State::Paused);
        QAbstractButton* next = shown.button("Next song");
        QAbstractButton* previous = shown.button("Previous song");
        QVERIFY(next && previous);
        QVERIFY(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(shown.session.track(), list[1]);
        QTRY_COMPARE(shown.player.state(), Player::State::Paused); // as it was before
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(shown.player.state(), Player::State::Paused);
        QVERIFY(!next->isEnabled());
        shown.player.play();
        shown.command("Previous song")->trigger();
        QCOMPARE(shown.session.track(), list[1]);
        QTRY_COMPARE(shown.player.state(), Player::State::Playing);
        shown.command("Next song")->trigger();
        QTRY_COMPARE(shown.player.state(), Player::State::Playing);
        QCOMPARE(shown.session.track(), list[2]);
    }

    void afterSomeSecondsPreviousIsTheBeginning()
    {
        Music music;
        Shown shown(music);
        auto longer = music.scanned("0.wav");
        longer.durationSeconds = 60.0; // what a header says
        music.add(longer);
        shown.queue.open(music.tracks[0], { music.tracks[1], music.tracks[0] });
        QTRY_COMPARE(shown.player.state(), Player::State::Paused);
        shown.player.seek(10.0);
        shown.queue.previous();
        QCOMPARE(shown.session.track(), music.tracks[0]);
        QCOMPARE(shown.player.position(), 0.0);
        shown.player.seek(2.5);
        shown.queue.previous();
        QCOMPARE(shown.session.track(), music.tracks[1]);
    }

    void aFileOverTheBusIsPlayedOrHandedOn()
    {
        Music music;
        Shown shown(music);
        LibraryReader reader(music.file(), {});
        MediaControl control(shown.player, QDBusConnection(QStringLiteral("none at all")));
        shown.queue.follow(control, reader);
        QSignalSpy others(&shown.queue, &QueueLink::fileWanted);
        Q_EMIT control.openWanted(music.folder.filePath(QStringLiteral("1.wav")));
        QTRY_COMPARE(shown.player.state(), Player::State::Playing);
        QCOMPARE(shown.session.track(), music.tracks[1]);
        const QString other = music.folder.filePath(QStringLiteral("other.wav"));
        test::write(other.toStdString(), "x");
        Q_EMIT control.openWanted(other);
        QTRY_COMPARE(others.size(), 1);
        QCOMPARE(others.at(0).at(0).toString(), QFileInfo(other).canonicalFilePath());
        shown.player.pause();
    }

    void cleanupTestCase() { m_server.reset(); }

private:
    std::unique_ptr<test::SoundServer> m_server;
};

} // namespace circumplex

QTEST_MAIN(circumplex::QueueLinkTest)
#include "tst_queue_link.moc"
