#pragma once

#include "core/services/track_view.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QLabel;
class QMenu;
class QToolButton;

namespace circumplex {

/// The tools over the lanes: loop, comments, moods, smoothing, zoom.
class TrackTools : public QWidget {
    Q_OBJECT

public:
    explicit TrackTools(QWidget* parent = nullptr);

    /// @param main  whose moods there are to choose from; nullptr: none
    /// @param tags  whose lanes are shown; empty: the strongest
    void setView(
        const TrackView* view, const TrackView::Reading* main, const std::vector<int>& tags);
    /// @param stretch  from and to, in seconds; nullopt: there is nothing to repeat
    void setSelection(const std::optional<std::pair<double, double>>& stretch);
    void toggleLoop(); ///< where there is something to repeat
    bool isLooping() const;

Q_SIGNALS:
    void loopToggled(bool isOn);
    void commentClicked();
    void commentChosen(const TrackComment& comment);
    void tagToggled(int tag, bool isOn);
    void strongestTagsChosen();
    void smoothingChosen(double seconds);
    void zoomClicked(double factor);
    void wholeClicked();

private:
    void fillComments(const TrackView& view);
    void fillMoods(const TrackView::Reading& main, const std::vector<int>& tags);

    QToolButton *m_loop, *m_comments, *m_moods;
    QLabel* m_selection; ///< from when to when
    QMenu *m_commentsMenu, *m_moodsMenu;
};

} // namespace circumplex
