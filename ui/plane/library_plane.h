#pragma once

#include "ui/plane/plane_layer.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace circumplex {

/// The library on valence and arousal: dots, or shades where there are too many for dots, over the
/// words of the moods; hits of a search before the rest; the way of the track that is played.
///
/// Mouse: draw around songs to select them, with Shift a rectangle; the middle or right button or
/// Ctrl moves the plane, the wheel zooms. Keys: arrows move, + and - zoom, 0 shows all, Enter
/// selects what is in view, Escape nothing.
class LibraryPlane : public QWidget {
    Q_OBJECT

public:
    explicit LibraryPlane(QWidget* parent = nullptr);

    const PlaneScene& scene() const { return m_scene; }

    /// Changes what is shown; the part of the plane in view stays.
    template <class Change> void edit(Change change)
    {
        change(m_scene);
        m_layer.forget();
        refresh();
    }

    /// Where the track of the trail sounds now; nullopt: nowhere.
    void setPlayhead(std::optional<QPointF> place);

    /// The part of the plane that is in view; top() is the lower arousal.
    const QRectF& view() const { return m_view; }
    void setView(const QRectF& view);
    /// Whether single dots are drawn, not shades.
    bool showsDots() const;

    QPointF toPixels(const QPointF& place) const;
    QPointF toPlace(const QPointF& pixels) const;

    QSize sizeHint() const override { return { 680, 680 }; }
    QSize minimumSizeHint() const override { return { 320, 320 }; }

Q_SIGNALS:
    void selected(const std::vector<TrackId>& tracks);
    /// The pointer rests on a dot; 0: on none any more.
    void hovered(TrackId track, const QPoint& globalPlace);
    void trackOpened(TrackId track);
    /// There are dots now where shades were, or shades for dots.
    void lookChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF canvas() const;
    double pixelsPerPoint() const;
    void paintFrame(QPainter& painter) const;
    void paintQuarterNames(QPainter& painter) const;
    void paintSelection(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;
    void refresh();
    void zoom(double factor, const QPointF& around);
    void select(const QPolygonF& line);
    void hover();

    PlaneScene m_scene;
    PlaneLayer m_layer;
    std::optional<QPointF> m_playhead;
    QRectF m_view { 0.9, 0.9, 8.2, 8.2 };
    bool m_showedDots = true;
    enum class Drag { None, Lasso, Rectangle, Pan } m_drag = Drag::None;
    QPointF m_dragBegin; ///< pixels
    QRectF m_viewBefore;
    QPolygonF m_line; ///< being drawn, or of the last selection; places
    QTimer m_hoverTimer;
    QPointF m_pointer;
    TrackId m_hovered;
};

} // namespace circumplex
