#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace circumplex {

/// The mood and theme tags of MTG-Jamendo, in the order of the heads' outputs. Stable English keys;
/// people see a translated table.
inline constexpr std::array<std::string_view, 56> kMoodTags { "action", "adventure", "advertising",
    "background", "ballad", "calm", "children", "christmas", "commercial", "cool", "corporate",
    "dark", "deep", "documentary", "drama", "dramatic", "dream", "emotional", "energetic", "epic",
    "fast", "film", "fun", "funny", "game", "groovy", "happy", "heavy", "holiday", "hopeful",
    "inspiring", "love", "meditative", "melancholic", "melodic", "motivational", "movie", "nature",
    "party", "positive", "powerful", "relaxing", "retro", "romantic", "sad", "sexy", "slow", "soft",
    "soundscape", "space", "sport", "summer", "trailer", "travel", "upbeat", "uplifting" };

/// Index into kMoodTags; kMoodTags.size() for a name that is none of them.
constexpr std::size_t moodTagIndex(std::string_view name)
{
    std::size_t tag = 0;
    while (tag < kMoodTags.size() && kMoodTags[tag] != name)
        ++tag;
    return tag;
}

} // namespace circumplex
