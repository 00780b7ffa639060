#include "app/cli/commands/pack.h"

#include "app/cli/annotation_text.h"
#include "app/cli/commands/model_options.h"
#include "app/cli/progress.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/pack_builder.h"
#include "core/ml/model_error.h"
#include "core/services/label_table.h"

namespace circumplex::cli {

namespace {

struct PackOptions {
    ModelOptions model;
    std::string labels, out;
};

int runPack(const PackOptions& options, const CliContext& context)
{
    const auto rows = readLabelTable(options.labels);
    if (!rows) return fail(context, rows.error());
    const auto chosen = chooseModel(options.model);
    if (!chosen) return fail(context, chosen.error());
    const StopOnSignal interrupt;
    const auto annotator = loadModel(*chosen);
    if (!annotator) return fail(context, annotator.error());
    const AnalysisSettings settings = options.model.analysisSettings();
    const TrackAnalyzer analyzer(*annotator, settings);

    PackBuilder builder(chosen->encoderHash, settings.grid);
    std::vector<std::filesystem::path> paths;
    for (const LabelledFile& row : *rows)
        paths.push_back(row.path);
    Progress progress(paths);
    std::size_t packed = 0;
    for (const LabelledFile& row : *rows) {
        const auto heard = analyzer.listen(row.path, interrupt.token());
        if (!heard && heard.error().code == ErrorCode::Cancelled)
            return fail(context, heard.error());
        progress.clear();
        if (heard) {
            builder.add(heard->features, row);
            ++packed;
        } else {
            if (context.json) printLine(failureJson(row.path, heard.error()));
            say(printable(row.path) + ": " + heard.error().detail);
        }
        progress.finished(row.path);
    }
    if (packed == 0)
        return fail(context, { ErrorCode::LabelsUnusable, "none of the files could be used" });
    const TrainingPack pack = builder.take();
    try {
        writeTrainingPack(options.out, pack);
    } catch (const ModelError& error) {
        return fail(context, { ErrorCode::FileUnwritable, error.what() });
    }
    if (context.json)
        printLine({ { "pack", options.out }, { "tracks", packed }, { "examples", pack.size() } });
    else
        say(std::to_string(packed) + " tracks, " + std::to_string(pack.size())
            + " examples written to " + options.out);
    return packed == rows->size() ? kDone : kSomeFailed;
}

} // namespace

void addPack(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<PackOptions>();
    options->model.hopSeconds = 5.0; // windows that overlap by half say little more than these
    CLI::App* command = app.add_subcommand(
        "pack", "What a model hears in labelled files, ready for circumplex-train");
    command
        ->add_option("LABELS", options->labels,
            "CSV table: path, and any of set, group, valence, arousal, emotion_weight, tag:<name>")
        ->required();
    command->add_option("OUT", options->out, "Training pack to write (safetensors)")->required();
    options->model.addTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runPack(*options, context); };
    });
}

} // namespace circumplex::cli
