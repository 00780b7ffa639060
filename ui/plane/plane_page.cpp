#include "ui/plane/plane_page.h"

#include "ui/common/theme.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/track_hover_card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace circumplex {

namespace {

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(QLocale().toString(100.0 * share, 'f', 0));
}

} // namespace

PlanePage::PlanePage(QWidget* parent)
    : QWidget(parent)
    , m_plane(new LibraryPlane(this))
    , m_model(new TrackListModel(this))
    , m_table(new TrackTable(*m_model, this))
    , m_card(new TrackHoverCard(this))
    , m_summary(new QLabel(this))
    , m_occupancy(new QLabel(this))
    , m_selection(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 16, 0);
    head->setSpacing(12);
    auto* title = new QLabel(tr("Plane"), this);
    QFont font = title->font();
    font.setPointSizeF(15.0);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    head->addWidget(title);
    m_summary->setProperty("secondary", true);
    head->addWidget(m_summary);
    head->addStretch();
    auto* words = new QCheckBox(tr("Mood words"), this);
    words->setChecked(true);
    connect(words, &QCheckBox::toggled, m_plane, &LibraryPlane::setWordsShown);
    head->addWidget(words);
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_plane, 1);
    row->addWidget(makeSide());
    column->addLayout(row, 1);

    connect(m_plane, &LibraryPlane::selected, this, &PlanePage::setSelection);
    connect(m_plane, &LibraryPlane::trackOpened, this, &PlanePage::trackOpened);
    connect(m_plane, &LibraryPlane::hovered, this, [this](TrackId track, const QPoint& place) {
        m_cardTrack = track;
        m_cardPlace = place;
        if (track)
            Q_EMIT cardWanted(track);
        else
            m_card->hide();
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const TrackId id = m_model->trackAt(index.row())) Q_EMIT trackOpened(id);
    });
    setSelection({});
    setPoints({});
}

QWidget* PlanePage::makeSide()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(340);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 12, 0, 0);
    QFont font = m_selection->font();
    font.setPointSizeF(11.0);
    font.setWeight(QFont::DemiBold);
    m_selection->setFont(font);
    column->addWidget(m_selection);
    auto* hint = new QLabel(
        tr("Draw around songs to list them; Shift draws a rectangle. The wheel zooms, the right "
           "button moves the plane."),
        side);
    hint->setWordWrap(true);
    hint->setProperty("secondary", true);
    column->addWidget(hint);
    for (int at = 0; at < kTrackColumns; ++at)
        m_table->setWanted(static_cast<TrackColumn>(at), false);
    for (const TrackColumn wanted : { TrackColumn::Valence, TrackColumn::Arousal })
        m_table->setWanted(wanted, true);
    m_table->setSortingEnabled(false);
    m_table->setAccessibleName(tr("Selected songs"));
    column->addWidget(m_table, 1);
    m_occupancy->setWordWrap(true);
    m_occupancy->setProperty("secondary", true);
    m_occupancy->setContentsMargins(0, 8, 16, 12);
    column->addWidget(m_occupancy);
    return side;
}

void PlanePage::setPoints(std::vector<EmotionPoint> points)
{
    m_plane->setPoints(PlanePoints(std::move(points)));
    const PlanePoints& shown = m_plane->points();
    m_summary->setText(shown.isEmpty()
            ? tr("no analysed songs yet")
            : tr("%1 analysed songs")
                  .arg(QLocale().toString(static_cast<qlonglong>(shown.size()))));
    if (shown.isEmpty()) {
        m_occupancy->setText(tr("Songs appear here as they are analysed."));
        return;
    }
    const PlaneOccupancy occupancy = shown.occupancy();
    QStringList shares;
    for (std::size_t quarter = 0; quarter < 4; ++quarter)
        shares << QStringLiteral("%1 %2").arg(
            palette::quarterName(static_cast<palette::Quarter>(quarter)),
            percent(occupancy.quarters[quarter]));
    m_occupancy->setText(tr("Your library: %1. It reaches %2 of the plane, counted in squares of "
                            "half a point.")
                             .arg(shares.join(QStringLiteral(", ")), percent(occupancy.covered)));
}

void PlanePage::setSelection(const std::vector<TrackId>& tracks)
{
    m_model->setTracks(tracks, tracks.size());
    m_selection->setText(tracks.empty() ? tr("Nothing selected")
            : tracks.size() == 1
            ? tr("1 song selected")
            : tr("%1 songs selected")
                  .arg(QLocale().toString(static_cast<qlonglong>(tracks.size()))));
}

void PlanePage::setError(const QString& sentence)
{
    m_occupancy->setText(sentence);
}

void PlanePage::showCard(const TrackRow& row, const Sparkline& curve)
{
    if (row.id == m_cardTrack) m_card->showAt(m_cardPlace, row, curve);
}

} // namespace circumplex
