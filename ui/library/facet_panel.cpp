#include "ui/library/facet_panel.h"

#include "ui/common/mood_names.h"
#include "ui/common/reading_margins.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace circumplex {

namespace {

constexpr int kWidth = 232;
constexpr int kConditionRole = Qt::UserRole;
constexpr int kGroupRole = Qt::UserRole + 1;
constexpr int kIsMoreRole = Qt::UserRole + 2; ///< the row that shows the rest
constexpr int kShowsAllRole = Qt::UserRole + 3; ///< of a group
constexpr int kRowHeight = 22;

QString countText(std::int64_t tracks)
{
    return QLocale().toString(static_cast<qlonglong>(tracks));
}

QString yearText(int year)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(year);
}

} // namespace

FacetPanel::FacetPanel(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_clear(new QPushButton(tr("Clear"), this))
{
    setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(0, 0, 8, 0));
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* hint = new QLabel(tr("Choose one or several"), this);
    hint->setProperty("secondary", true);
    hint->setWordWrap(true);
    head->addWidget(hint, 1);
    m_clear->setProperty("flat", true);
    m_clear->setAccessibleName(tr("Clear what is chosen"));
    m_clear->setEnabled(false);
    head->addWidget(m_clear);
    column->addLayout(head);
    m_tree->setAccessibleName(tr("Moods, artists, genres and years of the songs found"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(12);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->installEventFilter(this);
    column->addWidget(m_tree, 1);
    const std::array<QString, kFacetGroups> names { tr("Moods"), tr("Artists"), tr("Genres"),
        tr("Years") };
    for (std::size_t group = 0; group < kFacetGroups; ++group) {
        m_groups[group] = new QTreeWidgetItem(m_tree, { names[group] });
        QFont font = m_tree->font();
        font.setWeight(QFont::DemiBold);
        m_groups[group]->setFont(0, font);
        m_groups[group]->setSizeHint(0, { 0, kRowHeight + 4 });
        m_groups[group]->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_groups[group]->setHidden(true);
        m_groups[group]->setExpanded(true);
    }
    connect(m_tree, &QTreeWidget::itemClicked, this, &FacetPanel::toggle);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        for (std::size_t group = 0; group < kFacetGroups; ++group) {
            if (m_chosen[group].empty()) continue;
            clear(static_cast<FacetGroup>(group));
            Q_EMIT chosenChanged(static_cast<FacetGroup>(group));
        }
    });
}

QString FacetPanel::condition(FacetGroup group, const QString& value)
{
    QString words = value;
    words.replace(u'"', u' ');
    const bool hasWords = std::ranges::any_of(words, [](QChar c) { return c.isLetterOrNumber(); });
    if (!hasWords) return {};
    switch (group) {
    case FacetGroup::Moods:
        return QStringLiteral("mood:") + value;
    case FacetGroup::Artists:
        return QStringLiteral("artist:\"%1\"").arg(words);
    case FacetGroup::Genres:
        return QStringLiteral("genre:\"%1\"").arg(words);
    case FacetGroup::Years:
        return QStringLiteral("year:") + value;
    }
    return {};
}

void FacetPanel::setFacets(const std::array<TrackFacets, kFacetGroups>& facets)
{
    const int scrolled = m_tree->verticalScrollBar()->value();
    const QVariant current
        = m_tree->currentItem() ? m_tree->currentItem()->data(0, kConditionRole) : QVariant();
    m_tree->setUpdatesEnabled(false);
    const auto at = [](FacetGroup group) { return static_cast<std::size_t>(group); };
    const auto named = [](FacetGroup group, const std::vector<FacetCount>& counts) {
        std::vector<Value> values;
        for (const FacetCount& count : counts) {
            const QString name = QString::fromStdString(count.name);
            QString search = condition(group, name);
            if (search.isEmpty()) continue;
            if (count.isAlbumArtist) search.prepend(QStringLiteral("album"));
            values.push_back({ name, search, count.tracks });
        }
        return values;
    };
    std::vector<Value> moods;
    const auto& counts = facets[at(FacetGroup::Moods)].moods;
    for (std::size_t tag = 0; tag < counts.size(); ++tag) {
        const std::string_view key = kMoodTags[tag];
        if (counts[tag] > 0)
            moods.push_back({ moodName(static_cast<int>(tag)),
                condition(FacetGroup::Moods,
                    QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()))),
                counts[tag] });
    }
    std::ranges::stable_sort(moods, std::ranges::greater {}, &Value::tracks);
    fill(FacetGroup::Moods, moods, 0);
    const TrackFacets& artists = facets[at(FacetGroup::Artists)];
    fill(FacetGroup::Artists, named(FacetGroup::Artists, artists.artists),
        artists.artistCount - artists.artists.size());
    const TrackFacets& genres = facets[at(FacetGroup::Genres)];
    fill(FacetGroup::Genres, named(FacetGroup::Genres, genres.genres),
        genres.genreCount - genres.genres.size());
    fillYears(facets[at(FacetGroup::Years)]);
    if (current.isValid())
        for (QTreeWidgetItemIterator item(m_tree); *item; ++item)
            if ((*item)->data(0, kConditionRole) == current) m_tree->setCurrentItem(*item);
    m_tree->verticalScrollBar()->setValue(scrolled);
    m_tree->setUpdatesEnabled(true);
}

void FacetPanel::fill(FacetGroup group, const std::vector<Value>& values, std::size_t hidden)
{
    const auto at = static_cast<std::size_t>(group);
    QTreeWidgetItem& parent = *m_groups[at];
    qDeleteAll(parent.takeChildren());
    // What is chosen stays in sight, also where no song is left that has it.
    for (const Value& chosen : m_chosen[at])
        if (std::ranges::find(values, chosen.condition, &Value::condition) == values.end())
            addValue(parent, group, { chosen.text, chosen.condition, 0 });
    for (const Value& value : values)
        addValue(parent, group, value);
    if (hidden > 0) {
        auto* more = new QTreeWidgetItem(
            &parent, { tr("and %Ln more: search for them", nullptr, static_cast<int>(hidden)) });
        more->setFlags(Qt::ItemIsEnabled);
        more->setFirstColumnSpanned(true);
        more->setForeground(0, palette().placeholderText());
        more->setSizeHint(0, { 0, kRowHeight });
    }
    parent.setHidden(parent.childCount() == 0);
    if (parent.childCount() > kFew + 1) {
        auto* more = new QTreeWidgetItem(&parent);
        more->setData(0, kIsMoreRole, true);
        more->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        more->setForeground(0, palette().link());
        more->setSizeHint(0, { 0, kRowHeight });
        more->setFirstColumnSpanned(true);
    }
    showAll(parent, parent.data(0, kShowsAllRole).toBool());
}

void FacetPanel::showAll(QTreeWidgetItem& group, bool isOn)
{
    group.setData(0, kShowsAllRole, isOn);
    const int last = group.childCount() - 1;
    if (last < 0 || !group.child(last)->data(0, kIsMoreRole).toBool()) return;
    for (int child = kFew; child < last; ++child)
        group.child(child)->setHidden(!isOn && group.child(child)->checkState(0) == Qt::Unchecked);
    group.child(last)->setText(
        0, isOn ? tr("Show fewer") : tr("Show %Ln more", nullptr, last - kFew));
}

/// Decades, with their years below them.
void FacetPanel::fillYears(const TrackFacets& facets)
{
    std::map<int, std::vector<Value>> decades;
    std::map<int, std::int64_t> tracks;
    for (const auto& [year, count] : facets.years) {
        const int decade = year / 10 * 10;
        decades[decade].push_back(
            { yearText(year), condition(FacetGroup::Years, QString::number(year)), count });
        tracks[decade] += count;
    }
    QTreeWidgetItem& parent = *m_groups[static_cast<std::size_t>(FacetGroup::Years)];
    QStringList expanded;
    for (int child = 0; child < parent.childCount(); ++child)
        if (parent.child(child)->isExpanded())
            expanded << parent.child(child)->data(0, kConditionRole).toString();
    std::vector<Value> values;
    for (const auto& [decade, years] : decades)
        values.push_back({ tr("%1 to %2", "years").arg(yearText(decade), yearText(decade + 9)),
            condition(FacetGroup::Years, QStringLiteral("%1..%2").arg(decade).arg(decade + 9)),
            tracks[decade] });
    std::ranges::reverse(values);
    fill(FacetGroup::Years, values, 0);
    for (int child = 0; child < parent.childCount(); ++child) {
        QTreeWidgetItem& item = *parent.child(child);
        const QString search = item.data(0, kConditionRole).toString();
        for (const auto& [decade, years] : decades)
            if (search.startsWith(QStringLiteral("year:%1..").arg(decade)))
                for (const Value& year : years)
                    addValue(item, FacetGroup::Years, year);
        item.setExpanded(expanded.contains(search));
    }
}

void FacetPanel::addValue(QTreeWidgetItem& parent, FacetGroup group, const Value& value)
{
    auto* item = new QTreeWidgetItem(&parent, { value.text, countText(value.tracks) });
    // Toggled by toggle(), with the whole row as the target.
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    const auto& chosen = m_chosen[static_cast<std::size_t>(group)];
    const bool isChosen
        = std::ranges::find(chosen, value.condition, &Value::condition) != chosen.end();
    item->setCheckState(0, isChosen ? Qt::Checked : Qt::Unchecked);
    item->setSizeHint(0, { 0, kRowHeight });
    item->setData(0, kConditionRole, value.condition);
    item->setData(0, kGroupRole, static_cast<int>(group));
    item->setToolTip(0, value.text);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setForeground(1, palette().placeholderText());
    item->setData(0, Qt::AccessibleTextRole,
        tr("%1, %Ln song(s)", nullptr, static_cast<int>(value.tracks)).arg(value.text));
}

void FacetPanel::toggle(QTreeWidgetItem* item)
{
    if (!item) return;
    const QString search = item->data(0, kConditionRole).toString();
    if (item->data(0, kIsMoreRole).toBool()) {
        showAll(*item->parent(), !item->parent()->data(0, kShowsAllRole).toBool());
        return;
    }
    if (search.isEmpty()) {
        item->setExpanded(!item->isExpanded());
        return;
    }
    const int group = item->data(0, kGroupRole).toInt();
    auto& chosen = m_chosen[static_cast<std::size_t>(group)];
    const auto found = std::ranges::find(chosen, search, &Value::condition);
    item->setCheckState(0, found == chosen.end() ? Qt::Checked : Qt::Unchecked);
    if (found == chosen.end())
        chosen.push_back({ item->text(0), search, 0 });
    else
        chosen.erase(found);
    updateClear();
    Q_EMIT chosenChanged(static_cast<FacetGroup>(group));
}

QString FacetPanel::clause(FacetGroup group) const
{
    QStringList conditions;
    for (const Value& chosen : m_chosen[static_cast<std::size_t>(group)])
        conditions << chosen.condition;
    if (conditions.size() < 2) return conditions.join(QString());
    return QLatin1Char('(') + conditions.join(QStringLiteral(" or ")) + QLatin1Char(')');
}

QStringList FacetPanel::chosen() const
{
    QStringList lines;
    for (std::size_t group = 0; group < kFacetGroups; ++group)
        for (const Value& value : m_chosen[group])
            lines << QStringLiteral("%1\t%2\t%3").arg(group).arg(value.text, value.condition);
    return lines;
}

void FacetPanel::restore(const QStringList& chosen)
{
    m_chosen = {};
    for (const QString& line : chosen) {
        const QStringList parts = line.split(u'\t');
        bool isNumber = false;
        const std::size_t group = parts.front().toUInt(&isNumber);
        if (parts.size() == 3 && isNumber && group < kFacetGroups)
            m_chosen[group].push_back({ parts[1], parts[2], 0 });
    }
    updateClear();
}

void FacetPanel::clear(FacetGroup group)
{
    m_chosen[static_cast<std::size_t>(group)].clear();
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item)
        if ((*item)->data(0, kConditionRole).isValid()
            && (*item)->data(0, kGroupRole).toInt() == static_cast<int>(group))
            (*item)->setCheckState(0, Qt::Unchecked);
    updateClear();
}

void FacetPanel::updateClear()
{
    m_clear->setEnabled(
        std::ranges::any_of(m_chosen, [](const auto& chosen) { return !chosen.empty(); }));
}

bool FacetPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
            toggle(m_tree->currentItem());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace circumplex
