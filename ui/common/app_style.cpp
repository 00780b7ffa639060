#include "ui/common/app_style.h"

#include "ui/common/style_boxes.h"
#include "ui/common/theme.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace circumplex {

namespace {

constexpr int kScrollBarWidth = 12;
constexpr int kShortestHandle = 32;
constexpr int kProgressHeight = 4;
constexpr int kStepInset = 8; ///< of the words of a row of steps
constexpr int kCheckFrame = 4; ///< around a check box: the focus' line and a little room
constexpr QMargins kTipMargins { 7, 5, 7, 5 };
constexpr QMargins kLineEditMargins { 9, 5, 9, 5 };
constexpr QMargins kHeaderMargins { 8, 0, 8, 1 };
constexpr QMargins kMenuItemMargins { 24, 5, 28, 5 };
constexpr QMargins kMenuBarItemMargins { 10, 4, 10, 4 };
constexpr QMargins kSeparatorMargins { 8, 4, 8, 4 };

QSize grown(const QSize& size, const QMargins& margins)
{
    return size.grownBy(margins);
}

/// Where the box and the words of a check box or radio button stand.
struct CheckPlaces {
    QRect indicator, words;
};

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

bool isCheck(const QWidget* widget)
{
    return qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QRadioButton*>(widget);
}

bool isInsideField(const QWidget* lineEdit)
{
    const QWidget* parent = lineEdit ? lineEdit->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
}

/// A list's selection is pale and its words stay ink; Highlight is the accent, for selected text.
void paleSelection(QPalette& palette, const Theme& theme)
{
    palette.setColor(QPalette::Highlight, theme.selection());
    palette.setColor(QPalette::HighlightedText, theme.ink);
    palette.setColor(QPalette::Text, theme.ink);
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
        pale.palette.setColor(QPalette::Disabled, QPalette::Text, theme.faint());
    }
    QProxyStyle::drawControl(CE_ItemViewItem, &pale, &painter, list);
}

void AppStyle::drawMenuItem(
    const QStyleOptionMenuItem& item, QPainter& painter, const QWidget* widget) const
{
    const Theme& theme = Theme::of(item.palette);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(item.rect.marginsRemoved(kSeparatorMargins), theme.rule);
        return;
    }
    if (item.state.testFlag(State_Selected))
        StyleBox { theme.selection(), {}, 0.0, 4.0 }.paint(painter, item.rect);
    const bool isEnabled = item.state.testFlag(State_Enabled);
    const int side = proxy()->pixelMetric(PM_IndicatorWidth, &item, widget);
    const QRect mark = alignedRect(
        item.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(side, side), item.rect);
    if (!item.icon.isNull()) {
        const int extent = proxy()->pixelMetric(PM_SmallIconSize, &item, widget);
        const QRect place = alignedRect(item.direction, Qt::AlignLeft | Qt::AlignVCenter,
            QSize(std::max(extent, item.maxIconWidth), extent), item.rect);
        item.icon.paint(&painter, place, Qt::AlignCenter,
            isEnabled ? QIcon::Normal : QIcon::Disabled, item.checked ? QIcon::On : QIcon::Off);
    } else if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked) {
        QStyleOptionMenuItem check(item);
        check.rect = mark;
        check.state.setFlag(State_On);
        check.state.setFlag(State_Selected, false);
        proxy()->drawPrimitive(PE_IndicatorMenuCheckMark, &check, &painter, widget);
    }

    // Places are those from left to right, mirrored where they are used.
    QRect words = item.rect.marginsRemoved(kMenuItemMargins);
    const int end = words.right();
    const int offset
        = item.menuHasCheckableItems ? std::max(item.maxIconWidth, side) : item.maxIconWidth;
    words.setLeft(words.left() + offset);
    words.setWidth(words.width() - item.reservedShortcutWidth);
    const QRect keys(words.topRight(), QPoint(end, words.bottom()));
    const bool isUnderlined = proxy()->styleHint(SH_UnderlineShortcut, &item, widget, nullptr);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine
        | (isUnderlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.save();
    painter.setFont(item.font);
    painter.setPen(isEnabled ? theme.ink : theme.faint());
    painter.drawText(
        visualRect(item.direction, item.rect, keys), flags, item.text.section(u'\t', 1));
    painter.drawText(
        visualRect(item.direction, item.rect, words), flags, item.text.section(u'\t', 0, 0));
    painter.restore();
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool isFromRight = item.direction == Qt::RightToLeft;
        QStyleOptionMenuItem arrow(item);
        arrow.rect = alignedRect(
            item.direction, Qt::AlignRight | Qt::AlignVCenter, QSize(13, 13), item.rect);
        proxy()->drawPrimitive(
            isFromRight ? PE_IndicatorArrowLeft : PE_IndicatorArrowRight, &arrow, &painter, widget);
    }
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

QSize AppStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    const auto withHeight
        = [&](int height) { return size.expandedTo(QSize(size.width(), height)); };
    switch (type) {
    case CT_PushButton:
        return grown(withHeight(18), buttonMargins(widget));
    case CT_ToolButton:
        return grown(withHeight(18) + QSize(3, 3), buttonMargins(widget));
    case CT_LineEdit:
        return isInsideField(widget) ? size : grown(withHeight(20), kLineEditMargins);
    case CT_CheckBox:
    case CT_RadioButton: {
        const CheckPlaces places = checkPlaces(*proxy(), *option, widget);
        const int box = places.indicator.width();
        const int gap = proxy()->pixelMetric(
            type == CT_CheckBox ? PM_CheckBoxLabelSpacing : PM_RadioButtonLabelSpacing, option,
            widget);
        return QSize(size.width() + box + gap, std::max(size.height(), places.indicator.height()))
            + QSize(2 * kCheckFrame, 2 * kCheckFrame);
    }
    case CT_HeaderSection:
        return grown(QProxyStyle::sizeFromContents(type, option, size, widget), kHeaderMargins);
    case CT_ProgressBar:
        return { QProxyStyle::sizeFromContents(type, option, size, widget).width(),
            kProgressHeight };
    case CT_SpinBox: // Fusion makes it too low for its edge
        return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(0, 3);
    case CT_MenuBarItem:
        return grown(size, kMenuBarItemMargins);
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (!qobject_cast<const QMenu*>(widget)) break;
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return { size.width(), 1 + kSeparatorMargins.top() + kSeparatorMargins.bottom() };
            int width = size.width() + (item->text.contains(u'\t') ? 12 : 0);
            if (!item->icon.isNull())
                width += std::max(item->maxIconWidth,
                             proxy()->pixelMetric(PM_SmallIconSize, option, widget))
                    + 4;
            else if (item->menuHasCheckableItems)
                width += std::max(item->maxIconWidth,
                             proxy()->pixelMetric(PM_IndicatorWidth, option, widget))
                    + 4;
            else
                width += item->maxIconWidth;
            return grown(QSize(width, size.height()), kMenuItemMargins);
        }
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect AppStyle::subElementRect(
    SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator:
        if (isCheck(widget)) return checkPlaces(*proxy(), *option, widget).indicator;
        break;
    case SE_CheckBoxContents:
    case SE_RadioButtonContents:
        if (isCheck(widget)) return checkPlaces(*proxy(), *option, widget).words;
        break;
    case SE_CheckBoxClickRect:
    case SE_RadioButtonClickRect:
        if (isCheck(widget)) {
            const int reach = 2 * kCheckFrame;
            return QProxyStyle::subElementRect(element, option, widget)
                .adjusted(-reach, -reach, reach, reach)
                .intersected(option->rect);
        }
        break;
    case SE_LineEditContents:
        return isInsideField(widget) ? option->rect : option->rect.marginsRemoved(kLineEditMargins);
    case SE_HeaderLabel:
        return option->rect.marginsRemoved(kHeaderMargins);
    case SE_ShapedFrameContents:
        if (const int width = frameWidth(widget); width >= 0)
            return option->rect.adjusted(width, width, -width, -width);
        if (widget && widget->inherits("QTipLabel"))
            return option->rect.marginsRemoved(kTipMargins);
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl part, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect groove = option->rect;
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const int length = isHorizontal ? groove.width() : groove.height();
    int handle = length;
    if (bar->maximum != bar->minimum) {
        const qint64 range = qint64 { bar->maximum } - bar->minimum;
        handle = static_cast<int>(qint64 { bar->pageStep } * length / (range + bar->pageStep));
        handle = std::min(std::max(handle, kShortestHandle), length);
    }
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto stretch = [&](int from, int to) {
        const QRect area = isHorizontal
            ? QRect(groove.left() + from, groove.top(), to - from, groove.height())
            : QRect(groove.left(), groove.top() + from, groove.width(), to - from);
        return visualRect(option->direction, groove, area);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return groove;
    case SC_ScrollBarSlider:
        return stretch(start, start + handle);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + handle, length);
    default: // it has no arrows
        return {};
    }
}

int AppStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        if (qobject_cast<const QScrollBar*>(widget)) return kScrollBarWidth;
        break;
    case PM_ScrollBarSliderMin:
        return kShortestHandle;
    case PM_MenuButtonIndicator: // a button's words say that it has a menu
        return 0;
    case PM_MenuPanelWidth:
        if (qobject_cast<const QMenu*>(widget)) return 1;
        break;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        if (qobject_cast<const QMenu*>(widget)) return 4;
        break;
    case PM_ToolTipLabelFrameWidth:
        return kTipMargins.left();
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int AppStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const
{
    if (hint == SH_ComboBox_PopupFrameStyle) return QFrame::NoFrame;
    return QProxyStyle::styleHint(hint, option, widget, more);
}

} // namespace circumplex
