#include "ui/library/track_table.h"

#include "ui/library/track_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace circumplex {

namespace {

/// In the order of TrackColumn.
constexpr std::array<const char*, kTrackColumns> kNames { "title", "artist", "album", "moods",
    "curve", "valence", "arousal", "length", "year", "genre", "key", "state" };

/// What stays longest when room is short, first.
constexpr std::array kByImportance { TrackColumn::Title, TrackColumn::Artist, TrackColumn::Curve,
    TrackColumn::Moods, TrackColumn::Valence, TrackColumn::Arousal, TrackColumn::Length,
    TrackColumn::State, TrackColumn::Album, TrackColumn::Year, TrackColumn::Genre,
    TrackColumn::Key };

constexpr std::array kStretching { TrackColumn::Title, TrackColumn::Artist, TrackColumn::Album };

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
          { 46, true }, { 46, true }, { 68, true }, { 56, true }, { 110, false }, { 84, false },
          { 104, false } } }
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
    head->setMinimumSectionSize(40);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setSortIndicator(indexOf(TrackColumn::Artist), Qt::AscendingOrder);
    setSortingEnabled(true);
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

void TrackTable::setWanted(TrackColumn column, bool isWanted)
{
    m_columns[static_cast<std::size_t>(column)].isWanted = isWanted;
    fitColumns();
}

bool TrackTable::isWanted(TrackColumn column) const
{
    return m_columns[static_cast<std::size_t>(column)].isWanted;
}

QByteArray TrackTable::columns() const
{
    QByteArrayList parts;
    for (int place = 0; place < kTrackColumns; ++place) {
        const auto column = static_cast<std::size_t>(horizontalHeader()->logicalIndex(place));
        parts << QByteArray(m_columns[column].isWanted ? "" : "-") + kNames[column] + ':'
                + QByteArray::number(m_columns[column].width);
    }
    return parts.join(',');
}

void TrackTable::restoreColumns(const QByteArray& columns)
{
    int place = 0;
    for (QByteArray part : columns.split(',')) {
        const bool isWanted = !part.startsWith('-');
        if (!isWanted) part.remove(0, 1);
        const QByteArray name = part.left(part.indexOf(':'));
        const int width = part.mid(part.indexOf(':') + 1).toInt();
        const auto found
            = std::ranges::find_if(kNames, [&name](const char* known) { return name == known; });
        if (found == kNames.end() || width < 40 || width > 2000) continue;
        const auto column = static_cast<int>(found - kNames.begin());
        m_columns[static_cast<std::size_t>(column)] = { width, isWanted };
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), place++);
    }
    fitColumns();
}

QMenu* TrackTable::columnMenu()
{
    if (m_menu) return m_menu;
    m_menu = new QMenu(this);
    for (int column = 0; column < kTrackColumns; ++column) {
        QString name = m_tracks.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        if (column == indexOf(TrackColumn::Valence)) name = tr("Valence");
        if (column == indexOf(TrackColumn::Arousal)) name = tr("Arousal");
        QAction* action = m_menu->addAction(name);
        action->setCheckable(true);
        action->setEnabled(column != indexOf(TrackColumn::Title));
        connect(action, &QAction::triggered, this, [this, column](bool isOn) {
            setWanted(static_cast<TrackColumn>(column), isOn);
            Q_EMIT columnsChanged();
        });
    }
    m_menu->addSeparator();
    QAction* compact = m_menu->addAction(tr("Compact rows"));
    compact->setCheckable(true);
    connect(compact, &QAction::triggered, this, [this](bool isOn) {
        setCompact(isOn);
        Q_EMIT columnsChanged();
    });
    connect(m_menu, &QMenu::aboutToShow, this, [this, compact] {
        for (int column = 0; column < kTrackColumns; ++column)
            m_menu->actions().at(column)->setChecked(isWanted(static_cast<TrackColumn>(column)));
        compact->setChecked(m_isCompact);
    });
    return m_menu;
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
}

void TrackTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void TrackTable::fitColumns()
{
    m_isFitting = true;
    int room = viewport()->width();
    bool isFull = false;
    std::array<bool, kTrackColumns> isShown {};
    for (const TrackColumn column : kByImportance) {
        const auto at = static_cast<std::size_t>(column);
        isFull = isFull || (m_columns[at].isWanted && m_columns[at].width > room);
        isShown[at] = column == TrackColumn::Title || (m_columns[at].isWanted && !isFull);
        if (isShown[at]) room -= m_columns[at].width;
    }
    int stretching = 0;
    for (const TrackColumn column : kStretching)
        stretching += isShown[static_cast<std::size_t>(column)] ? 1 : 0;
    for (int column = 0; column < kTrackColumns; ++column) {
        const auto at = static_cast<std::size_t>(column);
        setColumnHidden(column, !isShown[at]);
        if (!isShown[at]) continue;
        const bool stretches
            = std::ranges::find(kStretching, static_cast<TrackColumn>(column)) != kStretching.end();
        setColumnWidth(
            column, m_columns[at].width + (stretches && room > 0 ? room / stretching : 0));
    }
    m_isFitting = false;
}

} // namespace circumplex
