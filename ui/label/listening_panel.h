#pragma once

#include "ui/label/rating_plane.h"
#include "ui/label/relative_plot.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace circumplex {

class ElidedLabel;

/// While a song is heard: the plane or a line without ends, how far the song is, and nothing of
/// what models say.
class ListeningPanel : public QWidget {
    Q_OBJECT

public:
    /// On what a rater says how the song is at the moment.
    enum class Surface { None, Plane, Relative };

    explicit ListeningPanel(QWidget* parent = nullptr);

    void setSong(const QString& title, const QString& place);
    void setProgress(double seconds, double ofSeconds);
    void setPaused(bool isPaused);
    bool isPaused() const { return m_isPaused; }
    /// One sentence below the plane.
    void setHint(const QString& sentence);
    /// What is wrong; the sentence says the way out. Empty: nothing
    void setProblem(const QString& sentence);
    /// Whether there is a gesture that could be made again.
    void setCanStartAgain(bool can);

    /// Says what the buttons of a game pad do.
    void setHasPad(bool hasPad);
    void setSurface(Surface surface);
    Surface surface() const { return m_surface; }
    /// Of the surface in use:
    void setLive(bool isLive);
    void setPale(bool isPale);
    void focusSurface();
    /// Nothing is said yet.
    void clear();
    /// What is said. On a line without ends, valence and arousal are both its value.
    std::optional<EmotionPlace> place() const;

    RatingPlane& plane() { return *m_plane; }
    RelativePlot& relative() { return *m_relative; }

Q_SIGNALS:
    void placed(); ///< a person said something
    void pauseClicked();
    void againClicked();
    void skipClicked();
    void rateClicked(); ///< rate the song now, without hearing its end
    void endClicked(); ///< end the sitting

private:
    void showPadHint();

    ElidedLabel* m_title;
    QLabel *m_place, *m_time, *m_hint, *m_padHint, *m_problem;
    QProgressBar* m_progress;
    Surface m_surface = Surface::Plane;
    bool m_isPaused = false, m_hasPad = false;
    RatingPlane* m_plane;
    RelativePlot* m_relative;
    QLabel* m_listen;
    QPushButton *m_pause, *m_again;
};

} // namespace circumplex
