#include "app/desktop/song_actions.h"
#include "app/desktop/song_changes.h"
#include "core/library/library_maker.h"
#include "core/services/library_reader.h"
#include "ui/library/library_page.h"
#include "ui/library/library_presenter.h"
#include "ui/library/playlist_dialog.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"
#include "ui/main_window/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace circumplex;

/// Songs of a real library, changed with real keys.
class SongActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const std::filesystem::path file
            = m_folder->filePath(QStringLiteral("library")).toStdString();
        QVERIFY(makeLibrary(file, { .tracks = 50 }, {}, [](std::int64_t) {}));
        m_window = std::make_unique<MainWindow>();
        m_page = new LibraryPage;
        m_window->addPage(
            QStringLiteral("library"), QStringLiteral("Library"), IconShape::Library, m_page);
        m_window->addPage(
            QStringLiteral("other"), QStringLiteral("Other"), IconShape::Track, new QWidget);
        m_reader = std::make_unique<LibraryReader>(file, std::string());
        m_presenter = std::make_unique<LibraryPresenter>(*m_page, *m_reader);
        m_actions = std::make_unique<SongActions>(*m_window, *m_page, nullptr);
        m_changes = std::make_unique<SongChanges>(*m_page, file, m_window->undoStack(), nullptr);
        connect(m_changes.get(), &SongChanges::libraryChanged, m_presenter.get(),
            &LibraryPresenter::refresh);
        m_presenter->refresh();
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(model().tracks().size(), std::size_t { 50 });
        QTRY_VERIFY(!model().index(0, 0).data().toString().isEmpty());
        m_page->table().setFocus();
    }

    void cleanup()
    {
        m_changes.reset();
        m_actions.reset();
        m_presenter.reset();
        m_reader.reset();
        m_window.reset();
    }

    void removingIsTakenBackAndListed()
    {
        const TrackId gone = model().trackAt(2);
        const auto before = model().tracks();
        click(2);
        QTest::keyClick(&m_page->table(), Qt::Key_Delete);
        QTRY_COMPARE(model().tracks().size(), std::size_t { 49 });
        QVERIFY(std::ranges::find(model().tracks(), gone) == model().tracks().end());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(model().tracks(), before);
        m_window->undoStack().redo();
        QTRY_COMPARE(model().tracks().size(), std::size_t { 49 });
        // From where it is listed it can be brought back.
        m_page->search(QStringLiteral("is:removed"));
        QTRY_COMPARE(model().tracks(), (std::vector { gone }));
        QTRY_VERIFY(!model().index(0, 0).data().toString().isEmpty());
        QCOMPARE(model().index(0, static_cast<int>(TrackColumn::State)).data().toString(),
            QStringLiteral("removed"));
        click(0);
        Q_EMIT m_window->songMenu()->aboutToShow();
        QVERIFY(!action("Remove from the library")->isEnabled());
        action("Bring back to the library")->trigger();
        QTRY_VERIFY(model().tracks().empty());
        m_page->search({});
        QTRY_COMPARE(model().tracks(), before);
    }

    void keysReachOnlySongsThatCanBeSeen()
    {
        click(0);
        QVERIFY(action("Play")->isEnabled());
        m_window->showPage(QStringLiteral("other"));
        QVERIFY(!action("Play")->isEnabled());
        QVERIFY(!action("Remove from the library")->isEnabled());
        m_window->showPage(QStringLiteral("library"));
        m_page->table().clearSelection();
        QVERIFY(!action("Open")->isEnabled());
    }

    void deletingLettersRemovesNoSong()
    {
        click(0);
        m_page->searchBox().setFocus();
        QTest::keyClicks(&m_page->searchBox(), QStringLiteral("zz"));
        QTest::keyClick(&m_page->searchBox(), Qt::Key_Home);
        QTest::keyClick(&m_page->searchBox(), Qt::Key_Delete);
        QCOMPARE(m_page->searchBox().text(), QStringLiteral("z"));
        QCOMPARE(m_window->undoStack().count(), 0);
    }

    void songsGoIntoAPlaylistAndOutAgain()
    {
        const std::vector<TrackId> wanted { model().trackAt(1), model().trackAt(2) };
        click(1);
        QTest::keyClick(&m_page->table(), Qt::Key_Down, Qt::ShiftModifier);
        int before = -1; // the library has some already
        for (const int already : { 0, 1 }) {
            action("Add to a playlist \u2026")->trigger();
            QTRY_VERIFY(m_window->findChild<PlaylistDialog*>());
            auto* dialog = m_window->findChild<PlaylistDialog*>();
            auto* name = dialog->findChild<QComboBox*>();
            if (before < 0) before = name->count();
            QCOMPARE(name->count(), before + already);
            QTest::keyClicks(name, QStringLiteral("Evening"));
            QTest::keyClick(name, Qt::Key_Return);
            QTRY_VERIFY(!m_window->findChild<PlaylistDialog*>());
            QTRY_COMPARE(m_window->undoStack().count(), already + 1);
            QTest::qWait(100);
        }
        const auto held = [&] {
            std::optional<std::size_t> count;
            m_reader->find(this, *parseSearch("playlist:Evening"), {}, 0,
                [&count](const auto& found) { count = found ? found->total : 99; });
            return QTest::qWaitFor([&count] { return count.has_value(); }) ? *count : 99;
        };
        QTRY_COMPARE(held(), std::size_t { 2 });
        m_window->undoStack().undo();
        QTest::qWait(100);
        QTRY_COMPARE(held(), std::size_t { 2 });
        m_window->undoStack().undo();
        QTRY_COMPARE(held(), std::size_t { 0 });
    }

    void thePageSaysWhatIsWanted()
    {
        click(0);
        QTest::keyClick(&m_page->table(), Qt::Key_Down, Qt::ShiftModifier);
        const std::vector<TrackId> both { model().trackAt(0), model().trackAt(1) };
        std::vector<TrackId> again, rated, shown;
        TrackId played;
        connect(m_page, &LibraryPage::analyseAgainWanted, this, [&](const auto& t) { again = t; });
        connect(m_page, &LibraryPage::rateWanted, this, [&](const auto& t) { rated = t; });
        connect(m_page, &LibraryPage::showOnPlaneWanted, this, [&](const auto& t) { shown = t; });
        connect(m_page, &LibraryPage::playWanted, this, [&](TrackId t) { played = t; });
        QTest::keyClick(&m_page->table(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(&m_page->table(), Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(&m_page->table(), Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(&m_page->table(), Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(again, both);
        QCOMPARE(rated, both);
        QCOMPARE(shown, both);
        QCOMPARE(played, both.back()); // the current one
        const QString artist
            = model().index(1, static_cast<int>(TrackColumn::Artist)).data().toString();
        QTest::keyClick(&m_page->table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_page->searchBox().text(), QStringLiteral("artist:\"%1\"").arg(artist));
    }

private:
    TrackListModel& model() { return m_page->model(); }

    void click(int row)
    {
        const QRect cell = m_page->table().visualRect(model().index(row, 0));
        QTest::mouseClick(m_page->table().viewport(), Qt::LeftButton, {}, cell.center());
    }

    QAction* action(const char* text)
    {
        for (QAction* action : m_window->songMenu()->actions())
            if (action->text() == QString::fromUtf8(text)) return action;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    LibraryPage* m_page = nullptr;
    std::unique_ptr<LibraryReader> m_reader;
    std::unique_ptr<LibraryPresenter> m_presenter;
    std::unique_ptr<SongActions> m_actions;
    std::unique_ptr<SongChanges> m_changes;
};

QTEST_MAIN(SongActionsTest)
#include "tst_song_actions.moc"
