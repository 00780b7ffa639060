#include "core/services/library_reader.h"

#include "core/library/folder_store.h"
#include "core/library/library_database.h"
#include "core/library/model_store.h"
#include "core/library/track_error_store.h"
#include "core/library/track_store.h"
#include "core/services/library_access.h"

#include <QPointer>

#include <optional>
#include <set>

namespace circumplex {

namespace {

struct Connection {
    LibraryDatabase library;
    ModelId model;
    std::optional<FacetTable> facets {}; ///< once somebody asks for them
};

Result<Connection> openConnection(const std::filesystem::path& file, const std::string& modelHash)
{
    // Whoever writes checks the whole file; a window is to show at once.
    using Access = LibraryOptions::Access;
    auto library = openChecked(file, Access::ReadOnly);
    if (!library && library.error().code == ErrorCode::DatabaseReadOnly) {
        // Of an older format: brought up to date by whoever opens it for writing.
        const auto updated = LibraryDatabase::open(file, { .fullCheckBytes = 0 });
        if (!updated) return tl::unexpected(updated.error());
        library = openChecked(file, Access::ReadOnly);
    }
    if (!library) return tl::unexpected(library.error());
    const auto model = ModelStore(*library).inUse(modelHash);
    if (!model) return tl::unexpected(model.error());
    return Connection { std::move(*library), *model };
}

Result<std::vector<std::filesystem::path>> pathsOf(
    LibraryDatabase& library, const std::vector<TrackId>& tracks)
{
    const auto volumes = FolderStore(library).volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    std::vector<std::filesystem::path> paths;
    for (const TrackId id : tracks) {
        const auto track = TrackStore(library).track(id);
        if (!track && track.error().code == ErrorCode::NotFound) continue;
        if (!track) return tl::unexpected(track.error());
        for (const Volume& volume : *volumes)
            if (volume.id == track->place.volume)
                paths.push_back(std::filesystem::path(volume.mountPoint) / track->place.path);
    }
    return paths;
}

Result<std::vector<AnalysisFailure>> failuresOf(LibraryDatabase& library)
{
    const auto volumes = FolderStore(library).volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    const auto errors = TrackErrorStore(library).all(TrackStage::Analysis);
    if (!errors) return tl::unexpected(errors.error());
    std::vector<AnalysisFailure> failures;
    for (const TrackError& error : *errors) {
        const auto track = TrackStore(library).track(error.failure.track);
        if (!track && track.error().code == ErrorCode::NotFound) continue;
        if (!track) return tl::unexpected(track.error());
        if (track->state == TrackState::Missing) continue;
        for (const Volume& volume : *volumes)
            if (volume.id == track->place.volume && volume.isOnline)
                failures.push_back(
                    { track->id, std::filesystem::path(volume.mountPoint) / track->place.path,
                        error.failure.code, error.failure.reason });
    }
    return failures;
}

Result<std::optional<TrackId>> trackAtPlace(
    LibraryDatabase& library, const std::filesystem::path& file)
{
    const auto volumes = FolderStore(library).volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    for (const Volume& volume : *volumes) {
        const std::filesystem::path inside = file.lexically_relative(volume.mountPoint);
        if (inside.empty() || inside.native().starts_with("..")) continue;
        const auto found
            = TrackStore(library).find({ .volume = volume.id, .path = inside.native() });
        if (!found || *found) return found;
    }
    return std::nullopt;
}

} // namespace

/// One thread with a connection of its own, which only its jobs touch.
struct LibraryReader::Lane {
    explicit Lane(QObject& receiver)
        : runner(receiver, 1)
    {
    }

    std::shared_ptr<std::optional<Connection>> connection
        = std::make_shared<std::optional<Connection>>();
    JobRunner runner; // last: its jobs end before the connection does
};

LibraryReader::LibraryReader(std::filesystem::path file, std::string modelHash, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_modelHash(std::move(modelHash))
    , m_searches(std::make_unique<Lane>(*this))
    , m_lists(std::make_unique<Lane>(*this))
    , m_overviews(std::make_unique<Lane>(*this))
    , m_marks(std::make_unique<Lane>(*this))
    , m_facets(std::make_unique<Lane>(*this))
    , m_parts(std::make_unique<Lane>(*this))
{
}

LibraryReader::~LibraryReader() = default;

template <class T, class Work>
void LibraryReader::start(Lane& lane, QObject* context, Work work, Done<T> done)
{
    const QPointer<QObject> guard(context);
    lane.runner.start(
        [connection = lane.connection, opening = m_opening, file = m_file, hash = m_modelHash,
            work](const std::stop_token& stop) -> Result<T> {
            if (!*connection) {
                const std::lock_guard oneAtATime(*opening); // one of them may have to migrate
                auto made = openConnection(file, hash);
                if (!made) return tl::unexpected(made.error());
                connection->emplace(std::move(*made));
            }
            Connection& opened = **connection;
            if constexpr (std::is_invocable_v<Work, LibraryDatabase&, ModelId>)
                return work(opened.library, opened.model);
            else
                return work(opened, stop);
        },
        [guard, done](Result<T> result) {
            if (guard) done(std::move(result));
        });
}

void LibraryReader::find(QObject* context, const SearchNode& query, const TrackSort& sort,
    std::size_t few, Done<TrackSearch::Found> done)
{
    m_searches->runner.cancelAll();
    const auto search = [query, sort](std::size_t limit) {
        return [query, sort, limit](LibraryDatabase& library, ModelId model) {
            return TrackSearch(library, model).find(query, sort, limit);
        };
    };
    // Only the beginning of the whole library costs less than all of the answer.
    if (few > 0 && query.kind == SearchNode::Kind::Everything)
        start<TrackSearch::Found>(*m_searches, context, search(few), done);
    start<TrackSearch::Found>(*m_searches, context, search(TrackSearch::kNoLimit), done);
}

void LibraryReader::rows(
    QObject* context, std::vector<TrackId> tracks, Done<std::vector<TrackRow>> done)
{
    start<std::vector<TrackRow>>(
        *m_lists, context,
        [tracks = std::move(tracks)](LibraryDatabase& library, ModelId model) {
            return TrackSearch(library, model).rows(tracks);
        },
        std::move(done));
}

void LibraryReader::sparklines(
    QObject* context, std::vector<TrackId> tracks, Done<std::vector<Sparkline>> done)
{
    start<std::vector<Sparkline>>(
        *m_lists, context,
        [tracks = std::move(tracks)](LibraryDatabase& library, ModelId model) {
            return LibraryOverview(library, model).sparklines(tracks);
        },
        std::move(done));
}

void LibraryReader::ordered(QObject* context, std::vector<TrackId> tracks, const TrackSort& sort,
    Done<std::vector<TrackId>> done)
{
    start<std::vector<TrackId>>(
        *m_lists, context,
        [tracks = std::move(tracks), sort](
            LibraryDatabase& library, ModelId model) -> Result<std::vector<TrackId>> {
            auto all = TrackSearch(library, model).find({}, sort);
            if (!all) return tl::unexpected(all.error());
            const std::set<TrackId> wanted(tracks.begin(), tracks.end());
            std::erase_if(all->ids, [&wanted](TrackId id) { return !wanted.contains(id); });
            return std::move(all->ids);
        },
        std::move(done));
}

void LibraryReader::paths(
    QObject* context, std::vector<TrackId> tracks, Done<std::vector<std::filesystem::path>> done)
{
    start<std::vector<std::filesystem::path>>(
        *m_lists, context,
        [tracks = std::move(tracks)](
            LibraryDatabase& library, ModelId) { return pathsOf(library, tracks); },
        std::move(done));
}

void LibraryReader::failures(QObject* context, Done<std::vector<AnalysisFailure>> done)
{
    start<std::vector<AnalysisFailure>>(
        *m_overviews, context,
        [](LibraryDatabase& library, ModelId) { return failuresOf(library); }, std::move(done));
}

void LibraryReader::trackAt(
    QObject* context, const std::filesystem::path& file, Done<std::optional<TrackId>> done)
{
    start<std::optional<TrackId>>(
        *m_lists, context,
        [file](LibraryDatabase& library, ModelId) { return trackAtPlace(library, file); },
        std::move(done));
}

void LibraryReader::counts(QObject* context, Done<LibraryCounts> done)
{
    start<LibraryCounts>(
        *m_overviews, context,
        [](LibraryDatabase& library, ModelId model) {
            return LibraryOverview(library, model).counts();
        },
        std::move(done));
}

void LibraryReader::countsWithin(
    QObject* context, const SearchNode& query, Done<LibraryCounts> done)
{
    m_parts->runner.cancelAll();
    start<LibraryCounts>(
        *m_parts, context,
        [query](LibraryDatabase& library, ModelId model) {
            return LibraryOverview(library, model).counts(query);
        },
        std::move(done));
}

void LibraryReader::points(QObject* context, Done<std::vector<EmotionPoint>> done)
{
    start<std::vector<EmotionPoint>>(
        *m_overviews, context,
        [](LibraryDatabase& library, ModelId model) {
            return LibraryOverview(library, model).points();
        },
        std::move(done));
}

void LibraryReader::matching(
    QObject* context, const SearchNode& query, Done<std::vector<TrackId>> done)
{
    m_marks->runner.cancelAll();
    start<std::vector<TrackId>>(
        *m_marks, context,
        [query](LibraryDatabase& library, ModelId model) -> Result<std::vector<TrackId>> {
            auto found = TrackSearch(library, model).find(query, {});
            if (!found) return tl::unexpected(found.error());
            return std::move(found->ids);
        },
        std::move(done));
}

void LibraryReader::proposals(QObject* context, const std::string& rater, std::size_t count,
    Done<std::vector<LabelProposal>> done)
{
    start<std::vector<LabelProposal>>(
        *m_overviews, context,
        [rater, count](LibraryDatabase& library, ModelId model) {
            return proposeLabels(library, model, rater, count);
        },
        std::move(done));
}

void LibraryReader::genres(QObject* context, Done<TrackGroups> done)
{
    start<TrackGroups>(
        *m_overviews, context,
        [](LibraryDatabase& library, ModelId) { return groupsByGenre(library); }, std::move(done));
}

void LibraryReader::decades(QObject* context, Done<TrackGroups> done)
{
    start<TrackGroups>(
        *m_overviews, context,
        [](LibraryDatabase& library, ModelId) { return groupsByDecade(library); }, std::move(done));
}

void LibraryReader::facets(QObject* context, std::vector<SearchNode> queries, std::size_t most,
    Done<std::vector<TrackFacets>> done)
{
    m_facets->runner.cancelAll();
    const auto counting = [queries = std::move(queries), most](bool withMoods) {
        return [queries, most, withMoods](Connection& connection,
                   const std::stop_token& stop) -> Result<std::vector<TrackFacets>> {
            if (!connection.facets) connection.facets.emplace();
            std::vector<TrackFacets> all;
            for (const SearchNode& query : queries) {
                const auto tracks
                    = TrackSearch(connection.library, connection.model).matching(query);
                if (!tracks) return tl::unexpected(tracks.error());
                auto counted = connection.facets->count(
                    connection.library, connection.model, *tracks, most, withMoods, stop);
                if (!counted) return tl::unexpected(counted.error());
                all.push_back(std::move(*counted));
            }
            return all;
        };
    };
    using Facets = std::vector<TrackFacets>;
    if (!m_knowsMoods) start<Facets>(*m_facets, context, counting(false), done);
    start<Facets>(*m_facets, context, counting(true), [this, done](Result<Facets> facets) {
        m_knowsMoods = m_knowsMoods || facets;
        done(std::move(facets));
    });
}

void LibraryReader::reopen()
{
    m_knowsMoods = false;
    for (auto* lane : { &m_searches, &m_lists, &m_overviews, &m_marks, &m_facets, &m_parts })
        *lane = std::make_unique<Lane>(*this);
}

void LibraryReader::setModel(std::string modelHash)
{
    m_modelHash = std::move(modelHash);
    reopen();
}

} // namespace circumplex
