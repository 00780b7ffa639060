#pragma once

#include "core/types/label.h"
#include "ui/label/rating_plane.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <optional>

namespace circumplex {

struct Theme;

/// Valence or arousal without ends, to be moved up and down: only more and less is said, as in
/// RankTrace (Lopes, Yannakakis and Liapis 2017). The line of the last twenty seconds runs to the
/// left, and the view follows it wherever it goes.
///
/// While it is live, the wheel moves the value by 0.5 a notch, arrows by 0.25, with Shift by 1, and
/// a pointer that is held down by 1 every 40 pixels, as often as it takes hold.
class RelativePlot : public QWidget {
    Q_OBJECT

public:
    explicit RelativePlot(QWidget* parent = nullptr);

    void setDimension(TraceDimension dimension);
    TraceDimension dimension() const { return m_dimension; }
    void setLive(bool isLive);
    /// Pale: what is said now counts little.
    void setPale(bool isPale);
    /// Begins anew. @param value  where an earlier line goes on; nullopt: nothing is said yet
    void restart(std::optional<double> value = {});

    /// nullopt: nothing is said yet. It begins at 0.
    const std::optional<double>& value() const { return m_value; }
    /// As if a person had moved it.
    void moveBy(double amount);
    /// Goes on moving it. @param perSecond  0: it rests
    void setSpeed(double perSecond);

    QSize sizeHint() const override { return { 640, 420 }; }
    QSize minimumSizeHint() const override { return { 260, 220 }; }

Q_SIGNALS:
    void moved(double value); ///< by a person

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void tick();
    void describe();
    void followLine(double seconds);
    double yOf(double value) const;
    void paintGround(QPainter& painter, const Theme& theme) const;

    struct Point {
        double seconds, value;
    };

    TraceDimension m_dimension = TraceDimension::Arousal;
    bool m_isLive = false, m_isPale = false;
    std::optional<double> m_value;
    std::optional<double> m_heldAt; ///< pixels, of a pointer that is held down
    double m_speed = 0.0;
    double m_now = 0.0; ///< seconds of being live
    double m_least = -3.0, m_most = 3.0; ///< of the view
    std::deque<Point> m_line;
    QElapsedTimer m_clock;
    QTimer m_frame;
};

} // namespace circumplex
