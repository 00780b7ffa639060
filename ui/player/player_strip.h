#pragma once

#include "core/types/annotation.h"

#include <QPixmap>
#include <QSlider>

namespace circumplex {

/// A track's curves in one line, and a handle where the sound is: dragging, a click, the arrow keys
/// and the wheel ask to be elsewhere. Its value counts tenths of a second.
class PlayerStrip : public QSlider {
    Q_OBJECT

public:
    explicit PlayerStrip(QWidget* parent = nullptr);

    /// @param seconds  of the track; 0: nothing to move in
    void setTrack(const EmotionCurve& curve, double seconds);
    /// Keeps where it is while the mouse holds it.
    void setPosition(double seconds);

    QSize sizeHint() const override { return { 400, 34 }; }
    QSize minimumSizeHint() const override { return { 80, 34 }; }

Q_SIGNALS:
    void seekRequested(double seconds);
    /// Where the mouse that holds the handle would lead to.
    void previewed(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    double seconds() const { return value() / 10.0; }
    void moveTo(double x);
    void paintPicture();

    EmotionCurve m_curve;
    double m_trackSeconds = 0.0;
    QPixmap m_picture; ///< all but the handle
    int m_spoken = -1; ///< the second that the description tells
};

} // namespace circumplex
