#include "ui/plane/plane_side.h"

#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"
#include "ui/plane/plane_legend.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

PlaneSide::PlaneSide(QWidget* parent)
    : QWidget(parent)
    , m_model(new TrackListModel(this))
    , m_table(new TrackTable(*m_model, this))
    , m_selection(new QLabel(this))
    , m_note(new QLabel(this))
    , m_make(new QPushButton(tr("Make playlist…"), this))
    , m_play(new QPushButton(tr("Play"), this))
    , m_more(new QPushButton(tr("More \u25be"), this))
    , m_legend(new PlaneLegend(this))
    , m_occupancy(new QLabel(this))
{
    setFixedWidth(360);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(0, 12, 16, 12));
    column->setSpacing(8);
    makeHead(*column);
    makeTable();
    column->addWidget(m_table, 1);
    column->addWidget(m_legend);
    m_occupancy->setWordWrap(true);
    m_occupancy->setProperty("secondary", true);
    m_occupancy->setAccessibleName(tr("How the library lies on the plane"));
    m_occupancy->setContentsMargins(2, 0, 2, 0); // a sign at the very edge would be cut
    column->addWidget(m_occupancy);
    setSelection({});
}

void PlaneSide::makeHead(QVBoxLayout& column)
{
    setSectionFont(*m_selection);
    column.addWidget(m_selection);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : { m_play, m_make, m_more })
        row->addWidget(button);
    row->addStretch(1);
    column.addLayout(row);
    m_more->setToolTip(tr("What else can be done with the selected songs"));
    for (const QString& sentences :
        { tr("Draw around songs to list them; Shift draws a rectangle. The wheel zooms, the right "
             "button moves the plane."),
            tr("A double click or Ctrl+Enter opens a song, Enter lists those in the cursor's "
               "ring.") }) {
        auto* hint = new QLabel(sentences, this);
        hint->setWordWrap(true);
        hint->setProperty("secondary", true);
        column.addWidget(hint);
    }
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_note->hide();
    column.addWidget(m_note);
    connect(m_make, &QPushButton::clicked, this, [this] { askForName(m_selected); });
    connect(m_play, &QPushButton::clicked, this, [this] { Q_EMIT playWanted(currentTrack()); });
    connect(m_more, &QPushButton::clicked, this,
        [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_note, &QLabel::linkActivated, this, [this] { Q_EMIT playlistShown(m_playlist); });
}

void PlaneSide::makeTable()
{
    for (int at = 0; at < kTrackColumns; ++at)
        m_table->setWanted(static_cast<TrackColumn>(at), false);
    m_table->restoreColumns("title:130,artist:104,valence:42,arousal:42");
    // The plane's order until a head is clicked.
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setAccessibleName(tr("Selected songs"));
    const auto tellCurrent
        = [this] { Q_EMIT currentChanged(m_model->trackAt(m_table->currentIndex().row())); };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, tellCurrent);
    connect(m_model, &TrackListModel::modelReset, this, tellCurrent);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const TrackId id = m_model->trackAt(index.row())) Q_EMIT trackOpened(id);
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        const std::vector<TrackId> rows = m_table->selectedTracks();
        popUpMenu(m_table->viewport()->mapToGlobal(at), rows.empty() ? m_selected : rows);
    });
    connect(m_model, &TrackListModel::orderWanted, this, [this](const TrackSort& order) {
        m_order = order;
        if (!m_selected.empty()) Q_EMIT orderWanted(m_selected, order);
    });
}

void PlaneSide::setSelection(const std::vector<TrackId>& tracks, TrackId current)
{
    const bool isSame = tracks == m_selected;
    if (!isSame) {
        m_selected = tracks;
        m_model->setTracks(tracks, tracks.size());
    }
    makeCurrent(current);
    if (isSame && !tracks.empty()) return;
    for (QPushButton* button : { m_make, m_play, m_more })
        button->setEnabled(!tracks.empty());
    m_selection->setText(tracks.empty() ? tr("Nothing selected")
            : tracks.size() == 1
            ? tr("1 song selected")
            : tr("%1 songs selected")
                  .arg(QLocale().toString(static_cast<qlonglong>(tracks.size()))));
    setPlaylist({});
    if (m_order && tracks.size() > 1) Q_EMIT orderWanted(m_selected, *m_order);
}

void PlaneSide::setOrdered(const std::vector<TrackId>& of, std::vector<TrackId> tracks)
{
    if (of != m_selected) return;
    const TrackId current = m_model->trackAt(m_table->currentIndex().row());
    const std::size_t count = tracks.size();
    m_model->setTracks(std::move(tracks), count);
    makeCurrent(current);
}

void PlaneSide::makeCurrent(TrackId track)
{
    const std::vector<TrackId>& rows = m_model->tracks();
    const auto at = std::ranges::find(rows, track);
    if (!track || at == rows.end()) return;
    m_table->setCurrentIndex(m_model->index(static_cast<int>(at - rows.begin()), 0));
    // Rows that have just come have no place yet.
    QMetaObject::invokeMethod(
        m_table, [this] { m_table->scrollTo(m_table->currentIndex()); }, Qt::QueuedConnection);
}

TrackId PlaneSide::currentTrack() const
{
    const TrackId current = m_model->trackAt(m_table->currentIndex().row());
    return current ? current : m_model->trackAt(0);
}

void PlaneSide::showMenu(const QPoint& globalPlace)
{
    popUpMenu(globalPlace, m_selected);
}

void PlaneSide::popUpMenu(const QPoint& globalPlace, const std::vector<TrackId>& tracks)
{
    if (tracks.empty()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, tracks);
    menu->popup(globalPlace);
}

void PlaneSide::fillMenu(QMenu& menu, const std::vector<TrackId>& tracks)
{
    const TrackId current = currentTrack();
    const TrackId one
        = std::ranges::find(tracks, current) != tracks.end() ? current : tracks.front();
    menu.addAction(tr("%Ln song(s)", nullptr, static_cast<int>(tracks.size())))->setEnabled(false);
    menu.addSeparator();
    menu.addAction(tr("Open"), this, [this, one] { Q_EMIT trackOpened(one); });
    menu.addAction(tr("Play"), this, [this, one] { Q_EMIT playWanted(one); });
    menu.addAction(tr("Show in the library, with all others in their box"), this,
        [this, tracks] { Q_EMIT libraryWanted(tracks); });
    menu.addAction(
        tr("Analyse again"), this, [this, tracks] { Q_EMIT analyseAgainWanted(tracks); });
    menu.addSeparator();
    menu.addAction(tr("Make playlist…"), this, [this, tracks] { askForName(tracks); });
    menu.addAction(
        tr("Add to a playlist…"), this, [this, tracks] { Q_EMIT additionWanted(tracks); });
    menu.addAction(tr("Copy paths"), this, [this, tracks] { Q_EMIT copyPathsWanted(tracks); });
}

void PlaneSide::setOccupancy(const QString& sentences)
{
    m_occupancy->setText(sentences);
}

void PlaneSide::setPlaylist(const QString& name)
{
    m_playlist = name;
    m_note->setVisible(!name.isEmpty());
    if (!name.isEmpty())
        m_note->setText(tr("“%1” is saved. <a href=\"#\">Show it in the library</a>")
                            .arg(name.toHtmlEscaped()));
}

void PlaneSide::setPlaylistError(const QString& sentence)
{
    m_playlist.clear();
    m_note->setText(tr("The playlist was not saved. %1").arg(sentence).toHtmlEscaped());
    m_note->show();
}

void PlaneSide::askForName(const std::vector<TrackId>& tracks)
{
    bool isGiven = false;
    QString name = QInputDialog::getText(this, tr("Make a playlist"),
        tr("A name for these %n song(s):", nullptr, static_cast<int>(tracks.size())),
        QLineEdit::Normal, tr("From the plane"), &isGiven)
                       .trimmed();
    // A search for playlist:"..." must be able to name it.
    name.replace(u'"', u'\'');
    if (isGiven && !name.isEmpty()) Q_EMIT playlistWanted(name, tracks);
}

} // namespace circumplex
