#include "ui/common/app_style.h"
#include "ui/common/icons.h"
#include "ui/common/style_boxes.h"
#include "ui/common/theme.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kScrollBarWidth = 12;
constexpr int kShortestHandle = 32;
constexpr QMargins kTipMargins { 7, 5, 7, 5 };
constexpr QMargins kLineEditMargins { 9, 5, 9, 5 };
constexpr QMargins kHeaderMargins { 8, 0, 8, 1 };
constexpr int kHeaderArrow = 9; ///< square
constexpr int kHeaderArrowGap = 3; ///< between it and the words
constexpr QMargins kMenuBarItemMargins { 10, 4, 10, 4 };

bool isCheck(const QWidget* widget)
{
    return qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QRadioButton*>(widget);
}

bool hasHeaderArrow(const QStyleOption& option)
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    return header && header->sortIndicator != QStyleOptionHeader::None;
}

} // namespace

QSize AppStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    const auto withHeight
        = [&](int height) { return size.expandedTo(QSize(size.width(), height)); };
    switch (type) {
    case CT_PushButton:
        return withHeight(18).grownBy(buttonMargins(widget));
    case CT_ToolButton:
        return (withHeight(18) + QSize(3, 3)).grownBy(buttonMargins(widget));
    case CT_LineEdit:
        return isInsideField(widget) ? size : withHeight(20).grownBy(kLineEditMargins);
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
    case CT_HeaderSection: {
        QSize section = size.grownBy(kHeaderMargins);
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            section = header->fontMetrics.size(0, header->text).grownBy(kHeaderMargins);
        // Also without an arrow: sorting must not make a head wider.
        const auto* view = qobject_cast<const QHeaderView*>(widget);
        if (view && view->isSortIndicatorShown())
            section.rwidth() += kHeaderArrow + kHeaderArrowGap;
        return section.expandedTo(size);
    }
    case CT_ProgressBar:
        return { QProxyStyle::sizeFromContents(type, option, size, widget).width(),
            kProgressHeight };
    case CT_SpinBox: // Fusion makes it too low for its edge
        return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(0, 3);
    case CT_MenuBarItem:
        return size.grownBy(kMenuBarItemMargins);
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            if (qobject_cast<const QMenu*>(widget)) return menuItemSize(*item, size, widget);
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
    case SE_HeaderLabel: {
        QRect words = option->rect.marginsRemoved(kHeaderMargins);
        if (hasHeaderArrow(*option)) words.adjust(0, 0, -kHeaderArrow - kHeaderArrowGap, 0);
        return visualRect(option->direction, option->rect, words);
    }
    case SE_HeaderArrow: {
        const QRect inside = option->rect.marginsRemoved(kHeaderMargins);
        const QRect arrow(inside.right() + 1 - kHeaderArrow, inside.center().y() - kHeaderArrow / 2,
            kHeaderArrow, kHeaderArrow);
        return visualRect(option->direction, option->rect, arrow);
    }
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
    case PM_MessageBoxIconSize:
        return 28;
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
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0; // their words say it
    return QProxyStyle::styleHint(hint, option, widget, more);
}

QIcon AppStyle::standardIcon(
    StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    const QPalette palette = widget ? widget->palette() : QGuiApplication::palette();
    const QColor colour = Theme::of(palette).secondaryInk;
    switch (which) {
    case SP_MessageBoxQuestion:
        return lineIcon(IconShape::Question, colour);
    case SP_MessageBoxInformation:
        return lineIcon(IconShape::Notice, colour);
    case SP_MessageBoxWarning:
    case SP_MessageBoxCritical:
        return lineIcon(IconShape::Problem, colour);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace circumplex
