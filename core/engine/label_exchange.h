#pragma once

#include "core/base/result.h"
#include "core/services/label_formats.h"
#include "core/services/label_set.h"
#include "core/services/rating_table.h"
#include "core/types/id.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// What an import did.
struct LabelImport {
    int added = 0;
    int changed = 0; ///< rows that an earlier import from the same source had with other values
    int unchanged = 0; ///< the library had them already
    std::vector<RefusedRow> refused; ///< their path is not in the library, or names several tracks
};

/// Puts rows of a table into the library, in one transaction. Importing a table twice changes
/// nothing the second time, and neither does importing what was exported from the same library.
///
/// Each rater gets a session for each source; a second row about the same track goes to a second
/// one, and so on, so that every row is kept.
///
/// @param source  names the table, "/home/a/ratings.csv"
/// @param at  seconds since 1970
/// @returns Cancelled (nothing is kept), or what the stores do
Result<LabelImport> importLabels(LibraryDatabase& library, std::span<const RatingRow> rows,
    const std::string& source, std::int64_t at, const std::stop_token& stop);

/// A record whose track is known.
struct MatchedRecord {
    LabelRecord record;
    TrackId track {};
};

/// The same for records with continuous ratings and for tracks that are known already; nothing is
/// refused.
/// @param mayHold  which sittings may hold a record already; empty: any of its rater
Result<LabelImport> importRecords(LibraryDatabase& library, std::span<const MatchedRecord> records,
    const std::string& source, std::int64_t at, const std::stop_token& stop,
    std::function<bool(const RatingSession&)> mayHold = {});

/// Finds the tracks of a foreign file's records (TrackMatcher) and puts them into the library.
/// What is not in the library, or may be several tracks, is refused: the list to be reviewed.
/// @param folder  relative paths start there, if that leads to a track
Result<LabelImport> importFile(LibraryDatabase& library, const LabelFile& file,
    const std::filesystem::path& folder, const std::string& source, std::int64_t at,
    const std::stop_token& stop);

/// All that people said, one record for each track and sitting, with the names of TrackPlaces: what
/// writeLabels() takes.
Result<std::vector<LabelRecord>> recordsOf(LibraryDatabase& library, const LabelSet& labels);

/// What a sitting was rated with; empty for an imported one of which that is not known.
std::string originalInstrumentOf(const RatingSession& session);

/// Every rating and tag of whole tracks, by path, then rater; `line` as writeRatingTable() will
/// have it, if no cell holds a line break. Continuous ratings do not fit into such rows.
Result<std::vector<RatingRow>> exportLabels(LibraryDatabase& library);

} // namespace circumplex
