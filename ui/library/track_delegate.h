#pragma once

#include <QStyledItemDelegate>

namespace circumplex {

/// Paints the cells of a TrackListModel: chips, small curves, and bars where a row is late.
class TrackDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
};

} // namespace circumplex
