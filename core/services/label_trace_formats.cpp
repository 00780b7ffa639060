#include "core/services/label_cells.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

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

} // namespace

Result<void> readDynamic(CsvReader& reader, const LabelCells& header, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    const auto id = columnOf(header, { "song_id", "musicId" });
    const auto time = columnOf(header, { "time_s", "frameTime" });
    const std::array columns { columnOf(header, { "valence_mean", "Valence(mean)" }),
        columnOf(header, { "arousal_mean", "Arousal(mean)" }) };
    if (std::max(id, time) >= header.size() || std::min(columns[0], columns[1]) == header.size())
        return tl::unexpected(labelError(name, 1,
            "dynamic ratings need the columns song_id, time_s and valence_mean or arousal_mean"));
    const LabelScale scale { 0.0, 1.0 };
    file.notices.emplace_back("Values from 0 to 1 were taken as 1 + 8x.");
    std::map<std::string, std::size_t> records;
    eachRow(
        reader, header, file, id, [&](const fs::path& song, const LabelCells& row) -> std::string {
            const auto seconds = numberIn(row[time]);
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

Result<void> readSamples(CsvReader& reader, const LabelCells& header, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    const auto dimension
        = reading.dimension ? reading.dimension : dimensionIn(name.filename().string());
    if (!dimension) return tl::unexpected(noDimension(name));
    const LabelScale scale { -1.0, 1.0 };
    file.notices.emplace_back("Values from -1 to 1 were taken as 5 + 4x.");
    // songs end at different times: what is empty at the end is no value
    eachRow(reader, header, file, columnOf(header, { "song_id" }),
        [&](const fs::path& song, const LabelCells& row) -> std::string {
            LabelRecord record;
            record.row.line = reader.line();
            record.row.path = song;
            record.row.rater = raterFor(reading, name);
            record.traces = { TraceRecord { *dimension } };
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto seconds = sampleSeconds(header[i]);
                if (!seconds || trimmed(row[i]).empty() || trimmed(row[i]) == "NaN") continue;
                const auto value = scale.stretched(numberIn(row[i]));
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

/// Lines of names and values, then "Second,Rating" (CARMA) or "Second,X,Y,B" (DARMA), a line of
/// percent signs, and the samples.
Result<void> readCarma(CsvReader& reader, LabelCells first, const fs::path& name,
    const LabelReading& reading, LabelFile& file)
{
    std::map<std::string, std::string> says;
    std::optional<LabelCells> row = std::move(first);
    for (; row && trimmed(row->front()) != "Second"; row = reader.next())
        says[trimmed(row->front())] = row->size() > 1 ? trimmed((*row)[1]) : std::string();
    if (!row || row->size() < 2)
        return tl::unexpected(labelError(name, reader.line(), "there is no column \"Second\""));
    const bool isPlane = says.contains("Magnitude");
    const auto limit = [&](const char* key, double otherwise) {
        return numberIn(says[key]).value_or(otherwise);
    };
    const LabelScale scale = isPlane
        ? LabelScale { -limit("Magnitude", 0.0), limit("Magnitude", 0.0) }
        : LabelScale { limit("Minimum Value", 0.0), limit("Maximum Value", 0.0) };
    if (!(scale.most > scale.least))
        return tl::unexpected(labelError(name, 1,
            isPlane ? "Magnitude is no number above 0"
                    : "Minimum Value is not below Maximum Value"));
    std::vector<TraceRecord> traces;
    if (isPlane) {
        traces
            = { TraceRecord { TraceDimension::Valence }, TraceRecord { TraceDimension::Arousal } };
        // newer versions name the axes
        if (dimensionIn((*row)[1]) == TraceDimension::Arousal) std::swap(traces[0], traces[1]);
        if (row->size() < 3)
            return tl::unexpected(labelError(name, reader.line(), "there is no second axis"));
    } else {
        // A song may be called "Calm": what the scale's ends are called tells more.
        auto told = dimensionIn(says["Lower Label"] + ' ' + says["Upper Label"]);
        if (!told) told = dimensionIn(name.filename().string());
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
        const auto seconds = numberIn(sample->front());
        std::string problem;
        if (!seconds || *seconds < 0.0)
            problem = "column Second: \"" + sample->front() + "\" is no time";
        for (std::size_t i = 0; problem.empty() && i < traces.size(); ++i) {
            const std::string cell = i + 1 < sample->size() ? (*sample)[i + 1] : std::string();
            if (trimmed(cell) == "NaN") continue; // nothing was rated in that bin
            if (const auto value = scale.stretched(numberIn(cell)))
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

} // namespace circumplex
