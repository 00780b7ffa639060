#include "ui/plane/plane_side.h"

#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"
#include "ui/plane/plane_legend.h"

#include <QInputDialog>
#include <QLabel>
#include <QLocale>
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
    , m_legend(new PlaneLegend(this))
    , m_occupancy(new QLabel(this))
{
    setFixedWidth(360);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(0, 12, 16, 12));
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    setSectionFont(*m_selection);
    row->addWidget(m_selection, 1);
    row->addWidget(m_make);
    column->addLayout(row);
    auto* hint = new QLabel(
        tr("Draw around songs to list them; Shift draws a rectangle. The wheel zooms, the right "
           "button moves the plane. A double click or Ctrl+Enter opens a song, Enter lists those "
           "in the cursor's ring."),
        this);
    hint->setWordWrap(true);
    hint->setProperty("secondary", true);
    column->addWidget(hint);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_note->hide();
    column->addWidget(m_note);
    for (int at = 0; at < kTrackColumns; ++at)
        m_table->setWanted(static_cast<TrackColumn>(at), false);
    for (const TrackColumn wanted : { TrackColumn::Valence, TrackColumn::Arousal })
        m_table->setWanted(wanted, true);
    m_table->setSortingEnabled(false);
    m_table->setAccessibleName(tr("Selected songs"));
    column->addWidget(m_table, 1);
    column->addWidget(m_legend);
    m_occupancy->setWordWrap(true);
    m_occupancy->setProperty("secondary", true);
    m_occupancy->setAccessibleName(tr("How the library lies on the plane"));
    column->addWidget(m_occupancy);

    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const TrackId id = m_model->trackAt(index.row())) Q_EMIT trackOpened(id);
    });
    const auto tellCurrent
        = [this] { Q_EMIT currentChanged(m_model->trackAt(m_table->currentIndex().row())); };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, tellCurrent);
    connect(m_model, &TrackListModel::modelReset, this, tellCurrent);
    connect(m_make, &QPushButton::clicked, this, &PlaneSide::askForName);
    connect(m_note, &QLabel::linkActivated, this, [this] { Q_EMIT playlistShown(m_playlist); });
    setSelection({});
}

void PlaneSide::setSelection(const std::vector<TrackId>& tracks, TrackId current)
{
    const bool isSame = tracks == m_model->tracks();
    if (!isSame) m_model->setTracks(tracks, tracks.size());
    if (const auto at = std::ranges::find(tracks, current); at != tracks.end())
        m_table->setCurrentIndex(m_model->index(static_cast<int>(at - tracks.begin()), 0));
    if (isSame && !tracks.empty()) return; // the same songs again
    m_make->setEnabled(!tracks.empty());
    m_selection->setText(tracks.empty() ? tr("Nothing selected")
            : tracks.size() == 1
            ? tr("1 song selected")
            : tr("%1 songs selected")
                  .arg(QLocale().toString(static_cast<qlonglong>(tracks.size()))));
    setPlaylist({});
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

void PlaneSide::askForName()
{
    bool isGiven = false;
    QString name = QInputDialog::getText(this, tr("Make a playlist"),
        tr("A name for these %n song(s):", nullptr, static_cast<int>(m_model->tracks().size())),
        QLineEdit::Normal, tr("From the plane"), &isGiven)
                       .trimmed();
    // A search for playlist:"..." must be able to name it.
    name.replace(u'"', u'\'');
    if (isGiven && !name.isEmpty()) Q_EMIT playlistWanted(name, m_model->tracks());
}

} // namespace circumplex
