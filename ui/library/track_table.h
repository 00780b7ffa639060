#pragma once

#include "ui/library/track_list_model.h"

#include <QTableView>

#include <array>

class QMenu;

namespace circumplex {

/// The table of tracks. Columns that a person wants but that find no room are hidden, least
/// important first, so that no column's head is ever cut.
class TrackTable : public QTableView {
    Q_OBJECT

public:
    explicit TrackTable(TrackListModel& model, QWidget* parent = nullptr);

    void setCompact(bool isCompact);
    bool isCompact() const { return m_isCompact; }

    void setWanted(TrackColumn column, bool isWanted);
    bool isWanted(TrackColumn column) const;

    /// Which columns are wanted, how wide and in which order, as text.
    QByteArray columns() const;
    void restoreColumns(const QByteArray& columns);

    /// A checkable entry per column, and the height of rows.
    QMenu* columnMenu();

    std::vector<TrackId> selectedTracks() const;

Q_SIGNALS:
    /// A person chose, widened or moved columns.
    void columnsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();

    struct Column {
        int width;
        bool isWanted;
    };

    TrackListModel& m_tracks;
    std::array<Column, kTrackColumns> m_columns;
    QMenu* m_menu = nullptr;
    bool m_isCompact = false;
    bool m_isFitting = false;
};

} // namespace circumplex
