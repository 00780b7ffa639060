#include "ui/plane/plane_presenter.h"

#include "core/services/library_reader.h"
#include "core/services/path_text.h"
#include "ui/common/error_text.h"
#include "ui/library/track_list_model.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/plane_page.h"
#include "ui/plane/plane_side.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kPauseMs = 2000;
constexpr int kPauses
    = 10; ///< at least so many times as long as reading takes, between two readings

/// Those of `points` whose tracks are named.
std::shared_ptr<const PlanePoints> among(
    const PlanePoints& points, const std::vector<TrackId>& tracks)
{
    std::vector<bool> isNamed;
    for (const TrackId track : tracks) {
        const auto id = static_cast<std::size_t>(track.value);
        if (id >= isNamed.size()) isNamed.resize(id + 1 + id / 2, false);
        isNamed[id] = true;
    }
    std::vector<EmotionPoint> named;
    points.visit({ 0.0, 0.0, 10.0, 10.0 }, [&](const EmotionPoint& point) {
        const auto id = static_cast<std::size_t>(point.id.value);
        if (id < isNamed.size() && isNamed[id]) named.push_back(point);
    });
    return std::make_shared<const PlanePoints>(std::move(named));
}

} // namespace

PlanePresenter::PlanePresenter(PlanePage& page, LibraryReader& reader, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_reader(reader)
    , m_runner(*this, 1)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kPauseMs);
    connect(&m_later, &QTimer::timeout, this, &PlanePresenter::refresh);
    connect(&page, &PlanePage::queryChanged, this, [this] {
        m_shown.clear();
        findHits();
    });
    connect(&page.plane(), &LibraryPlane::selected, this, [this] {
        if (!std::exchange(m_shown, {}).empty()) findHits();
    });
    connect(&page, &PlanePage::colouringChanged, this, &PlanePresenter::readGroups);
    TrackListModel& model = page.model();
    connect(&model, &TrackListModel::rowsWanted, this,
        [this, &model](const std::vector<TrackId>& wanted) {
            m_reader.rows(this, wanted, [&model, wanted](auto rows) {
                model.putRows(wanted, rows ? std::move(*rows) : std::vector<TrackRow> {});
            });
        });
    connect(&page.side(), &PlaneSide::orderWanted, this,
        [this](const std::vector<TrackId>& tracks, const TrackSort& order) {
            m_reader.ordered(this, tracks, order, [this, tracks](auto ordered) {
                if (ordered) m_page.side().setOrdered(tracks, std::move(*ordered));
            });
        });
    connect(&page.side(), &PlaneSide::copyPathsWanted, this,
        [this](const std::vector<TrackId>& tracks) {
            m_reader.paths(this, tracks, [](const auto& paths) {
                if (!paths) return;
                QStringList lines;
                for (const auto& path : *paths)
                    lines << textOf(path);
                QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
            });
        });
    connect(&page, &PlanePage::cardWanted, this, [this](TrackId track) {
        m_reader.rows(this, { track }, [this, track](const auto& rows) {
            if (!rows || rows->empty()) return;
            m_reader.sparklines(this, { track }, [this, row = rows->front()](const auto& curves) {
                m_page.showCard(row, curves && !curves->empty() ? curves->front() : Sparkline {});
            });
        });
    });
}

void PlanePresenter::showTracks(std::vector<TrackId> tracks)
{
    m_shown = std::move(tracks);
    m_page.plane().forgetLine();
    m_page.side().setSelection(m_shown);
    findHits();
}

void PlanePresenter::refreshSoon()
{
    // A page that is shown again is refreshed anyway.
    if (m_page.isVisible() && !m_later.isActive()) m_later.start();
}

void PlanePresenter::refresh()
{
    m_page.model().forgetAll();
    m_reading.start();
    m_reader.points(this, [this](auto points) {
        if (!points) {
            if (points.error().code != ErrorCode::FileMissing)
                m_page.setError(errorText(points.error()));
            return;
        }
        // Shared, since jobs are copied on their way and this may be a million points.
        m_runner.start(
            [all = std::make_shared<std::vector<EmotionPoint>>(std::move(*points))](
                const std::stop_token&) -> Result<std::shared_ptr<const PlanePoints>> {
                return std::make_shared<const PlanePoints>(std::move(*all));
            },
            [this](const auto& made) {
                if (!made) return;
                m_points = *made;
                m_page.setPoints(m_points);
                m_later.setInterval(
                    std::max(kPauseMs, static_cast<int>(m_reading.elapsed()) * kPauses));
                findHits();
                readGroups();
            });
    });
}

void PlanePresenter::findHits()
{
    const auto query = m_page.query();
    if (!m_shown.empty()) return m_page.setHits(among(*m_points, m_shown));
    if (!query || query->kind == SearchNode::Kind::Everything) return m_page.setHits(nullptr);
    m_reader.matching(this, *query, [this](auto tracks) {
        if (!tracks) return m_page.setError(errorText(tracks.error()));
        m_runner.start(
            [points = m_points,
                found = std::make_shared<const std::vector<TrackId>>(std::move(*tracks))](
                const std::stop_token&) -> Result<std::shared_ptr<const PlanePoints>> {
                return among(*points, *found);
            },
            [this](const auto& hits) {
                const auto wanted = m_page.query();
                const bool isOver = wanted && wanted->kind == SearchNode::Kind::Everything;
                if (hits && !isOver) m_page.setHits(*hits);
            });
    });
}

void PlanePresenter::readGroups()
{
    const auto take = [this, colouring = m_page.colouring()](auto groups) {
        if (groups && colouring == m_page.colouring())
            m_page.setGroups(std::make_shared<const TrackGroups>(std::move(*groups)));
    };
    switch (m_page.colouring()) {
    case PlaneScene::Colouring::Quarter:
        return;
    case PlaneScene::Colouring::Genre:
        return m_reader.genres(this, take);
    case PlaneScene::Colouring::Decade:
        return m_reader.decades(this, take);
    }
}

} // namespace circumplex
