#pragma once

#include "core/services/csv_reader.h"
#include "core/services/label_formats.h"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

/// What the readers of label files share.
namespace circumplex {

using LabelCells = std::vector<std::string>;

/// Without spaces at its ends.
std::string trimmed(const std::string& text);

/// nullopt: it is none, or not finite.
std::optional<double> numberIn(const std::string& cell);

/// A range of numbers that stands for 1..9.
struct LabelScale {
    double least = 1.0, most = 9.0;

    /// nullopt: there is no value, or it lies outside.
    std::optional<double> stretched(std::optional<double> value) const;
    std::string text() const; ///< "between 1 and 9"
};

/// The place of the first of these names; the header's size: there is none.
std::size_t columnOf(const LabelCells& header, std::initializer_list<const char*> names);

/// "column valence: \"x\" is not a number between 1 and 9"
std::string offScale(const std::string& column, const std::string& cell, const LabelScale& scale);

Error labelError(const std::filesystem::path& name, int line, const std::string& reason);

/// Whose labels a file has that does not say it.
std::string raterFor(const LabelReading& reading, const std::filesystem::path& name);

/// Valence and arousal of one row; a sentence if one is wrong.
std::string readStaticRow(const LabelCells& header, const LabelCells& row,
    const std::array<std::size_t, 2>& columns, const LabelScale& scale, RatingRow& to);

/// The rows below a header: calls take(song, row), which gives a sentence if the row is refused,
/// for each that has as many cells as the header and names a song.
template <class Take>
void eachRow(
    CsvReader& reader, const LabelCells& header, LabelFile& file, std::size_t idColumn, Take take)
{
    while (const auto row = reader.next()) {
        const std::filesystem::path id
            = idColumn < row->size() ? trimmed((*row)[idColumn]) : std::string();
        std::string problem;
        if (row->size() != header.size())
            problem = std::to_string(row->size()) + " cells, but the header has "
                + std::to_string(header.size());
        else if (id.empty())
            problem = "no song";
        else
            problem = take(id, *row);
        if (!problem.empty()) file.refused.push_back({ reader.line(), id, problem });
    }
}

/// Seconds of "sample_15000ms".
std::optional<double> sampleSeconds(const std::string& column);

// One reader per format of continuous ratings; each adds to `file`.
Result<void> readDynamic(CsvReader& reader, const LabelCells& header,
    const std::filesystem::path& name, const LabelReading& reading, LabelFile& file);
Result<void> readSamples(CsvReader& reader, const LabelCells& header,
    const std::filesystem::path& name, const LabelReading& reading, LabelFile& file);
Result<void> readTraceTable(CsvReader& reader, const LabelCells& header,
    const std::filesystem::path& name, LabelFile& file);
Result<void> readCarma(CsvReader& reader, LabelCells first, const std::filesystem::path& name,
    const LabelReading& reading, LabelFile& file);

} // namespace circumplex
