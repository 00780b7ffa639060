#pragma once

#include "core/types/id.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace SQLite {
class Database;
}

namespace circumplex {

/// The table strong_moods holds, of every annotation, the tags from kStrongMood upwards and the
/// kStrongMoodPlaces strongest whatever their value. So "happy >= p" is answered by a range of that
/// table alone for p >= kStrongMood, and "among the strongest" always.
inline constexpr float kStrongMood = 0.1F;
inline constexpr int kStrongMoodPlaces = 5;

struct StrongMood {
    int tag = 0;
    float probability = 0.0F;
    int place = 1; ///< 1: the strongest
};

/// @param probabilities  one per tag, in the order of the tag list. Strongest first; equal ones by
/// tag.
std::vector<StrongMood> strongMoods(std::span<const float> probabilities);

/// Removes the rows that an annotation with these probabilities has. @throws SQLite::Exception
void removeStrongMoods(SQLite::Database& connection, ModelId model, TrackId track,
    std::span<const float> probabilities);

/// SQL: mood(annotations.mood_probabilities, tag) -> the exact probability, NULL if there is none.
/// @throws SQLite::Exception
void registerMoodFunction(SQLite::Database& connection);

} // namespace circumplex
