#include "ui/label/sitting_songs.h"

#include "ui/common/heading.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::size_t kMostListed = 200;

} // namespace

SittingSongs::SittingSongs(QWidget* parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_table(new QTableWidget(0, 2, this))
{
    auto* right = new QVBoxLayout(this);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    QLabel* head = sectionTitle(tr("Songs of this sitting"), this);
    right->addWidget(head);
    m_note->setWordWrap(true);
    m_note->setProperty("secondary", true);
    right->addWidget(m_note);
    m_table->setAccessibleName(head->text());
    m_table->setHorizontalHeaderLabels({ tr("Song"), tr("Why it is suggested") });
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(28);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    // Nothing that is said of a song is cut: the current row is as high as its words.
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before) {
        if (row == before) return;
        if (before >= 0)
            m_table->setRowHeight(before, m_table->verticalHeader()->defaultSectionSize());
        if (row >= 0) m_table->resizeRowToContents(row);
    });
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    right->addWidget(m_table, 1);
}

void SittingSongs::setSongs(LabelPlan::Songs source, const std::vector<LabelSong>& songs)
{
    const std::size_t listed = std::min(songs.size(), kMostListed);
    const bool isCut = listed < songs.size();
    m_table->setRowCount(static_cast<int>(listed) + (isCut ? 1 : 0));
    const bool isAgain = source == LabelPlan::Songs::Again;
    m_table->setColumnHidden(1, !isAgain && source != LabelPlan::Songs::Suggested);
    m_table->horizontalHeaderItem(1)->setText(
        isAgain ? tr("Last rated") : tr("Why it is suggested"));
    for (std::size_t i = 0; i < listed; ++i) {
        auto* title = new QTableWidgetItem(songs[i].title);
        auto* reason = new QTableWidgetItem(songs[i].why);
        title->setToolTip(songs[i].title);
        reason->setToolTip(songs[i].why);
        m_table->setItem(static_cast<int>(i), 0, title);
        m_table->setItem(static_cast<int>(i), 1, reason);
    }
    if (isCut)
        m_table->setItem(static_cast<int>(listed), 0,
            new QTableWidgetItem(
                tr("… and %1 more")
                    .arg(QLocale().toString(static_cast<qlonglong>(songs.size() - listed)))));
    switch (source) {
    case LabelPlan::Songs::Suggested:
        m_note->setText(songs.empty()
                ? tr("Nothing to suggest yet: suggestions need analysed songs that this person "
                     "has not rated.")
                : tr("Analysed songs that this person has not rated, the most useful first."));
        break;
    case LabelPlan::Songs::Again:
        m_note->setText(songs.empty()
                ? tr("Nothing yet: a song is offered here a week after this person rated it.")
                : tr("What you say now is kept beside what you said then, and shows how far you "
                     "agree with yourself. The oldest come first."));
        break;
    case LabelPlan::Songs::Selected:
        m_note->setText(songs.empty() ? tr("No song is selected. Select some in the library.")
                                      : tr("In the order of the library."));
        break;
    case LabelPlan::Songs::Found:
        m_note->setText(songs.empty() ? tr("The library's search finds no song.")
                                      : tr("In the order of the library."));
        break;
    }
}

} // namespace circumplex
