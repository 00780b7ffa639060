#pragma once

#include "core/types/id.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace circumplex {

class PlaneLegend;
class TrackListModel;
class TrackTable;

/// Beside the plane: what is selected, what can be made of it, what the colours mean, and how the
/// library lies.
class PlaneSide : public QWidget {
    Q_OBJECT

public:
    explicit PlaneSide(QWidget* parent = nullptr);

    /// @param current  the one whose row is current; 0: none
    void setSelection(const std::vector<TrackId>& tracks, TrackId current = {});
    void setOccupancy(const QString& sentences);
    /// @param name  a playlist that was made of the selection; empty: none any more
    void setPlaylist(const QString& name);
    void setPlaylistError(const QString& sentence);

    TrackListModel& model() { return *m_model; }
    PlaneLegend& legend() { return *m_legend; }

Q_SIGNALS:
    /// Of the list's rows; 0: none.
    void currentChanged(TrackId track);
    void trackOpened(TrackId track);
    void playlistWanted(const QString& name, const std::vector<TrackId>& tracks);
    void playlistShown(const QString& name);

private:
    void askForName();

    TrackListModel* m_model;
    TrackTable* m_table;
    QLabel *m_selection, *m_note;
    QPushButton* m_make;
    PlaneLegend* m_legend;
    QLabel* m_occupancy;
    QString m_playlist;
};

} // namespace circumplex
