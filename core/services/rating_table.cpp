#include "core/services/rating_table.h"

#include "core/services/csv_reader.h"
#include "core/services/label_text.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <stdexcept>

namespace circumplex {

namespace {

constexpr std::array<const char*, 11> kColumns { "path", "rater", "valence", "arousal", "tags",
    "pass", "instrument", "locus", "said_at", "confidence", "familiarity" };

constexpr int kMostPasses = 1'000'000;

/// Thrown inside this file only; what() is a sentence.
struct RowError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string utf8(const std::string& cell, const std::string& column)
{
    if (!QUtf8StringView(cell.data(), static_cast<qsizetype>(cell.size())).isValidUtf8())
        throw RowError("column " + column + ": the text is not UTF-8");
    return cell;
}

std::optional<double> rating(const std::string& cell, const std::string& column)
{
    if (cell.empty()) return std::nullopt;
    double value = 0.0;
    const char* const end = cell.data() + cell.size();
    const auto parsed = std::from_chars(cell.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(value))
        throw RowError("column " + column + ": \"" + cell + "\" is not a number");
    if (value < 1.0 || value > 9.0)
        throw RowError("column " + column + ": " + cell + " is not between 1 and 9");
    return value;
}

std::optional<int> wholeNumber(
    const std::string& cell, const std::string& column, int least, int most)
{
    if (cell.empty()) return std::nullopt;
    int value = 0;
    const char* const end = cell.data() + cell.size();
    const auto parsed = std::from_chars(cell.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end || value < least || value > most)
        throw RowError("column " + column + ": \"" + cell + "\" is not a whole number from "
            + std::to_string(least) + (most < kMostPasses ? " to " + std::to_string(most) : "")
            + (most < kMostPasses ? "" : " on"));
    return value;
}

SittingFacts sittingOf(const std::map<std::string, std::string>& cells)
{
    const auto cell = [&cells](const char* column) {
        const auto found = cells.find(column);
        return found == cells.end() ? std::string() : found->second;
    };
    SittingFacts facts { .pass = wholeNumber(cell("pass"), "pass", 1, kMostPasses).value_or(0),
        .instrument = utf8(cell("instrument"), "instrument") };
    if (const std::string locus = cell("locus"); !locus.empty()) {
        facts.locus = label_text::locusNamed(locus);
        if (!facts.locus)
            throw RowError("column locus: \"" + locus + "\" is neither perceived nor felt");
    }
    if (const std::string at = cell("said_at"); !at.empty()) {
        facts.saidAt = label_text::momentIn(at);
        if (!facts.saidAt)
            throw RowError(
                "column said_at: \"" + at + "\" is no moment such as " + label_text::momentText(0));
    }
    return facts;
}

/// Reads "calm; !sad; a\;b".
std::vector<RatedTag> tagsOf(const std::string& cell)
{
    std::vector<RatedTag> tags;
    RatedTag tag;
    std::size_t kept = 0; // so much of the tag is more than spaces at its end
    const auto finish = [&] {
        tag.tag.resize(kept);
        if (!tag.tag.empty())
            tags.push_back(tag);
        else if (!tag.applies)
            throw RowError("column tags: no tag follows a \"!\"");
        tag = {};
        kept = 0;
    };
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool isFirst = tag.tag.empty();
        if (cell[i] == ';') {
            finish();
        } else if (cell[i] == '!' && isFirst && tag.applies) {
            tag.applies = false;
        } else if (cell[i] == '\\') {
            if (++i == cell.size()) throw RowError("column tags: nothing follows the last \"\\\"");
            tag.tag += cell[i];
            kept = tag.tag.size();
        } else if (cell[i] != ' ' || !isFirst) {
            tag.tag += cell[i];
            if (cell[i] != ' ') kept = tag.tag.size();
        }
    }
    finish();
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    for (std::size_t i = 1; i < tags.size(); ++i) {
        if (tags[i].tag == tags[i - 1].tag)
            throw RowError("column tags: \"" + tags[i].tag + "\" is said to apply and not to");
    }
    return tags;
}

using Cells = std::map<std::string, std::string>;

RatingRow rowOf(Cells cells)
{
    if (cells["path"].empty()) throw RowError("no path");
    RatingRow row { .rater = utf8(cells["rater"], "rater"),
        .valence = rating(cells["valence"], "valence"),
        .arousal = rating(cells["arousal"], "arousal"),
        .tags = tagsOf(utf8(cells["tags"], "tags")),
        .confidence = wholeNumber(cells["confidence"], "confidence", 1, 3),
        .familiarity = wholeNumber(cells["familiarity"], "familiarity", 1, 3),
        .sitting = sittingOf(cells) };
    if (!row.valence && !row.arousal && row.tags.empty()) throw RowError("no label");
    return row;
}

Result<void> checkHeader(const std::vector<std::string>& names)
{
    std::string problem;
    for (const std::string& name : names) {
        if (std::ranges::find(kColumns, name) == kColumns.end())
            problem = "there is no column \"" + name
                + "\"; known are path, rater, valence, arousal and tags, and pass, instrument, "
                  "locus, said_at, confidence and familiarity";
        else if (std::ranges::count(names, name) > 1)
            problem = "the column \"" + name + "\" stands there twice";
    }
    if (problem.empty() && std::ranges::find(names, "path") == names.end())
        problem = "there is no column \"path\"";
    if (problem.empty()) return {};
    return tl::unexpected(Error { ErrorCode::LabelsUnusable, "Line 1: " + problem + "." });
}

std::string tagsText(const std::vector<RatedTag>& tags)
{
    std::string text;
    for (const RatedTag& tag : tags) {
        if (!text.empty()) text += ';';
        if (!tag.applies) text += '!';
        for (std::size_t i = 0; i < tag.tag.size(); ++i) {
            const char c = tag.tag[i];
            const bool isEdge = i == 0 || i + 1 == tag.tag.size();
            if (c == ';' || c == '\\' || (c == '!' && i == 0) || (c == ' ' && isEdge)) text += '\\';
            text += c;
        }
    }
    return text;
}

} // namespace

Result<RatingTable> readRatingTable(std::istream& in, const std::filesystem::path& folder)
{
    CsvReader reader(in);
    const auto names = reader.next();
    if (!names) return tl::unexpected(Error { ErrorCode::LabelsUnusable, "The table is empty." });
    if (const auto usable = checkHeader(*names); !usable) return tl::unexpected(usable.error());
    RatingTable table;
    while (const auto row = reader.next()) {
        Cells cells;
        for (std::size_t i = 0; i < std::min(row->size(), names->size()); ++i)
            cells[(*names)[i]] = (*row)[i];
        const std::filesystem::path path = cells["path"];
        try {
            if (row->size() != names->size())
                throw RowError(std::to_string(row->size()) + " cells, but the header has "
                    + std::to_string(names->size()));
            RatingRow read = rowOf(std::move(cells));
            read.line = reader.line();
            read.path = folder / path;
            table.rows.push_back(std::move(read));
        } catch (const RowError& error) {
            table.refused.push_back({ reader.line(), path, error.what() });
        }
    }
    return table;
}

void writeRatingTable(std::ostream& out, std::span<const RatingRow> rows, TableColumns columns)
{
    using label_text::number, label_text::quoted;
    const bool isAll = columns == TableColumns::All;
    out << "path,rater,valence,arousal,tags"
        << (isAll ? ",pass,instrument,locus,said_at,confidence,familiarity\n" : "\n");
    const auto whole = [](const std::optional<int>& value) {
        return value ? std::to_string(*value) : std::string();
    };
    for (const RatingRow& row : rows) {
        out << quoted(row.path.native()) << ',' << quoted(row.rater) << ',' << number(row.valence)
            << ',' << number(row.arousal) << ',' << quoted(tagsText(row.tags));
        const SittingFacts& facts = row.sitting;
        if (isAll)
            out << ',' << (facts.pass > 0 ? std::to_string(facts.pass) : std::string()) << ','
                << quoted(facts.instrument) << ',' << label_text::nameOf(facts.locus) << ','
                << (facts.saidAt ? label_text::momentText(*facts.saidAt) : std::string()) << ','
                << whole(row.confidence) << ',' << whole(row.familiarity);
        out << '\n';
    }
}

} // namespace circumplex
