#include "core/services/label_table.h"

#include "core/services/csv_reader.h"
#include "core/types/mood_tags.h"

#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace circumplex {

namespace {

/// Thrown inside this file only; what() is a sentence.
struct TableError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

float number(const std::string& cell, float least, float most)
{
    float value = 0.0F;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
        throw TableError("\"" + cell + "\" is not a number");
    if (value < least || value > most) throw TableError("\"" + cell + "\" is out of range");
    return value;
}

using TakeCell = std::function<void(LabelledFile&, const std::string&)>;

TakeCell columnNamed(const std::string& name, const std::filesystem::path& folder)
{
    constexpr float kLargestWeight = 1e6F;
    if (name == "path") return [folder](auto& row, const auto& cell) { row.path = folder / cell; };
    if (name == "set") return [](auto& row, const auto& cell) { row.set = cell; };
    if (name == "group") return [](auto& row, const auto& cell) { row.group = cell; };
    if (name == "valence")
        return [](auto& row, const auto& cell) { row.valence = number(cell, 1.0F, 9.0F); };
    if (name == "arousal")
        return [](auto& row, const auto& cell) { row.arousal = number(cell, 1.0F, 9.0F); };
    if (name == "emotion_weight")
        return [](auto& row, const auto& cell) {
            row.emotionWeight = number(cell, 0.0F, kLargestWeight);
        };
    if (name.starts_with("tag:")) {
        const auto tag = moodTagIndex(name.substr(4));
        if (tag == kMoodTags.size()) throw TableError("there is no such mood tag");
        return [tag](auto& row, const auto& cell) {
            row.tags.emplace_back(static_cast<int>(tag), number(cell, 0.0F, 1.0F));
        };
    }
    throw TableError("there is no such column; known are path, set, group, valence, arousal, "
                     "emotion_weight and tag:<name>");
}

LabelledFile readRow(const std::vector<std::string>& cells, const std::vector<std::string>& names,
    const std::vector<TakeCell>& columns)
{
    if (cells.size() != names.size())
        throw TableError(std::to_string(cells.size()) + " cells, but the header has "
            + std::to_string(names.size()));
    LabelledFile row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        try {
            columns[i](row, cells[i]);
        } catch (const TableError& error) {
            throw TableError("column " + names[i] + ": " + error.what());
        }
    }
    if (row.path.empty()) throw TableError("no path");
    if (!row.valence && !row.arousal && row.tags.empty()) throw TableError("no label");
    return row;
}

} // namespace

Result<std::vector<LabelledFile>> readLabelTable(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return tl::unexpected(
            Error { ErrorCode::LabelsUnusable, file.string() + " cannot be opened" });
    CsvReader reader(in);
    try {
        const auto names = reader.next();
        if (!names) throw TableError("the table is empty");
        std::vector<TakeCell> columns;
        bool hasPath = false;
        for (const std::string& name : *names) {
            try {
                columns.push_back(columnNamed(name, file.parent_path()));
            } catch (const TableError& error) {
                throw TableError("column " + name + ": " + error.what());
            }
            hasPath = hasPath || name == "path";
        }
        if (!hasPath) throw TableError("there is no column \"path\"");
        std::vector<LabelledFile> rows;
        while (const auto cells = reader.next())
            rows.push_back(readRow(*cells, *names, columns));
        if (rows.empty()) throw TableError("the table has no rows");
        return rows;
    } catch (const TableError& error) {
        return tl::unexpected(Error { ErrorCode::LabelsUnusable,
            file.string() + ", line " + std::to_string(reader.line()) + ": " + error.what() });
    }
}

} // namespace circumplex
