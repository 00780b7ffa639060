#pragma once

#include "ui/curve/track_scene.h"

#include <QPixmap>
#include <QWidget>

namespace circumplex {

/// The whole track in a strip: waveform, the quarter of the plane it is in, and a box around what
/// is in view. Dragging moves the box, a click beside it puts it there.
class TrackOverview : public QWidget {
    Q_OBJECT

public:
    explicit TrackOverview(QWidget* parent = nullptr);

    /// @param scene  outlives this widget
    void setScene(const TrackScene* scene);
    void refresh(); ///< the scene's sound or curves changed
    void setCursor(double seconds);
    double cursor() const { return m_cursor; }
    QSize sizeHint() const override { return { 1100, 44 }; }

Q_SIGNALS:
    void timeRequested(const TimeWindow& time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRect strip() const;
    void centreOn(double x);

    const TrackScene* m_scene = nullptr;
    QPixmap m_picture; ///< all but box and cursor
    double m_cursor = 0.0;
};

} // namespace circumplex
