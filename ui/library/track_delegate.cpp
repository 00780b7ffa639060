#include "ui/library/track_delegate.h"

#include "ui/common/mood_chips.h"
#include "ui/common/sparkline_painter.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"

#include <QPainter>
#include <QStyle>

namespace circumplex {

namespace {

constexpr int kInside = 8;
constexpr int kMostChips = 3;

/// A small plane with a dot: which quarter, how far out.
void paintPlace(QPainter& painter, const QRectF& cell, const TrackRow& row, const Theme& theme)
{
    const double side = std::min(20.0, cell.height() - 6.0);
    QRectF plane(0.0, 0.0, side, side);
    plane.moveCenter(cell.center());
    painter.setPen(QPen(theme.faint(), 1.0));
    const QPointF centre = plane.center();
    painter.drawLine(QPointF(plane.left(), centre.y()), QPointF(plane.right(), centre.y()));
    painter.drawLine(QPointF(centre.x(), plane.top()), QPointF(centre.x(), plane.bottom()));
    if (!row.valence || !row.arousal) return;
    const QPointF dot(plane.left() + (*row.valence - 1.0) / 8.0 * side,
        plane.bottom() - (*row.arousal - 1.0) / 8.0 * side);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.quarter(palette::quarterOf(*row.valence, *row.arousal)));
    painter.drawEllipse(dot, 3.2, 3.2);
}

} // namespace

void TrackDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.tint(theme.accent, 0.2));
    else if (const auto* table = qobject_cast<const TrackTable*>(option.widget);
             table && table->hoveredRow() == index.row())
        painter->fillRect(option.rect, theme.tint(theme.ink, 0.04));
    const QRect inside = option.rect.adjusted(kInside, 0, -kInside, 0);
    const auto column = static_cast<TrackColumn>(index.column());
    const auto* row
        = static_cast<const TrackRow*>(index.data(TrackListModel::RowRole).value<const void*>());
    painter->setFont(option.font);
    if (!row) {
        if (index.data(TrackListModel::IsLateRole).toBool() && column != TrackColumn::Curve
            && column != TrackColumn::Place) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.rule);
            const int width = inside.width() * (5 + index.row() % 4) / 10;
            const QRect bar(inside.left(), inside.center().y() - 4, width, 8);
            painter->drawRoundedRect(QStyle::visualRect(option.direction, inside, bar), 4, 4);
        }
    } else if (column == TrackColumn::Curve) {
        const auto* curve = static_cast<const Sparkline*>(
            index.data(TrackListModel::CurveRole).value<const void*>());
        paintSparkline(
            *painter, QRectF(inside).adjusted(0, 5, 0, -5), curve ? *curve : Sparkline {}, theme);
    } else if (column == TrackColumn::Place) {
        paintPlace(*painter, QRectF(option.rect), *row, theme);
    } else if (column == TrackColumn::Moods && !row->moods.empty()) {
        std::vector<int> tags;
        for (const StrongMood& mood : row->moods)
            if (mood.place <= kStrongMoodPlaces) tags.push_back(mood.tag);
        QFont small = option.font;
        small.setPointSizeF(9.0);
        painter->setFont(small);
        paintMoodChips(*painter, inside, tags, kMostChips, theme);
    } else {
        const bool isPlain = column == TrackColumn::Title || column == TrackColumn::Artist
            || column == TrackColumn::Valence || column == TrackColumn::Arousal;
        const bool isAway = row->state == TrackState::Missing || !row->isOnline;
        painter->setPen(isPlain && !isAway ? theme.ink : theme.secondaryInk);
        const QString shown
            = column == TrackColumn::Moods ? QStringLiteral("\u2013") : index.data().toString();
        // By the direction of the page, not of the text: an English title in an Arabic table
        // stands at the right.
        const auto alignment = QStyle::visualAlignment(option.direction,
                                   Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()))
            | Qt::AlignVCenter | Qt::AlignAbsolute;
        painter->drawText(inside, static_cast<int>(alignment) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(shown, Qt::ElideRight, inside.width()));
    }
    painter->restore();
}

} // namespace circumplex
