#include "ui/common/app_style.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace circumplex {

namespace {

void paintFrame(QPainter& painter, const QStyleOption& option)
{
    const Theme& theme = Theme::of(option.palette);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus ? theme.accent : theme.rule, hasFocus ? 2.0 : 1.0));
    painter.setBrush(theme.paper);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5);
}

/// @param up  +1: points upwards, -1: downwards
void paintChevron(QPainter& painter, const QRect& area, const QColor& colour, double up)
{
    const QPointF centre = QRectF(area).center();
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF { centre + QPointF(-3.5, 1.5 * up),
        centre + QPointF(0.0, -2.0 * up), centre + QPointF(3.5, 1.5 * up) });
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    if (element != PE_IndicatorCheckBox) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Theme& theme = Theme::of(option->palette);
    const bool isOn = option->state.testFlag(State_On);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isOn ? theme.accent : theme.secondaryInk, 1.0));
    painter->setBrush(isOn ? theme.accent : theme.paper);
    painter->drawRoundedRect(box, 3, 3);
    if (isOn) {
        painter->setPen(QPen(theme.accentText, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](double x, double y) {
            return box.topLeft() + QPointF(x * box.width(), y * box.height());
        };
        painter->drawPolyline(QPolygonF { at(0.24, 0.52), at(0.43, 0.72), at(0.78, 0.3) });
    }
    painter->restore();
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    if (control != CC_ComboBox && control != CC_SpinBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const QColor ink = Theme::of(option->palette).secondaryInk;
    const auto place
        = [&](SubControl part) { return proxy()->subControlRect(control, option, part, widget); };
    painter->save();
    paintFrame(*painter, *option);
    if (control == CC_ComboBox) {
        paintChevron(*painter, place(SC_ComboBoxArrow), ink, -1.0);
    } else {
        paintChevron(*painter, place(SC_SpinBoxUp), ink, 1.0);
        paintChevron(*painter, place(SC_SpinBoxDown), ink, -1.0);
    }
    painter->restore();
}

} // namespace circumplex
