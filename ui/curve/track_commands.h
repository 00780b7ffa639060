#pragma once

#include <QObject>

class QAction;

namespace circumplex {

class MainWindow;
class Player;
class TrackPage;

/// The menu of the track's page: everything that can be done there, with its keys. Keys of one
/// letter are free for other pages, and for those who type.
class TrackCommands : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    TrackCommands(MainWindow& window, TrackPage& page, Player& player, QObject* parent = nullptr);

private:
    void changeSpeed(int steps);
    void check();

    MainWindow& m_window;
    TrackPage& m_page;
    Player& m_player;
    QList<QAction*> m_actions;
};

} // namespace circumplex
