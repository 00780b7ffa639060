#pragma once

#include <QObject>

namespace circumplex {

class Player;
class PlayerBar;
class TrackPage;

/// Plays what the track's page shows: what it opens goes to the player and its bar, its clicks and
/// loops to the player, the place of the sound back to the page.
class PlayerPresenter : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    PlayerPresenter(Player& player, PlayerBar& bar, TrackPage& page, QObject* parent = nullptr);
};

} // namespace circumplex
