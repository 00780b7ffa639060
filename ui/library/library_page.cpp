#include "ui/library/library_page.h"

#include "ui/common/core_text.h"
#include "ui/common/elided_label.h"
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
    , m_summary(new ElidedLabel(this))
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
        followMood();
        if (!countedQuery() && m_counts) m_chips->setCounts(*m_counts);
        Q_EMIT queryChanged();
    });
    // Nobody wants to be corrected in the middle of a word.
    m_errorTimer.setSingleShot(true);
    m_errorTimer.setInterval(kErrorPauseMs);
    connect(&m_errorTimer, &QTimer::timeout, this, [this] {
        if (m_search->isCompleting()) return m_errorTimer.start();
        showMessage(coreText(QString::fromStdString(m_search->error().sentence)));
    });
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
