#include "ui/plane/plane_page.h"

#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/library/search_box.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/plane_legend.h"
#include "ui/plane/plane_side.h"
#include "ui/plane/plane_summary.h"
#include "ui/plane/track_hover_card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace circumplex {

namespace {

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

} // namespace

PlanePage::PlanePage(QWidget* parent)
    : QWidget(parent)
    , m_plane(new LibraryPlane(this))
    , m_side(new PlaneSide(this))
    , m_card(new TrackHoverCard(this))
    , m_search(new SearchBox(this))
    , m_colouring(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_message(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(16, 12, 0, 0));
    column->setSpacing(4);
    column->addWidget(makeHead());
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_plane, 1);
    row->addWidget(m_side);
    column->addLayout(row, 1);

    connect(m_search, &SearchBox::queryChanged, this, &PlanePage::queryChanged);
    connect(m_search, &SearchBox::errorChanged, this, [this] {
        const std::string& sentence = m_search->error().sentence;
        m_message->setText(QString::fromStdString(sentence));
        m_message->setVisible(!sentence.empty());
    });
    connect(m_search, &SearchBox::left, m_plane, [this] { m_plane->setFocus(); });
    connect(m_colouring, &QComboBox::currentIndexChanged, this, [this] {
        m_plane->edit([this](PlaneScene& scene) {
            scene.colouring = colouring();
            scene.groups.reset();
        });
        describe();
        Q_EMIT colouringChanged();
    });
    connect(m_plane, &LibraryPlane::selected, m_side, &PlaneSide::setSelection);
    connect(m_plane, &LibraryPlane::selectedAgain, m_side, &PlaneSide::setSelection);
    connect(m_side, &PlaneSide::currentChanged, m_plane, &LibraryPlane::setCurrent);
    connect(m_side, &PlaneSide::libraryWanted, this, &PlanePage::showInLibrary);
    connect(m_plane, &LibraryPlane::menuWanted, this, [this](TrackId track, const QPoint& place) {
        // A song beside the selection is meant alone.
        const std::vector<TrackId>& selection = m_side->selection();
        if (track && std::ranges::find(selection, track) == selection.end()) m_plane->pick(track);
        m_side->showMenu(place);
    });
    connect(m_plane, &LibraryPlane::lookChanged, this, &PlanePage::describe);
    connect(m_plane, &LibraryPlane::trackOpened, this, &PlanePage::trackOpened);
    connect(m_side, &PlaneSide::trackOpened, this, &PlanePage::trackOpened);
    connect(m_plane, &LibraryPlane::hovered, this, [this](TrackId track, const QPoint& place) {
        m_cardTrack = track;
        m_cardPlace = place;
        if (track)
            Q_EMIT cardWanted(track);
        else
            m_card->hide();
    });
    setPoints(std::make_shared<const PlanePoints>());
}

QWidget* PlanePage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(readingMargins(0, 0, 16, 0));
    row->setSpacing(12);
    row->addWidget(pageTitle(tr("Plane"), head));
    m_summary->setProperty("secondary", true);
    row->addWidget(m_summary);
    row->addStretch(1);
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(400);
    m_search->setAccessibleName(tr("Search on the plane"));
    row->addWidget(m_search, 4);
    m_colouring->addItem(tr("Colour: corner"), int(PlaneScene::Colouring::Quarter));
    m_colouring->addItem(tr("Colour: genre"), int(PlaneScene::Colouring::Genre));
    m_colouring->addItem(tr("Colour: year"), int(PlaneScene::Colouring::Decade));
    m_colouring->setAccessibleName(tr("What the colour of a song means"));
    m_colouring->setToolTip(m_colouring->accessibleName());
    m_colouring->setMinimumHeight(30);
    row->addWidget(m_colouring);
    auto* words = new QCheckBox(tr("Mood words"), head);
    words->setChecked(true);
    connect(words, &QCheckBox::toggled, m_plane,
        [this](bool isOn) { m_plane->edit([isOn](PlaneScene& scene) { scene.hasWords = isOn; }); });
    row->addWidget(words);
    return head;
}

TrackListModel& PlanePage::model()
{
    return m_side->model();
}

PlaneScene::Colouring PlanePage::colouring() const
{
    return static_cast<PlaneScene::Colouring>(m_colouring->currentData().toInt());
}

std::optional<SearchNode> PlanePage::query() const
{
    return m_search->query();
}

void PlanePage::setPoints(std::shared_ptr<const PlanePoints> points)
{
    m_plane->edit([&](PlaneScene& scene) { scene.points = std::move(points); });
    const PlanePoints& shown = *m_plane->scene().points;
    m_side->setOccupancy(
        shown.isEmpty() ? tr("Songs appear here as they are analysed.") : occupancyText(shown));
    describe();
}

void PlanePage::setHits(std::shared_ptr<const PlanePoints> hits)
{
    m_plane->edit([&](PlaneScene& scene) { scene.hits = std::move(hits); });
    describe();
}

void PlanePage::setGroups(std::shared_ptr<const TrackGroups> groups)
{
    m_plane->edit([&](PlaneScene& scene) { scene.groups = std::move(groups); });
    describe();
}

void PlanePage::setTrail(const QString& title, std::shared_ptr<const EmotionCurve> curve)
{
    m_trailTitle = curve ? title : QString();
    m_plane->edit([&](PlaneScene& scene) { scene.trail = std::move(curve); });
    setPlayhead(0.0);
    describe();
}

void PlanePage::setPlayhead(double seconds)
{
    const EmotionCurve* trail = m_plane->scene().trail.get();
    if (!trail || trail->valence.empty()) return m_plane->setPlayhead(std::nullopt);
    const double place = std::clamp((seconds - trail->startSeconds) / trail->hopSeconds, 0.0,
        static_cast<double>(trail->valence.size() - 1));
    const auto left = static_cast<std::size_t>(place);
    const std::size_t right = std::min(left + 1, trail->valence.size() - 1);
    const double share = place - static_cast<double>(left);
    const auto between = [&](const std::vector<float>& values) {
        return static_cast<double>(values[left]) * (1.0 - share)
            + static_cast<double>(values[right]) * share;
    };
    m_plane->setPlayhead(QPointF(between(trail->valence), between(trail->arousal)));
}

/// In words, for the head of the page and for those who do not see it.
void PlanePage::describe()
{
    const PlaneScene& scene = m_plane->scene();
    m_summary->setText(scene.points->isEmpty() ? tr("no analysed songs yet")
            : scene.hits                       ? tr("%1 of %2 analysed songs")
                               .arg(number(scene.hits->size()), number(scene.points->size()))
                         : tr("%1 analysed songs").arg(number(scene.points->size())));
    m_side->legend().setScene(scene, m_plane->showsDots(), m_trailTitle);
    QStringList sentences { m_summary->text() };
    if (!scene.points->isEmpty()) sentences << occupancyText(*scene.points);
    if (!m_trailTitle.isEmpty()) sentences << tr("The way of “%1” is drawn.").arg(m_trailTitle);
    sentences << tr(
        "Arrows move a cursor, with Shift they span a rectangle, with Control they move the plane. "
        "Enter selects the songs near the cursor, Control and Enter opens the nearest. Plus and "
        "minus zoom, 0 shows all.");
    m_plane->setOverview(sentences.join(QLatin1Char(' ')));
}

void PlanePage::showInLibrary(const std::vector<TrackId>& tracks)
{
    const std::set<TrackId> wanted(tracks.begin(), tracks.end());
    double left = 9.0, right = 1.0, low = 9.0, high = 1.0;
    m_plane->scene().reachable().visit({ 0.0, 0.0, 10.0, 10.0 }, [&](const EmotionPoint& point) {
        if (!wanted.contains(point.id)) return;
        left = std::min(left, static_cast<double>(point.valence));
        right = std::max(right, static_cast<double>(point.valence));
        low = std::min(low, static_cast<double>(point.arousal));
        high = std::max(high, static_cast<double>(point.arousal));
    });
    // Rounded outwards: nobody at the edge is lost.
    const auto range = [](double first, double last) {
        return QStringLiteral("%1..%2")
            .arg(std::floor(first * 1000.0) / 1000.0, 0, 'f', 3)
            .arg(std::ceil(last * 1000.0) / 1000.0, 0, 'f', 3);
    };
    QString query
        = QStringLiteral("valence:%1 arousal:%2").arg(range(left, right), range(low, high));
    if (const QString text = m_search->text().trimmed(); m_plane->scene().hits && !text.isEmpty())
        query = QStringLiteral("(%1) %2").arg(text, query);
    Q_EMIT libraryWanted(query);
}

void PlanePage::setError(const QString& sentence)
{
    m_side->setOccupancy(sentence);
}

void PlanePage::showCard(const TrackRow& row, const Sparkline& curve)
{
    if (row.id != m_cardTrack) return;
    m_card->showAt(m_cardPlace, row, curve);
    const QString title = row.title.empty()
        ? QFileInfo(QString::fromStdString(row.path)).completeBaseName()
        : QString::fromStdString(row.title);
    m_plane->setCursorSong(row.id,
        row.artist.empty()
            ? title
            : QStringLiteral("%1 \u2013 %2").arg(title, QString::fromStdString(row.artist)));
}

} // namespace circumplex
