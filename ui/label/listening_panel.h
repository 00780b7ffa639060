#pragma once

#include "ui/label/rating_plane.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace circumplex {

class ElidedLabel;

/// While a song is heard: the plane, how far the song is, and nothing of what models say.
class ListeningPanel : public QWidget {
    Q_OBJECT

public:
    explicit ListeningPanel(QWidget* parent = nullptr);

    void setSong(const QString& title, const QString& place);
    void setProgress(double seconds, double ofSeconds);
    void setPaused(bool isPaused);
    /// One sentence below the plane.
    void setHint(const QString& sentence);
    /// What is wrong; the sentence says the way out. Empty: nothing
    void setProblem(const QString& sentence);
    /// Whether there is a gesture that could be made again.
    void setCanStartAgain(bool can);
    void setHasPlane(bool hasPlane);
    RatingPlane& plane() { return *m_plane; }

Q_SIGNALS:
    void pauseClicked();
    void againClicked();
    void skipClicked();
    void rateClicked(); ///< rate the song now, without hearing its end
    void endClicked(); ///< end the sitting

private:
    ElidedLabel* m_title;
    QLabel *m_place, *m_time, *m_hint, *m_problem;
    QProgressBar* m_progress;
    RatingPlane* m_plane;
    QLabel* m_listen;
    QPushButton *m_pause, *m_again;
};

} // namespace circumplex
