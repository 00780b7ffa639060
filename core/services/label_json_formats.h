#pragma once

#include "core/services/label_formats.h"

namespace circumplex {

/// Reads Label Studio's export (tasks with audio; choices are tags, ratings and numbers named
/// "valence" or "arousal" are static ratings, from 1 to 9) and JAMS (namespaces tag_open,
/// tag_*, mood_thayer: valence and arousal from -1 to 1; and what our own export says beside them).
/// @param rater   where the file names none
/// @param format  nullopt: told from the contents
/// @returns LabelsUnusable, with the place of the fault
Result<LabelFile> readLabelJson(const std::string& bytes, const std::filesystem::path& name,
    const std::string& rater, std::optional<LabelFormat> format);

} // namespace circumplex
