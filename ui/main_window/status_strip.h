#pragma once

#include "core/services/engine_status.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace circumplex {

/// What the program is doing, at the foot of the window: the analysis with its progress, device and
/// time left, and a scan or an import beside it.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setStatus(const EngineStatus& status);
    /// A job beside the analysis, "Reading /music ..."; empty: it is over.
    void setJob(const QString& sentence);
    /// Tracks that could not be analysed are listed behind a button.
    void addFailure(const QString& sentence);

Q_SIGNALS:
    void pauseWanted();
    void resumeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showFailures();

    EngineStatus::Activity m_activity = EngineStatus::Activity::Idle;
    QStringList m_failures;
    int m_failureCount = 0;
    QPushButton* m_pause;
    QLabel* m_text;
    QProgressBar* m_progress;
    QLabel* m_job;
    QPushButton* m_errors;
};

/// "about 2 min left"
QString timeLeftText(double seconds);

} // namespace circumplex
