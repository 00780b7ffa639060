#pragma once

#include "core/library/track_row.h"
#include "ui/plane/plane_points.h"

#include <QWidget>

class QLabel;

namespace circumplex {

class LibraryPlane;
class TrackHoverCard;
class TrackListModel;
class TrackTable;

/// The whole library on the plane, and what is selected there as a list.
class PlanePage : public QWidget {
    Q_OBJECT

public:
    explicit PlanePage(QWidget* parent = nullptr);

    void setPoints(std::vector<EmotionPoint> points);
    /// What rests under the pointer.
    void showCard(const TrackRow& row, const Sparkline& curve);
    void setError(const QString& sentence);

    LibraryPlane& plane() { return *m_plane; }
    TrackListModel& model() { return *m_model; }

Q_SIGNALS:
    void trackOpened(TrackId track);
    void cardWanted(TrackId track);

private:
    QWidget* makeSide();
    void setSelection(const std::vector<TrackId>& tracks);

    LibraryPlane* m_plane;
    TrackListModel* m_model;
    TrackTable* m_table;
    TrackHoverCard* m_card;
    QLabel* m_summary;
    QLabel* m_occupancy;
    QLabel* m_selection;
    TrackId m_cardTrack;
    QPoint m_cardPlace;
};

} // namespace circumplex
