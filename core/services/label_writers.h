#pragma once

#include "core/services/label_formats.h"

#include <span>
#include <string>
#include <vector>

namespace circumplex {

/// One file of an export.
struct LabelOutput {
    std::string name {}; ///< without a folder; empty where the format is one file
    std::string text {};
};

struct LabelExport {
    std::vector<LabelOutput> files {};
    std::vector<std::string> leftOut {}; ///< English sentences: what was said and is not in them
};

struct LabelWriting {
    /// Of formats with one dimension a file (DynamicSamples).
    TraceDimension dimension = TraceDimension::Valence;
};

/// Whether a format is one file for each song or trace, so that a folder is needed.
bool isFolderFormat(LabelFormat format);

/// Writes labels as readLabelFile() reads them. What the formats hold:
///
/// - Ratings: all that is said of whole songs, and the sittings; Traces: all of continuous ratings;
/// - StaticRatings, DynamicRatings, DynamicSamples: means over raters, latencies taken off, without
///   orientation and after-glow, two moments a second; no raters, tags or relative traces;
/// - Carma: one continuous rating on the scale a file, latency taken off; the rater is in its name;
/// - LabelStudio: ratings and tags of whole songs that apply, and raters;
/// - Jams: everything, what JAMS has no name for in the annotations' "sandbox".
///
/// @param records  one for each song and sitting
/// @returns Refused: a format that is only read (JamendoTags)
Result<LabelExport> writeLabels(
    LabelFormat format, std::span<const LabelRecord> records, const LabelWriting& writing = {});

// Writers of single formats; each adds to `out`.
void writeJams(std::span<const LabelRecord> records, LabelExport& out);
void writeLabelStudio(std::span<const LabelRecord> records, LabelExport& out);

/// "0003 Song Ann.csv": safe on every file system, and unlike any other with another number.
std::string outputName(std::size_t number, const LabelRecord& record, const std::string& more,
    const std::string& ending);

/// Says how many there are of something that a format cannot hold; nothing for none.
void leaveOut(LabelExport& out, std::size_t count, const std::string& what);

} // namespace circumplex
