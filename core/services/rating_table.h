#pragma once

#include "core/base/result.h"
#include "core/types/label.h"

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

/// What is known of the sitting in which something was said.
struct SittingFacts {
    int pass = 0; ///< which time this rater heard this track for a rating, from 1; 0: not known
    std::string instrument {}; ///< "mouse 2-D"; empty: not known
    std::optional<EmotionLocus> locus {};
    std::optional<std::int64_t> saidAt {}; ///< seconds since 1970

    friend bool operator==(const SittingFacts&, const SittingFacts&) = default;
};

/// What one rater said of one track in one sitting.
struct RatingRow {
    int line = 0; ///< of the table, from 1
    std::filesystem::path path {}; ///< may end in "#cue:3", see TrackPlaces
    std::string rater {}; ///< UTF-8, may be empty
    std::optional<double> valence {}, arousal {}; ///< 1..9
    std::vector<RatedTag> tags {}; ///< in order, each once
    std::optional<int> confidence {}, familiarity {}; ///< 1..3, as in StaticRating
    SittingFacts sitting {};
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

/// Which columns a table is written with.
enum class TableColumns {
    Usual, ///< path, rater, valence, arousal, tags
    All, ///< and pass, instrument, locus, said_at, confidence, familiarity
};

/// Reads a CSV table with a header: `path` and any of `rater`, `valence`, `arousal`, `tags`,
/// `pass` (from 1), `instrument`, `locus` ("perceived", "felt"), `said_at` (ISO 8601, UTC),
/// `confidence` and `familiarity` (1 to 3); cells may be empty. Tags are separated by ";"; "!"
/// before one means that it does not apply, "\" before a character that it is meant as it is. Paths
/// are bytes, the rest is UTF-8.
///
/// A row that cannot be used (no path, no label, not a number, outside 1..9) is refused; the others
/// are read.
///
/// @param folder  relative paths start there
/// @returns LabelsUnusable: there is no header, or a column in it is unknown or missing
Result<RatingTable> readRatingTable(std::istream& in, const std::filesystem::path& folder);

/// Writes such a table, from which readRatingTable() reads equal rows.
void writeRatingTable(
    std::ostream& out, std::span<const RatingRow> rows, TableColumns columns = TableColumns::Usual);

} // namespace circumplex
