#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <istream>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace circumplex {

struct RatedTag {
    std::string tag;
    bool applies = true; ///< false: the rater says that it does not

    friend auto operator<=>(const RatedTag&, const RatedTag&) = default;
};

/// What one rater said of one track in one sitting.
struct RatingRow {
    int line = 0; ///< of the table, from 1
    std::filesystem::path path {}; ///< may end in "#cue:3", see TrackPlaces
    std::string rater {}; ///< UTF-8, may be empty
    std::optional<double> valence {}, arousal {}; ///< 1..9
    std::vector<RatedTag> tags {}; ///< in order, each once
};

struct RefusedRow {
    int line = 0;
    std::filesystem::path path; ///< as it stands in the table
    std::string reason; ///< English
};

struct RatingTable {
    std::vector<RatingRow> rows;
    std::vector<RefusedRow> refused;
};

/// Reads a CSV table with a header: `path` and any of `rater`, `valence`, `arousal`, `tags`; cells
/// may be empty. Tags are separated by ";"; "!" before one means that it does not apply, "\" before
/// a character that it is meant as it is. Paths are bytes, the rest is UTF-8.
///
/// A row that cannot be used (no path, no label, not a number, outside 1..9) is refused; the others
/// are read.
///
/// @param folder  relative paths start there
/// @returns LabelsUnusable: there is no header, or a column in it is unknown or missing
Result<RatingTable> readRatingTable(std::istream& in, const std::filesystem::path& folder);

/// Writes such a table, from which readRatingTable() reads equal rows.
void writeRatingTable(std::ostream& out, std::span<const RatingRow> rows);

} // namespace circumplex
