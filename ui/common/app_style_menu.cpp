#include "ui/common/app_style.h"
#include "ui/common/style_boxes.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kBeforeKeys = 12; ///< from the words to their shortcut
constexpr int kAfterMark = 4;
constexpr int kArrow = 13;
constexpr QMargins kItemMargins { 24, 5, 28, 5 };
constexpr QMargins kSeparatorMargins { 8, 4, 8, 4 };

} // namespace

QSize AppStyle::menuItemSize(
    const QStyleOptionMenuItem& item, const QSize& words, const QWidget* menu) const
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return { words.width(), 1 + kSeparatorMargins.top() + kSeparatorMargins.bottom() };
    int width = words.width() + (item.text.contains(u'\t') ? kBeforeKeys : 0);
    if (item.icon.isNull() && !item.menuHasCheckableItems) {
        width += item.maxIconWidth;
    } else {
        const PixelMetric mark = item.icon.isNull() ? PM_IndicatorWidth : PM_SmallIconSize;
        width += std::max(item.maxIconWidth, proxy()->pixelMetric(mark, &item, menu)) + kAfterMark;
    }
    return QSize(width, words.height()).grownBy(kItemMargins);
}

void AppStyle::drawMenuItem(
    const QStyleOptionMenuItem& item, QPainter& painter, const QWidget* menu) const
{
    const Theme& theme = Theme::of(item.palette);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(item.rect.marginsRemoved(kSeparatorMargins), theme.rule);
        return;
    }
    if (item.state.testFlag(State_Selected))
        StyleBox { theme.selection(), {}, 0.0, 4.0 }.paint(painter, item.rect);
    const bool isEnabled = item.state.testFlag(State_Enabled);
    const int side = proxy()->pixelMetric(PM_IndicatorWidth, &item, menu);
    const QRect mark = alignedRect(
        item.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(side, side), item.rect);
    if (!item.icon.isNull()) {
        const int extent = proxy()->pixelMetric(PM_SmallIconSize, &item, menu);
        const QRect place = alignedRect(
            item.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(extent, extent), item.rect);
        item.icon.paint(&painter, place, Qt::AlignCenter,
            isEnabled ? QIcon::Normal : QIcon::Disabled, item.checked ? QIcon::On : QIcon::Off);
    } else if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked) {
        QStyleOptionMenuItem check(item);
        check.rect = mark;
        check.state.setFlag(State_On);
        check.palette.setColor(QPalette::HighlightedText, isEnabled ? theme.ink : theme.faint());
        proxy()->drawPrimitive(PE_IndicatorMenuCheckMark, &check, &painter, menu);
    }

    // Places are those from left to right, mirrored where they are used.
    const QRect inside = item.rect.marginsRemoved(kItemMargins);
    QRect words = inside;
    const int offset
        = item.menuHasCheckableItems ? std::max(item.maxIconWidth, side) : item.maxIconWidth;
    words.setLeft(words.left() + offset);
    words.setWidth(words.width() - item.reservedShortcutWidth);
    const QRect keys(words.topRight(), inside.bottomRight());
    const bool isUnderlined = proxy()->styleHint(SH_UnderlineShortcut, &item, menu, nullptr);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine
        | (isUnderlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.save();
    painter.setFont(item.font);
    painter.setPen(isEnabled ? theme.ink : theme.faint());
    painter.drawText(visualRect(item.direction, inside, keys), flags, item.text.section(u'\t', 1));
    painter.drawText(
        visualRect(item.direction, item.rect, words), flags, item.text.section(u'\t', 0, 0));
    painter.restore();
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool isFromRight = item.direction == Qt::RightToLeft;
        QStyleOptionMenuItem arrow(item);
        arrow.rect = alignedRect(
            item.direction, Qt::AlignRight | Qt::AlignVCenter, QSize(kArrow, kArrow), item.rect);
        proxy()->drawPrimitive(
            isFromRight ? PE_IndicatorArrowLeft : PE_IndicatorArrowRight, &arrow, &painter, menu);
    }
}

} // namespace circumplex
