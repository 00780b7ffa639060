#pragma once

#include "ui/curve/track_scene.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace circumplex {

/// One row at most over a track's lanes: the worst that there is to say, and what to do about it.
class TrackNotice : public QWidget {
    Q_OBJECT

public:
    /// What went wrong, as whole sentences; empty: nothing.
    struct Problems {
        QString view {}, comment {}, figure {}, model {}, waveform {}, sound {};
    };

    explicit TrackNotice(QWidget* parent = nullptr);

    void show(const TrackScene& scene, const Problems& problems);

Q_SIGNALS:
    void analyseClicked();

private:
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace circumplex
