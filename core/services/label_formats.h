#pragma once

#include "core/base/result.h"
#include "core/services/rating_table.h"
#include "core/types/label.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// Files in which other programs and data sets keep what people say of music.
enum class LabelFormat {
    Table, ///< our own: path, rater, valence, arousal, tags
    Ratings, ///< the same with all columns (TableColumns::All); read as a table
    Traces, ///< our own: continuous ratings, one row a moment
    StaticRatings, ///< DEAM, emoMusic, PMEmo: one row a song
    DynamicRatings, ///< PMEmo: one row a song and moment, 0..1
    DynamicSamples, ///< DEAM, emoMusic: one row a song, columns sample_15000ms and on, -1..1
    JamendoTags, ///< MTG-Jamendo: tab separated, tags at the end
    Carma, ///< CARMA and DARMA (Girard 2014): one continuous rating a file
    LabelStudio, ///< its JSON export
    Jams, ///< JSON Annotated Music Specification (Humphrey et al. 2014)
};

const char* labelFormatName(LabelFormat format); ///< "table", "static-ratings", ...
std::optional<LabelFormat> labelFormatNamed(const std::string& name);

/// A continuous rating out of a file.
struct TraceRecord {
    TraceDimension dimension = TraceDimension::Valence;
    std::vector<TraceSample> samples {}; ///< in time order; 1..9, or any number if relative
    double latencySeconds = 0.0; ///< not yet taken off
    TraceMode mode = TraceMode::Bounded;
    std::optional<double> orientationSeconds {}, soundEndSeconds {}; ///< as in Trace

    friend bool operator==(const TraceRecord&, const TraceRecord&) = default;
};

/// What a file says of one track by one rater, and what it says that track is.
struct LabelRecord {
    RatingRow row {}; ///< its path as the file has it; may be a bare number or name
    std::vector<TraceRecord> traces {};
    std::string artist {}, title {}, recordingMbid {};
    std::optional<double> durationSeconds {};
};

struct LabelFile {
    LabelFormat format = LabelFormat::Table;
    std::vector<LabelRecord> records {};
    std::vector<RefusedRow> refused {};
    std::vector<std::string> notices {}; ///< English sentences: how it was understood
};

struct LabelReading {
    std::optional<LabelFormat> format {}; ///< nullopt: told from the contents
    /// What a file with one unnamed dimension is about (CARMA, DynamicSamples); nullopt: told from
    /// its labels or its name.
    std::optional<TraceDimension> dimension {};
    std::string rater {}; ///< for files that name none; empty: the file's name
};

/// Reads such a file. Other scales are stretched to 1..9.
/// @param name  the file's path: for sentences, relative paths and what it tells of the contents
/// @returns LabelsUnusable, naming line and column where there are such: no known format, columns
///   missing, not UTF-8
Result<LabelFile> readLabelFile(
    const std::string& bytes, const std::filesystem::path& name, const LabelReading& reading);

} // namespace circumplex
