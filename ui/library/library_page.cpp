#include "ui/library/library_page.h"

#include "ui/common/core_text.h"
#include "ui/common/empty_page.h"
#include "ui/common/error_text.h"
#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/library/facet_panel.h"
#include "ui/library/filter_chips.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace circumplex {

namespace {

constexpr int kErrorPauseMs = 600;
constexpr int kTellMs = 8000; ///< that what has been done can be read

/// The mood that a search asks for, if it is one.
std::optional<int> moodIn(const SearchNode& query)
{
    using Kind = SearchNode::Kind;
    if (query.kind == Kind::Mood || query.kind == Kind::StrongMood) return query.tag;
    std::optional<int> found;
    if (query.kind != Kind::And && query.kind != Kind::Or) return found;
    for (const SearchNode& child : query.children) {
        const std::optional<int> mood = moodIn(child);
        if (mood && found && mood != found) return std::nullopt;
        if (mood) found = mood;
    }
    return found;
}

QString number(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

} // namespace

LibraryPage::LibraryPage(QWidget* parent)
    : QWidget(parent)
    , m_search(new SearchBox(this))
    , m_chips(new FilterChips(this))
    , m_facets(new FacetPanel(this))
    , m_model(new TrackListModel(this))
    , m_table(new TrackTable(*m_model, this))
    , m_summary(new QLabel(this))
    , m_message(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_firstRun(new EmptyPage(EmptyPage::Picture::Curves, this))
    , m_nothingFound(new EmptyPage(EmptyPage::Picture::Nothing, this))
    , m_absent(new EmptyPage(EmptyPage::Picture::Nothing, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(16, 12, 0, 0));
    column->setSpacing(8);
    column->addWidget(makeHead());
    // Over what is below it: what somebody types must not push the list up and down.
    m_message->setWordWrap(true);
    m_message->setMargin(8);
    m_message->setProperty("card", true);
    m_message->setFrameShape(QFrame::StyledPanel);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->hide();
    m_notice->setText(tr("This library can only be read: you can search, look and listen, but "
                         "nothing is added or analysed. Make its file and folder writable to "
                         "change it."));
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(readingMargins(0, 0, 16, 0));
    m_notice->setProperty("secondary", true);
    m_notice->hide();
    column->addWidget(m_notice);

    auto* chipRow = new QHBoxLayout;
    chipRow->setContentsMargins(readingMargins(0, 0, 16, 0));
    chipRow->addWidget(m_chips, 1);
    m_facetsButton = new QPushButton(tr("Narrow down"), this);
    m_facetsButton->setProperty("flat", true);
    m_facetsButton->setCheckable(true);
    m_facetsButton->setToolTip(tr("Moods, artists, genres and years, with counts"));
    chipRow->addWidget(m_facetsButton);
    m_columns = new QPushButton(tr("Columns \u25be"), this);
    m_columns->setProperty("flat", true);
    m_columns->setMenu(m_table->columnMenu());
    chipRow->addWidget(m_columns);
    column->addLayout(chipRow);

    makeEmptyPages();
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_firstRun);
    m_pages->addWidget(m_nothingFound);
    m_pages->addWidget(m_absent);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_facets);
    middle->addWidget(m_pages, 1);
    column->addLayout(middle, 1);
    m_facets->hide();
    setTabOrder(m_search, m_chips);
    setTabOrder(m_chips, m_facetsButton);
    setTabOrder(m_facetsButton, m_columns);
    setTabOrder(m_columns, m_facets);
    setTabOrder(m_facets, m_table);

    connect(m_search, &SearchBox::queryChanged, this, [this] {
        m_model->setOrderedMood(moodIn(*m_search->query()));
        if (!countedQuery() && m_counts) m_chips->setCounts(*m_counts);
        Q_EMIT queryChanged();
    });
    // Nobody wants to be corrected in the middle of a word.
    m_errorTimer.setSingleShot(true);
    m_errorTimer.setInterval(kErrorPauseMs);
    connect(&m_errorTimer, &QTimer::timeout, this,
        [this] { showMessage(coreText(QString::fromStdString(m_search->error().sentence))); });
    m_tellTimer.setSingleShot(true);
    m_tellTimer.setInterval(kTellMs);
    connect(&m_tellTimer, &QTimer::timeout, m_message, &QWidget::hide);
    connect(m_search, &SearchBox::errorChanged, this, [this] {
        m_message->hide();
        if (m_search->error().sentence.empty())
            m_errorTimer.stop();
        else
            m_errorTimer.start();
    });
    connect(m_search, &SearchBox::left, this, [this] {
        m_table->setFocus();
        if (!m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
    connect(m_chips, &FilterChips::chosenChanged, this, &LibraryPage::queryChanged);
    connect(m_facetsButton, &QPushButton::toggled, this, [this] {
        updateState();
        Q_EMIT facetsWanted();
    });
    connect(m_facets, &FacetPanel::chosenChanged, this,
        [this](FacetGroup group) { writeClause(static_cast<std::size_t>(group)); });
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPage::followText);
    connect(this, &LibraryPage::queryChanged, this, &LibraryPage::facetsWanted);
    connect(this, &LibraryPage::queryChanged, this, [this] { m_asksAnew = true; });
    connect(m_model, &TrackListModel::orderWanted, this, [this](const TrackSort& order) {
        m_order = order;
        Q_EMIT queryChanged();
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const TrackId id = m_model->trackAt(index.row())) Q_EMIT trackOpened(id);
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &LibraryPage::showContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &LibraryPage::selectionChanged);
    updateState();
}

QWidget* LibraryPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(readingMargins(0, 0, 16, 0));
    row->setSpacing(12);
    row->addWidget(pageTitle(tr("Library"), head));
    m_summary->setProperty("secondary", true);
    row->addWidget(m_summary);
    row->addStretch(1);
    m_search->setMinimumWidth(240);
    m_search->setMaximumWidth(480);
    row->addWidget(m_search, 4);
    m_add = new QPushButton(tr("Add music \u2026"), head);
    connect(m_add, &QPushButton::clicked, this, &LibraryPage::addFolderWanted);
    row->addWidget(m_add);
    return head;
}

void LibraryPage::makeEmptyPages()
{
    m_firstRun->setSentence(tr("Your library is empty"),
        tr("Add a folder with music: its songs show up here at once, and their curves of valence "
           "(how pleasant) and arousal (how excited) as they are analysed; a thousand songs take "
           "about ten minutes on two processor cores. Files are only read, and nothing leaves "
           "this computer."));
    connect(m_firstRun->addButton(tr("Add a folder \u2026")), &QPushButton::clicked, this,
        &LibraryPage::addFolderWanted);
    m_demo = m_firstRun->addButton(tr("Try the demo pieces"));
    connect(m_demo, &QPushButton::clicked, this, &LibraryPage::demoWanted);

    m_nothingFound->setSentence(
        tr("No song is like that"), tr("Nothing in this part of the library fits the search."));
    connect(m_absent->addButton(tr("Look again")), &QPushButton::clicked, this,
        &LibraryPage::lookAgainWanted);
    connect(m_nothingFound->addButton(tr("Show all songs")), &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_chips->choose(LibraryPart::All);
        m_search->setFocus();
    });
}

void LibraryPage::setAbsent(const QString& file)
{
    m_isAbsent = true;
    m_absent->setSentence(tr("Your library is not there"),
        tr("%1 cannot be reached. If it is on a disk that is not connected, connect it and look "
           "again; nothing is lost.")
            .arg(file));
    updateState();
}

void LibraryPage::setReadOnly(bool isReadOnly)
{
    m_notice->setVisible(isReadOnly);
    m_add->setDisabled(isReadOnly);
}

void LibraryPage::setHasDemoPieces(bool hasDemoPieces)
{
    m_demo->setVisible(hasDemoPieces);
}

void LibraryPage::setCounts(const LibraryCounts& counts)
{
    m_counts = counts;
    m_isAbsent = false;
    if (!countedQuery()) m_chips->setCounts(counts); // else the search's own follow
    updateState();
}

std::optional<SearchNode> LibraryPage::countedQuery() const
{
    const auto& query = m_search->query();
    if (!query || query->kind == SearchNode::Kind::Everything) return std::nullopt;
    return query;
}

void LibraryPage::setCountsWithin(const LibraryCounts& counts)
{
    if (!countedQuery()) return;
    m_chips->setCounts(counts);
}

void LibraryPage::setFound(const TrackSearch::Found& found)
{
    m_found = found.total;
    m_isAbsent = false;
    m_table->setBeginsAnew(std::exchange(m_asksAnew, false));
    m_model->setTracks(found.ids, found.total);
    if (m_search->error().sentence.empty() && !m_tellTimer.isActive()) m_message->hide();
    updateState();
}

void LibraryPage::setError(const Error& error)
{
    showMessage(errorText(error));
}

void LibraryPage::showMessage(const QString& sentence)
{
    m_tellTimer.stop();
    m_message->setText(sentence);
    placeMessage();
    m_message->show();
    m_message->raise();
}

void LibraryPage::placeMessage()
{
    const QRect box = m_search->isHidden()
        ? QRect(16, 12, width() - 32, 32)
        : QRect(m_search->mapTo(this, QPoint()), m_search->size());
    const QSize size(box.width(), m_message->heightForWidth(box.width()));
    m_message->setGeometry(QRect(box.bottomLeft() + QPoint(0, 3), size));
}

void LibraryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Once the layout has placed the box.
    QMetaObject::invokeMethod(this, &LibraryPage::placeMessage, Qt::QueuedConnection);
}

void LibraryPage::updateState()
{
    const bool isFiltered
        = !m_search->text().trimmed().isEmpty() || m_chips->chosen() != LibraryPart::All;
    const bool isEmpty
        = m_isAbsent || (m_counts ? m_counts->tracks == 0 : m_found == 0 && !isFiltered);
    m_pages->setCurrentWidget(m_isAbsent ? static_cast<QWidget*>(m_absent)
            : isEmpty                    ? static_cast<QWidget*>(m_firstRun)
            : m_found && *m_found == 0   ? m_nothingFound
                                         : static_cast<QWidget*>(m_table));
    m_chips->setVisible(!isEmpty);
    m_add->setVisible(!m_isAbsent);
    m_columns->setVisible(!isEmpty);
    m_facetsButton->setVisible(!isEmpty);
    m_facets->setVisible(!isEmpty && m_facetsButton->isChecked());
    m_search->setVisible(!isEmpty);
    QString summary;
    if (m_counts && !isEmpty) {
        const auto tracks = static_cast<int>(m_counts->tracks);
        summary = isFiltered && m_found ? tr("%1 of %Ln song(s)", nullptr, tracks)
                                              .arg(number(static_cast<std::int64_t>(*m_found)))
            : m_counts->annotated == m_counts->tracks
            ? tr("%Ln song(s), all analysed", nullptr, tracks)
            : m_counts->failed > 0
            ? tr("%Ln song(s) \u00b7 %1 analysed, %2 could not be", nullptr, tracks)
                  .arg(number(m_counts->annotated), number(m_counts->failed))
            : tr("%Ln song(s) \u00b7 %1 analysed", nullptr, tracks)
                  .arg(number(m_counts->annotated));
    }
    m_summary->setText(summary);
}

std::optional<SearchNode> LibraryPage::query() const
{
    if (!m_search->query()) return std::nullopt;
    if (m_chips->chosen() == LibraryPart::All) return *m_search->query();
    SearchNode part = *parseSearch(partQuery(m_chips->chosen()));
    if (m_search->query()->kind == SearchNode::Kind::Everything) return part;
    SearchNode both { .kind = SearchNode::Kind::And };
    if (part.kind == SearchNode::Kind::And)
        both.children = std::move(part.children);
    else
        both.children.push_back(std::move(part));
    both.children.push_back(*m_search->query());
    return both;
}

std::optional<SearchNode> LibraryPage::inChosenPart(const QString& text) const
{
    const QString part = QString::fromLatin1(partQuery(m_chips->chosen()));
    const QString whole = part.isEmpty() ? text
        : text.trimmed().isEmpty()       ? part
                                         : QStringLiteral("%1 (%2)").arg(part, text);
    auto query = parseSearch(whole.toStdString());
    return query ? std::optional(std::move(*query)) : std::nullopt;
}

FacetQuestion LibraryPage::facetQuestion() const
{
    FacetQuestion question;
    if (m_facets->isHidden()) return question;
    QStringList texts;
    for (std::size_t group = 0; group < m_clauses.size(); ++group) {
        QString text = m_search->text();
        if (!m_clauses[group].isEmpty()) text.replace(m_clauses[group], QStringLiteral(" "));
        if (!texts.contains(text)) {
            auto query = inChosenPart(text);
            if (!query) return {};
            texts << text;
            question.queries.push_back(std::move(*query));
        }
        question.ofGroup[group] = static_cast<std::size_t>(texts.indexOf(text));
    }
    return question;
}

void LibraryPage::setFacets(const FacetQuestion& question, const std::vector<TrackFacets>& facets)
{
    std::array<TrackFacets, kFacetGroups> groups;
    for (std::size_t group = 0; group < groups.size(); ++group)
        groups[group] = facets.at(question.ofGroup[group]);
    m_facets->setFacets(groups);
}

void LibraryPage::showFacets(bool isOn)
{
    m_facetsButton->setChecked(isOn);
}

void LibraryPage::writeClause(std::size_t group)
{
    const QString clause = m_facets->clause(static_cast<FacetGroup>(group));
    const QString before = std::exchange(m_clauses[group], clause);
    QString text = m_search->text();
    const qsizetype at = before.isEmpty() ? -1 : text.indexOf(before);
    // What is chosen narrows all of "a or b", not only b.
    if (at < 0 && m_search->query() && m_search->query()->kind == SearchNode::Kind::Or)
        text = QStringLiteral("(%1)").arg(text.trimmed());
    if (at < 0)
        text = text.trimmed() + (text.trimmed().isEmpty() ? QString() : QStringLiteral(" "))
            + clause;
    else
        text.replace(at, before.size(), clause);
    m_search->setText(text.trimmed());
}

void LibraryPage::followText()
{
    for (std::size_t group = 0; group < m_clauses.size(); ++group) {
        if (m_clauses[group].isEmpty() || m_search->text().contains(m_clauses[group])) continue;
        m_clauses[group].clear();
        m_facets->clear(static_cast<FacetGroup>(group));
    }
}

void LibraryPage::search(const QString& text)
{
    m_search->setText(text);
}

void LibraryPage::restore(const Settings::Library& settings)
{
    m_table->setCompact(settings.isCompact);
    if (!settings.columns.isEmpty()) m_table->restoreColumns(settings.columns);
    m_search->setText(settings.query);
    if (m_search->query()) m_model->setOrderedMood(moodIn(*m_search->query()));
    m_facets->restore(settings.facets);
    for (std::size_t group = 0; group < m_clauses.size(); ++group)
        m_clauses[group] = m_facets->clause(static_cast<FacetGroup>(group));
    followText(); // what the text does not say is not chosen
    showFacets(settings.showsFacets);
    if (const auto order = m_table->restoreOrder(settings.order)) m_order = *order;
    if (settings.part >= 0 && settings.part < kLibraryParts)
        m_chips->choose(static_cast<LibraryPart>(settings.part));
    m_table->scrollToTop({ settings.topTrack });
}

void LibraryPage::store(Settings::Library& settings) const
{
    settings.isCompact = m_table->isCompact();
    settings.columns = m_table->columns();
    settings.query = m_search->text();
    settings.showsFacets = m_facetsButton->isChecked();
    settings.facets = m_facets->chosen();
    settings.order = m_table->order();
    settings.part = static_cast<int>(m_chips->chosen());
    settings.topTrack = m_table->topTrack().value;
}

std::vector<TrackId> LibraryPage::selectedTracks() const
{
    return m_table->selectedTracks();
}

TrackId LibraryPage::chosenTrack() const
{
    return m_model->trackAt(chosenCell(TrackColumn::Title).row());
}

QModelIndex LibraryPage::chosenCell(TrackColumn column) const
{
    const QItemSelectionModel* selection = m_table->selectionModel();
    if (!selection->hasSelection()) return {};
    const int current = m_table->currentIndex().row();
    const bool isSelected = current >= 0 && selection->isRowSelected(current);
    return m_model->index(
        isSelected ? current : selection->selection().constFirst().top(), static_cast<int>(column));
}

bool LibraryPage::isChosenRemoved() const
{
    const auto* row = static_cast<const TrackRow*>(
        chosenCell(TrackColumn::Title).data(TrackListModel::RowRole).value<const void*>());
    return row && row->isRemoved;
}

void LibraryPage::searchArtist()
{
    const QModelIndex cell = chosenCell(TrackColumn::Artist);
    if (!cell.isValid()) return;
    const QString condition = FacetPanel::condition(FacetGroup::Artists, cell.data().toString());
    if (condition.isEmpty()) return;
    m_chips->choose(LibraryPart::All);
    m_search->setText(condition);
}

void LibraryPage::tell(const QString& sentence)
{
    showMessage(sentence);
    m_tellTimer.start();
}

void LibraryPage::showContextMenu(const QPoint& at)
{
    if (m_songMenu && m_table->selectionModel()->hasSelection())
        m_songMenu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace circumplex
