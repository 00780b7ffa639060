#pragma once

#include "core/services/latency_task.h"
#include "ui/label/rating_plane.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace circumplex {

/// Half a minute of following a moving dot, without music: practice, and a measure of how far the
/// hand lags behind.
class PracticePanel : public QWidget {
    Q_OBJECT

public:
    explicit PracticePanel(QWidget* parent = nullptr);

    /// Shows what is to be done; a click or key begins.
    void prepare(RatingPlane::Source source, RatingPlane::Axes axes);
    void begin();
    void close() { Q_EMIT closed(); }
    bool isRunning() const { return m_timer.isActive(); }
    RatingPlane& plane() { return *m_plane; }

Q_SIGNALS:
    void measured(double latencySeconds, double correlation);
    void closed();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void follow();
    void end();

    QLabel* m_text;
    QProgressBar* m_progress;
    RatingPlane* m_plane;
    QPushButton *m_begin, *m_close;
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::vector<latency_task::HandMoment> m_hand;
};

} // namespace circumplex
