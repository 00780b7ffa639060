#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

class QAction;

namespace circumplex {

class LibraryPage;
class MainWindow;

/// What can be done with the songs that are selected in the library: a menu of the window, a menu
/// of the list, keys, and the palette of commands. The page says what is wanted.
class SongActions : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    SongActions(MainWindow& window, LibraryPage& page, QObject* parent);

private:
    QAction* add(const QString& text, const QKeySequence& keys, std::function<void()> act);
    void follow();

    MainWindow& m_window;
    LibraryPage& m_page;
    std::vector<QAction*> m_actions;
    QAction *m_remove = nullptr, *m_bringBack = nullptr;
};

} // namespace circumplex
