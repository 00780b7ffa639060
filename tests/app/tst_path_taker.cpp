#include "app/desktop/engine_link.h"
#include "app/desktop/folders_link.h"
#include "app/desktop/path_taker.h"
#include "core/services/watched_folders.h"
#include "tests/app/window_driver.h"
#include "tests/core/audio/sound_files.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/status_strip.h"
#include "ui/models/models_page.h"
#include "ui/settings/settings_page.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

namespace circumplex {

/// What is dropped on the window, with the engine's real process behind it.
class PathTakerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_music = m_folder->filePath(QStringLiteral("music"));
        QVERIFY(QDir().mkpath(m_music));
        QFile sound(song());
        QVERIFY(sound.open(QIODevice::WriteOnly));
        sound.write(test::wavFile({}, test::int16Samples(test::risingTone(44100, 44100))));
        sound.close();
        QFile notes(m_folder->filePath(QStringLiteral("music/notes.txt")));
        QVERIFY(notes.open(QIODevice::WriteOnly));
        m_library = m_folder->filePath(QStringLiteral("library")).toStdString();
        m_window = std::make_unique<MainWindow>();
        auto* models = new ModelsPage;
        m_window->addPage(
            QStringLiteral("library"), QStringLiteral("Library"), IconShape::Library, new QWidget);
        m_window->addPage(
            QStringLiteral("models"), QStringLiteral("Models"), IconShape::Models, models);
        m_engine = new EngineLink(m_window->strip(), m_library, m_window.get());
        Settings::Analysis settings;
        settings.isAutomatic = false;
        m_engine->setSettings(settings);
        m_taker = new PathTaker(*m_window, *models, m_library, m_window.get());
        connect(m_taker, &PathTaker::foldersGiven, m_engine, &EngineLink::scan);
        m_watched = new WatchedFolders(m_library, m_window.get());
        m_window->show();
    }

    void cleanup() { m_window.reset(); }

    void aFolderIsAddedAtOnce()
    {
        m_taker->take({ m_music });
        QTRY_COMPARE_WITH_TIMEOUT(watched(), 1, 20'000);
    }

    void theFolderOfASongIsAddedAfterAQuestion()
    {
        m_taker->take({ song(), song() });
        QTRY_VERIFY(question());
        QVERIFY(question()->informativeText().contains(m_music));
        test::press(*question(), QStringLiteral("Do not add"));
        QTRY_VERIFY(!question());
        QTest::qWait(300);
        QCOMPARE(watched(), 0);

        m_taker->take({ song() });
        QTRY_VERIFY(question());
        test::press(*question(), QStringLiteral("Add the folder"));
        QTRY_COMPARE_WITH_TIMEOUT(watched(), 1, 20'000);

        const QSignalSpy scanned(m_engine, &EngineLink::libraryChanged);
        m_taker->take({ song() }); // watched by now
        QTRY_VERIFY_WITH_TIMEOUT(scanned.count() > 0, 20'000);
        QVERIFY(!question());
        QCOMPARE(watched(), 1);
    }

    void anAddedFolderCanBeTakenBack()
    {
        SettingsPage page;
        FoldersLink link(page, m_window->undoStack(), m_library);
        connect(&link, &FoldersLink::scanWanted, m_engine, &EngineLink::scan);
        link.watch({ m_music });
        QTRY_COMPARE_WITH_TIMEOUT(watched(), 1, 20'000);
        QVERIFY(m_window->undoStack().undoText().contains(m_music));
        m_window->undoStack().undo();
        QTRY_COMPARE_WITH_TIMEOUT(watched(), 0, 20'000);
        m_window->undoStack().redo();
        QTRY_COMPARE_WITH_TIMEOUT(watched(), 1, 20'000);

        link.watch({ m_music }); // only brought up to date
        QTest::qWait(300);
        QCOMPARE(m_window->undoStack().count(), 1);
    }

    void whatIsNoSoundIsNamed()
    {
        m_taker->take(
            { m_music + QStringLiteral("/notes.txt"), m_music + QStringLiteral("/gone") });
        QVERIFY(test::buttonWith(*m_window, QStringLiteral("2 problem(s)")));
        QVERIFY(!question());
        QCOMPARE(m_window->currentPage(), QStringLiteral("library"));
    }

    void thePageOfModelsTakesEverything()
    {
        m_window->showPage(QStringLiteral("models"));
        m_taker->take({ m_music + QStringLiteral("/notes.txt"), song() });
        QTest::qWait(300);
        QVERIFY(!question());
        QCOMPARE(watched(), 0);
    }

private:
    QString song() const { return m_music + QStringLiteral("/song.wav"); }

    QMessageBox* question() const { return m_window->findChild<QMessageBox*>(); }

    int watched()
    {
        int count = -1;
        m_watched->list([&count](const Result<std::vector<WatchedPlace>>& places) {
            count = places ? static_cast<int>(places->size()) : -2;
        });
        return QTest::qWaitFor([&count] { return count != -1; }) ? count : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_music;
    std::filesystem::path m_library;
    std::unique_ptr<MainWindow> m_window;
    EngineLink* m_engine = nullptr;
    PathTaker* m_taker = nullptr;
    WatchedFolders* m_watched = nullptr;
};

} // namespace circumplex

QTEST_MAIN(circumplex::PathTakerTest)
#include "tst_path_taker.moc"
