#include "core/library/track_search.h"

#include "core/library/database_access.h"
#include "core/library/search_index.h"
#include "core/library/search_leaves.h"
#include "core/library/track_order.h"

#include <algorithm>

namespace circumplex {

namespace {

using Kind = SearchNode::Kind;

/// Up to so many tracks are asked for or sorted one by one; beyond, a walk along an index wins.
constexpr std::size_t kFew = 5000;

class Evaluator {
public:
    Evaluator(SQLite::Database& connection, ModelId model)
        : m_connection(connection)
        , m_model(model)
    {
    }

    IdSet evaluate(const SearchNode& node)
    {
        switch (node.kind) {
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
            IdSet found = run(annotatedTracks(m_model));
            found.subtract(run(moodAbove(node, m_model)));
            return found;
        }
        return run(leafQuery(node, m_model));
    }

private:
    IdSet run(const LeafQuery& leaf) { return trackSet(m_connection, leaf.sql, leaf.values); }

    IdSet evaluateState(const SearchNode& node)
    {
        IdSet found = run(leafQuery(node, m_model));
        if (node.state == StateField::Unannotated) {
            IdSet rest = run(allTracks());
            rest.subtract(found);
            return rest;
        }
        if (node.state == StateField::Stale) {
            found.subtract(run(annotatedTracks(m_model)));
            found.unite(tracksWithOtherAudio(m_connection, m_model));
        }
        return found;
    }

    /// Cheap conditions first; those that look at every row are asked last, and only about what is
    /// left if that is little.
    IdSet evaluateAnd(const std::vector<SearchNode>& children)
    {
        std::string pattern;
        std::vector<const SearchNode*> box, cheap, dear, negated;
        for (const SearchNode& child : children) {
            const std::string text
                = child.kind == Kind::Text ? fullTextPattern(child) : std::string();
            if (!text.empty())
                pattern += (pattern.empty() ? "" : " AND ") + ("(" + text + ")");
            else if (child.kind == Kind::Number
                && (child.numberField == NumberField::Valence
                    || child.numberField == NumberField::Arousal))
                box.push_back(&child);
            else if (child.kind == Kind::Not)
                negated.push_back(&child.children.front());
            else
                (isDear(child) ? dear : cheap).push_back(&child);
        }
        std::optional<IdSet> found;
        const auto keep = [&found](IdSet set) {
            if (found)
                found->intersect(set);
            else
                found = std::move(set);
        };
        if (!pattern.empty()) keep(run(fullTextQuery(pattern)));
        if (!box.empty()) keep(run(emotionBox(box, m_model)));
        for (const SearchNode* child : cheap)
            keep(evaluate(*child));
        for (const SearchNode* child : dear)
            keep(found && found->size() <= kFew ? probe(*child, *found) : evaluate(*child));
        if (!found) found = run(allTracks());
        for (const SearchNode* child : negated)
            found->subtract(
                isDear(*child) && found->size() <= kFew ? probe(*child, *found) : evaluate(*child));
        return std::move(*found);
    }

    bool isDear(const SearchNode& node) const
    {
        if (node.kind != Kind::Number && node.kind != Kind::Mood && node.kind != Kind::Text)
            return false;
        return !isComplementOfStrongMood(node) && !leafQuery(node, m_model).probeSql.empty();
    }

    /// Those of `candidates` that fulfil a dear condition.
    IdSet probe(const SearchNode& node, const IdSet& candidates)
    {
        const LeafQuery leaf = leafQuery(node, m_model);
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
};

std::string jsonArray(const std::vector<TrackId>& ids)
{
    std::string text = "[";
    for (const TrackId id : ids)
        text += (text.size() > 1 ? "," : "") + std::to_string(id.value);
    return text + ']';
}

std::vector<TrackId> inOrder(
    SQLite::Database& connection, const TrackOrder& order, IdSet wanted, std::size_t limit)
{
    std::vector<TrackId> ids;
    if (const std::vector<TrackId> all = wanted.ids(); all.size() <= kFew) {
        std::vector<SqlValue> values = order.few.values;
        values.emplace_back(jsonArray(all));
        pickInOrder(connection, order.few.sql, values, limit, wanted, ids);
        return ids;
    }
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
    SQLite::Database& connection, const TrackOrder& order, std::size_t limit)
{
    std::vector<TrackId> ids;
    SQLite::Statement query(connection, order.walks.front().sql);
    int index = 1;
    for (const SqlValue& value : order.walks.front().values)
        std::visit([&](const auto& v) { query.bind(index++, v); }, value);
    while (ids.size() < limit && query.executeStep())
        ids.push_back({ query.getColumn(0).getInt64() });
    return ids;
}

TrackSearch::Found findOnce(SQLite::Database& connection, const SearchNode& query,
    const TrackOrder& order, std::size_t limit, ModelId model)
{
    TrackSearch::Found found;
    if (query.kind == Kind::Everything && limit <= kFew) {
        found.ids = beginning(connection, order, limit);
        if (found.ids.size() == limit) {
            found.total = static_cast<std::size_t>(
                connection.execAndGet("SELECT count(*) FROM tracks").getInt64());
            return found;
        }
    }
    IdSet wanted = Evaluator(connection, model).evaluate(query);
    found.total = wanted.size();
    found.ids = inOrder(connection, order, std::move(wanted), limit);
    return found;
}

} // namespace

Result<TrackSearch::Found> TrackSearch::find(
    const SearchNode& query, const TrackSort& sort, std::size_t limit) const
{
    const TrackOrder order = trackOrder(sort, m_model);
    return reading(m_library, [&](SQLite::Database& connection) {
        try {
            return findOnce(connection, query, order, limit, m_model);
        } catch (const SQLite::Exception& exception) {
            // Damage of the full-text index alone has its own code, and can be mended at once.
            if (exception.getExtendedErrorCode() != SQLITE_CORRUPT_VTAB || m_library.isReadOnly())
                throw;
            UnitOfWork unit(connection);
            rebuildSearchIndex(connection);
            unit.commit();
        }
        return findOnce(connection, query, order, limit, m_model);
    });
}

} // namespace circumplex
