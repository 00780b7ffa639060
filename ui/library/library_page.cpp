#include "ui/library/library_page.h"

#include "ui/common/core_text.h"
#include "ui/common/empty_page.h"
#include "ui/common/error_text.h"
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

QString number(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

} // namespace

LibraryPage::LibraryPage(QWidget* parent)
    : QWidget(parent)
    , m_search(new SearchBox(this))
    , m_chips(new FilterChips(this))
    , m_model(new TrackListModel(this))
    , m_table(new TrackTable(*m_model, this))
    , m_summary(new QLabel(this))
    , m_message(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_firstRun(new EmptyPage(EmptyPage::Picture::Curves, this))
    , m_nothingFound(new EmptyPage(EmptyPage::Picture::Nothing, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeHead());
    m_message->setWordWrap(true);
    m_message->setContentsMargins(0, 0, 16, 0);
    m_message->hide();
    column->addWidget(m_message);

    auto* chipRow = new QHBoxLayout;
    chipRow->setContentsMargins(0, 0, 16, 0);
    chipRow->addWidget(m_chips, 1);
    m_columns = new QPushButton(tr("Columns \u25be"), this);
    m_columns->setProperty("flat", true);
    m_columns->setMenu(m_table->columnMenu());
    chipRow->addWidget(m_columns);
    column->addLayout(chipRow);

    makeEmptyPages();
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_firstRun);
    m_pages->addWidget(m_nothingFound);
    column->addWidget(m_pages, 1);
    setTabOrder(m_search, m_chips);
    setTabOrder(m_chips, m_columns);
    setTabOrder(m_columns, m_table);

    connect(m_search, &SearchBox::queryChanged, this, &LibraryPage::queryChanged);
    // Nobody wants to be corrected in the middle of a word.
    m_errorTimer.setSingleShot(true);
    m_errorTimer.setInterval(kErrorPauseMs);
    connect(&m_errorTimer, &QTimer::timeout, this, [this] {
        m_message->setText(coreText(QString::fromStdString(m_search->error().sentence)));
        m_message->show();
    });
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
    row->setContentsMargins(0, 0, 16, 0);
    row->setSpacing(12);
    auto* title = new QLabel(tr("Library"), head);
    QFont font = title->font();
    font.setPointSizeF(15.0);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    row->addWidget(title);
    m_summary->setProperty("secondary", true);
    row->addWidget(m_summary);
    row->addStretch(1);
    m_search->setMinimumWidth(240);
    m_search->setMaximumWidth(480);
    row->addWidget(m_search, 4);
    auto* add = new QPushButton(tr("Add music \u2026"), head);
    connect(add, &QPushButton::clicked, this, &LibraryPage::addFolderWanted);
    row->addWidget(add);
    return head;
}

void LibraryPage::makeEmptyPages()
{
    m_firstRun->setSentence(tr("Your library is empty"),
        tr("Add a folder with music: its songs show up here at once, and their curves of valence "
           "(how pleasant) and arousal (how excited) as they are analysed. Files are only read, "
           "and nothing leaves this computer."));
    connect(m_firstRun->addButton(tr("Add a folder \u2026")), &QPushButton::clicked, this,
        &LibraryPage::addFolderWanted);
    m_demo = m_firstRun->addButton(tr("Try the demo pieces"));
    connect(m_demo, &QPushButton::clicked, this, &LibraryPage::demoWanted);

    m_nothingFound->setSentence(
        tr("No song is like that"), tr("Nothing in this part of the library fits the search."));
    connect(m_nothingFound->addButton(tr("Show all songs")), &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_chips->choose(LibraryPart::All);
        m_search->setFocus();
    });
}

void LibraryPage::setHasDemoPieces(bool hasDemoPieces)
{
    m_demo->setVisible(hasDemoPieces);
}

void LibraryPage::setCounts(const LibraryCounts& counts)
{
    m_counts = counts;
    m_chips->setCounts(counts);
    updateState();
}

void LibraryPage::setFound(const TrackSearch::Found& found)
{
    m_found = found.total;
    m_model->setTracks(found.ids, found.total);
    if (m_search->error().sentence.empty()) m_message->hide();
    updateState();
}

void LibraryPage::setError(const Error& error)
{
    m_message->setText(errorText(error));
    m_message->show();
}

void LibraryPage::updateState()
{
    const bool isFiltered
        = !m_search->text().trimmed().isEmpty() || m_chips->chosen() != LibraryPart::All;
    const bool isEmpty = m_counts ? m_counts->tracks == 0 : m_found == 0 && !isFiltered;
    m_pages->setCurrentWidget(isEmpty  ? static_cast<QWidget*>(m_firstRun)
            : m_found && *m_found == 0 ? m_nothingFound
                                       : static_cast<QWidget*>(m_table));
    m_chips->setVisible(!isEmpty);
    m_columns->setVisible(!isEmpty);
    m_search->setVisible(!isEmpty);
    QString summary;
    if (m_counts && !isEmpty) {
        const auto tracks = static_cast<int>(m_counts->tracks);
        summary = isFiltered && m_found ? tr("%1 of %Ln song(s)", nullptr, tracks)
                                              .arg(number(static_cast<std::int64_t>(*m_found)))
            : m_counts->annotated == m_counts->tracks
            ? tr("%Ln song(s), all analysed", nullptr, tracks)
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

void LibraryPage::search(const QString& text)
{
    m_search->setText(text);
}

void LibraryPage::restore(const Settings::Library& settings)
{
    m_table->setCompact(settings.isCompact);
    if (!settings.columns.isEmpty()) m_table->restoreColumns(settings.columns);
    m_search->setText(settings.query);
}

void LibraryPage::store(Settings::Library& settings) const
{
    settings.isCompact = m_table->isCompact();
    settings.columns = m_table->columns();
    settings.query = m_search->text();
}

std::vector<TrackId> LibraryPage::selectedTracks() const
{
    return m_table->selectedTracks();
}

void LibraryPage::showContextMenu(const QPoint& at)
{
    const std::vector<TrackId> tracks = selectedTracks();
    if (tracks.empty()) return;
    QMenu menu(this);
    if (tracks.size() == 1)
        menu.addAction(tr("Open"), this, [this, tracks] { Q_EMIT trackOpened(tracks.front()); });
    menu.addAction(
        tr("Analyse first"), this, [this, tracks] { Q_EMIT analyseFirstWanted(tracks); });
    menu.addSeparator();
    menu.addAction(tr("Show in file manager"), this,
        [this, tracks] { Q_EMIT showInFolderWanted(tracks.front()); });
    menu.addAction(tracks.size() == 1 ? tr("Copy path") : tr("Copy paths"), this,
        [this, tracks] { Q_EMIT copyPathsWanted(tracks); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace circumplex
