#include "app/cli/commands/bench_training.h"

#include "app/cli/annotation_text.h"
#include "core/ml/model_error.h"
#include "core/ml/training/training_benchmark.h"

#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <vector>

namespace circumplex::cli {

namespace {

struct Command {
    TrainingBenchmark wanted;
    PersonalPlan plan;
    int repetitions = 3;
};

int run(const Command& command, const CliContext& context)
{
    const QTemporaryDir folder;
    std::vector<double> seconds;
    TrainingFigures figures;
    try {
        for (int i = 0; i < command.repetitions; ++i) {
            figures = benchmarkTraining(
                command.wanted, command.plan, folder.path().toLocal8Bit().toStdString());
            seconds.push_back(figures.readSeconds + figures.fitSeconds);
            say("run " + std::to_string(i + 1) + ": pack read in "
                + durationText(figures.readSeconds) + ", fitted in "
                + durationText(figures.fitSeconds));
        }
    } catch (const ModelError& error) {
        return fail(context, Error { ErrorCode::FileUnwritable, error.what() });
    }
    std::ranges::sort(seconds);
    const double median = seconds[seconds.size() / 2];
    if (context.json)
        printLine({ { "tracks", command.wanted.tracks }, { "windows", command.wanted.windows },
            { "dimension", command.wanted.dimension }, { "pack_bytes", figures.packBytes },
            { "epochs", figures.epochs }, { "plan", planJson(command.plan) },
            { "min_seconds", seconds.front() }, { "median_seconds", median },
            { "max_seconds", seconds.back() } });
    else
        std::printf("%d tracks, %.0f MB, %d epochs in all fits: least %.1f, median %.1f, most %.1f "
                    "seconds of %zu runs\n",
            command.wanted.tracks, figures.packBytes / 1e6, figures.epochs, seconds.front(), median,
            seconds.back(), seconds.size());
    return kDone;
}

} // namespace

void addBenchTraining(CLI::App& bench, CliContext& context)
{
    auto options = std::make_shared<Command>();
    CLI::App* command = bench.add_subcommand("training",
        "How long a personal model takes: labels of an invented rater, embeddings as they are "
        "kept");
    command->add_option("--tracks", options->wanted.tracks, "Rated")
        ->check(CLI::Range(10, 1'000'000))
        ->capture_default_str();
    command
        ->add_option("--windows", options->wanted.windows, "Of each track, beside the whole of it")
        ->check(CLI::Range(0, 100'000))
        ->capture_default_str();
    command->add_option("--dimension", options->wanted.dimension, "Of the embeddings")
        ->check(CLI::Range(1, 16'384))
        ->capture_default_str();
    command->add_option("--repeat", options->repetitions, "Runs")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--threads", options->plan.threads, "0: one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->callback([&context, options] {
        context.run = [&context, options] { return run(*options, context); };
    });
}

} // namespace circumplex::cli
