#include "ui/common/app_style.h"

#include "ui/common/style_boxes.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QStyleFactory>
#include <QStyleOption>

namespace circumplex {

namespace {

constexpr int kStepInset = 8; ///< of the words of a row of steps

/// A list's selection is pale and its words stay ink; Highlight is the accent, for selected text.
void paleSelection(QPalette& palette, const Theme& theme)
{
    palette.setColor(QPalette::Highlight, theme.selection());
    palette.setColor(QPalette::HighlightedText, theme.ink);
}

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

void paintCheckMark(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOn ? theme.accent : theme.secondaryInk, 1.0));
    painter.setBrush(isOn ? theme.accent : theme.paper);
    painter.drawRoundedRect(box, 3, 3);
    if (isOn) {
        painter.setPen(QPen(theme.accentText, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](double x, double y) {
            return box.topLeft() + QPointF(x * box.width(), y * box.height());
        };
        painter.drawPolyline(QPolygonF { at(0.24, 0.52), at(0.43, 0.72), at(0.78, 0.3) });
    }
    painter.restore();
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void AppStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* label = qobject_cast<QLabel*>(widget)) {
        if (is(label, "secondary")) label->setForegroundRole(QPalette::PlaceholderText);
    } else if (auto* bar = qobject_cast<QProgressBar*>(widget)) {
        // Its smallest size is that of a line of text, whatever a style says.
        if (bar->maximumHeight() == QWIDGETSIZE_MAX) bar->setMaximumHeight(kProgressHeight);
    } else if (auto* head = qobject_cast<QHeaderView*>(widget)) {
        head->viewport()->setAttribute(Qt::WA_Hover);
    } else if (auto* area = qobject_cast<QScrollArea*>(widget)) {
        area->viewport()->setAutoFillBackground(false);
    } else if (auto* list = qobject_cast<QListWidget*>(widget)) {
        list->viewport()->setAutoFillBackground(false); // the frame fills its round corners too
    }
    const QWidget* parent = widget->parentWidget();
    if (parent && qobject_cast<const QScrollArea*>(parent->parentWidget()))
        widget->setAutoFillBackground(false);
    // A frame asked for its width before it was what it is.
    auto* frame = qobject_cast<QFrame*>(widget);
    if (frame && frameWidth(frame) >= 0) frame->setFrameStyle(frame->frameStyle());
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = Theme::of(option->palette);
    switch (element) {
    case PE_IndicatorCheckBox:
        paintCheckMark(*painter, *option, theme);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            // Qt calls what ascends SortDown.
            const bool ascends = header->sortIndicator == QStyleOptionHeader::SortDown;
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            paintChevron(*painter, option->rect, theme.ink, ascends ? 1.0 : -1.0);
            painter->restore();
        }
        return;
    case PE_PanelLineEdit:
        if (!isInsideField(widget)) fieldBox(*option, theme).paint(*painter, option->rect);
        return;
    case PE_PanelMenu:
        StyleBox { theme.paper, theme.rule, 1.0, 0.0 }.paint(*painter, option->rect);
        return;
    case PE_PanelTipLabel:
        StyleBox { theme.panel, theme.rule, 1.0, 0.0 }.paint(*painter, option->rect);
        return;
    case PE_FrameMenu: // by PE_PanelMenu
    case PE_PanelMenuBar:
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem pale(*row);
            paleSelection(pale.palette, theme);
            QProxyStyle::drawPrimitive(element, &pale, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AppStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    const Theme& theme = Theme::of(option->palette);
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            buttonBox(*option, widget, theme).paint(*painter, option->rect);
            QStyleOptionButton label(*button);
            label.rect = option->rect.marginsRemoved(buttonMargins(widget));
            label.palette.setColor(QPalette::ButtonText, buttonInk(*option, widget, theme));
            QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
            return;
        }
        break;
    case CE_CheckBox:
    case CE_RadioButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            if (option->state.testFlag(State_HasFocus))
                StyleBox { {}, theme.accent, 2.0, 4.0 }.paint(*painter, option->rect);
            const bool isRadio = element == CE_RadioButton;
            const CheckPlaces places = checkPlaces(*proxy(), *option, widget);
            QStyleOptionButton part(*button);
            part.rect = places.indicator;
            proxy()->drawPrimitive(
                isRadio ? PE_IndicatorRadioButton : PE_IndicatorCheckBox, &part, painter, widget);
            part.rect = places.words;
            proxy()->drawControl(
                isRadio ? CE_RadioButtonLabel : CE_CheckBoxLabel, &part, painter, widget);
            return;
        }
        break;
    case CE_ShapedFrame:
        if (frameWidth(widget) >= 0) {
            frameBox(*option, widget, theme).paint(*painter, option->rect);
            return;
        }
        break;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            painter->save();
            painter->setClipRect(option->rect);
            proxy()->drawControl(CE_HeaderSection, option, painter, widget);
            QStyleOptionHeader part(*header);
            part.rect = proxy()->subElementRect(SE_HeaderLabel, option, widget);
            proxy()->drawControl(CE_HeaderLabel, &part, painter, widget);
            if (header->sortIndicator != QStyleOptionHeader::None) {
                part.rect = proxy()->subElementRect(SE_HeaderArrow, option, widget);
                proxy()->drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
            }
            painter->restore();
            return;
        }
        break;
    case CE_HeaderSection: {
        const bool isHovered = option->state.testFlag(State_MouseOver);
        painter->fillRect(option->rect, isHovered ? theme.panel : theme.paper);
        QRect line = option->rect;
        line.setTop(line.bottom());
        painter->fillRect(line, theme.rule);
        return;
    }
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader label(*header);
            label.palette.setColor(QPalette::ButtonText,
                option->state.testFlag(State_MouseOver) ? theme.ink : theme.secondaryInk);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.paper);
        return;
    case CE_MenuEmptyArea: // by PE_PanelMenu
    case CE_MenuBarEmptyArea:
    case CE_ProgressBarLabel: // the bar is thinner than words
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (option->state.testFlag(State_Selected))
                painter->fillRect(option->rect, theme.hovered());
            const bool isUnderlined
                = proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr);
            drawItemText(painter, option->rect,
                Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine
                    | (isUnderlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                option->palette, option->state.testFlag(State_Enabled), item->text,
                QPalette::ButtonText);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (qobject_cast<const QMenu*>(widget)) {
                drawMenuItem(*item, *painter, widget);
                return;
            }
            QStyleOptionMenuItem pale(*item); // in the list of a combo box
            paleSelection(pale.palette, theme);
            painter->fillRect(option->rect, theme.paper);
            QProxyStyle::drawControl(element, &pale, painter, widget);
            return;
        }
        break;
    case CE_ItemViewItem:
        drawListItem(*option, *painter, widget);
        return;
    case CE_ProgressBarGroove:
        StyleBox { theme.rule, {}, 0.0, 2.0 }.paint(*painter, option->rect);
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            const int range = bar->maximum - bar->minimum;
            const double share
                = range > 0 ? static_cast<double>(bar->progress - bar->minimum) / range : 0.5;
            QRect done = option->rect;
            done.setWidth(static_cast<int>(done.width() * share));
            if (done.isEmpty()) return;
            StyleBox { theme.accent, {}, 0.0, 2.0 }.paint(
                *painter, visualRect(option->direction, option->rect, done));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawListItem(
    const QStyleOption& option, QPainter& painter, const QWidget* list) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
    if (!item) return;
    const Theme& theme = Theme::of(option.palette);
    QStyleOptionViewItem pale(*item);
    paleSelection(pale.palette, theme);
    if (is(list, "steps")) {
        if (option.state.testFlag(State_Selected))
            StyleBox { theme.selection(), {}, 0.0, 4.0 }.paint(painter, option.rect);
        pale.state.setFlag(State_Selected, false);
        pale.state.setFlag(State_HasFocus, false);
        pale.rect.adjust(kStepInset, 0, -kStepInset, 0);
    }
    QProxyStyle::drawControl(CE_ItemViewItem, &pale, &painter, list);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = Theme::of(option->palette);
    const auto place
        = [&](SubControl part) { return proxy()->subControlRect(control, option, part, widget); };
    switch (control) {
    case CC_ComboBox:
    case CC_SpinBox:
        painter->save();
        paintFrame(*painter, *option);
        if (control == CC_ComboBox) {
            paintChevron(*painter, place(SC_ComboBoxArrow), theme.secondaryInk, -1.0);
        } else {
            paintChevron(*painter, place(SC_SpinBoxUp), theme.secondaryInk, 1.0);
            paintChevron(*painter, place(SC_SpinBoxDown), theme.secondaryInk, -1.0);
        }
        painter->restore();
        return;
    case CC_ScrollBar: {
        const bool isHovered = option->state.testFlag(State_MouseOver)
            && option->activeSubControls.testFlag(SC_ScrollBarSlider);
        const QColor colour = isHovered ? theme.secondaryInk : theme.faint();
        StyleBox { colour, {}, 0.0, 4.0 }.paint(
            *painter, place(SC_ScrollBarSlider).adjusted(2, 2, -2, -2));
        return;
    }
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            buttonBox(*option, widget, theme).paint(*painter, option->rect);
            QStyleOptionToolButton label(*button);
            label.rect = option->rect.marginsRemoved(buttonMargins(widget));
            label.palette.setColor(QPalette::ButtonText, buttonInk(*option, widget, theme));
            QProxyStyle::drawControl(CE_ToolButtonLabel, &label, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace circumplex
