#pragma once

#include "core/services/settings.h"
#include "ui/common/icons.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;
class QUndoStack;
class QVBoxLayout;

namespace circumplex {

class NavRail;
class StatusStrip;

/// The frame around the pages: rail, pages, player, strip, menus, palette of commands. Pages are
/// added by whoever makes them; the window knows none of them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// @param key  names the page in the settings
    void addPage(const QString& key, const QString& name, IconShape icon, QWidget* page);
    void showPage(const QString& key);
    QString currentPage() const;

    /// Below all pages, over the strip.
    void setPlayerBar(QWidget* bar);

    /// An entry of a menu, which the palette of commands offers too, with the name of a menu
    /// within a menu before it.
    QAction* addCommand(QMenu* menu, const QString& text, const QKeySequence& keys);
    QMenu* playbackMenu() const { return m_playbackMenu; }
    QMenu* fileMenu() const { return m_fileMenu; }
    QMenu* viewMenu() const { return m_viewMenu; }
    QMenu* helpMenu() const { return m_helpMenu; }
    QMenu* songMenu() const { return m_songMenu; }
    QMenu* analysisMenu() const { return m_analysisMenu; }
    /// All that addCommand() made, in its order.
    const QList<QAction*>& commands() const { return m_commands; }
    StatusStrip& strip() const { return *m_strip; }
    QUndoStack& undoStack() const { return *m_undo; }

    void restore(const Settings::Window& settings);
    void store(Settings::Window& settings) const;

Q_SIGNALS:
    /// Folders and files were dropped on the window, or opened by another start of the program.
    void pathsDropped(const QStringList& paths);
    void pageShown(const QString& key);
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeMenus();
    void openPalette();
    void fitToScreen();

    QVBoxLayout* m_column;
    NavRail* m_rail;
    QStackedWidget* m_pages;
    StatusStrip* m_strip;
    QUndoStack* m_undo;
    QMenu* m_fileMenu = nullptr;
    QMenu* m_analysisMenu = nullptr;
    QMenu* m_viewMenu = nullptr;
    QMenu* m_songMenu = nullptr;
    QMenu* m_playbackMenu = nullptr;
    QMenu* m_helpMenu = nullptr;
    QStringList m_keys;
    bool m_isToBeFitted = false; ///< once the window manager's frame is known
    QAction* m_quit = nullptr;
    QList<QAction*> m_commands;
};

} // namespace circumplex
