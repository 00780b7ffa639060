#pragma once

#include "ui/curve/track_scene.h"

#include <QPixmap>
#include <QWidget>

#include <optional>
#include <utility>

class QGestureEvent;
class QTimer;

namespace circumplex {

/// The lanes of one track, for looking and pointing.
///
/// A click asks to seek, a drag selects, a drag with the middle button or along the ruler moves the
/// view, the wheel moves it and with Ctrl zooms at the pointer, as a pinch does. A click on a
/// comment waits until it cannot become a double click, which is about the comment. Keys: arrows
/// move the cursor by 1 s or less, as the view asks (Shift: tenfold), + and - zoom at the cursor, 0
/// shows all, Home and End, Escape drops the selection, [ and ] set its ends. The cursor is where
/// sound is or would be. What the lanes say at the pointer, or from the next key on at the cursor,
/// stands beside it and is the widget's accessible description.
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

    void selectFromHere(); ///< the selection begins at the cursor
    void selectToHere();
    void showAll();
    void zoom(double factor); ///< at the cursor, or at the middle if that is not seen
    QSize sizeHint() const override { return { 1100, 560 }; }

Q_SIGNALS:
    void seekRequested(double seconds);
    void timeChanged(); ///< another part is in view
    void selectionChanged();
    void commentDoubleClicked(const TrackComment& comment);

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
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Drag { None, Select, Pan };

    void redraw();
    double secondsAt(double x) const;
    void moveCursor(double seconds);
    void tellReadout();
    double readoutSeconds() const; ///< at the pointer, or the cursor
    bool pinch(const QGestureEvent& event);
    QString tipAt(const QPoint& place) const;

    TrackScene m_scene;
    QPixmap m_picture; ///< all but cursor, pointer and selection
    bool m_isPictureOld = true;
    QStringList m_readout;
    QRect m_readoutPlace;
    double m_cursor = 0.0;
    std::optional<double> m_pointer; ///< x of the mouse; pixels, for the view moves below it
    std::optional<Stretch> m_selection;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    double m_dragSeconds = 0.0;
    std::optional<Stretch> m_selectedBefore; ///< the drag began
    QTimer* m_lateClick; ///< on a comment
};

} // namespace circumplex
