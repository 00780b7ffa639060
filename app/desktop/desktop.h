#pragma once

#include "core/services/app_folders.h"
#include "core/services/library_reader.h"
#include "core/services/settings.h"
#include "ui/main_window/main_window.h"

#include <QObject>

#include <memory>

namespace circumplex {

class LibraryPage;
class LibraryPresenter;
class EngineLink;
class PlayerBar;
class FoldersLink;
class LabelLink;
class LookLink;
class ModelsLink;
class ModelsPage;
class PathTaker;
class PlanePage;
class PlanePresenter;
class ProblemsLink;
class QueueLink;
class SettingsPage;
class Player;
class TrackPage;
class TrackSession;
class TrainLink;
class TrainPage;

/// The desktop program: its window, its pages, and what stands behind them.
class Desktop : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString library; ///< file; empty: the user's own
        QString query; ///< what to search for at first; empty: as last time
    };

    explicit Desktop(const Options& options);
    ~Desktop() override;

    MainWindow& window() { return *m_window; }
    void show();
    /// In front of other windows, if the desktop lets it.
    void raise();

    /// The library file that these options mean.
    static QString libraryFile(const Options& options);

    /// Files and folders that are handed over (PathTaker).
    void addPaths(const QStringList& paths);

    /// What QApplication::exec() returns when the program is to be started again.
    static constexpr int kAgain = 1000;

private:
    void addLibraryPage();
    void addTrackPage();
    /// On its page. @param list  that goes on when it ends, in the order of the screen
    void openTrack(TrackId track, const std::vector<TrackId>& list);
    void addPlayer();
    void addPlanePage();
    void addLabelPage();
    void addTrainPage();
    void addModelsPage();
    void addSettingsPage();
    void makeEngine();
    void makeCommands();
    void addSongActions();
    void chooseFolder();
    void startAgain();
    void save();

    AppFolders m_folders;
    SettingsFile m_settingsFile;
    Settings m_settings;
    LibraryReader m_reader;
    std::unique_ptr<MainWindow> m_window; // before the reader and the processes it shows
    LibraryPage* m_library = nullptr;
    LibraryPresenter* m_presenter = nullptr;
    TrackSession* m_trackSession = nullptr;
    TrackPage* m_track = nullptr;
    Player* m_player = nullptr;
    PlayerBar* m_playerBar = nullptr;
    QueueLink* m_queue = nullptr;
    PlanePage* m_plane = nullptr;
    PlanePresenter* m_planePresenter = nullptr;
    LabelLink* m_label = nullptr;
    TrainPage* m_train = nullptr;
    TrainLink* m_trainLink = nullptr;
    ModelsPage* m_models = nullptr;
    ModelsLink* m_modelsLink = nullptr;
    SettingsPage* m_settingsPage = nullptr;
    FoldersLink* m_foldersLink = nullptr;
    EngineLink* m_engine = nullptr;
    LookLink* m_look = nullptr;
    PathTaker* m_paths = nullptr;
    ProblemsLink* m_problems = nullptr;
    bool m_isCounted = false; ///< once: what there is to analyse at the start is known
};

} // namespace circumplex
