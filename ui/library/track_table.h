#pragma once

#include "core/library/id_set.h"
#include "ui/library/track_list_model.h"

#include <QTableView>

#include <array>
#include <optional>

class QMenu;

namespace circumplex {

/// The table of tracks. Columns that a person wants but that find no room are hidden, least
/// important first, so that no column's head is ever cut.
///
/// Another list of tracks keeps what is selected of them, the current one, and the place that the
/// list is scrolled to.
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
    TrackId currentTrack() const;

    /// The first track that can be seen; none at the very beginning of the list.
    TrackId topTrack() const;
    /// Scrolls so that it is the first, as soon as the list has it.
    void scrollToTop(TrackId track);
    /// What the next list of tracks is: true: an answer to something else, which begins at its
    /// beginning unless the current track can be seen; false: the same list, newer.
    void setBeginsAnew(bool beginsAnew) { m_beginsAnew = beginsAnew; }
    /// Something is selected, current, or scrolled to: worth waiting for a whole answer.
    bool hasPlace() const;

Q_SIGNALS:
    /// A person chose, widened or moved columns.
    void columnsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    void keepPlace();
    void restorePlace();
    void scrollToWanted();

    /// What a reset of the model would lose.
    struct Place {
        IdSet selected;
        TrackId current;
        int currentColumn = 0;
        TrackId anchor; ///< stays where it is on the screen; none: to the beginning
        int anchorY = 0; ///< of its row, from the top of the viewport
    };

    struct Column {
        int width;
        bool isWanted;
    };

    TrackListModel& m_tracks;
    std::array<Column, kTrackColumns> m_columns;
    QMenu* m_menu = nullptr;
    std::optional<Place> m_place; ///< while the model resets
    TrackId m_wantedTop; ///< to be scrolled to, once it is known where it is
    bool m_beginsAnew = false;
    bool m_isCompact = false;
    bool m_isFitting = false;
};

} // namespace circumplex
