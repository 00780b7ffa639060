#pragma once

#include "core/library/library_overview.h"
#include "core/library/track_row.h"

#include <QWidget>

namespace circumplex {

/// A track's title and small curve, beside the pointer.
class TrackHoverCard : public QWidget {
    Q_OBJECT

public:
    explicit TrackHoverCard(QWidget* parent);

    void showAt(const QPoint& globalPlace, const TrackRow& row, const Sparkline& curve);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TrackRow m_row;
    Sparkline m_curve;
};

} // namespace circumplex
