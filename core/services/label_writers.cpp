#include "core/services/label_writers.h"

#include "core/services/label_text.h"
#include "core/services/trace_part.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace circumplex {

namespace {

using label_text::number;
using label_text::quoted;

constexpr double kHopSeconds = 0.5;
constexpr std::size_t kLongestName = 60; ///< bytes of a song or a rater in a file's name

/// Mean and deviation of what raters said.
struct Spread {
    double mean = 0.0, deviation = 0.0; ///< the sample's; 0 for one rater
};

std::optional<Spread> spreadOf(const std::vector<double>& values)
{
    if (values.empty()) return std::nullopt;
    Spread spread;
    for (const double value : values)
        spread.mean += value / static_cast<double>(values.size());
    for (const double value : values)
        spread.deviation += (value - spread.mean) * (value - spread.mean);
    if (values.size() > 1)
        spread.deviation = std::sqrt(spread.deviation / static_cast<double>(values.size() - 1));
    return spread;
}

/// What was said of one song: per rater, and then of the raters' means.
struct Song {
    std::map<std::string, std::vector<double>> valence, arousal;
    std::vector<TracePoints> valenceTraces, arousalTraces;

    static std::optional<Spread> meanOf(const std::map<std::string, std::vector<double>>& said)
    {
        std::vector<double> means;
        for (const auto& [rater, values] : said)
            means.push_back(spreadOf(values)->mean);
        return spreadOf(means);
    }
};

Trace traceOf(const TraceRecord& record)
{
    return { .dimension = record.dimension,
        .mode = record.mode,
        .latencySeconds = record.latencySeconds,
        .samples = record.samples,
        .orientationSeconds = record.orientationSeconds,
        .soundEndSeconds = record.soundEndSeconds };
}

/// By path, in the order of the records.
std::vector<std::pair<std::string, Song>> songsOf(std::span<const LabelRecord> records)
{
    std::vector<std::pair<std::string, Song>> songs;
    std::map<std::string, std::size_t> places;
    for (const LabelRecord& record : records) {
        const std::string path = record.row.path.string();
        const auto [place, isNew] = places.try_emplace(path, songs.size());
        if (isNew) songs.push_back({ path, {} });
        Song& song = songs[place->second].second;
        if (record.row.valence) song.valence[record.row.rater].push_back(*record.row.valence);
        if (record.row.arousal) song.arousal[record.row.rater].push_back(*record.row.arousal);
        for (const TraceRecord& trace : record.traces) {
            if (trace.mode == TraceMode::Relative || trace.samples.empty()) continue;
            auto& traces = trace.dimension == TraceDimension::Valence ? song.valenceTraces
                                                                      : song.arousalTraces;
            traces.push_back(countedPoints(traceOf(trace)));
        }
    }
    return songs;
}

/// Means over the traces; NaN where nobody said anything.
std::vector<std::optional<Spread>> momentsOf(
    const std::vector<TracePoints>& traces, const TraceGrid& grid)
{
    const RatingMatrix matrix = matrixOf(traces, grid);
    std::vector<std::optional<Spread>> moments;
    for (std::size_t moment = 0; moment < grid.pointCount; ++moment) {
        std::vector<double> said;
        for (std::size_t rater = 0; rater < traces.size(); ++rater)
            if (matrix.isRated(moment, rater)) said.push_back(matrix.at(moment, rater));
        moments.push_back(spreadOf(said));
    }
    return moments;
}

void writeStatic(std::span<const LabelRecord> records, LabelExport& out)
{
    std::ostringstream text;
    text << "song_id,valence_mean,valence_std,arousal_mean,arousal_std\n";
    for (const auto& [path, song] : songsOf(records)) {
        const auto valence = Song::meanOf(song.valence), arousal = Song::meanOf(song.arousal);
        if (!valence && !arousal) continue;
        text << quoted(path);
        for (const auto& spread : { valence, arousal })
            text << ',' << (spread ? number(spread->mean) : "") << ','
                 << (spread ? number(spread->deviation) : "");
        text << '\n';
    }
    out.files.push_back({ .text = text.str() });
}

void writeDynamic(std::span<const LabelRecord> records, LabelExport& out)
{
    std::ostringstream text;
    text << "song_id,time_s,valence_mean,valence_std,arousal_mean,arousal_std\n";
    for (const auto& [path, song] : songsOf(records)) {
        std::vector<TracePoints> all = song.valenceTraces;
        all.insert(all.end(), song.arousalTraces.begin(), song.arousalTraces.end());
        const TraceGrid grid = gridOver(all, kHopSeconds);
        const auto valence = momentsOf(song.valenceTraces, grid),
                   arousal = momentsOf(song.arousalTraces, grid);
        for (std::size_t moment = 0; moment < grid.pointCount; ++moment) {
            if (!valence[moment] && !arousal[moment]) continue;
            text << quoted(path) << ',' << number(grid.at(moment));
            for (const auto& spread : { valence[moment], arousal[moment] })
                text << ',' << (spread ? number((spread->mean - 1.0) / 8.0) : "") << ','
                     << (spread ? number(spread->deviation / 8.0) : "");
            text << '\n';
        }
    }
    out.files.push_back({ .text = text.str() });
}

void writeSamples(std::span<const LabelRecord> records, TraceDimension dimension, LabelExport& out)
{
    const auto songs = songsOf(records);
    const auto tracesOf = [dimension](const Song& song) -> const std::vector<TracePoints>& {
        return dimension == TraceDimension::Valence ? song.valenceTraces : song.arousalTraces;
    };
    std::vector<TracePoints> all;
    for (const auto& [path, song] : songs)
        all.insert(all.end(), tracesOf(song).begin(), tracesOf(song).end());
    const TraceGrid grid = gridOver(all, kHopSeconds);
    std::ostringstream text;
    text << "song_id";
    for (std::size_t moment = 0; moment < grid.pointCount; ++moment)
        text << ",sample_" << std::lround(grid.at(moment) * 1000.0) << "ms";
    text << '\n';
    for (const auto& [path, song] : songs) {
        if (tracesOf(song).empty()) continue;
        text << quoted(path);
        for (const auto& spread : momentsOf(tracesOf(song), grid))
            text << ',' << (spread ? number((spread->mean - 5.0) / 4.0) : "");
        text << '\n';
    }
    out.files.push_back({ .text = text.str() });
}

void writeTable(std::span<const LabelRecord> records, TableColumns columns, LabelExport& out)
{
    std::vector<RatingRow> rows;
    for (const LabelRecord& record : records)
        if (record.row.valence || record.row.arousal || !record.row.tags.empty())
            rows.push_back(record.row);
    std::ostringstream text;
    writeRatingTable(text, rows, columns);
    out.files.push_back({ .text = text.str() });
}

void writeTraces(std::span<const LabelRecord> records, LabelExport& out)
{
    std::ostringstream text;
    text << "path,rater,pass,instrument,locus,said_at,dimension,mode,latency,orientation,sound_end,"
            "seconds,value\n";
    for (const LabelRecord& record : records) {
        const SittingFacts& facts = record.row.sitting;
        for (const TraceRecord& trace : record.traces) {
            std::ostringstream head;
            head << quoted(record.row.path.string()) << ',' << quoted(record.row.rater) << ','
                 << (facts.pass > 0 ? std::to_string(facts.pass) : "") << ','
                 << quoted(facts.instrument) << ',' << label_text::nameOf(facts.locus) << ','
                 << (facts.saidAt ? label_text::momentText(*facts.saidAt) : "") << ','
                 << label_text::nameOf(trace.dimension) << ',' << label_text::nameOf(trace.mode)
                 << ',' << number(trace.latencySeconds) << ',' << number(trace.orientationSeconds)
                 << ',' << number(trace.soundEndSeconds) << ',';
            for (const TraceSample& sample : trace.samples)
                text << head.str() << number(static_cast<double>(sample.seconds)) << ','
                     << number(static_cast<double>(sample.value)) << '\n';
        }
    }
    out.files.push_back({ .text = text.str() });
}

void writeCarma(std::span<const LabelRecord> records, LabelExport& out)
{
    std::size_t count = 0;
    for (const LabelRecord& record : records)
        for (const TraceRecord& trace : record.traces) {
            if (trace.mode == TraceMode::Relative) continue;
            const bool isValence = trace.dimension == TraceDimension::Valence;
            std::ostringstream text;
            text << "Time of Rating,"
                 << (record.row.sitting.saidAt ? label_text::momentText(*record.row.sitting.saidAt)
                                               : "")
                 << "\nMultimedia File," << quoted(record.row.path.string()) << "\nLower Label,"
                 << (isValence ? "unpleasant" : "calm") << "\nUpper Label,"
                 << (isValence ? "pleasant" : "excited")
                 << "\nMinimum Value,1\nMaximum Value,9\nNumber of Steps,9\nSecond,Rating\n"
                    "%%%%%%,%%%%%%\n";
            for (const TraceSample& sample : trace.samples) {
                const double moment = static_cast<double>(sample.seconds) - trace.latencySeconds;
                if (moment >= 0.0)
                    text << number(moment) << ',' << number(static_cast<double>(sample.value))
                         << '\n';
            }
            out.files.push_back(
                { outputName(++count, record,
                      record.row.rater + ' ' + label_text::nameOf(trace.dimension), ".csv"),
                    text.str() });
        }
}

/// What is in records, in numbers.
struct Contents {
    explicit Contents(std::span<const LabelRecord> records)
    {
        for (const LabelRecord& record : records) {
            const RatingRow& row = record.row;
            ratings += row.valence || row.arousal ? 1 : 0;
            answers += row.confidence || row.familiarity ? 1 : 0;
            tags += row.tags.size();
            raters.insert(row.rater);
            for (const TraceRecord& trace : record.traces) {
                ++(trace.mode == TraceMode::Relative ? relative : bounded);
                ++(trace.dimension == TraceDimension::Valence ? valence : arousal);
                marked += trace.orientationSeconds || trace.soundEndSeconds ? 1 : 0;
            }
        }
    }

    std::size_t ratings = 0, answers = 0, tags = 0, bounded = 0, relative = 0, valence = 0,
                arousal = 0, marked = 0;
    std::set<std::string> raters;
};

} // namespace

bool isFolderFormat(LabelFormat format)
{
    return format == LabelFormat::Carma || format == LabelFormat::Jams;
}

std::string outputName(std::size_t number, const LabelRecord& record, const std::string& more,
    const std::string& ending)
{
    const auto safe = [](std::string text) {
        for (char& c : text)
            if (std::iscntrl(static_cast<unsigned char>(c))
                || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos)
                c = '_';
        // not within a character of UTF-8
        std::size_t end = std::min(text.size(), kLongestName);
        while (
            end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end;
        return text.substr(0, end);
    };
    std::string name = std::to_string(number);
    name.insert(0, name.size() < 4 ? 4 - name.size() : 0, '0');
    const std::string song = record.title.empty() ? record.row.path.stem().string() : record.title;
    name += ' ' + safe(song);
    if (!more.empty()) name += ' ' + safe(more);
    return name + ending;
}

void leaveOut(LabelExport& out, std::size_t count, const std::string& what)
{
    if (count > 0) out.leftOut.push_back(std::to_string(count) + ' ' + what);
}

Result<LabelExport> writeLabels(
    LabelFormat format, std::span<const LabelRecord> records, const LabelWriting& writing)
{
    LabelExport out;
    const Contents all(records);
    const char* const relative = "continuous ratings without ends";
    switch (format) {
    case LabelFormat::Table:
        writeTable(records, TableColumns::Usual, out);
        leaveOut(out, all.bounded + all.relative, "continuous ratings");
        break;
    case LabelFormat::Ratings:
        writeTable(records, TableColumns::All, out);
        leaveOut(out, all.bounded + all.relative, "continuous ratings");
        break;
    case LabelFormat::Traces:
        writeTraces(records, out);
        leaveOut(out, all.ratings, "ratings of whole songs");
        leaveOut(out, all.tags, "tags");
        break;
    case LabelFormat::StaticRatings:
        writeStatic(records, out);
        leaveOut(out, all.raters.size(), "raters: only their means are there");
        leaveOut(out, all.tags, "tags");
        leaveOut(out, all.bounded + all.relative, "continuous ratings");
        break;
    case LabelFormat::DynamicRatings:
    case LabelFormat::DynamicSamples:
        if (format == LabelFormat::DynamicRatings)
            writeDynamic(records, out);
        else
            writeSamples(records, writing.dimension, out);
        leaveOut(out, all.raters.size(), "raters: only their means are there");
        if (format == LabelFormat::DynamicSamples)
            leaveOut(out, writing.dimension == TraceDimension::Valence ? all.arousal : all.valence,
                "continuous ratings of the other dimension");
        leaveOut(out, all.ratings, "ratings of whole songs");
        leaveOut(out, all.tags, "tags");
        leaveOut(out, all.relative, relative);
        break;
    case LabelFormat::Carma:
        writeCarma(records, out);
        leaveOut(out, all.ratings, "ratings of whole songs");
        leaveOut(out, all.tags, "tags");
        leaveOut(out, all.relative, relative);
        leaveOut(out, all.marked, "marks of orientation or after-glow");
        break;
    case LabelFormat::LabelStudio:
        writeLabelStudio(records, out);
        leaveOut(out, all.answers, "answers how sure somebody is or how well they know a song");
        leaveOut(out, all.bounded + all.relative, "continuous ratings");
        break;
    case LabelFormat::Jams:
        writeJams(records, out);
        break;
    case LabelFormat::JamendoTags:
        return tl::unexpected(Error { ErrorCode::Refused,
            "Labels are read from files of MTG-Jamendo, but not written as such." });
    }
    return out;
}

} // namespace circumplex
