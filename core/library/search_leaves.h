#pragma once

#include "core/library/search_query.h"
#include "core/library/track_sets.h"

#include <string>
#include <vector>

namespace circumplex {

/// One condition as SQL with parameters. Every piece of SQL comes from literals in
/// search_leaves.cpp; what people typed is only ever bound.
struct LeafQuery {
    std::string sql {}; ///< its first column is the track
    std::vector<SqlValue> values {};
    /// The same for one track, bound as the last parameter. Empty where `sql` is a short walk
    /// along an index; set where it looks at every row, so that few candidates are better asked
    /// one by one.
    std::string probeSql {};
};

/// A condition other than And, Or, Not, Everything. @param model  whose annotations are meant
LeafQuery leafQuery(const SearchNode& node, ModelId model);

/// Valence and arousal conditions that hold together, as one walk along one index.
LeafQuery emotionBox(const std::vector<const SearchNode*>& conditions, ModelId model);

/// FTS5's notation of a text condition; empty if the text has no letter or digit to look up.
std::string fullTextPattern(const SearchNode& node);
LeafQuery fullTextQuery(const std::string& pattern);

LeafQuery allTracks();
LeafQuery annotatedTracks(ModelId model);

/// True for tracks whose mood is below a bound that strong_moods knows all tracks above of; then
/// the condition is better answered as "annotated, but not moodAbove()".
bool isComplementOfStrongMood(const SearchNode& node);
LeafQuery moodAbove(const SearchNode& node, ModelId model);

} // namespace circumplex
