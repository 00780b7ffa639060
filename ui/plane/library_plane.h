#pragma once

#include "ui/plane/plane_frame.h"
#include "ui/plane/plane_layer.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QGestureEvent;

namespace circumplex {

/// The library on valence and arousal: dots, or coloured cells where there are too many for dots,
/// over the words of the moods; hits of a search before the rest; the way of the track that is
/// played.
///
/// Mouse: draw around songs to select them, with Shift a rectangle; the middle or right button or
/// Ctrl moves the plane, the wheel zooms; a double click opens a song, a click with the right
/// button asks what to do. Two fingers move and zoom.
///
/// Keys: arrows move a cursor by a twentieth of the view, which follows; with Shift they span a
/// rectangle that selects, with Ctrl they move the plane. Enter or Space selects what is within
/// reach() of the cursor, Ctrl+Enter opens the song next to it, Ctrl+A selects all in view, Escape
/// nothing. + and - zoom, 0 shows all.
class LibraryPlane : public QWidget {
    Q_OBJECT

public:
    explicit LibraryPlane(QWidget* parent = nullptr);

    const PlaneScene& scene() const { return m_scene; }

    /// Changes what is shown; the part of the plane in view stays. What lies in the line of the
    /// last selection is selected again where there are other songs now.
    template <class Change> void edit(Change change)
    {
        const auto points = m_scene.points;
        const auto hits = m_scene.hits;
        change(m_scene);
        m_layer.forget();
        if (points != m_scene.points || hits != m_scene.hits) takeSongs();
        refresh();
    }

    /// Where the track of the trail sounds now; nullopt: nowhere.
    void setPlayhead(std::optional<QPointF> place);

    /// Puts a ring around a song; 0: around none.
    void setCurrent(TrackId track);
    /// Takes the line of the last selection away and says nothing: somebody else selects.
    void forgetLine();
    /// As a click on it does.
    void pick(TrackId track);

    /// What is said of the whole to those who do not see it.
    void setOverview(const QString& sentences);
    /// What the song next to the cursor is called, once that is known.
    void setCursorSong(TrackId track, const QString& name);
    /// Of the keyboard; nullopt while it is not used.
    std::optional<QPointF> cursorPlace() const;
    /// How far from the cursor a song may be: a quarter of a point, less where that is much of the
    /// view.
    double reach() const;

    /// The part of the plane that is in view; top() is the lower arousal.
    const QRectF& view() const { return m_view; }
    void setView(const QRectF& view);
    /// Whether single dots are drawn, not cells.
    bool showsDots() const;

    QPointF toPixels(const QPointF& place) const { return canvas().toPixels(place); }
    QPointF toPlace(const QPointF& pixels) const;

    QSize sizeHint() const override { return { 680, 680 }; }
    QSize minimumSizeHint() const override { return { 320, 320 }; }

Q_SIGNALS:
    /// @param current  of them, the one that was meant; 0: none in particular
    void selected(const std::vector<TrackId>& tracks, TrackId current = {});
    /// The same after the songs on the plane have become others.
    void selectedAgain(const std::vector<TrackId>& tracks, TrackId current);
    /// The pointer or the cursor rests on a song; 0: on none any more.
    void hovered(TrackId track, const QPoint& globalPlace);
    void trackOpened(TrackId track);
    /// @param track  under the pointer; 0: none
    void menuWanted(TrackId track, const QPoint& globalPlace);
    /// There are dots now where cells were, or cells for dots.
    void lookChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    PlaneCanvas canvas() const;
    double pixelsPerPoint() const;
    void paintSelection(QPainter& painter) const;
    void paintCurrent(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    void refresh();
    void zoom(double factor, const QPointF& around);
    bool pinch(QGestureEvent& event);
    /// There are other songs.
    void takeSongs();
    void select(const QPolygonF& line, TrackId current = {});
    void pickPoint(const std::optional<EmotionPoint>& point);
    std::optional<EmotionPoint> pointAt(const QPointF& pixels) const;
    void hover();
    void hideCard();

    // The cursor of the keyboard.
    bool wantsKey(const QKeyEvent& event) const;
    bool moveByKey(const QKeyEvent& event);
    void moveCursor(const QPointF& step, bool isSelecting);
    void endSpan();
    void selectNear();
    std::optional<EmotionPoint> pointNearCursor() const;
    void tellCursor(const QString& song);

    PlaneScene m_scene;
    PlaneLayer m_layer;
    std::optional<QPointF> m_playhead;
    TrackId m_current;
    std::optional<QPointF> m_currentPlace;
    QRectF m_view { 0.9, 0.9, 8.2, 8.2 };
    bool m_showedDots = true;
    enum class Drag { None, Lasso, Rectangle, Pan } m_drag = Drag::None;
    QPointF m_dragBegin; ///< pixels
    QRectF m_viewBefore;
    QPolygonF m_line; ///< being drawn, or of the last selection; places
    std::optional<EmotionPoint> m_picked; ///< the last selection, if it was one song
    QTimer m_hoverTimer;
    QPointF m_pointer;
    TrackId m_hovered;

    QString m_overview;
    std::optional<QPointF> m_cursor;
    bool m_showsCursor = false;
    std::optional<QPointF> m_anchor; ///< of the rectangle that Shift spans
    QTimer m_spanTimer, m_cursorTimer;
};

} // namespace circumplex
