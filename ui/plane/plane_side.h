#pragma once

#include "core/library/track_search.h"
#include "core/types/id.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace circumplex {

class PlaneLegend;
class TrackListModel;
class TrackTable;

/// Beside the plane: what is selected, what can be done with it, what the colours mean, and how the
/// library lies.
class PlaneSide : public QWidget {
    Q_OBJECT

public:
    explicit PlaneSide(QWidget* parent = nullptr);

    /// @param current  the one whose row is current; 0: none
    void setSelection(const std::vector<TrackId>& tracks, TrackId current = {});
    /// Answers orderWanted(). @param of  what was asked for
    void setOrdered(const std::vector<TrackId>& of, std::vector<TrackId> tracks);
    void setOccupancy(const QString& sentences);
    /// @param name  a playlist that was made of the selection; empty: none any more
    void setPlaylist(const QString& name);
    void setPlaylistError(const QString& sentence);

    /// Without an order.
    const std::vector<TrackId>& selection() const { return m_selected; }
    TrackListModel& model() { return *m_model; }
    TrackTable& table() { return *m_table; }
    PlaneLegend& legend() { return *m_legend; }

    /// Offers what can be done with all that is selected.
    void showMenu(const QPoint& globalPlace);

Q_SIGNALS:
    /// Of the list's rows; 0: none.
    void currentChanged(TrackId track);
    void trackOpened(TrackId track);
    void playWanted(TrackId track);
    /// To see them in the library.
    void libraryWanted(const std::vector<TrackId>& tracks);
    /// Also where the model in use has annotated them.
    void analyseAgainWanted(const std::vector<TrackId>& tracks);
    void playlistWanted(const QString& name, const std::vector<TrackId>& tracks);
    /// To the end of a playlist that is there.
    void additionWanted(const std::vector<TrackId>& tracks);
    void playlistShown(const QString& name);
    void copyPathsWanted(const std::vector<TrackId>& tracks);
    void orderWanted(const std::vector<TrackId>& tracks, const TrackSort& order);

private:
    void makeHead(QVBoxLayout& column);
    void makeTable();
    void fillMenu(QMenu& menu, const std::vector<TrackId>& tracks);
    void popUpMenu(const QPoint& globalPlace, const std::vector<TrackId>& tracks);
    void askForName(const std::vector<TrackId>& tracks);
    TrackId currentTrack() const;
    void makeCurrent(TrackId track);

    TrackListModel* m_model;
    TrackTable* m_table;
    QLabel *m_selection, *m_note;
    QPushButton *m_make, *m_play, *m_more;
    PlaneLegend* m_legend;
    QLabel* m_occupancy;
    QString m_playlist;
    std::vector<TrackId> m_selected;
    std::optional<TrackSort> m_order; ///< nullopt: as the plane says them
};

} // namespace circumplex
