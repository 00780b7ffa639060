#include "app/desktop/desktop.h"

#include "app/desktop/engine_link.h"
#include "app/desktop/folders_link.h"
#include "app/desktop/label_link.h"
#include "app/desktop/look_link.h"
#include "app/desktop/models_link.h"
#include "app/desktop/path_taker.h"
#include "app/desktop/plane_link.h"
#include "app/desktop/problems_link.h"
#include "app/desktop/queue_link.h"
#include "app/desktop/song_actions.h"
#include "app/desktop/song_changes.h"
#include "app/desktop/sort_menu.h"
#include "app/desktop/track_analysis_link.h"
#include "app/desktop/train_link.h"
#include "core/services/demo_pieces.h"
#include "core/services/media_control.h"
#include "core/services/model_registry.h"
#include "core/services/path_text.h"
#include "core/services/player.h"
#include "core/services/track_session.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/curve/comment_history.h"
#include "ui/curve/track_commands.h"
#include "ui/curve/track_page.h"
#include "ui/label/label_page.h"
#include "ui/library/library_page.h"
#include "ui/library/library_presenter.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"
#include "ui/main_window/help_menu.h"
#include "ui/main_window/status_strip.h"
#include "ui/models/models_page.h"
#include "ui/plane/plane_page.h"
#include "ui/plane/plane_presenter.h"
#include "ui/plane/plane_side.h"
#include "ui/player/play_key.h"
#include "ui/player/player_bar.h"
#include "ui/player/player_presenter.h"
#include "ui/settings/settings_page.h"
#include "ui/train/train_page.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QStandardPaths>

namespace circumplex {

namespace {

std::string hashInUse()
{
    const auto model = ModelRegistry::standard().find({});
    return model ? model->hash : std::string();
}

} // namespace

QString Desktop::libraryFile(const Options& options)
{
    if (!options.library.isEmpty()) return QFileInfo(options.library).absoluteFilePath();
    const AppFolders folders = AppFolders::standard();
    const QString chosen = SettingsFile(folders.settings).load().library.file;
    return chosen.isEmpty() ? folders.library : chosen;
}

Desktop::Desktop(const Options& options)
    : m_folders(AppFolders::standard())
    , m_settingsFile(m_folders.settings)
    , m_settings(m_settingsFile.load())
    , m_reader(toPath(libraryFile(options)), hashInUse())
{
    speak(*qApp, m_settings.look.language);
    applyTheme(*qApp, m_settings.look.appearance);
    m_window = std::make_unique<MainWindow>();
    addLibraryPage();
    addTrackPage();
    addPlayer();
    addPlanePage();
    addLabelPage();
    addTrainPage();
    addModelsPage();
    addSettingsPage();
    makeEngine();
    m_paths = new PathTaker(*m_window, *m_models, m_reader.file(), m_window.get());
    connect(m_paths, &PathTaker::foldersGiven, m_foldersLink, &FoldersLink::watch);
    connect(m_foldersLink, &FoldersLink::scanWanted, m_engine, &EngineLink::scan);
    makeCommands();
    addSongActions();
    if (!options.query.isEmpty()) m_settings.library.query = options.query;
    m_library->restore(m_settings.library);
    m_window->restore(m_settings.window);
    m_library->searchBox().setFocus();
    connect(m_window.get(), &MainWindow::closing, this, &Desktop::save);
    connect(m_window.get(), &MainWindow::pathsDropped, this, &Desktop::addPaths);
}

Desktop::~Desktop() = default;

void Desktop::addLibraryPage()
{
    m_library = new LibraryPage;
    m_library->setHasDemoPieces(!demoPieces().empty());
    m_window->addPage(QStringLiteral("library"), tr("Library"), IconShape::Library, m_library);
    m_presenter = new LibraryPresenter(*m_library, m_reader, m_window.get());
    connect(m_library, &LibraryPage::addFolderWanted, this, &Desktop::chooseFolder);
    connect(m_library, &LibraryPage::demoWanted, this,
        [this] { m_foldersLink->watch({ m_folders.demoPieces }); });
}

void Desktop::addTrackPage()
{
    m_trackSession = new TrackSession(
        m_reader.file(), toPath(m_folders.cache + QStringLiteral("/waveforms")), m_window.get());
    m_trackSession->setModel(m_reader.modelHash());
    m_track = new TrackPage(*m_trackSession);
    m_window->addPage(QStringLiteral("track"), tr("Track"), IconShape::Track, m_track);
    new CommentHistory(*m_track, *m_trackSession, m_window->undoStack(), m_window.get());
    connect(m_library, &LibraryPage::trackOpened, this,
        [this](TrackId track) { openTrack(track, m_library->model().tracks()); });
    connect(m_track, &TrackPage::backRequested, this,
        [this] { m_window->showPage(QStringLiteral("library")); });
}

void Desktop::openTrack(TrackId track, const std::vector<TrackId>& list)
{
    m_queue->open(track, list);
    m_window->showPage(QStringLiteral("track"));
    m_track->lanes().setFocus();
}

void Desktop::addPlayer()
{
    m_player = new Player(m_window.get());
    m_player->setVolume(m_settings.playback.volume);
    m_player->setRepeating(m_settings.playback.isRepeating);
    m_playerBar = new PlayerBar(*m_player);
    m_window->setPlayerBar(m_playerBar);
    new PlayerPresenter(*m_player, *m_playerBar, *m_track, m_window.get());
    m_queue = new QueueLink(*m_player, *m_playerBar, *m_track, *m_trackSession, m_window.get());
    connect(m_playerBar, &PlayerBar::titleClicked, this,
        [this] { m_window->showPage(QStringLiteral("track")); });

    QMenu* menu = m_window->playbackMenu();
    QAction* play = m_window->addCommand(menu, tr("Play or pause"), {});
    play->setShortcuts({ QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_MediaPlay),
        QKeySequence(Qt::Key_MediaTogglePlayPause) });
    play->setAutoRepeat(false);
    connect(play, &QAction::triggered, m_player, &Player::toggle);
    const auto add = [&](const QString& text, Qt::Key key, auto act) {
        connect(m_window->addCommand(menu, text, QKeySequence(key)), &QAction::triggered, m_player,
            act);
    };
    add(tr("Pause"), Qt::Key_MediaPause, &Player::pause);
    add(tr("Stop"), Qt::Key_MediaStop, &Player::stop);
    connect(m_window->addCommand(menu, tr("To the beginning"), {}), &QAction::triggered, m_player,
        [this] { m_player->seek(0.0); });
    m_queue->addCommands(*m_window, m_settings.playback.goesOn);
    new PlayKey(m_window.get());
    new TrackCommands(*m_window, *m_track, *m_player, m_window.get());

    auto* control = new MediaControl(*m_player, MediaControl::sessionBus(), m_window.get());
    connect(m_track, &TrackPage::opening, control, [control] { control->setTrack(nullptr); });
    connect(m_trackSession, &TrackSession::viewRead, control, &MediaControl::setTrack);
    connect(control, &MediaControl::raiseWanted, this, &Desktop::raise);
    connect(control, &MediaControl::quitWanted, m_window.get(), &QWidget::close);
    m_queue->follow(*control, m_reader);
    connect(
        m_queue, &QueueLink::fileWanted, this, [this](const QString& file) { addPaths({ file }); });
}

void Desktop::raise()
{
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::addPlanePage()
{
    m_plane = new PlanePage;
    m_window->addPage(QStringLiteral("plane"), tr("Plane"), IconShape::Plane, m_plane);
    m_planePresenter = new PlanePresenter(*m_plane, m_reader, m_window.get());
    connect(m_plane, &PlanePage::trackOpened, this,
        [this](TrackId track) { openTrack(track, m_plane->model().tracks()); });
    auto* link = new PlaneLink(*m_plane, m_reader.file(), m_window->undoStack(), m_window.get());
    link->follow(*m_track, *m_player);
    connect(&m_plane->side(), &PlaneSide::playlistShown, this, [this](const QString& name) {
        m_window->showPage(QStringLiteral("library"));
        m_library->search(QStringLiteral("playlist:\"%1\"").arg(name));
    });
    connect(m_plane, &PlanePage::libraryWanted, this, [this](const QString& query) {
        m_window->showPage(QStringLiteral("library"));
        m_library->search(query);
    });
}

void Desktop::addLabelPage()
{
    auto* page = new LabelPage;
    m_window->addPage(QStringLiteral("label"), tr("Label"), IconShape::Label, page);
    m_label = new LabelLink(*page, m_reader, m_window->undoStack(), m_window.get());
    m_label->setSettings(m_settings.label);
    m_label->follow(*m_library, *m_player, *m_playerBar);
    connect(m_label, &LabelLink::settingsChanged, this, &Desktop::save);
}

void Desktop::addTrainPage()
{
    m_train = new TrainPage;
    m_window->addPage(QStringLiteral("train"), tr("Train"), IconShape::Train, m_train);
    m_trainLink = new TrainLink(*m_train, m_reader.file(), m_window.get());
    m_trainLink->setSettings(m_settings.analysis);
    connect(m_train, &TrainPage::ratingWanted, this,
        [this] { m_window->showPage(QStringLiteral("label")); });
    connect(
        m_train, &TrainPage::trackOpened, this, [this](TrackId track) { openTrack(track, {}); });
    connect(m_trainLink, &TrainLink::modelsChanged, this, [this] { m_modelsLink->refresh(); });
    connect(m_trainLink, &TrainLink::analysisWanted, this, [this] { m_engine->work(); });
}

void Desktop::addModelsPage()
{
    m_models = new ModelsPage;
    m_window->addPage(QStringLiteral("models"), tr("Models"), IconShape::Models, m_models);
    m_modelsLink = new ModelsLink(*m_models, m_window.get());
    connect(m_modelsLink, &ModelsLink::modelInUseChanged, this, [this](const std::string& hash) {
        if (hash == m_reader.modelHash()) return;
        m_reader.setModel(hash);
        m_trackSession->setModel(hash);
        m_engine->restart();
        m_presenter->refresh();
    });
}

void Desktop::addSettingsPage()
{
    m_settingsPage = new SettingsPage;
    m_settingsPage->setAnalysis(m_settings.analysis);
    m_window->addPage(
        QStringLiteral("settings"), tr("Settings"), IconShape::Settings, m_settingsPage);
    m_foldersLink
        = new FoldersLink(*m_settingsPage, m_window->undoStack(), m_reader.file(), m_window.get());
    connect(m_settingsPage, &SettingsPage::addFolderWanted, this, &Desktop::chooseFolder);
    m_look = new LookLink(*m_window, *m_settingsPage, m_settings.look, m_window.get());
    connect(m_look, &LookLink::changed, this, &Desktop::save);
    connect(m_settingsPage, &SettingsPage::restartWanted, this, &Desktop::startAgain);
    connect(m_settingsPage, &SettingsPage::analysisChanged, this, [this] {
        m_settings.analysis = m_settingsPage->analysis();
        m_engine->setSettings(m_settings.analysis);
        m_trainLink->setSettings(m_settings.analysis);
        save();
    });
    // Pages that are not looked at cost nothing at the start.
    connect(m_window.get(), &MainWindow::pageShown, this, [this](const QString& page) {
        if (page == u"plane") m_planePresenter->refresh();
        if (page == u"label") m_label->refresh();
        if (page == u"train") m_trainLink->refresh();
        if (page == u"models") m_modelsLink->refresh();
        if (page == u"settings") m_foldersLink->refresh();
    });
}

void Desktop::makeEngine()
{
    m_engine = new EngineLink(m_window->strip(), m_reader.file(), m_window.get());
    m_engine->setSettings(m_settings.analysis);
    connect(m_engine, &EngineLink::trackAnnotated, m_presenter, &LibraryPresenter::refreshTrack);
    connect(m_engine, &EngineLink::trackAnnotated, m_planePresenter, &PlanePresenter::refreshSoon);
    new TrackAnalysisLink(*m_track, *m_trackSession, *m_engine, m_window.get());
    m_problems = new ProblemsLink(m_window->strip(), m_reader, *m_engine, m_window.get());
    connect(&m_window->strip(), &StatusStrip::showWanted, this,
        [this](TrackId track) { openTrack(track, {}); });
    connect(m_presenter, &LibraryPresenter::counted, m_problems, &ProblemsLink::list,
        Qt::SingleShotConnection);
    connect(m_engine, &EngineLink::firstAnnotated, this, [this] {
        m_reader.reopen();
        m_presenter->refresh();
    });
    connect(m_engine, &EngineLink::libraryChanged, this, [this] {
        m_presenter->refresh();
        m_planePresenter->refreshSoon();
        m_foldersLink->refresh();
    });
    connect(m_library, &LibraryPage::analyseFirstWanted, m_engine, &EngineLink::analyseFirst);
    connect(m_library, &LibraryPage::analyseAgainWanted, m_engine, &EngineLink::analyseAgain);
    connect(m_presenter, &LibraryPresenter::counted, this, [this](const LibraryCounts& counts) {
        if (std::exchange(m_isCounted, true)) return;
        if (m_settings.analysis.isAutomatic && counts.annotated < counts.tracks) m_engine->work();
    });
}

void Desktop::makeCommands()
{
    QMenu* file = m_window->fileMenu();
    connect(m_window->addCommand(file, tr("Add a folder \u2026"), QKeySequence::Open),
        &QAction::triggered, this, &Desktop::chooseFolder);
    connect(m_window->addCommand(
                file, tr("Look for new and changed files"), QKeySequence(QStringLiteral("F5"))),
        &QAction::triggered, this, [this] { m_engine->scan({}); });
    connect(m_window->addCommand(m_window->analysisMenu(), tr("Analyse what is not analysed"), {}),
        &QAction::triggered, this, [this] { m_engine->work(); });
    connect(m_window->addCommand(m_window->analysisMenu(), tr("Try failed songs again"), {}),
        &QAction::triggered, m_problems, &ProblemsLink::tryAllAgain);
    connect(m_window->analysisMenu(), &QMenu::aboutToShow, m_modelsLink, &ModelsLink::refresh);
    m_modelsLink->setMenu(*m_window->analysisMenu()->addMenu(tr("Model in use")));
    addSortMenu(*m_window, *m_window->viewMenu(), *m_library);
    m_look->addCommands();
    addHelpMenu(*m_window);
    connect(m_window->addCommand(nullptr, tr("Search the library"), QKeySequence::Find),
        &QAction::triggered, this, [this] {
            m_window->showPage(QStringLiteral("library"));
            m_library->searchBox().setFocus();
            m_library->searchBox().selectAll();
        });
}

void Desktop::addSongActions()
{
    new SongActions(*m_window, *m_library, m_window.get());
    auto* changes
        = new SongChanges(*m_library, m_reader.file(), m_window->undoStack(), m_window.get());
    connect(changes, &SongChanges::libraryChanged, this, [this] {
        m_presenter->refresh();
        m_planePresenter->refreshSoon();
    });
    connect(m_library, &LibraryPage::playWanted, this,
        [this](TrackId track) { m_queue->play(track, m_library->model().tracks()); });
    connect(&m_plane->side(), &PlaneSide::playWanted, this,
        [this](TrackId track) { m_queue->play(track, m_plane->model().tracks()); });
    connect(&m_plane->side(), &PlaneSide::additionWanted, changes, &SongChanges::askForPlaylist);
    connect(&m_plane->side(), &PlaneSide::analyseAgainWanted, m_engine, &EngineLink::analyseAgain);
    connect(m_library, &LibraryPage::rateWanted, this, [this] {
        m_window->showPage(QStringLiteral("label"));
        m_label->chooseSelected();
    });
    connect(m_library, &LibraryPage::showOnPlaneWanted, this,
        [this](const std::vector<TrackId>& tracks) {
            m_window->showPage(QStringLiteral("plane"));
            m_planePresenter->showTracks(tracks);
        });
}

void Desktop::show()
{
    m_window->show();
    // First the frame, then what it takes a disk to know.
    QMetaObject::invokeMethod(m_presenter, &LibraryPresenter::refresh, Qt::QueuedConnection);
}

void Desktop::chooseFolder()
{
    const QString start = QStandardPaths::writableLocation(QStandardPaths::MusicLocation);
    const QString folder
        = QFileDialog::getExistingDirectory(m_window.get(), tr("Add a folder with music"), start);
    if (!folder.isEmpty()) m_foldersLink->watch({ folder });
}

void Desktop::addPaths(const QStringList& paths)
{
    m_paths->take(paths);
}

void Desktop::startAgain()
{
    save();
    QApplication::exit(kAgain);
}

void Desktop::save()
{
    m_library->store(m_settings.library);
    m_window->store(m_settings.window);
    m_settings.playback = { m_player->volume(), m_player->isRepeating(), m_queue->goesOn() };
    m_settings.look = m_look->look();
    m_settings.label = m_label->settings();
    m_settingsFile.save(m_settings);
}

} // namespace circumplex
