#include "ui/library/track_table.h"

#include "ui/common/theme.h"
#include "ui/library/track_delegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace circumplex {

namespace {

/// Pieces that a selection is restored in at most.
constexpr qsizetype kMostRanges = 2000;

int indexOf(TrackColumn column)
{
    return static_cast<int>(column);
}

} // namespace

TrackTable::TrackTable(TrackListModel& model, QWidget* parent)
    : QTableView(parent)
    , m_tracks(model)
    , m_columns { { { 220, true }, { 160, true }, { 150, true }, { 232, true }, { 160, true },
          { 36, true }, { 46, true }, { 46, true }, { 68, true }, { 56, true }, { 110, false },
          { 84, false }, { 104, false } } }
{
    setModel(&model);
    // After the view's own slots, which setModel() connects.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TrackTable::keepPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &TrackTable::restorePlace);
    connect(&model, &TrackListModel::completed, this, &TrackTable::scrollToWanted);
    setItemDelegate(new TrackDelegate(this));
    setAccessibleName(tr("Tracks"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // scrolling moves pixels, see paintEvent()
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& now, const QModelIndex& before) {
            updateRow(before.row());
            updateRow(now.row());
        });
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setCompact(false);

    QHeaderView* head = horizontalHeader();
    head->setAccessibleName(tr("Columns"));
    head->setFixedHeight(28);
    head->setHighlightSections(false);
    head->setSectionsMovable(true);
    head->setFirstSectionMovable(true);
    head->setMinimumSectionSize(36);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setSortIndicator(m_sortColumn, m_sortOrder);
    setSortingEnabled(true);
    connect(head, &QHeaderView::sortIndicatorChanged, this,
        [this, head](int column, Qt::SortOrder order) {
            if (m_tracks.hasOrder(static_cast<TrackColumn>(column))) {
                m_sortColumn = column;
                m_sortOrder = order;
                return;
            }
            // The arrow stays at the order that holds.
            const QSignalBlocker quiet(head);
            head->setSortIndicator(m_sortColumn, m_sortOrder);
        });
    connect(head, &QHeaderView::customContextMenuRequested, this,
        [this, head](const QPoint& at) { columnMenu()->popup(head->mapToGlobal(at)); });
    connect(head, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_isFitting || width == 0) return;
        m_columns[static_cast<std::size_t>(section)].width = width;
        Q_EMIT columnsChanged();
    });
    connect(head, &QHeaderView::sectionMoved, this, &TrackTable::columnsChanged);
}

void TrackTable::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    verticalHeader()->setMinimumSectionSize(isCompact ? 22 : 28);
    verticalHeader()->setDefaultSectionSize(isCompact ? 22 : 28);
    verticalScrollBar()->setSingleStep(isCompact ? 22 : 28);
}

void TrackTable::sortBy(TrackColumn column, Qt::SortOrder order)
{
    if (m_tracks.hasOrder(column)) sortByColumn(indexOf(column), order);
}

bool TrackTable::isOrderedBy(TrackColumn column, Qt::SortOrder order) const
{
    return m_sortColumn == indexOf(column) && m_sortOrder == order;
}

std::vector<TrackId> TrackTable::selectedTracks() const
{
    std::vector<TrackId> tracks;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            if (const TrackId id = m_tracks.trackAt(row)) tracks.push_back(id);
    return tracks;
}

TrackId TrackTable::currentTrack() const
{
    return m_tracks.trackAt(currentIndex().row());
}

TrackId TrackTable::topTrack() const
{
    if (m_wantedTop) return m_wantedTop;
    return verticalScrollBar()->value() == 0 ? TrackId {} : m_tracks.trackAt(rowAt(0));
}

bool TrackTable::hasPlace() const
{
    if (m_wantedTop) return true;
    return m_tracks.rowCount() > 0
        && (selectionModel()->hasSelection() || currentIndex().isValid()
            || verticalScrollBar()->value() > 0);
}

void TrackTable::scrollToTop(TrackId track)
{
    m_wantedTop = track;
    scrollToWanted();
}

void TrackTable::scrollToWanted()
{
    if (!m_wantedTop || m_tracks.tracks().empty()) return;
    const auto& tracks = m_tracks.tracks();
    const auto found = std::ranges::find(tracks, m_wantedTop);
    const bool isWhole = tracks.size() == static_cast<std::size_t>(m_tracks.rowCount());
    if (found == tracks.end() && !isWhole) return;
    m_wantedTop = {};
    // Whoever has scrolled meanwhile stays there.
    if (found == tracks.end() || verticalScrollBar()->value() > 0) return;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(static_cast<int>(found - tracks.begin()) * rowHeight(0));
}

void TrackTable::keepPlace()
{
    m_place.emplace();
    for (const TrackId id : selectedTracks())
        m_place->selected.insert(id);
    m_place->current = currentTrack();
    m_place->currentRow = m_beginsAnew ? -1 : currentIndex().row();
    m_place->currentColumn = currentIndex().column();
    const QRect current = visualRect(currentIndex());
    const bool isSeen = m_place->current && viewport()->rect().intersects(current);
    const int top = rowAt(0);
    if (m_beginsAnew ? isSeen : verticalScrollBar()->value() > 0 && top >= 0) {
        m_place->anchor = m_beginsAnew ? m_place->current : m_tracks.trackAt(top);
        m_place->anchorY = m_beginsAnew ? current.top() : rowViewportPosition(top);
    }
    m_beginsAnew = false;
}

void TrackTable::restorePlace()
{
    if (!m_place) return;
    const Place place = *std::exchange(m_place, std::nullopt);
    const std::vector<TrackId>& tracks = m_tracks.tracks();
    QItemSelection selection;
    int begin = -1, current = -1, anchor = -1;
    const auto rowCount = static_cast<int>(tracks.size());
    for (int row = 0; row <= rowCount; ++row) {
        const TrackId id = row < rowCount ? tracks[static_cast<std::size_t>(row)] : TrackId {};
        if (id && id == place.current) current = row;
        if (id && id == place.anchor) anchor = row;
        const bool isSelected = id && place.selected.contains(id);
        if (isSelected && begin < 0) begin = row;
        if (isSelected || begin < 0) continue;
        if (selection.size() < kMostRanges)
            selection.append(QItemSelectionRange(
                m_tracks.index(begin, 0), m_tracks.index(row - 1, kTrackColumns - 1)));
        begin = -1;
    }
    // Where a song has gone, its neighbour takes its place.
    if (current < 0 && rowCount > 0) current = std::min(place.currentRow, rowCount - 1);
    // Half of a huge list scattered over another order: painting would look through all pieces.
    if (selection.size() == kMostRanges) selection.clear();
    setAutoScroll(false);
    if (current >= 0)
        selectionModel()->setCurrentIndex(
            m_tracks.index(current, place.currentColumn), QItemSelectionModel::NoUpdate);
    if (!selection.isEmpty()) selectionModel()->select(selection, QItemSelectionModel::Select);
    setAutoScroll(true);
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(anchor < 0 ? 0 : anchor * rowHeight(0) - place.anchorY);
    scrollToWanted();
}

void TrackTable::paintEvent(QPaintEvent* event)
{
    QPainter(viewport()).fillRect(event->rect(), palette().base());
    QTableView::paintEvent(event);
    const int row = currentIndex().row();
    if (row < 0 || !hasFocus()) return;
    const QRect frame(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    if (!frame.intersects(event->rect())) return;
    QPainter painter(viewport());
    painter.setPen(QPen(Theme::of(palette()).accent, 1.0));
    painter.drawRect(frame.adjusted(0, 0, -1, -1));
}

void TrackTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void TrackTable::mouseMoveEvent(QMouseEvent* event)
{
    updateHover(event->position().toPoint());
    QTableView::mouseMoveEvent(event);
}

bool TrackTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) updateHover({ -1, -1 });
    return QTableView::viewportEvent(event);
}

void TrackTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (m_hoveredRow >= 0) updateHover(viewport()->mapFromGlobal(QCursor::pos()));
}

void TrackTable::updateHover(const QPoint& at)
{
    const int row = viewport()->rect().contains(at) ? rowAt(at.y()) : -1;
    if (row == m_hoveredRow) return;
    updateRow(std::exchange(m_hoveredRow, row));
    updateRow(row);
}

void TrackTable::updateRow(int row)
{
    if (row < 0) return;
    viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void TrackTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    updateRow(currentIndex().row());
}

void TrackTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    updateRow(currentIndex().row());
}

QModelIndex TrackTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_tracks.rowCount();
    if (rows == 0 || (action != MoveHome && action != MoveEnd))
        return QTableView::moveCursor(action, modifiers);
    const int column = std::max(0, currentIndex().column());
    return m_tracks.index(action == MoveHome ? 0 : rows - 1, column);
}

} // namespace circumplex
