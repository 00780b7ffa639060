#include "ui/common/style_boxes.h"

#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QListWidget>
#include <QPainter>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyleOption>
#include <QToolButton>
#include <QVariant>

#include <algorithm>

namespace circumplex {

void StyleBox::paint(QPainter& painter, const QRect& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (fill.isValid()) {
        painter.setBrush(fill);
        painter.drawRoundedRect(area, radius, radius);
    }
    if (line.isValid()) {
        const double inset = width / 2.0;
        const double middle = std::max(radius - inset, 0.0);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(line, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRoundedRect(
            QRectF(area).adjusted(inset, inset, -inset, -inset), middle, middle);
    }
    painter.restore();
}

bool is(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

StyleBox buttonBox(const QStyleOption& option, const QWidget* button, const Theme& theme)
{
    const QStyle::State state = option.state;
    const bool isEnabled = state.testFlag(QStyle::State_Enabled);
    const bool isHovered = isEnabled && state.testFlag(QStyle::State_MouseOver);
    const bool isChecked = state.testFlag(QStyle::State_On);
    const bool isTool = qobject_cast<const QToolButton*>(button);
    StyleBox box { theme.panel, theme.rule };
    QColor focus = theme.accent;
    if (is(button, "primary")) {
        box.fill = !isEnabled ? theme.rule : isHovered ? theme.hoveredAccent() : theme.accent;
        box.line = isEnabled ? theme.accent : theme.rule;
        focus = theme.ink;
    } else if (is(button, "flat")) {
        box.fill = isChecked ? theme.rule : isHovered ? theme.hovered() : QColor();
        box.line = QColor();
    } else if (isChecked && is(button, "answer")) {
        box.fill = box.line = theme.accent;
        focus = theme.ink;
    } else if (state.testFlag(QStyle::State_Sunken) || (isTool && isChecked)) {
        box.fill = theme.rule;
    } else if (isHovered) {
        box.fill = theme.hovered();
    }
    if (state.testFlag(QStyle::State_HasFocus)) {
        box.line = focus;
        box.width = 2.0;
    }
    return box;
}

QMargins buttonMargins(const QWidget* button)
{
    const int side = is(button, "answer") ? 9 : 13;
    return { side, 6, side, 6 };
}

QColor buttonInk(const QStyleOption& option, const QWidget* button, const Theme& theme)
{
    if (is(button, "answer") && option.state.testFlag(QStyle::State_On)) return theme.accentText;
    if (!option.state.testFlag(QStyle::State_Enabled)) return theme.faint();
    return is(button, "primary") ? theme.accentText : theme.ink;
}

StyleBox fieldBox(const QStyleOption& option, const Theme& theme)
{
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    return { theme.paper, hasFocus ? theme.accent : theme.rule, hasFocus ? 2.0 : 1.0 };
}

StyleBox frameBox(const QStyleOption& option, const QWidget* frame, const Theme& theme)
{
    if (is(frame, "card")) {
        const bool isCurrent = is(frame, "current");
        return { theme.panel, isCurrent ? theme.accent : theme.rule, isCurrent ? 2.0 : 1.0, 8.0 };
    }
    if (frameWidth(frame) == 0) return { {}, {} };
    const bool isList = qobject_cast<const QListWidget*>(frame);
    const QColor quiet = isList ? theme.rule : QColor();
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    return { theme.paper, hasFocus ? theme.accent : quiet, 1.0, isList ? 5.0 : 0.0 };
}

int frameWidth(const QWidget* frame)
{
    if (is(frame, "card")) return is(frame, "current") ? 2 : 1;
    if (qobject_cast<const QHeaderView*>(frame) || qobject_cast<const QScrollArea*>(frame))
        return 0;
    return qobject_cast<const QAbstractItemView*>(frame) ? 1 : -1;
}

CheckPlaces checkPlaces(const QStyle& style, const QStyleOption& option, const QWidget* widget)
{
    const bool isRadio = qobject_cast<const QRadioButton*>(widget);
    const auto metric = [&](QStyle::PixelMetric ofCheck, QStyle::PixelMetric ofRadio) {
        return style.pixelMetric(isRadio ? ofRadio : ofCheck, &option, widget);
    };
    const QSize box(metric(QStyle::PM_IndicatorWidth, QStyle::PM_ExclusiveIndicatorWidth),
        metric(QStyle::PM_IndicatorHeight, QStyle::PM_ExclusiveIndicatorHeight));
    const int gap
        = metric(QStyle::PM_CheckBoxLabelSpacing, QStyle::PM_RadioButtonLabelSpacing) + box.width();
    const QRect inside = option.rect.adjusted(kCheckFrame, kCheckFrame, -kCheckFrame, -kCheckFrame);
    const Qt::LayoutDirection direction = option.direction;
    return { QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, box, inside),
        QStyle::visualRect(direction, option.rect, inside.adjusted(gap, 0, 0, 0)) };
}

bool isInsideField(const QWidget* lineEdit)
{
    const QWidget* parent = lineEdit ? lineEdit->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
}

} // namespace circumplex
