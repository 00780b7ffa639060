#pragma once

#include "core/services/play_queue.h"
#include "core/services/player.h"
#include "core/services/track_view.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace circumplex {

class PlayerStrip;
class TrackTitleButton;

/// At the foot of every page: what is open, where its sound is, how fast and how loud. Where
/// nothing can be played it says why.
class PlayerBar : public QWidget {
    Q_OBJECT

public:
    /// @param player  outlives this bar
    explicit PlayerBar(Player& player, QWidget* parent = nullptr);

    /// @param view  what the player plays; nullptr: nothing is open
    /// @param reading  of the view, whose curve is drawn; nullptr: none
    void setTrack(std::shared_ptr<const TrackView> view, const TrackView::Reading* reading);

    /// Of what is open, in its list.
    void setNeighbours(const Neighbours& neighbours);

Q_SIGNALS:
    void titleClicked();
    void previousWanted();
    void nextWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSteps();
    void showState();
    void showSettings();
    void showPosition(double seconds);
    void showIcons();
    QString problem() const;

    Player& m_player;
    std::shared_ptr<const TrackView> m_view;
    Neighbours m_neighbours;
    QToolButton *m_previous, *m_play, *m_next;
    TrackTitleButton* m_title;
    QLabel* m_elapsed;
    PlayerStrip* m_strip;
    QLabel *m_length, *m_problem;
    QToolButton* m_repeat;
    QComboBox* m_speed;
    QLabel* m_loudness;
    QSlider* m_volume;
};

} // namespace circumplex
