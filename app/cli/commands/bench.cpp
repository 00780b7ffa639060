#include "app/cli/commands/bench.h"

#include "app/cli/annotation_text.h"
#include "app/cli/commands/bench_library.h"
#include "app/cli/commands/bench_training.h"
#include "app/cli/commands/model_options.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/format_comparison.h"
#include "core/ml/compute_device.h"
#include "core/services/demo_pieces.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>

namespace circumplex::cli {

namespace {

struct BenchOptions {
    ModelOptions model;
    std::vector<std::string> files;
    int repetitions = 5;
};

struct Stage {
    const char* name;
    double StageSeconds::*seconds;
};

constexpr std::array kStages { Stage { "decode", &StageSeconds::decode },
    Stage { "resample", &StageSeconds::resample }, Stage { "cqt", &StageSeconds::constantQ },
    Stage { "encoder", &StageSeconds::encoder }, Stage { "chords", &StageSeconds::chords },
    Stage { "key", &StageSeconds::key }, Stage { "head", &StageSeconds::head } };

struct Spread {
    double least = 0.0, median = 0.0, most = 0.0;
};

Spread spreadOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return { values.front(), values[values.size() / 2], values.back() };
}

/// One number format's row.
Json rowOf(const FormatRun& run, const ChosenModel& chosen, double gflops, double soundSeconds)
{
    const Spread wall = spreadOf(run.wallSeconds);
    Json row { { "model", chosen.provenance.model }, { "device", chosen.provenance.device },
        { "device_title", deviceTitle(chosen.provenance.device) },
        { "dtype", dataTypeName(run.measurement.dtype) }, { "sound_seconds", soundSeconds },
        { "load_seconds", run.loadSeconds },
        { "wall_seconds",
            { { "least", wall.least }, { "median", wall.median }, { "most", wall.most } } },
        { "repetitions", run.wallSeconds.size() } };
    Json stages = Json::object();
    for (const Stage& stage : kStages) {
        double sum = 0.0;
        for (const AnalysedFile& file : run.files)
            sum += file.seconds.*stage.seconds;
        stages[stage.name] = sum;
    }
    row["stage_seconds"] = std::move(stages);
    row["gemm_gflops"] = gflops;
    row["encoder_products_seconds"] = run.encoderGflopPerSecond * soundSeconds / gflops;
    row["emotion_difference"] = run.measurement.emotionDifference;
    row["tag_difference"] = run.measurement.tagDifference;
    row["near_float32"] = run.measurement.isNearEnough();
    return row;
}

void printTable(const std::vector<Json>& rows)
{
    std::printf("%-10s %8s %8s %8s %8s %8s %8s %8s | %8s %8s %8s | %9s %9s | %9s %9s\n", "format",
        "decode", "resample", "cqt", "encoder", "chords", "key", "head", "least", "median", "most",
        "GFLOP/s", "products", "V/A diff", "tag diff");
    for (const Json& row : rows) {
        std::printf("%-10s", row["dtype"].get<std::string>().c_str());
        for (const Stage& stage : kStages)
            std::printf(" %8.3f", row["stage_seconds"][stage.name].get<double>());
        std::printf(" |");
        for (const char* which : { "least", "median", "most" })
            std::printf(" %8.3f", row["wall_seconds"][which].get<double>());
        std::printf(" | %9.0f %9.3f | %9.4f %9.4f%s\n", row["gemm_gflops"].get<double>(),
            row["encoder_products_seconds"].get<double>(), row["emotion_difference"].get<double>(),
            row["tag_difference"].get<double>(),
            row["near_float32"].get<bool>() ? "" : "  too far");
    }
    std::fflush(stdout);
}

int runBench(const BenchOptions& options, const CliContext& context)
{
    std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
    if (files.empty()) files = demoPieces();
    if (files.empty())
        return fail(context,
            { ErrorCode::FileMissing, "there are no demo pieces beside the program; name a file" });
    const auto chosen = chooseModel(options.model);
    if (!chosen) return fail(context, chosen.error());
    const std::string& device = chosen->provenance.device;
    const bool wantsAll = options.model.dtype == "auto";

    const StopOnSignal interrupt;
    FormatComparisonPlan plan { .model = chosen->folder,
        .device = device,
        .dtypes = dataTypesOf(device),
        .files = files,
        .settings = options.model.analysisSettings(),
        .repetitions = options.repetitions };
    if (!wantsAll) {
        plan.dtypes = { DataType::Float32 };
        if (chosen->provenance.dtype != DataType::Float32)
            plan.dtypes.push_back(chosen->provenance.dtype);
    }
    const auto runs = compareFormats(plan, interrupt.token());
    if (!runs) return fail(context, runs.error());

    double soundSeconds = 0.0;
    for (const AnalysedFile& file : runs->front().files)
        soundSeconds += file.annotation.durationSeconds;
    useThreads(options.model.threads);
    std::vector<Json> rows;
    for (const FormatRun& run : *runs) {
        rows.push_back(
            rowOf(run, *chosen, measuredGemmGflops(device, run.measurement.dtype), soundSeconds));
    }
    if (context.json) {
        for (const Json& row : rows)
            printLine(row);
        return kDone;
    }
    std::cout << chosen->provenance.model << " on " << deviceTitle(device) << ", "
              << durationText(soundSeconds) << " of sound, " << options.repetitions
              << " repetitions; seconds\n";
    printTable(rows);
    std::cout << "Stages run side by side and are those of the fastest repetition. products: the "
                 "encoder's "
                 "matrix products alone\nat the measured rate. Differences are the largest from "
                 "float32.\n";
    return kDone;
}

} // namespace

void addBench(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<BenchOptions>();
    CLI::App* command = app.add_subcommand(
        "bench", "Seconds per stage on this device, in each of its number formats");
    command->add_option("FILE", options->files, "Audio files (default: the demo pieces)");
    command->add_option("--repeat", options->repetitions, "Times that every file is analysed")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    options->model.addTo(*command);
    addBenchLibrary(*command, context);
    addBenchTraining(*command, context);
    command->callback([&context, options, command] {
        // Called as well, and last, where a subcommand has said what to run.
        if (!command->get_subcommands().empty()) return;
        context.run = [&context, options] { return runBench(*options, context); };
    });
}

} // namespace circumplex::cli
