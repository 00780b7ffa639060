#pragma once

#include "core/services/player.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace circumplex {

class TrackPage;

/// Plays what a track page shows: play and pause, time, speed, volume. Where nothing can be played
/// it says why and offers nothing.
class PlayerBar : public QWidget {
    Q_OBJECT

public:
    /// @param player, page  outlive this bar; the page's clicks, keys and loops go to the player,
    ///   its position to the page
    PlayerBar(Player& player, TrackPage& page, QWidget* parent = nullptr);

private:
    void showState();
    void showPosition(double seconds);

    Player& m_player;
    TrackPage& m_page;
    double m_seconds = 0.0; ///< of the open track
    QToolButton* m_play;
    QLabel *m_time, *m_problem;
    QComboBox* m_speed;
    QSlider* m_volume;
};

} // namespace circumplex
