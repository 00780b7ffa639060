#include "core/services/label_cells.h"
#include "core/services/label_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

/// Where the columns are; the header's size: there is none.
struct Columns {
    explicit Columns(const LabelCells& header)
        : path(columnOf(header, { "path" }))
        , rater(columnOf(header, { "rater" }))
        , pass(columnOf(header, { "pass" }))
        , instrument(columnOf(header, { "instrument" }))
        , locus(columnOf(header, { "locus" }))
        , saidAt(columnOf(header, { "said_at" }))
        , dimension(columnOf(header, { "dimension" }))
        , mode(columnOf(header, { "mode" }))
        , latency(columnOf(header, { "latency" }))
        , orientation(columnOf(header, { "orientation" }))
        , soundEnd(columnOf(header, { "sound_end" }))
        , seconds(columnOf(header, { "seconds" }))
        , value(columnOf(header, { "value" }))
    {
    }

    std::size_t path, rater, pass, instrument, locus, saidAt, dimension, mode, latency, orientation,
        soundEnd, seconds, value;
};

/// A row: the trace that it belongs to, without samples, and one moment.
struct Moment {
    SittingFacts sitting;
    TraceRecord trace;
    TraceSample sample;
};

std::string cellAt(const LabelCells& row, std::size_t column)
{
    return column < row.size() ? trimmed(row[column]) : std::string();
}

/// @return what is wrong; empty: nothing
std::string readFacts(const LabelCells& row, const Columns& at, SittingFacts& facts)
{
    facts.instrument = cellAt(row, at.instrument);
    if (const std::string pass = cellAt(row, at.pass); !pass.empty()) {
        const auto number = numberIn(pass);
        if (!number || *number < 1.0 || *number > 1e6 || *number != std::floor(*number))
            return "column pass: \"" + pass + "\" is not a whole number from 1 on";
        facts.pass = static_cast<int>(*number);
    }
    if (const std::string locus = cellAt(row, at.locus); !locus.empty()) {
        facts.locus = label_text::locusNamed(locus);
        if (!facts.locus) return "column locus: \"" + locus + "\" is neither perceived nor felt";
    }
    if (const std::string moment = cellAt(row, at.saidAt); !moment.empty()) {
        facts.saidAt = label_text::momentIn(moment);
        if (!facts.saidAt)
            return "column said_at: \"" + moment + "\" is no moment such as "
                + label_text::momentText(0);
    }
    return {};
}

std::string readMoment(const LabelCells& row, const Columns& at, Moment& moment)
{
    if (auto problem = readFacts(row, at, moment.sitting); !problem.empty()) return problem;
    const std::string dimension = cellAt(row, at.dimension), mode = cellAt(row, at.mode);
    const auto about = label_text::dimensionNamed(dimension);
    if (!about) return "column dimension: \"" + dimension + "\" is neither valence nor arousal";
    moment.trace.dimension = *about;
    const auto kind = mode.empty() ? TraceMode::Bounded : label_text::modeNamed(mode);
    if (!kind) return "column mode: \"" + mode + "\" is neither bounded nor relative";
    moment.trace.mode = *kind;
    std::string problem;
    const auto secondsAt = [&](std::size_t column, const char* name) -> std::optional<double> {
        const std::string cell = cellAt(row, column);
        const auto seconds = numberIn(cell);
        if (!cell.empty() && (!seconds || *seconds < 0.0))
            problem = std::string("column ") + name + ": \"" + cell + "\" is no time";
        return seconds;
    };
    moment.trace.latencySeconds = secondsAt(at.latency, "latency").value_or(0.0);
    moment.trace.orientationSeconds = secondsAt(at.orientation, "orientation");
    moment.trace.soundEndSeconds = secondsAt(at.soundEnd, "sound_end");
    const auto seconds = secondsAt(at.seconds, "seconds");
    if (!problem.empty()) return problem;
    if (!seconds) return "column seconds: there is no time";
    const std::string cell = cellAt(row, at.value);
    const auto value = numberIn(cell);
    if (!value || (*kind == TraceMode::Bounded && !(*value >= 1.0 && *value <= 9.0)))
        return *kind == TraceMode::Bounded ? offScale("value", cell, {})
                                           : "column value: \"" + cell + "\" is not a number";
    moment.sample = { static_cast<float>(*seconds), static_cast<float>(*value) };
    return {};
}

} // namespace

Result<void> readTraceTable(
    CsvReader& reader, const LabelCells& header, const fs::path& name, LabelFile& file)
{
    const Columns at(header);
    if (std::max({ at.path, at.dimension, at.seconds, at.value }) >= header.size())
        return tl::unexpected(labelError(
            name, 1, "a table of traces needs the columns path, dimension, seconds and value"));
    // One record for each song, rater and pass; in it one trace for each dimension.
    std::map<std::tuple<std::string, std::string, int>, std::size_t> records;
    eachRow(reader, header, file, at.path,
        [&](const fs::path& path, const LabelCells& row) -> std::string {
            Moment moment;
            if (auto problem = readMoment(row, at, moment); !problem.empty()) return problem;
            const std::string rater = cellAt(row, at.rater);
            const auto [found, isNew] = records.try_emplace(
                { path.string(), rater, moment.sitting.pass }, file.records.size());
            if (isNew) {
                LabelRecord record;
                record.row.line = reader.line();
                record.row.path = path;
                record.row.rater = rater;
                record.row.sitting = moment.sitting;
                file.records.push_back(std::move(record));
            }
            auto& traces = file.records[found->second].traces;
            auto trace = std::ranges::find(traces, moment.trace.dimension, &TraceRecord::dimension);
            if (trace == traces.end()) trace = traces.insert(trace, moment.trace);
            if (!trace->samples.empty() && moment.sample.seconds < trace->samples.back().seconds)
                return "column seconds: the moments of a trace must stand in order";
            trace->samples.push_back(moment.sample);
            return {};
        });
    return {};
}

} // namespace circumplex
