#pragma once

#include <QString>

#include <string_view>

namespace circumplex {

/// A mood in the words of the user's language, for display only: the keys that files, searches and
/// the command line use stay English.
///
/// @param tag  index into kMoodTags
QString moodName(int tag);

/// @param key  a mood tag; what is none is shown as it is
QString moodName(std::string_view key);

} // namespace circumplex
