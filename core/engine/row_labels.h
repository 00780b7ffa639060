#pragma once

#include "core/base/result.h"
#include "core/engine/published_rows.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace circumplex {

/// A set's three parts.
struct RowSet {
    DataSetKind kind = DataSetKind::Deam;
    std::array<DataSetPart, 3> parts {}; ///< [SplitPart]: training, validation, test
};

/// "train", "validation", "test", as the sets' files call them; [SplitPart].
inline constexpr std::array<const char*, 3> kPartNames { "train", "validation", "test" };

/// The sets of a row, in its order.
/// @param onlyTest  the other parts stay empty
/// @returns Refused: a folder is not given; LabelsUnusable: a track lies in two parts, a part has
///   no track; what readDataSet() does
Result<std::vector<RowSet>> readRowSets(const PublishedRow& row,
    const std::map<DataSetKind, std::filesystem::path>& folders, bool onlyTest);

/// English sentences: in what these labels differ from those that the figures were published on,
/// by sizes, means and variances; valence and arousal in each other's place, over a whole set or
/// between DEAM and EmoMusic, which share songs; songs of one set's test part in another's training
/// part.
std::vector<std::string> rowWarnings(const std::vector<RowSet>& sets);

} // namespace circumplex
