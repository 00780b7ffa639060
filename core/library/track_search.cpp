#include "core/library/track_search.h"

#include "core/library/database_access.h"
#include "core/library/remembered_order.h"
#include "core/library/search_index.h"
#include "core/library/search_leaves.h"
#include "core/library/track_order.h"

#include <algorithm>

namespace circumplex {

namespace {

using Kind = SearchNode::Kind;

/// Up to so many tracks are asked about one by one or sorted in memory; beyond, a walk along an
/// index wins.
constexpr std::size_t kFew = 5000;
/// Asking about one track takes as long as walking past so many.
constexpr std::int64_t kProbeCost = 40;

class Evaluator {
public:
    Evaluator(SQLite::Database& connection, ModelId model)
        : m_connection(connection)
        , m_model(model)
        , m_largestId(connection.execAndGet("SELECT coalesce(max(id), 0) FROM tracks").getInt64())
    {
    }

    IdSet evaluate(const SearchNode& node)
    {
        switch (node.kind) {
        case Kind::Everything:
            return allTracks(m_connection);
        case Kind::And:
            return evaluateAnd(node.children);
        case Kind::Not:
            return evaluateAnd({ node });
        case Kind::Or: {
            IdSet found;
            for (const SearchNode& child : node.children)
                found.unite(evaluate(child));
            return found;
        }
        case Kind::State:
            return evaluateState(node);
        default:
            break;
        }
        if (isComplementOfStrongMood(node)) {
            IdSet found = annotatedTracks(m_connection, m_model);
            found.subtract(run(moodAbove(node, m_model)));
            return found;
        }
        return run(leafQuery(node, m_model));
    }

private:
    IdSet run(const LeafQuery& leaf) { return trackSet(m_connection, leaf.sql, leaf.values); }

    IdSet evaluateState(const SearchNode& node)
    {
        switch (node.state) {
        case StateField::Annotated:
            return annotatedTracks(m_connection, m_model);
        case StateField::Unannotated: {
            IdSet found = allTracks(m_connection);
            found.subtract(annotatedTracks(m_connection, m_model));
            return found;
        }
        case StateField::Stale: {
            IdSet found = trackSet(m_connection, R"(
                SELECT track_id FROM annotations INDEXED BY annotations_by_model
                WHERE model_id <> ?)",
                { m_model.value });
            found.subtract(annotatedTracks(m_connection, m_model));
            found.unite(tracksWithOtherAudio(m_connection, m_model));
            return found;
        }
        case StateField::Offline:
            return offlineTracks(m_connection);
        case StateField::Missing:
            return missingTracks(m_connection);
        case StateField::Failed:
            return failedTracks(m_connection);
        case StateField::Removed:
            return removedTracks(m_connection);
        default:
            return run(leafQuery(node, m_model));
        }
    }

    /// One step of evaluateAnd(): a condition, or the conditions of one group.
    struct Step {
        const SearchNode* node = nullptr; ///< nullptr: a group, whose query is `leaf`
        std::optional<LeafQuery> leaf {}; ///< nullopt: `node` is no leaf
        bool isNegated = false;
    };

    /// Full text first, then what walks along indexes, then what looks at every row; once few
    /// candidates are left, the rest is asked only about those.
    IdSet evaluateAnd(const std::vector<SearchNode>& children)
    {
        std::optional<IdSet> found;
        for (const Step& step : steps(children)) {
            const auto set = [&](bool canProbe) {
                if (canProbe && found && step.leaf && isWorthProbing(*step.leaf, found->size()))
                    return probe(*step.leaf, *found);
                return step.node != nullptr ? evaluate(*step.node) : run(*step.leaf);
            };
            if (step.isNegated) {
                if (!found) found = allTracks(m_connection);
                found->subtract(set(true));
            } else if (found) {
                found->intersect(set(true));
            } else {
                found = set(false);
            }
        }
        return std::move(*found);
    }

    std::vector<Step> steps(const std::vector<SearchNode>& children) const
    {
        std::vector<Step> cheap, dear, negated;
        for (const LeafGroup group :
            { LeafGroup::FullText, LeafGroup::Emotion, LeafGroup::Shape }) {
            std::vector<const SearchNode*> conditions;
            for (const SearchNode& child : children) {
                if (leafGroup(child) == group) conditions.push_back(&child);
            }
            if (!conditions.empty())
                (group == LeafGroup::Shape ? dear : cheap)
                    .push_back({ .leaf = groupQuery(group, conditions, m_model) });
        }
        for (const SearchNode& child : children) {
            if (leafGroup(child) != LeafGroup::None) continue;
            const bool isNegated = child.kind == Kind::Not;
            Step step { .node = isNegated ? &child.children.front() : &child,
                .isNegated = isNegated };
            if (isLeaf(*step.node)) step.leaf = leafQuery(*step.node, m_model);
            const bool isDear = step.leaf && step.leaf->isDear;
            (isNegated ? negated : isDear ? dear : cheap).push_back(std::move(step));
        }
        cheap.insert(cheap.end(), dear.begin(), dear.end());
        cheap.insert(cheap.end(), negated.begin(), negated.end());
        return cheap;
    }

    static bool isLeaf(const SearchNode& node)
    {
        return node.kind == Kind::Text || node.kind == Kind::Number || node.kind == Kind::Key
            || (node.kind == Kind::Mood && !isComplementOfStrongMood(node));
    }

    bool isWorthProbing(const LeafQuery& leaf, std::size_t candidates) const
    {
        return !leaf.probeSql.empty() && candidates <= kFew
            && (leaf.isDear || static_cast<std::int64_t>(candidates) * kProbeCost < m_largestId);
    }

    /// Those of `candidates` that fulfil the conditions.
    IdSet probe(const LeafQuery& leaf, const IdSet& candidates)
    {
        SQLite::Statement query(m_connection, leaf.probeSql);
        int last = 1;
        for (const SqlValue& value : leaf.values)
            std::visit([&](const auto& v) { query.bind(last++, v); }, value);
        IdSet found;
        for (const TrackId id : candidates.ids()) {
            query.bind(last, id.value);
            if (query.executeStep()) found.insert(id);
            query.reset();
        }
        return found;
    }

    SQLite::Database& m_connection;
    ModelId m_model;
    std::int64_t m_largestId;
};

bool asksForRemoved(const SearchNode& node)
{
    return (node.kind == Kind::State && node.state == StateField::Removed)
        || std::ranges::any_of(node.children, asksForRemoved);
}

/// What a query finds. The one place where searches pass over removed tracks.
IdSet foundBy(SQLite::Database& connection, const SearchNode& query, ModelId model)
{
    IdSet tracks = Evaluator(connection, model).evaluate(query);
    if (!asksForRemoved(query)) tracks.subtract(removedTracks(connection));
    return tracks;
}

std::string jsonArray(const std::vector<TrackId>& ids)
{
    std::string text = "[";
    for (const TrackId id : ids)
        text += (text.size() > 1 ? "," : "") + std::to_string(id.value);
    return text + ']';
}

std::vector<TrackId> inOrder(SQLite::Database& connection, RememberedOrder& remembered,
    const TrackOrder& order, IdSet wanted, std::size_t limit)
{
    std::vector<TrackId> ids;
    if (const std::vector<TrackId> all = wanted.ids(); all.size() <= kFew) {
        std::vector<SqlValue> values = order.few.values;
        values.emplace_back(jsonArray(all));
        pickInOrder(connection, order.few.sql, values, limit, wanted, ids);
        return ids;
    }
    if (order.isOfTracksAlone)
        remembered.pick(connection, order.walks.front().sql, limit, wanted, ids);
    else
        for (const TrackOrder::Walk& walk : order.walks)
            pickInOrder(connection, walk.sql, walk.values, limit, wanted, ids);
    if (ids.size() < limit) {
        for (const TrackId id : wanted.ids()) {
            if (ids.size() >= limit) break;
            ids.push_back(id);
        }
    }
    return ids;
}

/// The beginning of the whole library, without a look at the rest.
std::vector<TrackId> beginning(
    SQLite::Database& connection, const TrackOrder& order, const IdSet& removed, std::size_t limit)
{
    std::vector<TrackId> ids;
    SQLite::Statement query(connection, order.walks.front().sql);
    int index = 1;
    for (const SqlValue& value : order.walks.front().values)
        std::visit([&](const auto& v) { query.bind(index++, v); }, value);
    while (ids.size() < limit && query.executeStep()) {
        const TrackId track { query.getColumn(0).getInt64() };
        if (!removed.contains(track)) ids.push_back(track);
    }
    return ids;
}

TrackSearch::Found findOnce(SQLite::Database& connection, RememberedOrder& remembered,
    const SearchNode& query, const TrackOrder& order, std::size_t limit, ModelId model)
{
    TrackSearch::Found found;
    if (query.kind == Kind::Everything && limit <= kFew) {
        const IdSet removed = removedTracks(connection);
        found.ids = beginning(connection, order, removed, limit);
        if (found.ids.size() == limit) {
            found.total = static_cast<std::size_t>(
                              connection.execAndGet("SELECT count(*) FROM tracks").getInt64())
                - removed.size();
            return found;
        }
    }
    IdSet wanted = foundBy(connection, query, model);
    found.total = wanted.size();
    found.ids = inOrder(connection, remembered, order, std::move(wanted), limit);
    return found;
}

/// Runs work(connection), again after mending the full-text index if that is what is damaged.
template <class Work> auto readingWithIndex(const LibraryDatabase& library, Work work)
{
    return reading(library, [&](SQLite::Database& connection) {
        try {
            return work(connection);
        } catch (const SQLite::Exception& exception) {
            // Damage of the full-text index alone has its own code, and can be mended at once.
            if (exception.getExtendedErrorCode() != SQLITE_CORRUPT_VTAB || library.isReadOnly())
                throw;
            UnitOfWork unit(connection);
            rebuildSearchIndex(connection);
            unit.commit();
        }
        return work(connection);
    });
}

} // namespace

Result<TrackSearch::Found> TrackSearch::find(
    const SearchNode& query, const TrackSort& sort, std::size_t limit) const
{
    const TrackOrder order = trackOrder(sort, m_model);
    return readingWithIndex(m_library, [&](SQLite::Database& connection) {
        return findOnce(connection, m_library.rememberedOrder(), query, order, limit, m_model);
    });
}

Result<IdSet> TrackSearch::matching(const SearchNode& query) const
{
    return readingWithIndex(m_library,
        [&](SQLite::Database& connection) { return foundBy(connection, query, m_model); });
}

} // namespace circumplex
