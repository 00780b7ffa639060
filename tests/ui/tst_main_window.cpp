#include "ui/main_window/command_palette.h"
#include "ui/main_window/help_menu.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/nav_rail.h"
#include "ui/main_window/status_strip.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeWidget>

using namespace circumplex;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRailAndTheKeysShowPages()
    {
        MainWindow window;
        auto* first = new QLabel;
        auto* second = new QLabel;
        window.addPage(QStringLiteral("a"), QStringLiteral("First"), IconShape::Library, first);
        window.addPage(QStringLiteral("b"), QStringLiteral("Second"), IconShape::Plane, second);
        window.show();
        QVERIFY(first->isVisible());
        const auto buttons = window.findChild<NavRail*>()->findChildren<QAbstractButton*>();
        QTest::mouseClick(buttons.at(1), Qt::LeftButton);
        QVERIFY(second->isVisible());
        QCOMPARE(window.currentPage(), QStringLiteral("b"));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(first->isVisible());
    }

    void thePlayerStandsUnderEveryPage()
    {
        MainWindow window;
        for (const char* key : { "a", "b" })
            window.addPage(
                QString::fromLatin1(key), QString::fromLatin1(key), IconShape::Library, new QLabel);
        auto* bar = new QLabel(QStringLiteral("player"));
        window.setPlayerBar(bar);
        window.show();
        for (const char* key : { "a", "b" }) {
            window.showPage(QString::fromLatin1(key));
            QVERIFY(bar->isVisible());
            const int top = bar->mapTo(&window, QPoint()).y();
            QVERIFY(top > window.height() / 2);
            QVERIFY(top + bar->height() <= window.strip().mapTo(&window, QPoint()).y());
        }
    }

    void theSessionComesBack()
    {
        Settings::Window stored;
        for (const bool isFirst : { true, false }) {
            MainWindow window;
            window.addPage(
                QStringLiteral("a"), QStringLiteral("First"), IconShape::Library, new QLabel);
            window.addPage(
                QStringLiteral("b"), QStringLiteral("Second"), IconShape::Plane, new QLabel);
            if (isFirst) {
                window.resize(1000, 700);
                window.showPage(QStringLiteral("b"));
                window.store(stored);
            } else {
                window.restore(stored);
                QCOMPARE(window.currentPage(), QStringLiteral("b"));
                QCOMPARE(window.size(), QSize(1000, 700));
            }
        }
    }

    void thePaletteRunsWhatItsWordsFind()
    {
        MainWindow window;
        QAction* scan = window.addCommand(nullptr, QStringLiteral("Look for new files"), {});
        QAction* other = window.addCommand(nullptr, QStringLiteral("Something else"), {});
        const QSignalSpy ran(scan, &QAction::triggered), ranOther(other, &QAction::triggered);
        CommandPalette palette({ other, scan }, &window);
        palette.show();
        auto* words = palette.findChild<QLineEdit*>();
        QTest::keyClicks(words, QStringLiteral("new look"));
        const auto* list = palette.findChild<QTreeWidget*>();
        QCOMPARE(list->topLevelItemCount(), 1);
        QVERIFY(list->currentItem());
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(ran.count(), 1);
        QCOMPARE(ranOther.count(), 0);
        QVERIFY(!palette.isVisible());
    }

    void thePaletteSaysThatItFoundNothing()
    {
        MainWindow window;
        QAction* scan = window.addCommand(nullptr, QStringLiteral("Look for new files"), {});
        const QSignalSpy ran(scan, &QAction::triggered);
        CommandPalette palette({ scan }, &window);
        palette.show();
        auto* words = palette.findChild<QLineEdit*>();
        QTest::keyClicks(words, QStringLiteral("xyz"));
        const auto* list = palette.findChild<QTreeWidget*>();
        QVERIFY(list->topLevelItem(0)->text(0).startsWith(u"No command"));
        QTest::keyClick(words, Qt::Key_Return);
        QTest::qWait(20);
        QCOMPARE(ran.count(), 0);
        QVERIFY(palette.isVisible());
    }

    void helpNamesEveryKeyAndTheSearchLanguage()
    {
        MainWindow window;
        window.addCommand(
            nullptr, QStringLiteral("Look for files"), QKeySequence(QStringLiteral("F5")));
        addHelpMenu(window);
        window.show();
        const auto pageOf = [&window](int entry) {
            window.helpMenu()->actions().at(entry)->trigger();
            const auto* text = window.findChild<QTextBrowser*>();
            const QString words = text->toPlainText();
            delete text->window();
            return words;
        };
        QVERIFY(pageOf(0).contains(u"valence.slope>1"));
        QVERIFY(pageOf(1).contains(u"F5"));
        QVERIFY(pageOf(2).contains(u"General Public License"));
    }

    void theRailHasOneStopForTab()
    {
        MainWindow window;
        for (const QString& key : { QStringLiteral("one"), QStringLiteral("two") })
            window.addPage(key, key, IconShape::Library, new QWidget);
        window.show();
        const auto stops = [&window] {
            QStringList names;
            for (const QAbstractButton* button :
                window.findChild<NavRail*>()->findChildren<QAbstractButton*>())
                if (button->focusPolicy() & Qt::TabFocus) names << button->text();
            return names;
        };
        QCOMPARE(stops(), QStringList(QStringLiteral("one")));
        window.showPage(QStringLiteral("two"));
        QCOMPARE(stops(), QStringList(QStringLiteral("two")));
    }

    void theStripTellsHowTheAnalysisStands()
    {
        StatusStrip strip;
        strip.show();
        auto* progress = strip.findChild<QProgressBar*>();
        QVERIFY(!progress->isVisible());
        EngineStatus status;
        status.activity = EngineStatus::Activity::Working;
        status.device = QStringLiteral("cpu");
        status.done = 25;
        status.remaining = 75;
        status.etaSeconds = 125.0;
        strip.setStatus(status);
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->value(), 250);
        const auto labels = strip.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel* l) { return l->text().contains(u"25 of 100"); }));
        const QSignalSpy paused(&strip, &StatusStrip::pauseWanted);
        const QSignalSpy resumed(&strip, &StatusStrip::resumeWanted);
        auto* pause = strip.findChildren<QPushButton*>().at(0);
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(paused.count(), 1);
        status.activity = EngineStatus::Activity::Paused;
        strip.setStatus(status);
        QTest::mouseClick(pause, Qt::LeftButton);
        QCOMPARE(resumed.count(), 1);
        status.activity = EngineStatus::Activity::Idle;
        strip.setStatus(status);
        QVERIFY(!progress->isVisible());
        const auto says = [&](const QString& text) {
            return std::ranges::any_of(
                labels, [&](const QLabel* label) { return label->text() == text; });
        };
        QVERIFY(says(QStringLiteral("25 song(s) analysed")));
        status.failed = 2;
        strip.setStatus(status);
        QVERIFY(says(QStringLiteral("25 song(s) analysed, 2 could not be")));
        status.done = 1;
        status.failed = 0;
        strip.setStatus(status);
        QVERIFY(says(QStringLiteral("1 song(s) analysed")));
        status.done = 0;
        strip.setStatus(status);
        QVERIFY(says(QString()));
    }

    void problemsOfEarlierRunsStandBeforeNewOnes()
    {
        StatusStrip strip;
        strip.addProblem({ { 4 }, QStringLiteral("/a.wav"), "stalled", "why" });
        std::vector<Problem> earlier(1500);
        for (std::size_t i = 0; i < earlier.size(); ++i)
            earlier[i] = { { static_cast<std::int64_t>(i + 1) }, QStringLiteral("/old.wav"),
                "stalled", "long ago" };
        strip.addEarlierProblems(earlier);
        QCOMPARE(strip.problems().size(), std::size_t(1000));
        QCOMPARE(strip.problems().back().reason, std::string("why"));
        QCOMPARE(strip.problems().front().track, TrackId { 502 });
        QVERIFY(strip.problems().front().text().startsWith(u"/old.wav: "));
    }

    void theStripListsProblems()
    {
        StatusStrip strip;
        strip.show();
        auto* button = strip.findChildren<QPushButton*>().at(1);
        QVERIFY(!button->isVisible());
        strip.addProblem({ { 4 }, QStringLiteral("/a.wav: The file is empty.") });
        strip.addProblem({ {}, QStringLiteral("The engine was started again.") });
        strip.addProblem({ {}, QStringLiteral("The engine was started again.") });
        strip.addProblem({ { 4 }, QStringLiteral("/a.wav: The file is gone.") });
        strip.addProblem({ {}, QStringLiteral("/a.wav: The file is gone.") });
        QCOMPARE(button->text(), QStringLiteral("2 problem(s)"));
        strip.addProblem({ { 5 }, QStringLiteral("/b.wav: Noise.") });
        QCOMPARE(strip.problems().size(), std::size_t(3));
        strip.removeProblem({ 5 });
        QCOMPARE(strip.problems().size(), std::size_t(2));

        QSignalSpy again(&strip, &StatusStrip::tryAgainWanted);
        QSignalSpy shown(&strip, &StatusStrip::showWanted);
        for (const char* name : { "Copy", "Show", "Try again", "Clear the list" }) {
            QTimer::singleShot(0, &strip, [name] {
                auto* dialog = qobject_cast<ProblemDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog);
                auto* list = dialog->findChild<QListWidget*>();
                const auto buttons = dialog->findChildren<QPushButton*>();
                const auto named = std::ranges::find_if(buttons, [name](const QPushButton* one) {
                    return one->text() == QLatin1StringView(name);
                });
                QVERIFY(named != buttons.end());
                list->setCurrentRow(0);
                if (QLatin1StringView(name) == QLatin1StringView("Show")) {
                    QVERIFY2(!(*named)->isEnabled(), "the engine is no song");
                    list->setCurrentRow(1);
                }
                QTest::mouseClick(*named, Qt::LeftButton);
                dialog->reject();
            });
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("The engine was started again.\n/a.wav: The file is gone."));
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.at(0).at(0).value<TrackId>(), TrackId { 4 });
        QCOMPARE(again.count(), 1);
        QCOMPARE(again.at(0).at(0).value<std::vector<TrackId>>(), std::vector<TrackId> { { 4 } });
        QVERIFY(strip.problems().empty());
        QVERIFY(!button->isVisible());
    }

    void timesLeft()
    {
        QCOMPARE(timeLeftText(20.0), QStringLiteral("less than a minute left"));
        QVERIFY(timeLeftText(125.0).contains(u"2"));
        QVERIFY(timeLeftText(7300.0).contains(u"2 hour"));
        QVERIFY(timeLeftText(200'000.0).contains(u"2 day"));
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
