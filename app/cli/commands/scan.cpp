#include "app/cli/commands/scan.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"
#include "app/cli/commands/library_option.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/library_scanner.h"

#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

namespace circumplex::cli {

namespace {

struct ScanCommand {
    LibraryOption library;
    std::vector<std::string> folders;
    bool hasFingerprints = false;
    int threads = 0;
};

/// One line on a terminal, rewritten; nothing elsewhere.
void showProgress(const ScanProgress& progress)
{
    if (isatty(STDERR_FILENO) != 1) return;
    std::cerr << "\r\033[K" << progress.found << " sound files";
    if (progress.toRead > 0) std::cerr << ", read " << progress.read << " of " << progress.toRead;
    std::cerr << std::flush;
}

void printReport(const ScanReport& report, const CliContext& context)
{
    if (isatty(STDERR_FILENO) == 1) std::cerr << "\r\033[K";
    const auto print = [&context](const std::filesystem::path& path, const Error& error) {
        if (context.json) printLine(failureJson(path, error));
        say(printable(path) + ": " + error.detail);
    };
    for (const PathFailure& failure : report.failures)
        print(failure.path, failure.error);
    for (const OfflineFolder& folder : report.offline)
        print(folder.path, { ErrorCode::VolumeOffline, folder.reason });
    if (context.json)
        printLine({ { "added", report.added }, { "updated", report.updated },
            { "moved", report.moved }, { "unchanged", report.unchanged },
            { "missing", report.missing }, { "failed", report.failures.size() },
            { "offline", report.offline.size() }, { "stopped", report.wasStopped } });
    say(std::to_string(report.added) + " added, " + std::to_string(report.updated) + " updated, "
        + std::to_string(report.moved) + " moved, " + std::to_string(report.unchanged)
        + " unchanged, " + std::to_string(report.missing) + " missing, "
        + std::to_string(report.failures.size()) + " failed"
        + (report.wasStopped ? "; stopped before the end" : ""));
}

int exitCodeOf(const ScanReport& report)
{
    const bool isClean = report.failures.empty() && report.offline.empty() && !report.wasStopped;
    if (isClean) return kDone;
    const bool isNothing = report.added + report.updated + report.moved + report.unchanged == 0;
    return isNothing ? kNothingDone : kSomeFailed;
}

int runScan(const ScanCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    auto library = command.library.open();
    if (!library) return fail(context, library.error());
    ScanOptions options;
    options.threadCount = command.threads;
    if (command.hasFingerprints) options.reading.fingerprinting = Fingerprinting::Included;
    LibraryScanner scanner(*library, options);
    const std::vector<std::filesystem::path> folders(
        command.folders.begin(), command.folders.end());
    const auto report = folders.empty() ? scanner.rescan(interrupt.token(), showProgress)
                                        : scanner.scan(folders, interrupt.token(), showProgress);
    if (!report) return fail(context, report.error());
    printReport(*report, context);
    return exitCodeOf(*report);
}

} // namespace

void addScan(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<ScanCommand>();
    CLI::App* command = app.add_subcommand(
        "scan", "Adds the tracks of folders to the library and keeps them up to date");
    command->add_option("DIR", options->folders, "Folders to watch; none: those watched already");
    command->add_flag("--fingerprints", options->hasFingerprints,
        "Listen to new and changed files as well, so that other encodings are recognised");
    command->add_option("--threads", options->threads, "Files read at once; 0: by the cores")
        ->check(CLI::Range(0, 64))
        ->capture_default_str();
    options->library.addTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runScan(*options, context); };
    });
}

} // namespace circumplex::cli
