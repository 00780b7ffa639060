#pragma once

#include "core/library/search_query.h"
#include "core/library/track_sets.h"

#include <string>
#include <vector>

namespace circumplex {

/// One condition, or several that hold together, as SQL with parameters. Every piece of SQL comes
/// from literals in search_leaves.cpp; what people typed is only ever bound.
struct LeafQuery {
    std::string sql {}; ///< its first column is the track
    std::vector<SqlValue> values {};
    /// The same for one track, bound as the last parameter. Empty: not worth asking one by one.
    std::string probeSql {};
    bool isDear = false; ///< `sql` looks at every row, instead of walking along a part of an index
};

/// The kinds whose conditions can be put into one query if all must hold.
enum class LeafGroup { None, FullText, Emotion, Shape };

LeafGroup leafGroup(const SearchNode& node);

/// Conditions of one group other than None. @param model  whose annotations are meant
LeafQuery groupQuery(
    LeafGroup group, const std::vector<const SearchNode*>& conditions, ModelId model);

/// Any condition but And, Or, Not, Everything, and states that are made of several sets.
LeafQuery leafQuery(const SearchNode& node, ModelId model);

/// True for a mood below a bound that strong_moods knows all tracks above of; then the condition is
/// better answered as "annotated, but not moodAbove()".
bool isComplementOfStrongMood(const SearchNode& node);
LeafQuery moodAbove(const SearchNode& node, ModelId model);

} // namespace circumplex
