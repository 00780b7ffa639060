#pragma once

#include "ui/curve/track_scene.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace circumplex {

class MoodRow;

/// The head of a track's page: what it is, how it feels as a whole, and what can be done with it.
class TrackHeader : public QWidget {
    Q_OBJECT

public:
    explicit TrackHeader(QWidget* parent = nullptr);

    /// @param view  nullptr: nothing is open
    /// @param models  the readings that are drawn, the main one first
    void setView(const TrackScene& scene, const std::vector<std::size_t>& models);
    void setAnalysable(bool isAnalysable);
    void openCompare(); ///< the menu, as a click on its button does

Q_SIGNALS:
    void backClicked();
    void exportClicked();
    void analyseClicked();
    void modelToggled(std::size_t reading, bool isOn);
    void raterToggled(const QString& rater, bool isOn);

private:
    void fillMenu(const TrackScene& scene, const std::vector<std::size_t>& models);

    QLabel* m_title;
    MoodRow* m_moods;
    QToolButton *m_compare, *m_export;
    QPushButton* m_analyse;
    QMenu* m_menu;
};

} // namespace circumplex
