#include "core/services/label_formats.h"

#include "core/services/csv_reader.h"
#include "core/services/label_json_formats.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <sstream>

namespace circumplex {

namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

constexpr std::array<std::pair<LabelFormat, const char*>, 8> kNames {
    std::pair(LabelFormat::Table, "table"), std::pair(LabelFormat::StaticRatings, "static-ratings"),
    std::pair(LabelFormat::DynamicRatings, "dynamic-ratings"),
    std::pair(LabelFormat::DynamicSamples, "dynamic-samples"),
    std::pair(LabelFormat::JamendoTags, "jamendo-tags"), std::pair(LabelFormat::Carma, "carma"),
    std::pair(LabelFormat::LabelStudio, "label-studio"), std::pair(LabelFormat::Jams, "jams")
};

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::optional<double> number(const std::string& cell)
{
    const std::string text = trimmed(cell);
    double value = 0.0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()
        || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// A line from one range to 1..9.
struct Scale {
    double least = 1.0, most = 9.0;

    std::optional<double> stretched(std::optional<double> value) const
    {
        constexpr double kSlack = 1e-6;
        if (!value || *value < least - kSlack || *value > most + kSlack) return std::nullopt;
        return std::clamp(1.0 + 8.0 * (*value - least) / (most - least), 1.0, 9.0);
    }
    std::string text() const
    {
        std::ostringstream out;
        out << "between " << least << " and " << most;
        return out.str();
    }
};

std::size_t columnOf(const Row& header, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (trimmed(header[i]) == name) return i;
    return header.size();
}

Error unusable(const fs::path& name, int line, const std::string& reason)
{
    return { ErrorCode::LabelsUnusable,
        name.string() + ", line " + std::to_string(line) + ": " + reason + '.' };
}

std::string raterFor(const LabelReading& reading, const fs::path& name)
{
    return reading.rater.empty() ? name.stem().string() : reading.rater;
}

/// A table with a header: calls `take` with each row that has as many cells as the header.
template <class Take>
void eachRow(CsvReader& reader, const Row& header, LabelFile& file, std::size_t idColumn, Take take)
{
    while (const auto row = reader.next()) {
        const fs::path id = idColumn < row->size() ? trimmed((*row)[idColumn]) : std::string();
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

std::string offScale(const std::string& column, const std::string& cell, const Scale& scale)
{
    return "column " + trimmed(column) + ": \"" + cell + "\" is not a number " + scale.text();
}

/// Reads one number per column; a sentence if one is wrong.
std::string readStaticRow(const Row& header, const Row& row,
    const std::array<std::size_t, 2>& columns, const Scale& scale, RatingRow& to)
{
    for (std::size_t d = 0; d < columns.size(); ++d) {
        if (columns[d] >= row.size()) continue;
        const std::string& cell = row[columns[d]];
        const auto value = scale.stretched(number(cell));
        if (!value) return offScale(header[columns[d]], cell, scale);
        (d == 0 ? to.valence : to.arousal) = value;
    }
    return {};
}

Result<void> readStatic(CsvReader& reader, const Row& header, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    const auto id = columnOf(header, { "song_id", "musicId", "id" });
    const std::array columns { columnOf(
                                   header, { "valence_mean", "mean_valence", "Valence(mean)" }),
        columnOf(header, { "arousal_mean", "mean_arousal", "Arousal(mean)" }) };
    if (id == header.size() || std::min(columns[0], columns[1]) == header.size())
        return tl::unexpected(unusable(name, 1,
            "static ratings need the columns song_id (or musicId) and valence_mean or "
            "arousal_mean"));
    const bool isShare = columnOf(header, { "Valence(mean)", "Arousal(mean)" }) < header.size();
    const Scale scale = isShare ? Scale { 0.0, 1.0 } : Scale {};
    if (isShare) file.notices.emplace_back("Values from 0 to 1 were taken as 1 + 8x.");
    eachRow(reader, header, file, id, [&](const fs::path& song, const Row& row) {
        LabelRecord record;
        record.row.line = reader.line();
        record.row.path = song;
        record.row.rater = raterFor(reading, name);
        auto problem = readStaticRow(header, row, columns, scale, record.row);
        if (problem.empty()) file.records.push_back(std::move(record));
        return problem;
    });
    return {};
}

Result<void> readDynamic(CsvReader& reader, const Row& header, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    const auto id = columnOf(header, { "song_id", "musicId" });
    const auto time = columnOf(header, { "time_s", "frameTime" });
    const std::array columns { columnOf(header, { "valence_mean", "Valence(mean)" }),
        columnOf(header, { "arousal_mean", "Arousal(mean)" }) };
    if (std::max(id, time) >= header.size() || std::min(columns[0], columns[1]) == header.size())
        return tl::unexpected(unusable(name, 1,
            "dynamic ratings need the columns song_id, time_s and valence_mean or arousal_mean"));
    const Scale scale { 0.0, 1.0 };
    file.notices.emplace_back("Values from 0 to 1 were taken as 1 + 8x.");
    std::map<std::string, std::size_t> records;
    eachRow(reader, header, file, id, [&](const fs::path& song, const Row& row) -> std::string {
        const auto seconds = number(row[time]);
        if (!seconds || *seconds < 0.0)
            return "column " + trimmed(header[time]) + ": \"" + row[time] + "\" is no time";
        RatingRow said;
        if (auto problem = readStaticRow(header, row, columns, scale, said); !problem.empty())
            return problem;
        const auto [found, isNew] = records.try_emplace(song.string(), file.records.size());
        if (isNew) {
            file.records.emplace_back();
            file.records.back().row.line = reader.line();
            file.records.back().row.path = song;
            file.records.back().row.rater = raterFor(reading, name);
            file.records.back().traces = { TraceRecord { TraceDimension::Valence },
                TraceRecord { TraceDimension::Arousal } };
        }
        auto& traces = file.records[found->second].traces;
        for (const auto& [value, trace] :
            { std::pair(said.valence, &traces[0]), std::pair(said.arousal, &traces[1]) })
            if (value)
                trace->samples.push_back(
                    { static_cast<float>(*seconds), static_cast<float>(*value) });
        return {};
    });
    for (LabelRecord& record : file.records) {
        std::erase_if(
            record.traces, [](const TraceRecord& trace) { return trace.samples.empty(); });
        for (TraceRecord& trace : record.traces)
            std::stable_sort(trace.samples.begin(), trace.samples.end(),
                [](const auto& left, const auto& right) { return left.seconds < right.seconds; });
    }
    return {};
}

std::optional<TraceDimension> dimensionIn(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto has = [&text](std::initializer_list<const char*> words) {
        return std::any_of(words.begin(), words.end(),
            [&text](const char* word) { return text.find(word) != std::string::npos; });
    };
    if (has({ "arousal", "calm", "excit", "active", "energy", "tense" }))
        return TraceDimension::Arousal;
    if (has({ "valence", "pleasant", "negative", "positive", "happy", "sad" }))
        return TraceDimension::Valence;
    return std::nullopt;
}

Error noDimension(const fs::path& name)
{
    return { ErrorCode::LabelsUnusable,
        name.string()
            + ": it does not say whether it is about valence or arousal; --dimension does." };
}

/// Milliseconds of "sample_15000ms".
std::optional<double> sampleSeconds(const std::string& column)
{
    const std::string text = trimmed(column);
    constexpr std::string_view begin = "sample_", end = "ms";
    if (!text.starts_with(begin) || !text.ends_with(end)) return std::nullopt;
    const auto value = number(text.substr(begin.size(), text.size() - begin.size() - end.size()));
    return value ? std::optional(*value / 1000.0) : std::nullopt;
}

Result<void> readSamples(CsvReader& reader, const Row& header, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    const auto dimension
        = reading.dimension ? reading.dimension : dimensionIn(name.filename().string());
    if (!dimension) return tl::unexpected(noDimension(name));
    const Scale scale { -1.0, 1.0 };
    file.notices.emplace_back("Values from -1 to 1 were taken as 5 + 4x.");
    // songs end at different times: what is empty at the end is no value
    eachRow(reader, header, file, columnOf(header, { "song_id" }),
        [&](const fs::path& song, const Row& row) -> std::string {
            LabelRecord record;
            record.row.line = reader.line();
            record.row.path = song;
            record.row.rater = raterFor(reading, name);
            record.traces = { TraceRecord { *dimension } };
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto seconds = sampleSeconds(header[i]);
                if (!seconds || trimmed(row[i]).empty() || trimmed(row[i]) == "NaN") continue;
                const auto value = scale.stretched(number(row[i]));
                if (!value) return offScale(header[i], row[i], scale);
                record.traces[0].samples.push_back(
                    { static_cast<float>(*seconds), static_cast<float>(*value) });
            }
            if (record.traces[0].samples.empty()) return "no value";
            file.records.push_back(std::move(record));
            return {};
        });
    return {};
}

Result<void> readJamendo(
    const std::string& bytes, const fs::path& name, const LabelReading& reading, LabelFile& file)
{
    constexpr std::size_t kPath = 3, kDuration = 4, kFirstTag = 5;
    std::istringstream in(bytes);
    int line = 0;
    for (std::string text; std::getline(in, text);) {
        Row cells { {} };
        for (const char c : text) {
            if (c == '\t')
                cells.emplace_back();
            else if (c != '\r')
                cells.back() += c;
        }
        if (++line == 1 || text.empty()) continue;
        if (cells.size() <= kFirstTag) {
            file.refused.push_back({ line, cells.size() > kPath ? cells[kPath] : "", "no tag" });
            continue;
        }
        LabelRecord record;
        record.row.line = line;
        record.row.path = cells[kPath];
        record.row.rater = raterFor(reading, name);
        record.durationSeconds = number(cells[kDuration]);
        for (std::size_t i = kFirstTag; i < cells.size(); ++i) {
            const auto mark = cells[i].find("---");
            if (!cells[i].starts_with("mood/theme"))
                continue; // genres and instruments are no moods
            record.row.tags.push_back(
                { mark == std::string::npos ? cells[i] : cells[i].substr(mark + 3), true });
        }
        std::sort(record.row.tags.begin(), record.row.tags.end());
        if (!record.row.tags.empty()) file.records.push_back(std::move(record));
    }
    return {};
}

/// Lines of names and values, then "Second,Rating" (CARMA) or "Second,X,Y,B" (DARMA), a line of
/// percent signs, and the samples.
Result<void> readCarma(CsvReader& reader, Row first, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    std::map<std::string, std::string> says;
    std::optional<Row> row = std::move(first);
    for (; row && trimmed(row->front()) != "Second"; row = reader.next())
        says[trimmed(row->front())] = row->size() > 1 ? trimmed((*row)[1]) : std::string();
    if (!row || row->size() < 2)
        return tl::unexpected(unusable(name, reader.line(), "there is no column \"Second\""));
    const bool isPlane = says.contains("Magnitude");
    const auto limit
        = [&](const char* key, double otherwise) { return number(says[key]).value_or(otherwise); };
    const Scale scale = isPlane
        ? Scale { -limit("Magnitude", 0.0), limit("Magnitude", 0.0) }
        : Scale { limit("Minimum Value", 0.0), limit("Maximum Value", 0.0) };
    if (!(scale.most > scale.least))
        return tl::unexpected(unusable(name, 1,
            isPlane ? "Magnitude is no number above 0"
                    : "Minimum Value is not below Maximum Value"));
    std::vector<TraceRecord> traces;
    if (isPlane) {
        traces
            = { TraceRecord { TraceDimension::Valence }, TraceRecord { TraceDimension::Arousal } };
        // newer versions name the axes
        if (dimensionIn((*row)[1]) == TraceDimension::Arousal) std::swap(traces[0], traces[1]);
        if (row->size() < 3)
            return tl::unexpected(unusable(name, reader.line(), "there is no second axis"));
    } else {
        const auto told = dimensionIn(
            says["Lower Label"] + ' ' + says["Upper Label"] + ' ' + name.filename().string());
        const auto dimension = reading.dimension ? reading.dimension : told;
        if (!dimension) return tl::unexpected(noDimension(name));
        traces = { TraceRecord { *dimension } };
    }
    LabelRecord record;
    record.row.path
        = says["Multimedia File"].empty() ? name.stem() : fs::path(says["Multimedia File"]);
    record.row.rater = raterFor(reading, name);
    record.row.line = reader.line();
    while (const auto sample = reader.next()) {
        if (sample->front().starts_with("%")) continue;
        const auto seconds = number(sample->front());
        std::string problem;
        if (!seconds || *seconds < 0.0)
            problem = "column Second: \"" + sample->front() + "\" is no time";
        for (std::size_t i = 0; problem.empty() && i < traces.size(); ++i) {
            const std::string cell = i + 1 < sample->size() ? (*sample)[i + 1] : std::string();
            if (trimmed(cell) == "NaN") continue; // nothing was rated in that bin
            if (const auto value = scale.stretched(number(cell)))
                traces[i].samples.push_back(
                    { static_cast<float>(*seconds), static_cast<float>(*value) });
            else
                problem = offScale((*row)[i + 1], cell, scale);
        }
        if (!problem.empty()) file.refused.push_back({ reader.line(), record.row.path, problem });
    }
    for (TraceRecord& trace : traces)
        if (!trace.samples.empty()) record.traces.push_back(std::move(trace));
    if (!record.traces.empty()) file.records.push_back(std::move(record));
    return {};
}

std::optional<LabelFormat> formatOfTable(const Row& header)
{
    const auto has = [&](std::initializer_list<const char*> names) {
        return columnOf(header, names) < header.size();
    };
    const std::string first = header.empty() ? std::string() : trimmed(header.front());
    if (first == "Time of Rating" || first == "Multimedia File" || first == "Second")
        return LabelFormat::Carma;
    if (first.starts_with("TRACK_ID\t")) return LabelFormat::JamendoTags;
    if (has({ "song_id" }) && std::any_of(header.begin(), header.end(), sampleSeconds))
        return LabelFormat::DynamicSamples;
    if (has({ "time_s", "frameTime" })) return LabelFormat::DynamicRatings;
    if (has({ "song_id", "musicId" })) return LabelFormat::StaticRatings;
    if (has({ "path" })) return LabelFormat::Table;
    return std::nullopt;
}

} // namespace

const char* labelFormatName(LabelFormat format)
{
    return std::ranges::find(kNames, format, &std::pair<LabelFormat, const char*>::first)->second;
}

std::optional<LabelFormat> labelFormatNamed(const std::string& name)
{
    for (const auto& [format, known] : kNames)
        if (name == known) return format;
    return std::nullopt;
}

Result<LabelFile> readLabelFile(
    const std::string& bytes, const fs::path& name, const LabelReading& reading)
{
    LabelFile file;
    const auto start = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (start == std::string::npos)
        return tl::unexpected(
            Error { ErrorCode::LabelsUnusable, name.string() + ": it is empty." });
    const bool isJson = bytes[start] == '{' || bytes[start] == '[';
    if (reading.format
            ? *reading.format == LabelFormat::LabelStudio || *reading.format == LabelFormat::Jams
            : isJson)
        return readLabelJson(bytes, name, raterFor(reading, name), reading.format);
    std::istringstream in(bytes);
    CsvReader reader(in);
    const auto header = reader.next();
    const auto format = reading.format ? reading.format
        : header                       ? formatOfTable(*header)
                                       : std::nullopt;
    if (!format)
        return tl::unexpected(unusable(name, 1,
            "this is no format that is known. It needs a column path, song_id or musicId, or must "
            "be "
            "a file of MTG-Jamendo, CARMA, DARMA, Label Studio or JAMS; --format says which"));
    file.format = *format;
    if (*format == LabelFormat::Table) {
        std::istringstream again(bytes);
        auto table = readRatingTable(again, fs::absolute(name).parent_path());
        if (!table)
            return tl::unexpected(
                Error { table.error().code, name.string() + ": " + table.error().detail });
        for (RatingRow& row : table->rows) {
            file.records.emplace_back();
            file.records.back().row = std::move(row);
        }
        file.refused = std::move(table->refused);
        return file;
    }
    if (!QUtf8StringView(bytes.data(), static_cast<qsizetype>(bytes.size())).isValidUtf8())
        return tl::unexpected(Error { ErrorCode::LabelsUnusable,
            name.string()
                + ": the text is not UTF-8. Save it as UTF-8 (CSV) and import it again." });
    Result<void> read;
    switch (*format) {
    case LabelFormat::StaticRatings:
        read = readStatic(reader, *header, name, reading, file);
        break;
    case LabelFormat::DynamicRatings:
        read = readDynamic(reader, *header, name, reading, file);
        break;
    case LabelFormat::DynamicSamples:
        read = readSamples(reader, *header, name, reading, file);
        break;
    case LabelFormat::JamendoTags:
        read = readJamendo(bytes, name, reading, file);
        break;
    default:
        read = readCarma(reader, *header, name, reading, file);
    }
    if (!read) return tl::unexpected(read.error());
    return file;
}

} // namespace circumplex
