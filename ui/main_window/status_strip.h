#pragma once

#include "core/services/engine_status.h"
#include "ui/main_window/problem_dialog.h"

#include <QWidget>

#include <vector>

class QProgressBar;
class QPushButton;

namespace circumplex {

class ElidedLabel;

/// What the program is doing, at the foot of the window: the analysis with its progress, device and
/// time left, and a scan or an import beside it.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setStatus(const EngineStatus& status);
    /// A job beside the analysis, "Reading /music ..."; empty: it is over.
    void setJob(const QString& sentence);
    /// What went wrong is listed behind a button. One of a track takes the place of what was said
    /// of it before; the same is not said twice.
    void addProblem(const Problem& problem);
    /// Those of runs before, oldest first; what is listed already says more.
    void addEarlierProblems(std::vector<Problem> problems);
    /// All is well with it now.
    void removeProblem(TrackId track);
    const std::vector<Problem>& problems() const { return m_problems; }

Q_SIGNALS:
    void pauseWanted();
    void resumeWanted();
    void tryAgainWanted(const std::vector<TrackId>& tracks);
    void showWanted(TrackId track);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showProblems();
    void countProblems();

    EngineStatus::Activity m_activity = EngineStatus::Activity::Idle;
    std::vector<Problem> m_problems; ///< oldest first
    QPushButton* m_pause;
    ElidedLabel* m_text;
    QProgressBar* m_progress;
    ElidedLabel* m_job;
    QPushButton* m_errors;
};

/// "about 2 min left"
QString timeLeftText(double seconds);

} // namespace circumplex
