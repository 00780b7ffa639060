#include "ui/common/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace circumplex {

namespace {

QPainterPath pathOf(IconShape shape)
{
    QPainterPath path;
    switch (shape) {
    case IconShape::Library: // rows with a note's head before each
        for (const double y : { 4.5, 10.0, 15.5 }) {
            path.addEllipse(QPointF(4.0, y), 1.4, 1.4);
            path.moveTo(8.0, y);
            path.lineTo(17.5, y);
        }
        break;
    case IconShape::Track: // two curves
        path.moveTo(2.5, 12.0);
        path.cubicTo(6.0, 2.0, 9.0, 4.0, 11.0, 9.0);
        path.cubicTo(13.0, 13.0, 15.0, 12.0, 17.5, 5.0);
        path.moveTo(2.5, 16.0);
        path.cubicTo(7.0, 13.0, 12.0, 18.0, 17.5, 14.5);
        break;
    case IconShape::Plane: // axes and points
        path.addRoundedRect(2.5, 2.5, 15.0, 15.0, 2.0, 2.0);
        path.moveTo(10.0, 2.5);
        path.lineTo(10.0, 17.5);
        path.moveTo(2.5, 10.0);
        path.lineTo(17.5, 10.0);
        path.addEllipse(QPointF(13.7, 6.3), 1.2, 1.2);
        path.addEllipse(QPointF(6.0, 13.5), 1.2, 1.2);
        break;
    case IconShape::Label: // a ring in its frame, and where it came from
        path.addRoundedRect(2.5, 2.5, 15.0, 15.0, 2.0, 2.0);
        path.addEllipse(QPointF(12.2, 7.8), 2.6, 2.6);
        path.moveTo(5.4, 14.6);
        path.cubicTo(6.5, 11.0, 8.0, 13.5, 10.0, 10.2);
        break;
    case IconShape::Train: // an error that falls, and the axes it falls along
        path.moveTo(3.0, 3.0);
        path.lineTo(3.0, 17.0);
        path.lineTo(17.5, 17.0);
        path.moveTo(6.0, 4.0);
        path.cubicTo(7.5, 11.0, 10.0, 13.5, 17.0, 13.8);
        break;
    case IconShape::Models: // layers
        path.moveTo(10.0, 2.8);
        path.lineTo(17.5, 6.6);
        path.lineTo(10.0, 10.4);
        path.lineTo(2.5, 6.6);
        path.closeSubpath();
        path.moveTo(2.5, 10.2);
        path.lineTo(10.0, 14.0);
        path.lineTo(17.5, 10.2);
        path.moveTo(2.5, 13.7);
        path.lineTo(10.0, 17.5);
        path.lineTo(17.5, 13.7);
        break;
    case IconShape::Settings: // sliders
        for (const auto& [y, knob] : { std::pair { 5.0, 13.0 }, { 10.0, 6.5 }, { 15.0, 11.0 } }) {
            path.moveTo(2.5, y);
            path.lineTo(knob - 2.0, y);
            path.moveTo(knob + 2.0, y);
            path.lineTo(17.5, y);
            path.addEllipse(QPointF(knob, y), 2.0, 2.0);
        }
        break;
    case IconShape::Pause:
        path.moveTo(7.0, 4.5);
        path.lineTo(7.0, 15.5);
        path.moveTo(13.0, 4.5);
        path.lineTo(13.0, 15.5);
        break;
    case IconShape::Resume:
        path.moveTo(6.5, 4.0);
        path.lineTo(15.5, 10.0);
        path.lineTo(6.5, 16.0);
        path.closeSubpath();
        break;
    case IconShape::Previous:
        path.moveTo(5.0, 4.5);
        path.lineTo(5.0, 15.5);
        path.moveTo(15.0, 4.5);
        path.lineTo(7.5, 10.0);
        path.lineTo(15.0, 15.5);
        path.closeSubpath();
        break;
    case IconShape::Next:
        path.moveTo(15.0, 4.5);
        path.lineTo(15.0, 15.5);
        path.moveTo(5.0, 4.5);
        path.lineTo(12.5, 10.0);
        path.lineTo(5.0, 15.5);
        path.closeSubpath();
        break;
    case IconShape::Repeat: // two arrows that follow each other
        path.moveTo(3.0, 9.5);
        path.cubicTo(3.0, 6.5, 4.5, 5.5, 7.0, 5.5);
        path.lineTo(16.5, 5.5);
        path.moveTo(13.8, 2.8);
        path.lineTo(16.7, 5.5);
        path.lineTo(13.8, 8.2);
        path.moveTo(17.0, 10.5);
        path.cubicTo(17.0, 13.5, 15.5, 14.5, 13.0, 14.5);
        path.lineTo(3.5, 14.5);
        path.moveTo(6.2, 11.8);
        path.lineTo(3.3, 14.5);
        path.lineTo(6.2, 17.2);
        break;
    case IconShape::Loudness: // a loudspeaker
        path.moveTo(3.0, 7.8);
        path.lineTo(6.2, 7.8);
        path.lineTo(10.2, 4.4);
        path.lineTo(10.2, 15.6);
        path.lineTo(6.2, 12.2);
        path.lineTo(3.0, 12.2);
        path.closeSubpath();
        path.moveTo(13.0, 7.5);
        path.cubicTo(14.4, 8.8, 14.4, 11.2, 13.0, 12.5);
        path.moveTo(15.2, 5.4);
        path.cubicTo(18.0, 8.0, 18.0, 12.0, 15.2, 14.6);
        break;
    case IconShape::Notice: // an i in a circle
        path.addEllipse(QPointF(10.0, 10.0), 7.5, 7.5);
        path.moveTo(10.0, 9.2);
        path.lineTo(10.0, 14.0);
        path.addEllipse(QPointF(10.0, 6.3), 0.3, 0.3);
        break;
    case IconShape::Question: // a question mark in a circle
        path.addEllipse(QPointF(10.0, 10.0), 7.5, 7.5);
        path.moveTo(7.6, 8.2);
        path.cubicTo(7.6, 5.0, 12.4, 5.0, 12.4, 8.0);
        path.cubicTo(12.4, 9.8, 10.0, 9.8, 10.0, 11.8);
        path.addEllipse(QPointF(10.0, 14.2), 0.3, 0.3);
        break;
    case IconShape::Problem: // an exclamation mark in a triangle
        path.moveTo(10.0, 2.8);
        path.lineTo(18.0, 16.8);
        path.lineTo(2.0, 16.8);
        path.closeSubpath();
        path.moveTo(10.0, 7.6);
        path.lineTo(10.0, 11.8);
        path.addEllipse(QPointF(10.0, 14.2), 0.3, 0.3);
        break;
    }
    return path;
}

class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(IconShape shape, QColor colour)
        : m_shape(shape)
        , m_colour(colour)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 20.0, rect.height() / 20.0);
        QColor colour = m_colour;
        if (mode == QIcon::Disabled) colour.setAlphaF(0.4F);
        painter->strokePath(
            pathOf(m_shape), QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(*this); }

private:
    IconShape m_shape;
    QColor m_colour;
};

} // namespace

QIcon lineIcon(IconShape shape, const QColor& colour)
{
    return QIcon(new LineIconEngine(shape, colour));
}

} // namespace circumplex
