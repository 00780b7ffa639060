#include "core/services/player.h"
#include "tests/ui/track_page_fixture.h"
#include "ui/common/empty_page.h"
#include "ui/curve/track_commands.h"
#include "ui/main_window/main_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace circumplex {

namespace {

void useDarkColours(QWidget& widget)
{
    QPalette colours(QColor(0x2A2E37), QColor(0x1D2026));
    colours.setColor(QPalette::Base, QColor(0x15171C));
    widget.setPalette(colours);
}

} // namespace

/// The page as a whole: what it opens with, what it says of a track, its head and its commands.
class TrackPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageShowsAllThatIsKnown()
    {
        Music music;
        music.addPeople();
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        const TrackScene& scene = shown.page.lanes().scene();
        QCOMPARE(scene.time.duration(), kSeconds);
        QVERIFY(scene.time.isWhole());
        QCOMPARE(scene.curves.size(), std::size_t(1)); // the newest; others when asked for
        QCOMPARE(scene.tags.size(), std::size_t(5));
        QVERIFY(scene.hasResidual());
        QVERIFY(shown.page.accessibleDescription().contains(u"valence 6.1"));
        QTest::mouseMove(&shown.page.lanes(), shown.at(20.0));
        const QString readout = shown.page.lanes().accessibleDescription();
        QVERIFY2(readout.startsWith(u"0:20.0"), qPrintable(readout));
        for (const char* part : { "valence", "arousal", "Ada: valence", "from the model" })
            QVERIFY2(readout.contains(QString::fromLatin1(part)), qPrintable(readout));
        savePicture(shown.page, "track_light.png");
        useDarkColours(shown.page);
        savePicture(shown.page, "track_dark.png");
    }

    void anotherTrackBeginsAtItsBeginning()
    {
        Music music;
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        auto* overview = shown.page.findChild<TrackOverview*>();
        shown.page.setCursor(40.0);
        QCOMPARE(overview->cursor(), 40.0);
        const TrackId other = music.add("none.wav", { .title = "Bare" });
        shown.page.open(other);
        QCOMPARE(overview->cursor(), 0.0);
        QCOMPARE(shown.page.lanes().cursor(), 0.0);
    }

    void statesSayWhatIsAndWhatToDo()
    {
        Music music;
        const TrackId bare = music.add("none.wav", { .title = "Bare" });
        TrackSession session(music.file(), music.waveforms());
        TrackPage page(session);
        page.resize(1104, 744);
        page.show();
        const auto notice = [&] {
            const auto* row = page.findChild<QWidget*>(QStringLiteral("notice"));
            return row->isVisible() ? row->findChild<QLabel*>()->text() : QString();
        };
        const auto* empty = page.findChild<EmptyPage*>();
        QVERIFY(empty->isVisible() && !page.lanes().isVisible());
        page.open(bare);
        QTRY_VERIFY(notice().contains(u"The file is gone"));
        QVERIFY(!empty->isVisible() && page.lanes().isVisible());
        valueOf(FolderStore(music.library).volumeGone(music.volume));
        session.reload();
        QTRY_VERIFY(notice().contains(u"not connected"));
        page.open({ 999 });
        QTRY_VERIFY(notice().contains(u"is not in the library"));

        const auto song = std::filesystem::path(music.folder.path().toStdString());
        std::filesystem::copy_file(song / "song.wav", song / "none.wav");
        page.open(bare);
        QTRY_VERIFY(notice().contains(u"Not analysed yet"));
        QSignalSpy analyses(&page, &TrackPage::analysisRequested);
        QTest::mouseClick(
            page.findChild<QWidget*>(QStringLiteral("notice"))->findChild<QPushButton*>(),
            Qt::LeftButton);
        QCOMPARE(analyses.size(), 1);
        QTRY_VERIFY(page.lanes().scene().waveform && page.lanes().scene().waveform->isComplete());
        savePicture(page, "track_bare.png");
        page.setAnalysing(true);
        QVERIFY(notice().contains(u"Being analysed"));
        page.open(music.track);
        QTRY_VERIFY(page.lanes().scene().waveform && page.lanes().scene().waveform->isComplete());
        QCOMPARE(notice(), QString());
        page.setSoundProblem(QStringLiteral("No sound device."));
        QCOMPARE(notice(), QStringLiteral("No sound device."));
    }

    void theCurvesKeepTheirHeightInASmallWindow()
    {
        Music music;
        music.addPeople();
        music.addPeople("Ben");
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        TrackLanes& lanes = shown.page.lanes();
        entry(shown.page, QStringLiteral("m (other)"))->trigger();
        for (const QSize size :
            { QSize(900, 270), QSize(900, 340), QSize(900, 500), QSize(900, 600) }) {
            const TrackLayout layout(QRect({}, size), lanes.scene());
            QVERIFY(layout.plot.height() >= 45 * size.height() / 100);
            QVERIFY(layout.caption.bottom() <= size.height());
            QVERIFY(!layout.ruler.intersects(layout.plot));
            QCOMPARE(layout.hiddenLanes > 0, size.height() < 600);
        }
        shown.page.resize(952, 460);
        savePicture(shown.page, "track_small.png");
    }

    void theMenuHasWhatThePageCanDo()
    {
        Music music;
        MainWindow window;
        TrackSession session(music.file(), music.waveforms());
        auto* page = new TrackPage(session);
        auto* typing = new QLineEdit;
        window.addPage(
            QStringLiteral("library"), QStringLiteral("Library"), IconShape::Library, typing);
        window.addPage(QStringLiteral("track"), QStringLiteral("Track"), IconShape::Track, page);
        Player player;
        const TrackCommands commands(window, *page, player);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto command = [&](const QString& start) {
            for (QAction* action : window.actions())
                if (action->text().startsWith(start)) return action;
            return static_cast<QAction*>(nullptr);
        };
        QVERIFY(command(QStringLiteral("Loop")));
        QVERIFY(!command(QStringLiteral("Loop"))->isEnabled());
        page->open(music.track);
        window.showPage(QStringLiteral("track"));
        QTRY_VERIFY(command(QStringLiteral("Loop"))->isEnabled());
        TrackLanes& lanes = page->lanes();
        lanes.setFocus();
        lanes.setCursor(20.0);
        QTest::keyClick(&lanes, Qt::Key_BracketLeft);
        QCOMPARE(lanes.selection()->first, 20.0);
        QSignalSpy loops(page, &TrackPage::loopRequested);
        QTest::keyClick(&lanes, Qt::Key_L);
        QTRY_COMPARE(loops.size(), 1);
        QTest::keyClick(&lanes, Qt::Key_Plus);
        QVERIFY(lanes.scene().time.span() < kSeconds);
        command(QStringLiteral("Show the whole"))->trigger();
        QVERIFY(lanes.scene().time.isWhole());
        command(QStringLiteral("Slower"))->trigger();
        QCOMPARE(player.speed(), 0.9);
        // Those who type elsewhere have all letters.
        window.showPage(QStringLiteral("library"));
        QVERIFY(!command(QStringLiteral("Loop"))->isEnabled());
        typing->setFocus();
        QTest::keyClicks(typing, QStringLiteral("lc[0"));
        QCOMPARE(typing->text(), QStringLiteral("lc[0"));
    }

    void theKeyboardGoesThroughTheHeadFromTheLeft()
    {
        Music music;
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        QStringList names;
        for (QWidget* next = shown.page.nextInFocusChain(); next != &shown.page;
             next = next->nextInFocusChain())
            if (const auto* button = qobject_cast<QAbstractButton*>(next);
                button && button->isVisible())
                names.append(button->text());
        QCOMPARE(
            names.first(4).join(u'|'), QStringLiteral("‹ Library|Compare|Export…|Analyse again"));
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::TrackPageTest)
#include "tst_track_page.moc"
