#pragma once

#include "ui/curve/track_scene.h"

#include <QPixmap>
#include <QWidget>

#include <optional>
#include <utility>

namespace circumplex {

/// The lanes of one track, for looking and pointing.
///
/// A click asks to seek, a drag selects, a drag with the middle button or along the ruler moves the
/// view, the wheel moves it and with Ctrl zooms at the pointer, as a pinch does. Keys: arrows move
/// the cursor by 1 s (Shift: 10 s), + and - zoom at the cursor, 0 shows all, Home and End, Escape
/// drops the selection. The cursor is where sound is or would be. What the lanes say at the
/// pointer, or with the keyboard at the cursor, stands beside it and is the widget's accessible
/// description.
class TrackLanes : public QWidget {
    Q_OBJECT

public:
    using Stretch = std::pair<double, double>;

    explicit TrackLanes(QWidget* parent = nullptr);

    const TrackScene& scene() const { return m_scene; }

    /// Changes what is drawn; the window of time stays.
    template <class Change> void edit(Change change)
    {
        change(m_scene);
        redraw();
    }

    void setTime(const TimeWindow& time);
    void setCursor(double seconds); ///< where the sound is; moves the view along with it
    double cursor() const { return m_cursor; }
    void select(std::optional<Stretch> stretch);
    std::optional<Stretch> selection() const { return m_selection; }
    QRect readoutPlace() const { return m_readoutPlace; } ///< empty: none is shown

    void zoom(double factor); ///< at the cursor, or at the middle if that is not seen
    QSize sizeHint() const override { return { 1100, 560 }; }

Q_SIGNALS:
    void seekRequested(double seconds);
    void timeChanged(); ///< another part is in view
    void selectionChanged();
    void doubleClicked(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { None, Select, Pan };

    void redraw();
    double secondsAt(double x) const;
    void moveCursor(double seconds);
    void tellReadout();
    void paintReadout(QPainter& painter, const QRect& lanes, double x);

    TrackScene m_scene;
    QPixmap m_picture; ///< all but cursor, pointer and selection
    bool m_isPictureOld = true;
    QStringList m_readout;
    QRect m_readoutPlace;
    double m_cursor = 0.0;
    std::optional<double> m_pointer; ///< seconds under the mouse
    std::optional<Stretch> m_selection;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    double m_dragSeconds = 0.0;
};

} // namespace circumplex
