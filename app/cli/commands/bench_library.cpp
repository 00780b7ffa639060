#include "app/cli/commands/bench_library.h"

#include "app/cli/annotation_text.h"
#include "app/cli/stop_on_signal.h"
#include "core/library/library_benchmark.h"
#include "core/library/library_maker.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

using Clock = std::chrono::steady_clock;

struct MakeCommand {
    std::string file;
    SyntheticLibrary wanted;
};

struct MeasureCommand {
    std::string file;
    LibraryBenchmarkOptions options;
};

/// On a terminal one line, rewritten; elsewhere a line about every ten seconds.
class MakingProgress {
public:
    explicit MakingProgress(std::int64_t tracks)
        : m_tracks(tracks)
    {
    }

    void show(std::int64_t done)
    {
        const auto now = Clock::now();
        if (now - m_said
            < (m_isTerminal ? std::chrono::milliseconds(200) : std::chrono::seconds(10)))
            return;
        m_said = now;
        std::cerr << (m_isTerminal ? "\r\033[K" : "") << done << " of " << m_tracks << " tracks"
                  << (m_isTerminal ? "" : "\n") << std::flush;
    }

    void clear() const
    {
        if (m_isTerminal) std::cerr << "\r\033[K" << std::flush;
    }

private:
    bool m_isTerminal = isatty(STDERR_FILENO) == 1;
    std::int64_t m_tracks;
    Clock::time_point m_said = Clock::now();
};

int runMake(const MakeCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    const auto begin = Clock::now();
    MakingProgress progress(command.wanted.tracks);
    const auto made = makeLibrary(command.file, command.wanted, interrupt.token(),
        [&progress](std::int64_t done) { progress.show(done); });
    progress.clear();
    if (!made) return fail(context, made.error());
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    if (context.json)
        printLine({ { "library", command.file }, { "tracks", command.wanted.tracks },
            { "seed", command.wanted.seed }, { "seconds", seconds } });
    say(printable(command.file) + ": " + std::to_string(command.wanted.tracks) + " tracks in "
        + durationText(seconds));
    return kDone;
}

Json figureJson(const LibraryFigure& figure)
{
    Json json { { "what", figure.what }, { "count", figure.count }, { "min_ms", figure.minMs },
        { "median_ms", figure.medianMs }, { "p95_ms", figure.p95Ms }, { "max_ms", figure.maxMs } };
    if (figure.shellMedianMs) {
        json["sqlite3_median_ms"] = *figure.shellMedianMs;
        json["sqlite3_p95_ms"] = *figure.shellP95Ms;
    }
    return json;
}

void printFigures(const LibraryFigures& measured)
{
    std::printf("%lld tracks, %.0f MB, at most %.0f MB of memory\n",
        static_cast<long long>(measured.tracks), static_cast<double>(measured.fileBytes) / 1e6,
        static_cast<double>(measured.peakMemoryBytes) / 1e6);
    std::printf("%-50s %5s %8s %8s %8s %8s   %8s %8s\n", "milliseconds", "n", "min", "median",
        "p95", "max", "sqlite3", "its p95");
    for (const LibraryFigure& figure : measured.figures) {
        std::printf("%-50s %5d %8.2f %8.2f %8.2f %8.2f", figure.what.c_str(), figure.count,
            figure.minMs, figure.medianMs, figure.p95Ms, figure.maxMs);
        if (figure.shellMedianMs)
            std::printf("   %8.0f %8.0f", *figure.shellMedianMs, *figure.shellP95Ms);
        std::printf("\n");
    }
    std::fflush(stdout);
}

int runMeasure(const MeasureCommand& command, const CliContext& context)
{
    const auto measured = benchmarkLibrary(command.file, command.options);
    if (!measured) return fail(context, measured.error());
    if (!context.json) {
        printFigures(*measured);
        return kDone;
    }
    Json figures = Json::array();
    for (const LibraryFigure& figure : measured->figures)
        figures.push_back(figureJson(figure));
    printLine({ { "library", command.file }, { "tracks", measured->tracks },
        { "size", measured->fileBytes }, { "peak_memory", measured->peakMemoryBytes },
        { "figures", std::move(figures) } });
    return kDone;
}

} // namespace

void addBenchLibrary(CLI::App& bench, CliContext& context)
{
    auto make = std::make_shared<MakeCommand>();
    CLI::App* making = bench.add_subcommand(
        "make-library", "A library of invented tracks, annotations and labels, for measuring");
    making->add_option("FILE", make->file, "The library, which must not exist yet")->required();
    making->add_option("--tracks", make->wanted.tracks, "How many")
        ->check(CLI::Range(std::int64_t { 1 }, std::int64_t { 100'000'000 }))
        ->capture_default_str();
    making->add_option("--seed", make->wanted.seed, "The same seed gives the same tracks")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    making->callback(
        [&context, make] { context.run = [&context, make] { return runMake(*make, context); }; });

    auto measure = std::make_shared<MeasureCommand>();
    CLI::App* measuring = bench.add_subcommand("library",
        "How quickly a library answers, beside the program sqlite3 on the same questions");
    measuring->add_option("FILE", measure->file, "A library with annotations")->required();
    measuring->add_option("--repeat", measure->options.repetitions, "Questions of a kind")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    measuring->callback([&context, measure] {
        context.run = [&context, measure] { return runMeasure(*measure, context); };
    });
}

} // namespace circumplex::cli
