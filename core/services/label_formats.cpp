#include "core/services/label_formats.h"

#include "core/services/label_cells.h"
#include "core/services/label_json_formats.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <sstream>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<LabelFormat, const char*>, 10> kNames { std::pair(LabelFormat::Table,
                                                                           "table"),
    std::pair(LabelFormat::Ratings, "ratings"), std::pair(LabelFormat::Traces, "traces"),
    std::pair(LabelFormat::StaticRatings, "static-ratings"),
    std::pair(LabelFormat::DynamicRatings, "dynamic-ratings"),
    std::pair(LabelFormat::DynamicSamples, "dynamic-samples"),
    std::pair(LabelFormat::JamendoTags, "jamendo-tags"), std::pair(LabelFormat::Carma, "carma"),
    std::pair(LabelFormat::LabelStudio, "label-studio"), std::pair(LabelFormat::Jams, "jams") };

Result<void> readStatic(CsvReader& reader, const LabelCells& header, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    const auto id = columnOf(header, { "song_id", "musicId", "id" });
    const std::array columns { columnOf(
                                   header, { "valence_mean", "mean_valence", "Valence(mean)" }),
        columnOf(header, { "arousal_mean", "mean_arousal", "Arousal(mean)" }) };
    if (id == header.size() || std::min(columns[0], columns[1]) == header.size())
        return tl::unexpected(labelError(name, 1,
            "static ratings need the columns song_id (or musicId) and valence_mean or "
            "arousal_mean"));
    const bool isShare = columnOf(header, { "Valence(mean)", "Arousal(mean)" }) < header.size();
    const LabelScale scale = isShare ? LabelScale { 0.0, 1.0 } : LabelScale {};
    if (isShare) file.notices.emplace_back("Values from 0 to 1 were taken as 1 + 8x.");
    eachRow(reader, header, file, id, [&](const fs::path& song, const LabelCells& row) {
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

Result<void> readJamendo(
    const std::string& bytes, const fs::path& name, const LabelReading& reading, LabelFile& file)
{
    constexpr std::size_t kPath = 3, kDuration = 4, kFirstTag = 5;
    std::istringstream in(bytes);
    int line = 0;
    for (std::string text; std::getline(in, text);) {
        const LabelCells cells = cellsBetweenTabs(text);
        if (++line == 1 || text.empty()) continue;
        if (cells.size() <= kFirstTag) {
            file.refused.push_back({ line, cells.size() > kPath ? cells[kPath] : "", "no tag" });
            continue;
        }
        LabelRecord record;
        record.row.line = line;
        record.row.path = cells[kPath];
        record.row.rater = raterFor(reading, name);
        record.durationSeconds = numberIn(cells[kDuration]);
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

std::optional<LabelFormat> formatOfTable(const LabelCells& header)
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
    if (has({ "path" }) && has({ "seconds" }) && has({ "value" })) return LabelFormat::Traces;
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
        return tl::unexpected(labelError(name, 1,
            "this is no format that is known. It needs a column path, song_id or musicId, or must "
            "be "
            "a file of MTG-Jamendo, CARMA, DARMA, Label Studio or JAMS; --format says which"));
    file.format = *format;
    if (*format == LabelFormat::Table || *format == LabelFormat::Ratings) {
        file.format = LabelFormat::Table;
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
    case LabelFormat::Traces:
        read = readTraceTable(reader, *header, name, file);
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
