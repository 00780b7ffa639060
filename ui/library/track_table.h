#pragma once

#include "core/library/id_set.h"
#include "ui/library/track_list_model.h"

#include <QTableView>

#include <array>
#include <optional>

class QMenu;

namespace circumplex {

/// The table of tracks. Columns that find no room are hidden, least important first, so that no
/// column's head is ever cut; but those that a person asked for are always shown: titles and names
/// give way to them, and then the table scrolls sideways.
///
/// Another list of tracks keeps what is selected of them, the current one, and the place that the
/// list is scrolled to.
class TrackTable : public QTableView {
    Q_OBJECT

public:
    explicit TrackTable(TrackListModel& model, QWidget* parent = nullptr);

    void setCompact(bool isCompact);
    bool isCompact() const { return m_isCompact; }

    /// Shows a column where there is room for it, or never.
    void setWanted(TrackColumn column, bool isWanted);
    bool isWanted(TrackColumn column) const;
    /// Shows a column whether or not there is room, or never.
    void choose(TrackColumn column, bool isOn);

    int hoveredRow() const { return m_hoveredRow; } ///< under the pointer; -1: none

    /// Its head, in full words.
    QString columnName(TrackColumn column) const;

    /// Which columns are wanted, how wide and in which order, as text.
    QByteArray columns() const;
    void restoreColumns(const QByteArray& columns);

    /// A checkable entry per column, and the height of rows.
    QMenu* columnMenu();

    /// As if its head had been clicked; columns without an order are passed over.
    void sortBy(TrackColumn column, Qt::SortOrder order);
    bool isOrderedBy(TrackColumn column, Qt::SortOrder order) const;
    /// Which column orders the list, as text.
    QString order() const;
    /// Shows that order without asking for it. @return nullopt: there is none of that name
    std::optional<TrackSort> restoreOrder(const QString& order);

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
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    /// Home and End go to the first and the last track.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void fitColumns();
    std::array<bool, kTrackColumns> columnsThatFit(int room) const;
    int leastWidth(std::size_t column) const;
    void updateHover(const QPoint& at);
    void updateRow(int row);
    void showColumnChecks();
    void keepPlace();
    void restorePlace();
    void scrollToWanted();

    /// What a reset of the model would lose.
    struct Place {
        IdSet selected;
        TrackId current;
        int currentRow = -1, currentColumn = 0;
        TrackId anchor; ///< stays where it is on the screen; none: to the beginning
        int anchorY = 0; ///< of its row, from the top of the viewport
    };

    struct Column {
        int width;
        bool isWanted;
        bool isChosen = false; ///< shown whether or not there is room
    };

    TrackListModel& m_tracks;
    std::array<Column, kTrackColumns> m_columns;
    QMenu* m_menu = nullptr;
    int m_sortColumn = static_cast<int>(TrackColumn::Artist);
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::optional<Place> m_place; ///< while the model resets
    TrackId m_wantedTop; ///< to be scrolled to, once it is known where it is
    bool m_beginsAnew = false;
    int m_hoveredRow = -1;
    bool m_isCompact = false;
    bool m_isFitting = false;
};

} // namespace circumplex
