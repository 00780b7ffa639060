#include "app/cli/commands/reproduce_report.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <limits>
#include <optional>

namespace circumplex::cli {

namespace {

Json orNull(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

std::string digits(double value)
{
    if (!std::isfinite(value)) return "none";
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return text;
}

std::string padded(std::string text, std::size_t width)
{
    if (text.size() < width) text.resize(width, ' ');
    return text;
}

const char* kindName(PublishedRow::Kind kind)
{
    switch (kind) {
    case PublishedRow::Kind::OneSet:
        return "one-set";
    case PublishedRow::Kind::SeveralSets:
        return "several-sets";
    case PublishedRow::Kind::EncoderAlone:
        return "encoder-alone";
    case PublishedRow::Kind::OtherSystem:
        return "other-system";
    }
    return "";
}

Json figuresJson(const PublishedFigures& figures)
{
    Json json;
    for (const auto& [name, value] : figures)
        json[name] = value;
    return json;
}

std::optional<double> publishedOf(const PublishedFigures& figures, const std::string& name)
{
    const auto found = std::ranges::find(figures, name, &PublishedFigures::value_type::first);
    return found == figures.end() ? std::nullopt : std::optional(found->second);
}

/// One score over the seeds.
struct Measured {
    std::string name;
    std::vector<double> bySeed;
    double mean = 0.0;
    double deviation = std::numeric_limits<double>::quiet_NaN(); ///< of the sample; one seed: none
};

std::vector<Measured> measuredOf(const RowResult& result, std::size_t set)
{
    std::vector<Measured> all;
    const auto count = static_cast<double>(result.evaluations.size());
    for (std::size_t i = 0; i < result.evaluations.front()[set].scores.size(); ++i) {
        Measured measured { .name = result.evaluations.front()[set].scores[i].first, .bySeed = {} };
        for (const auto& bySet : result.evaluations) {
            measured.bySeed.push_back(bySet[set].scores[i].second.value);
            measured.mean += measured.bySeed.back() / count;
        }
        double squares = 0.0;
        for (const double value : measured.bySeed)
            squares += (value - measured.mean) * (value - measured.mean);
        if (count > 1.0) measured.deviation = std::sqrt(squares / (count - 1.0));
        all.push_back(std::move(measured));
    }
    return all;
}

/// Names tracks of a part whose sound the folder does not hold; there may be thousands.
void saySilent(const DataSetPart& part, const char* partName)
{
    constexpr std::size_t kNamed = 10;
    std::size_t count = 0;
    std::string names;
    for (const DataSetItem& item : part.items) {
        if (!item.audio.empty()) continue;
        if (count < kNamed) names += (count == 0 ? " " : ", ") + item.id;
        if (count == kNamed) names += ", ...";
        ++count;
    }
    if (count > 0)
        say("warning: the folder holds no sound of " + std::to_string(count) + " tracks of the "
            + partName + " part of " + dataSetName(part.kind) + ':' + names);
}

Json resultJson(const PublishedRow& row, std::size_t set, const RowResult& result)
{
    const auto& [kind, figures] = row.sets[set];
    const Evaluation& evaluation = result.evaluations.front()[set];
    Json json { { "row", row.name }, { "system", row.system }, { "set", dataSetName(kind) },
        { "part", "test" }, { "predictions", result.source } };
    if (!result.seeds.empty()) json["seeds"] = result.seeds;
    json["tracks"] = evaluation.trackCount;
    json["unpredicted"] = evaluation.unpredicted.size();
    if (!result.seeds.empty())
        for (std::size_t part = 0; part < kPartNames.size(); ++part)
            json["lost"][kPartNames[part]]
                = std::ranges::count_if(result.lost, [&, of = kind](const LostTrack& lost) {
                      return lost.set == of && lost.part == static_cast<SplitPart>(part);
                  });
    for (const Measured& measured : measuredOf(result, set)) {
        Json& score = json["scores"][measured.name];
        score["value"] = orNull(measured.mean);
        if (const auto published = publishedOf(figures, measured.name))
            score["published"] = *published;
        if (measured.bySeed.size() < 2) continue;
        score["deviation"] = orNull(measured.deviation);
        for (const double value : measured.bySeed)
            score["by_seed"].push_back(orNull(value));
    }
    json["published"] = figuresJson(figures);
    json["source"] = row.source;
    return json;
}

} // namespace

void printRows(const CliContext& context)
{
    for (const PublishedRow& row : publishedRows()) {
        if (context.json) {
            Json json { { "row", row.name }, { "system", row.system },
                { "kind", kindName(row.kind) } };
            for (const auto& [kind, figures] : row.sets)
                json["published"][dataSetName(kind)] = figuresJson(figures);
            json["source"] = row.source;
            printLine(json);
            continue;
        }
        std::cout << padded(row.name, 12) << padded(row.system, 36);
        for (const auto& [kind, figures] : row.sets) {
            std::cout << ' ' << dataSetLetter(kind);
            for (const auto& [name, value] : figures)
                std::cout << ' ' << digits(value);
        }
        std::cout << '\n';
    }
    if (!context.json)
        std::cout << "J: MTG-Jamendo, PR-AUC and ROC-AUC. D: DEAM, E: EmoMusic, P: PMEmo, R2 of "
                     "valence and of arousal.\n";
}

void printPlan(const PublishedRow& row, const std::vector<RowSet>& sets,
    const std::vector<std::string>& warnings, const CliContext& context)
{
    Json json { { "row", row.name }, { "sets", Json::array() }, { "warnings", warnings } };
    for (const RowSet& set : sets) {
        Json entry { { "set", dataSetName(set.kind) } };
        std::string sentence = std::string(dataSetName(set.kind)) + ':';
        for (std::size_t part = 0; part < set.parts.size(); ++part) {
            const auto& items = set.parts[part].items;
            if (items.empty()) continue;
            const auto sounds = std::ranges::count_if(
                items, [](const DataSetItem& item) { return !item.audio.empty(); });
            entry[kPartNames[part]] = { { "tracks", items.size() }, { "sounds", sounds } };
            sentence += std::string(sentence.ends_with(':') ? " " : ", ") + kPartNames[part] + ' '
                + std::to_string(items.size()) + " tracks (sounds of " + std::to_string(sounds)
                + ')';
        }
        json["sets"].push_back(std::move(entry));
        say(sentence);
    }
    for (const std::string& warning : warnings)
        say("warning: " + warning);
    if (context.json) printLine({ { "plan", json } });
}

void saySilentTracks(const std::vector<RowSet>& sets)
{
    for (const RowSet& set : sets)
        for (std::size_t part = 0; part < set.parts.size(); ++part)
            saySilent(set.parts[part], kPartNames[part]);
}

void printLost(const LostTrack& lost, const CliContext& context)
{
    const char* const part = kPartNames[static_cast<std::size_t>(lost.part)];
    if (context.json) {
        Json json { { "set", dataSetName(lost.set) }, { "part", part }, { "id", lost.id } };
        if (!lost.audio.empty()) json.update(pathJson(lost.audio));
        json["error"]
            = { { "code", errorCodeName(lost.error.code) }, { "message", lost.error.detail } };
        printLine(json);
    }
    if (!lost.audio.empty()) say(printable(lost.audio) + " (" + part + "): " + lost.error.detail);
}

void printHead(const FinishedHead& head, const CliContext& context)
{
    const bool isTaken = head.epochs == 0;
    if (context.json)
        printLine({ { "head", head.name }, { "trained", !isTaken }, { "epochs", head.epochs },
            { "best_epoch", head.bestEpoch } });
    say(head.name + ": "
        + (isTaken ? "was trained before"
                   : std::to_string(head.epochs) + " epochs, the best was "
                    + std::to_string(head.bestEpoch)));
}

void printResult(const PublishedRow& row, const std::vector<RowSet>& sets, const RowResult& result,
    const CliContext& context)
{
    if (!context.json)
        std::cout << row.name << ": " << row.system << "; measured with " << result.source << '\n';
    for (std::size_t set = 0; set < sets.size(); ++set) {
        if (context.json) {
            printLine(resultJson(row, set, result));
            continue;
        }
        const auto& figures = row.sets[set].second;
        std::cout << dataSetName(sets[set].kind) << ", "
                  << result.evaluations.front()[set].trackCount << " test tracks\n"
                  << "  " << padded("", 14) << padded("measured", 20) << "published\n";
        for (const Measured& measured : measuredOf(result, set)) {
            std::string value = digits(measured.mean);
            if (std::isfinite(measured.deviation)) value += " +- " + digits(measured.deviation);
            const auto published = publishedOf(figures, measured.name);
            std::cout << "  " << padded(measured.name, 14) << padded(value, published ? 20 : 0)
                      << (published ? digits(*published) : std::string()) << '\n';
        }
    }
    if (!context.json) std::cout << "published: " << row.source << '\n';
}

} // namespace circumplex::cli
