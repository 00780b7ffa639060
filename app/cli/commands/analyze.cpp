#include "app/cli/commands/analyze.h"

#include "app/cli/annotation_text.h"
#include "app/cli/commands/model_options.h"
#include "app/cli/progress.h"
#include "app/cli/stop_on_signal.h"

#include <iostream>
#include <istream>

namespace circumplex::cli {

namespace {

struct AnalyzeOptions {
    ModelOptions model;
    std::vector<std::string> files;
    bool isNulSeparated = false;
    bool hasMoodsOverTime = false;
    double stallSeconds = 30.0;
};

/// The files named on the command line, "-" replaced by what stdin lists.
std::vector<std::filesystem::path> inputFiles(const AnalyzeOptions& options)
{
    std::vector<std::filesystem::path> paths;
    for (const std::string& file : options.files) {
        if (file != "-") {
            paths.emplace_back(file);
            continue;
        }
        const char separator = options.isNulSeparated ? '\0' : '\n';
        for (std::string line; std::getline(std::cin, line, separator);)
            if (!line.empty()) paths.emplace_back(line);
    }
    return paths;
}

/// Exceptions are machine failures: a full disk, no memory. One costs the file it struck.
Result<AnalysedFile> analyzeGuarded(
    const TrackAnalyzer& analyzer, const std::filesystem::path& path, const std::stop_token& stop)
{
    try {
        return analyzer.analyze(path, stop);
    } catch (const std::exception& exception) {
        return tl::unexpected(Error { ErrorCode::Internal, exception.what() });
    }
}

int runAnalyze(const AnalyzeOptions& options, const CliContext& context)
{
    const auto paths = inputFiles(options);
    const auto chosen = chooseModel(options.model);
    if (!chosen) return fail(context, chosen.error());
    const StopOnSignal interrupt;
    const auto annotator = loadModel(*chosen);
    if (!annotator) return fail(context, annotator.error());
    AnalysisSettings settings = options.model.analysisSettings();
    settings.decode.stallLimit
        = std::chrono::milliseconds(static_cast<std::int64_t>(options.stallSeconds * 1000.0));
    const TrackAnalyzer analyzer(*annotator, settings);

    Progress progress(paths);
    bool hasFailure = false;
    for (const auto& path : paths) {
        const auto file = interrupt.token().stop_requested()
            ? tl::unexpected(Error { ErrorCode::Cancelled, "cancelled" })
            : analyzeGuarded(analyzer, path, interrupt.token());
        if (file) {
            progress.clear();
            if (context.json)
                printLine(annotationJson(path, chosen->provenance, file->annotation,
                    options.hasMoodsOverTime ? MoodsOverTime::Included : MoodsOverTime::Omitted));
            else
                std::cout << annotationText(path, file->annotation) << std::flush;
        } else {
            hasFailure = true;
            progress.clear();
            if (context.json) printLine(failureJson(path, file.error()));
            say(printable(path) + ": " + file.error().detail);
        }
        progress.finished(path);
    }
    return hasFailure ? kSomeFailed : kDone;
}

} // namespace

void addAnalyze(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<AnalyzeOptions>();
    CLI::App* command = app.add_subcommand(
        "analyze", "Moods, valence, arousal, curves, key and chords of audio files");
    command->add_option("FILE", options->files, "Audio files; - reads their paths from stdin")
        ->required();
    command->add_flag(
        "--null", options->isNulSeparated, "Paths on stdin end with NUL instead of a new line");
    command->add_flag("--moods-over-time", options->hasMoodsOverTime,
        "With --json: every mood's curve as well, as curve.tags");
    command
        ->add_option("--stall-limit", options->stallSeconds,
            "Give a file up after so many seconds without progress")
        ->check(CLI::Range(0.1, 86400.0))
        ->capture_default_str();
    options->model.addTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runAnalyze(*options, context); };
    });
}

} // namespace circumplex::cli
