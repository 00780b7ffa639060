#pragma once

#include "core/library/search_query.h"
#include "core/library/track_row.h"
#include "ui/plane/plane_scene.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;

namespace circumplex {

class LibraryPlane;
class PlaneSide;
class SearchBox;
class TrackHoverCard;
class TrackListModel;

/// The whole library on the plane, what a search finds there, the way of the open track, and what
/// is selected as a list.
class PlanePage : public QWidget {
    Q_OBJECT

public:
    explicit PlanePage(QWidget* parent = nullptr);

    void setPoints(std::shared_ptr<const PlanePoints> points);
    /// @param hits  nullptr: nothing is searched for
    void setHits(std::shared_ptr<const PlanePoints> hits);
    void setGroups(std::shared_ptr<const TrackGroups> groups);
    PlaneScene::Colouring colouring() const;

    /// What is searched for; nullopt while it cannot be understood.
    std::optional<SearchNode> query() const;

    /// The way of a track. @param curve  nullptr: none
    void setTrail(const QString& title, std::shared_ptr<const EmotionCurve> curve);
    void setPlayhead(double seconds); ///< in the trail's track

    /// What rests under the pointer.
    void showCard(const TrackRow& row, const Sparkline& curve);
    void setError(const QString& sentence);

    LibraryPlane& plane() { return *m_plane; }
    PlaneSide& side() { return *m_side; }
    SearchBox& searchBox() { return *m_search; }
    TrackListModel& model();

Q_SIGNALS:
    void trackOpened(TrackId track);
    void cardWanted(TrackId track);
    void queryChanged();
    void colouringChanged();
    /// To see what a search of the library's finds there.
    void libraryWanted(const QString& query);

private:
    QWidget* makeHead();
    void describe();
    void showInLibrary(const std::vector<TrackId>& tracks);

    LibraryPlane* m_plane;
    PlaneSide* m_side;
    TrackHoverCard* m_card;
    SearchBox* m_search;
    QComboBox* m_colouring;
    QLabel *m_summary, *m_message;
    QString m_trailTitle;
    TrackId m_cardTrack;
    QPoint m_cardPlace;
};

} // namespace circumplex
