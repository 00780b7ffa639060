#include "app/desktop/song_actions.h"

#include "ui/library/library_page.h"
#include "ui/library/track_table.h"
#include "ui/main_window/main_window.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>

namespace circumplex {

SongActions::SongActions(MainWindow& window, LibraryPage& page, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_page(page)
{
    const auto keys = [](const char* text) { return QKeySequence(QLatin1StringView(text)); };
    QMenu* menu = window.songMenu();
    add(tr("Open"), keys("Alt+Return"), [&page] { Q_EMIT page.trackOpened(page.chosenTrack()); });
    add(tr("Play"), keys("Ctrl+P"), [&page] { Q_EMIT page.playWanted(page.chosenTrack()); });
    menu->addSeparator();
    add(tr("Analyse first"), keys("Ctrl+Return"),
        [&page] { Q_EMIT page.analyseFirstWanted(page.selectedTracks()); });
    add(tr("Analyse again"), keys("Ctrl+Shift+Return"),
        [&page] { Q_EMIT page.analyseAgainWanted(page.selectedTracks()); });
    menu->addSeparator();
    add(tr("Add to a playlist \u2026"), keys("Ctrl+L"),
        [&page] { Q_EMIT page.playlistWanted(page.selectedTracks()); });
    add(tr("Rate"), keys("Ctrl+R"), [&page] { Q_EMIT page.rateWanted(page.selectedTracks()); });
    add(tr("Show on the plane"), keys("Ctrl+M"),
        [&page] { Q_EMIT page.showOnPlaneWanted(page.selectedTracks()); });
    add(tr("More by this artist"), keys("Ctrl+Shift+A"), [&page] { page.searchArtist(); });
    menu->addSeparator();
    add(tr("Show in file manager"), keys("Ctrl+Shift+E"),
        [&page] { Q_EMIT page.showInFolderWanted(page.chosenTrack()); });
    add(tr("Copy path"), keys("Ctrl+Shift+C"),
        [&page] { Q_EMIT page.copyPathsWanted(page.selectedTracks()); });
    menu->addSeparator();
    m_remove = add(tr("Remove from the library"), QKeySequence::Delete,
        [&page] { Q_EMIT page.removeWanted(page.selectedTracks()); });
    m_bringBack = add(tr("Bring back to the library"), keys("Shift+Insert"),
        [&page] { Q_EMIT page.bringBackWanted(page.selectedTracks()); });
    page.setSongMenu(*menu);
    connect(&page, &LibraryPage::selectionChanged, this, &SongActions::follow);
    connect(&window, &MainWindow::pageShown, this, &SongActions::follow);
    connect(menu, &QMenu::aboutToShow, this, &SongActions::follow);
    follow();
}

QAction* SongActions::add(const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    QAction* action = m_window.addCommand(m_window.songMenu(), text, keys);
    connect(action, &QAction::triggered, this, std::move(act));
    m_actions.push_back(action);
    return action;
}

void SongActions::follow()
{
    // Keys that are no command elsewhere must not reach songs that cannot be seen.
    const bool canAct
        = m_window.currentPage() == u"library" && m_page.table().selectionModel()->hasSelection();
    for (QAction* action : m_actions)
        action->setEnabled(canAct);
    const bool isRemoved = canAct && m_page.isChosenRemoved();
    m_remove->setEnabled(canAct && !isRemoved);
    m_bringBack->setEnabled(isRemoved);
}

} // namespace circumplex
