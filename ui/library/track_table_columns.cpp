#include "ui/library/track_table.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

// Which columns the table has, in which order, and how they share its width.

namespace circumplex {

namespace {

/// In the order of TrackColumn.
constexpr std::array<const char*, kTrackColumns> kNames { "title", "artist", "album", "moods",
    "curve", "place", "valence", "arousal", "length", "year", "genre", "key", "state" };

/// What stays longest when room is short, first.
constexpr std::array kByImportance { TrackColumn::Title, TrackColumn::Artist, TrackColumn::Curve,
    TrackColumn::Moods, TrackColumn::Place, TrackColumn::Valence, TrackColumn::Arousal,
    TrackColumn::Length, TrackColumn::State, TrackColumn::Album, TrackColumn::Year,
    TrackColumn::Genre, TrackColumn::Key };

/// A column that takes what room is left, and gives way to those that were asked for.
struct Stretching {
    TrackColumn column;
    int least; ///< width
};
constexpr std::array<Stretching, 3> kStretching { { { TrackColumn::Title, 140 },
    { TrackColumn::Artist, 96 }, { TrackColumn::Album, 90 } } };

/// A menu to choose several things from: it stays open.
class StayingMenu : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        QAction* action = actionAt(event->position().toPoint());
        if (action && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return
            || event->key() == Qt::Key_Enter;
        QAction* action = activeAction();
        if (chooses && action && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::keyPressEvent(event);
    }
};

int indexOf(TrackColumn column)
{
    return static_cast<int>(column);
}

} // namespace

void TrackTable::setWanted(TrackColumn column, bool isWanted)
{
    m_columns[static_cast<std::size_t>(column)].isWanted = isWanted;
    m_columns[static_cast<std::size_t>(column)].isChosen = false;
    fitColumns();
}

void TrackTable::choose(TrackColumn column, bool isOn)
{
    // Neither of a place's two numbers says much without the other.
    const bool isNumber = column == TrackColumn::Valence || column == TrackColumn::Arousal;
    for (const TrackColumn one : isNumber
            ? std::vector { TrackColumn::Valence, TrackColumn::Arousal }
            : std::vector { column }) {
        m_columns[static_cast<std::size_t>(one)].isWanted = isOn;
        m_columns[static_cast<std::size_t>(one)].isChosen = isOn;
    }
    fitColumns();
}

bool TrackTable::isWanted(TrackColumn column) const
{
    return m_columns[static_cast<std::size_t>(column)].isWanted;
}

QString TrackTable::order() const
{
    return QLatin1StringView(m_sortOrder == Qt::AscendingOrder ? "" : "-")
        + QLatin1StringView(kNames[static_cast<std::size_t>(m_sortColumn)]);
}

std::optional<TrackSort> TrackTable::restoreOrder(const QString& order)
{
    const bool isDescending = order.startsWith(u'-');
    const QString name = isDescending ? order.mid(1) : order;
    const auto found = std::ranges::find_if(
        kNames, [&name](const char* known) { return name == QLatin1StringView(known); });
    if (found == kNames.end()) return std::nullopt;
    const auto column = static_cast<int>(found - kNames.begin());
    const Qt::SortOrder direction = isDescending ? Qt::DescendingOrder : Qt::AscendingOrder;
    const auto sort = m_tracks.sortBy(static_cast<TrackColumn>(column), direction);
    if (!sort) return std::nullopt;
    m_sortColumn = column;
    m_sortOrder = direction;
    // Not as if somebody had clicked: nothing is read before the window shows.
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(column, direction);
    return sort;
}

QByteArray TrackTable::columns() const
{
    QByteArrayList parts;
    for (int place = 0; place < kTrackColumns; ++place) {
        const auto at = static_cast<std::size_t>(horizontalHeader()->logicalIndex(place));
        const Column& column = m_columns[at];
        const char* mark = column.isChosen ? "+" : column.isWanted ? "" : "-";
        parts << mark + QByteArray(kNames[at]) + ':' + QByteArray::number(column.width);
    }
    return parts.join(',');
}

void TrackTable::restoreColumns(const QByteArray& columns)
{
    QHeaderView* head = horizontalHeader();
    int place = 0;
    std::array<bool, kTrackColumns> isNamed {};
    for (QByteArray part : columns.split(',')) {
        const bool isWanted = !part.startsWith('-');
        const bool isChosen = part.startsWith('+');
        if (!isWanted || isChosen) part.remove(0, 1);
        const QByteArray name = part.left(part.indexOf(':'));
        const int width = part.mid(part.indexOf(':') + 1).toInt();
        const auto found
            = std::ranges::find_if(kNames, [&name](const char* known) { return name == known; });
        if (found == kNames.end() || width < 36 || width > 2000) continue;
        const auto column = static_cast<int>(found - kNames.begin());
        isNamed[static_cast<std::size_t>(column)] = true;
        m_columns[static_cast<std::size_t>(column)] = { width, isWanted, isChosen };
        head->moveSection(head->visualIndex(column), place++);
    }
    // Columns that are newer than what was stored stand where they do by themselves.
    for (int column = 1; column < kTrackColumns; ++column)
        if (!isNamed[static_cast<std::size_t>(column)]) {
            const int before = head->visualIndex(column - 1);
            const int now = head->visualIndex(column);
            head->moveSection(now, now > before ? before + 1 : before);
        }
    fitColumns();
}

QString TrackTable::columnName(TrackColumn column) const
{
    return m_tracks.headerData(indexOf(column), Qt::Horizontal, Qt::AccessibleTextRole).toString();
}

QMenu* TrackTable::columnMenu()
{
    if (m_menu) return m_menu;
    m_menu = new StayingMenu(this);
    for (int column = 0; column < kTrackColumns; ++column) {
        QAction* action = m_menu->addAction(columnName(static_cast<TrackColumn>(column)));
        action->setCheckable(true);
        action->setEnabled(column != indexOf(TrackColumn::Title));
        connect(action, &QAction::triggered, this, [this, column](bool isOn) {
            choose(static_cast<TrackColumn>(column), isOn);
            showColumnChecks();
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
        showColumnChecks();
        compact->setChecked(m_isCompact);
    });
    return m_menu;
}

void TrackTable::showColumnChecks()
{
    // What cannot be seen has no tick: ticking it makes room.
    for (int column = 0; column < kTrackColumns; ++column)
        m_menu->actions().at(column)->setChecked(!isColumnHidden(column));
}

int TrackTable::leastWidth(std::size_t column) const
{
    for (const auto& [stretching, least] : kStretching)
        if (static_cast<std::size_t>(stretching) == column)
            return std::min(m_columns[column].width, least);
    return m_columns[column].width;
}

std::array<bool, kTrackColumns> TrackTable::columnsThatFit(int room) const
{
    std::array<bool, kTrackColumns> isShown {};
    const bool isCrowded = std::ranges::any_of(m_columns, &Column::isChosen);
    const auto widthOf
        = [&](std::size_t at) { return isCrowded ? leastWidth(at) : m_columns[at].width; };
    const auto show = [&](TrackColumn column) {
        const auto at = static_cast<std::size_t>(column);
        if (!std::exchange(isShown[at], true)) room -= widthOf(at);
    };
    const auto unitOf = [&](TrackColumn column) {
        std::vector<TrackColumn> unit { column };
        const bool isNumber = column == TrackColumn::Valence || column == TrackColumn::Arousal;
        const TrackColumn other
            = column == TrackColumn::Valence ? TrackColumn::Arousal : TrackColumn::Valence;
        if (isNumber && isWanted(other)) unit.push_back(other);
        return unit;
    };
    show(TrackColumn::Title);
    for (const TrackColumn column : kByImportance)
        if (m_columns[static_cast<std::size_t>(column)].isChosen)
            std::ranges::for_each(unitOf(column), show);
    for (const TrackColumn column : kByImportance) {
        if (!isWanted(column)) continue;
        const std::vector<TrackColumn> unit = unitOf(column);
        int width = 0;
        for (const TrackColumn one : unit)
            if (!isShown[static_cast<std::size_t>(one)])
                width += widthOf(static_cast<std::size_t>(one));
        if (width <= room) std::ranges::for_each(unit, show);
    }
    return isShown;
}

void TrackTable::fitColumns()
{
    m_isFitting = true;
    // No head is cut, nor struck by the arrow of the order.
    for (int column = 0; column < kTrackColumns; ++column) {
        int& width = m_columns[static_cast<std::size_t>(column)].width;
        width = std::max(width, horizontalHeader()->sectionSizeHint(column));
    }
    const std::array<bool, kTrackColumns> isShown = columnsThatFit(viewport()->width());
    int room = viewport()->width();
    int stretching = 0, give = 0;
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        if (!isShown[at]) continue;
        room -= m_columns[at].width;
        give += m_columns[at].width - leastWidth(at);
    }
    for (const auto& [column, least] : kStretching)
        stretching += isShown[static_cast<std::size_t>(column)] ? 1 : 0;
    for (int column = 0; column < kTrackColumns; ++column) {
        const auto at = static_cast<std::size_t>(column);
        setColumnHidden(column, !isShown[at]);
        if (!isShown[at]) continue;
        const int spare = m_columns[at].width - leastWidth(at);
        int width = m_columns[at].width;
        if (room < 0 && give > 0) {
            width -= std::min(spare, (spare * -room + give - 1) / give);
        } else if (room > 0
            && std::ranges::find(kStretching, static_cast<TrackColumn>(column), &Stretching::column)
                != kStretching.end()) {
            width += room / stretching;
        }
        setColumnWidth(column, width);
    }
    m_isFitting = false;
}

} // namespace circumplex
