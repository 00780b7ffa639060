#include "ui/library/track_list_model.h"

#include "ui/common/mood_names.h"
#include "ui/library/track_cell_texts.h"

#include <algorithm>
#include <array>

namespace circumplex {

namespace {

constexpr int kLateMs = 150;

bool isNumber(TrackColumn column)
{
    return column == TrackColumn::Valence || column == TrackColumn::Arousal
        || column == TrackColumn::Length || column == TrackColumn::Year;
}

constexpr std::array<std::pair<TrackColumn, TrackSort::Key>, 10> kOrders { {
    { TrackColumn::Title, TrackSort::Key::Title },
    { TrackColumn::Artist, TrackSort::Key::Artist },
    { TrackColumn::Album, TrackSort::Key::Album },
    { TrackColumn::Moods, TrackSort::Key::Mood },
    { TrackColumn::Valence, TrackSort::Key::Valence },
    { TrackColumn::Arousal, TrackSort::Key::Arousal },
    { TrackColumn::Length, TrackSort::Key::Duration },
    { TrackColumn::Year, TrackSort::Key::Year },
    { TrackColumn::Genre, TrackSort::Key::Genre },
    { TrackColumn::Key, TrackSort::Key::MusicalKey },
} };

} // namespace

TrackListModel::TrackListModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    for (QTimer* timer : { &m_rowTimer, &m_curveTimer, &m_lateTimer })
        timer->setSingleShot(true);
    m_lateTimer.setInterval(kLateMs);
    connect(&m_rowTimer, &QTimer::timeout, this, &TrackListModel::askForRows);
    connect(&m_curveTimer, &QTimer::timeout, this, &TrackListModel::askForCurves);
    connect(&m_lateTimer, &QTimer::timeout, this, [this] {
        m_isLate = true;
        repaint();
    });
}

void TrackListModel::setTracks(std::vector<TrackId> tracks, std::size_t total)
{
    // The whole answer that follows its own beginning changes nothing on the screen.
    const bool isContinued = total == m_total && tracks.size() >= m_tracks.size()
        && std::equal(m_tracks.begin(), m_tracks.end(), tracks.begin());
    if (isContinued) {
        const bool isMore = tracks.size() > m_tracks.size();
        m_tracks = std::move(tracks);
        repaint();
        if (isMore) Q_EMIT completed();
        return;
    }
    beginResetModel();
    m_tracks = std::move(tracks);
    m_total = total;
    m_missedPages.clear();
    m_missedCurves.clear();
    endResetModel();
}

void TrackListModel::putRows(const std::vector<TrackId>& asked, std::vector<TrackRow> rows)
{
    for (TrackRow& row : rows)
        m_rows.insert(row.id.value, new TrackRow(std::move(row)));
    for (const TrackId id : asked)
        if (!m_rows.contains(id.value))
            m_rows.insert(id.value, new TrackRow { .id = id, .state = TrackState::Missing });
    m_rowsAreAsked = false;
    m_isLate = false;
    m_lateTimer.stop();
    m_missedPages.clear(); // painting asks again for what is still on the screen
    repaint();
}

void TrackListModel::putCurves(const std::vector<TrackId>& asked, std::vector<Sparkline> curves)
{
    for (Sparkline& curve : curves)
        m_curves.insert(curve.id.value, new Sparkline(std::move(curve)));
    for (const TrackId id : asked)
        if (!m_curves.contains(id.value)) m_curves.insert(id.value, new Sparkline { .id = id });
    m_curvesAreAsked = false;
    if (!m_missedCurves.empty()) m_curveTimer.start(0);
    repaintCurves(m_askedCurveRows);
}

void TrackListModel::forget(TrackId track)
{
    m_rows.remove(track.value);
    m_curves.remove(track.value);
    repaint();
}

void TrackListModel::forgetAll()
{
    m_rows.clear();
    m_curves.clear();
    repaint();
}

TrackId TrackListModel::trackAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return row >= 0 && at < m_tracks.size() ? m_tracks[at] : TrackId {};
}

int TrackListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_total);
}

int TrackListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kTrackColumns;
}

const TrackRow* TrackListModel::rowAt(int row) const
{
    const TrackId id = trackAt(row);
    if (!id) return nullptr;
    if (const TrackRow* found = m_rows.object(id.value)) return found;
    const int page = row / kPage;
    std::erase(m_missedPages, page);
    if (m_missedPages.size() == kMostPages) m_missedPages.erase(m_missedPages.begin());
    m_missedPages.push_back(page);
    if (!m_rowsAreAsked && !m_rowTimer.isActive()) m_rowTimer.start(0);
    return nullptr;
}

const Sparkline* TrackListModel::curveAt(int row) const
{
    const TrackRow* track = rowAt(row);
    if (!track || !track->valence) return nullptr;
    if (const Sparkline* found = m_curves.object(track->id.value)) return found;
    if (m_missedCurves.size() == kPage) m_missedCurves.erase(m_missedCurves.begin());
    std::erase(m_missedCurves, row);
    m_missedCurves.push_back(row);
    if (!m_curvesAreAsked && !m_curveTimer.isActive()) m_curveTimer.start(0);
    return nullptr;
}

void TrackListModel::askForRows()
{
    if (m_rowsAreAsked || m_missedPages.empty()) return;
    std::vector<TrackId> wanted;
    for (auto page = m_missedPages.rbegin(); page != m_missedPages.rend(); ++page) {
        const auto begin = static_cast<std::size_t>(*page * kPage);
        const std::size_t end = std::min(begin + kPage, m_tracks.size());
        for (std::size_t row = begin; row < end; ++row)
            if (!m_rows.contains(m_tracks[row].value)) wanted.push_back(m_tracks[row]);
    }
    m_missedPages.clear();
    if (wanted.empty()) return;
    m_rowsAreAsked = true;
    m_lateTimer.start();
    Q_EMIT rowsWanted(wanted);
}

void TrackListModel::askForCurves()
{
    if (m_curvesAreAsked) return;
    std::vector<TrackId> wanted;
    std::vector<int> asked, arrived;
    for (const int row : std::exchange(m_missedCurves, {})) {
        const TrackId id = trackAt(row);
        if (!id) continue;
        const bool isHere = m_curves.contains(id.value);
        (isHere ? arrived : asked).push_back(row);
        if (!isHere) wanted.push_back(id);
    }
    repaintCurves(arrived); // for other rows, before
    if (wanted.empty()) return;
    m_curvesAreAsked = true;
    m_askedCurveRows = std::move(asked);
    Q_EMIT curvesWanted(wanted);
}

void TrackListModel::repaintCurves(const std::vector<int>& rows)
{
    if (rows.empty() || m_total == 0) return;
    const auto [first, last] = std::ranges::minmax(rows);
    const int end = static_cast<int>(m_total) - 1;
    const auto column = static_cast<int>(TrackColumn::Curve);
    if (first <= end) Q_EMIT dataChanged(index(first, column), index(std::min(last, end), column));
}

void TrackListModel::repaint()
{
    if (m_total > 0)
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_total) - 1, kTrackColumns - 1));
}

QVariant TrackListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto column = static_cast<TrackColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: {
        const TrackRow* row = rowAt(index.row());
        return row ? cellText(*row, column) : QVariant();
    }
    case Qt::ToolTipRole: {
        const TrackRow* row = rowAt(index.row());
        if (!row) return {};
        if (column == TrackColumn::Moods) return moodsText(*row);
        if (column == TrackColumn::State) return stateReason(*row);
        if (column == TrackColumn::Curve) return curveText(*row, curveAt(index.row()));
        return column == TrackColumn::Title ? pathText(*row) : cellText(*row, column);
    }
    case Qt::AccessibleTextRole: {
        const TrackRow* row = rowAt(index.row());
        if (!row) return {};
        return column == TrackColumn::Curve ? curveText(*row, curveAt(index.row()))
                                            : cellText(*row, column);
    }
    case Qt::TextAlignmentRole:
        return QVariant(isNumber(column) ? Qt::AlignRight | Qt::AlignVCenter
                                         : Qt::AlignLeft | Qt::AlignVCenter);
    case RowRole:
        return QVariant::fromValue(static_cast<const void*>(rowAt(index.row())));
    case CurveRole:
        return QVariant::fromValue(static_cast<const void*>(curveAt(index.row())));
    case IsLateRole:
        return m_isLate && !rowAt(index.row());
    default:
        return {};
    }
}

QVariant TrackListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kTrackColumns) return {};
    const auto column = static_cast<TrackColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(isNumber(column) ? Qt::AlignRight | Qt::AlignVCenter
                                         : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == TrackColumn::Valence)
        return tr("Valence: 1 unpleasant, 9 pleasant");
    if (role == Qt::ToolTipRole && column == TrackColumn::Arousal)
        return tr("Arousal: 1 calm, 9 excited");
    if (role == Qt::ToolTipRole && column == TrackColumn::Curve)
        return tr("Valence and arousal from the beginning of the track to its end");
    if (role == Qt::ToolTipRole && column == TrackColumn::Moods)
        return m_orderedMood
            ? tr("Click to sort by how %1 songs are", "a mood").arg(moodName(*m_orderedMood))
            : tr("Search for a mood, for example mood:calm, to sort by how much of it songs have");
    // What there is most of, first.
    if (role == Qt::InitialSortOrderRole && column == TrackColumn::Moods)
        return static_cast<int>(Qt::DescendingOrder);
    if (role == Qt::AccessibleTextRole && column == TrackColumn::Valence) return tr("Valence");
    if (role == Qt::AccessibleTextRole && column == TrackColumn::Arousal) return tr("Arousal");
    if (role == Qt::AccessibleTextRole && column == TrackColumn::Place)
        return tr("Place on the plane");
    if (role == Qt::ToolTipRole && column == TrackColumn::Place)
        return tr("Place on the plane: pleasant at the right, excited at the top");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const std::array<QString, kTrackColumns> names { tr("Title"), tr("Artist"), tr("Album"),
        tr("Mood"), tr("Curve"), QString(), tr("V", "valence, as short as can be"),
        tr("A", "arousal, as short as can be"), tr("Length"), tr("Year"), tr("Genre"), tr("Key"),
        tr("State") };
    return names[static_cast<std::size_t>(section)];
}

std::optional<TrackSort::Key> TrackListModel::orderOf(TrackColumn column) const
{
    if (column == TrackColumn::Moods && !m_orderedMood) return std::nullopt;
    for (const auto& [ordered, key] : kOrders)
        if (ordered == column) return key;
    return std::nullopt;
}

void TrackListModel::setOrderedMood(std::optional<int> tag)
{
    m_orderedMood = tag;
}

std::optional<TrackSort> TrackListModel::sortBy(TrackColumn column, Qt::SortOrder order) const
{
    const auto key = orderOf(column);
    if (!key) return std::nullopt;
    return TrackSort { .key = *key,
        .direction = order == Qt::AscendingOrder ? TrackSort::Direction::Ascending
                                                 : TrackSort::Direction::Descending,
        .tag = *key == TrackSort::Key::Mood ? *m_orderedMood : 0 };
}

void TrackListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0) return;
    if (const auto sort = sortBy(static_cast<TrackColumn>(column), order))
        Q_EMIT orderWanted(*sort);
}

} // namespace circumplex
