#include "app/cli/commands/evaluate.h"

#include "app/cli/annotation_text.h"
#include "app/cli/commands/model_options.h"
#include "app/cli/progress.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/evaluation.h"
#include "core/engine/published_rows.h"
#include "core/types/mood_tags.h"

#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

struct EvaluateCommand {
    ModelOptions model;
    std::string set, folder, part = "test", predictions;
    int resamples = 0;
    bool isDryRun = false;
};

/// What a model says of every sound of the part.
Result<PredictionFile> predictByModel(const EvaluateCommand& command, const DataSetPart& part,
    const CliContext& context, std::string& label)
{
    const auto chosen = chooseModel(command.model);
    if (!chosen) return tl::unexpected(chosen.error());
    label = chosen->provenance.model;
    const StopOnSignal interrupt;
    const auto annotator = loadModel(*chosen);
    if (!annotator) return tl::unexpected(annotator.error());
    const TrackAnalyzer analyzer(*annotator, command.model.analysisSettings());
    std::vector<std::filesystem::path> sounds;
    for (const DataSetItem& item : part.items)
        if (!item.audio.empty()) sounds.push_back(item.audio);
    Progress progress(sounds);
    PredictionFile said;
    for (const DataSetItem& item : part.items) {
        if (item.audio.empty()) continue;
        const auto analysed = analyzer.analyze(item.audio, interrupt.token());
        if (!analysed && analysed.error().code == ErrorCode::Cancelled)
            return tl::unexpected(analysed.error());
        progress.clear();
        if (!analysed) {
            if (context.json) printLine(failureJson(item.audio, analysed.error()));
            say(printable(item.audio) + ": " + analysed.error().detail);
        } else {
            const Annotation& annotation = analysed->annotation;
            PredictedTrack track { annotation.valence, annotation.arousal, {} };
            if (!annotation.moods.empty()) track.tags.resize(kMoodTags.size());
            for (const MoodProbability& mood : annotation.moods)
                track.tags[static_cast<std::size_t>(mood.tag)] = mood.probability;
            said.byId[item.id] = std::move(track);
        }
        progress.finished(item.audio);
    }
    return said;
}

Json orNull(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json evaluationJson(const EvaluateCommand& command, DataSetKind kind, const Evaluation& found,
    const std::string& source)
{
    Json json { { "set", command.set }, { "part", command.part }, { "predictions", source },
        { "tracks", found.trackCount }, { "unpredicted", found.unpredicted.size() } };
    for (const auto& [name, score] : found.scores) {
        json["scores"][name] = { { "value", orNull(score.value) } };
        if (score.lower) json["scores"][name]["interval_95"] = { *score.lower, *score.upper };
    }
    json["published"] = Json::array();
    for (const PublishedScore& row : publishedScores(kind)) {
        Json entry { { "system", row.system } };
        for (const auto& [name, value] : row.scores)
            entry[name] = value;
        json["published"].push_back(std::move(entry));
    }
    return json;
}

std::string digits(double value)
{
    if (!std::isfinite(value)) return "none";
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return text;
}

void printText(DataSetKind kind, const Evaluation& found, const std::string& source)
{
    std::cout << source << ": " << found.trackCount << " tracks\n";
    for (const auto& [name, score] : found.scores) {
        std::cout << "  " << name << ' ' << digits(score.value);
        if (score.lower)
            std::cout << " [" << digits(*score.lower) << ", " << digits(*score.upper) << ']';
        std::cout << '\n';
    }
    std::cout << "published, test part:\n";
    for (const PublishedScore& row : publishedScores(kind)) {
        std::cout << "  " << row.system << ':';
        for (const auto& [name, value] : row.scores)
            std::cout << ' ' << name << ' ' << digits(value);
        std::cout << '\n';
    }
}

int runEvaluate(const EvaluateCommand& command, const CliContext& context)
{
    const auto kind = dataSetNamed(command.set);
    const auto part = readDataSet(command.folder, *kind, command.part);
    if (!part) return fail(context, part.error());
    for (const std::string& notice : part->notices)
        say(notice);
    std::size_t sounds = 0;
    for (const DataSetItem& item : part->items)
        sounds += item.audio.empty() ? 0 : 1;
    if (command.isDryRun) {
        if (context.json)
            printLine({ { "set", command.set }, { "part", command.part },
                { "tracks", part->items.size() }, { "sounds", sounds } });
        say(std::to_string(part->items.size()) + " labelled tracks, sounds of "
            + std::to_string(sounds));
        return kDone;
    }
    if (command.predictions.empty() && sounds == 0)
        return fail(context,
            { ErrorCode::FileMissing,
                command.folder
                    + " holds no sound of this part; --predictions scores a file that "
                      "some program made." });
    std::string source = command.predictions;
    const auto predictions = command.predictions.empty()
        ? predictByModel(command, *part, context, source)
        : readPredictions(command.predictions);
    if (!predictions) return fail(context, predictions.error());
    const auto found = evaluate(*part, *predictions, command.resamples);
    if (!found) return fail(context, found.error());
    if (context.json)
        printLine(evaluationJson(command, *kind, *found, source));
    else
        printText(*kind, *found, source);
    if (found->unpredicted.empty()) return kDone;
    say(std::to_string(found->unpredicted.size()) + " tracks, such as " + found->unpredicted.front()
        + ", are not predicted and not scored");
    return kSomeFailed;
}

} // namespace

void addEvaluate(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<EvaluateCommand>();
    CLI::App* command = app.add_subcommand("evaluate",
        "Scores a model, or any program's predictions, on a published set by the published rules");
    command
        ->add_option(
            "FOLDER", options->folder, "Of the set: its tables, and its sounds for a model")
        ->required();
    command->add_option("--set", options->set, "Which one it is")
        ->required()
        ->check(CLI::IsMember({ "mtg-jamendo", "deam", "emomusic", "pmemo" }));
    command->add_option("--part", options->part, "Of the published split")
        ->check(CLI::IsMember({ "train", "validation", "test" }))
        ->capture_default_str();
    command->add_option("--predictions", options->predictions,
        "A .csv, .jsonl (of analyze --json) or .npy file, instead of --model");
    command
        ->add_option("--intervals", options->resamples, "Draws of the bootstrap for 95 % intervals")
        ->check(CLI::Range(0, 100000));
    command->add_flag("--dry-run", options->isDryRun, "Only says what the folder holds");
    options->model.addTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runEvaluate(*options, context); };
    });
}

} // namespace circumplex::cli
