#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace circumplex {

/// What is known of one file's emotion, for training.
struct LabelledFile {
    std::filesystem::path path;
    std::string set; ///< of labels with one meaning; empty if not given
    std::string group; ///< artist, album, series: files of a group are never split; empty: a group
                       ///< of its own
    std::optional<float> valence, arousal; ///< 1..9
    float emotionWeight = 1.0F; ///< above 0
    std::vector<std::pair<int, float>> tags; ///< index into kMoodTags, target in [0, 1]
};

/// Reads a CSV table with a header: `path`, and any of `set`, `group`, `valence`, `arousal`,
/// `emotion_weight`, `tag:<name>`. Empty cells mean "not labelled". Relative paths are taken from
/// the table's folder.
///
/// @returns LabelsUnusable, naming the line and the column, for unknown columns, cells that are not
/// numbers
///          or out of range, rows without a path or without any label
Result<std::vector<LabelledFile>> readLabelTable(const std::filesystem::path& file);

} // namespace circumplex
