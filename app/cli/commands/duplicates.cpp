#include "app/cli/commands/duplicates.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"
#include "app/cli/commands/library_option.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/duplicate_finder.h"
#include "core/library/duplicate_store.h"
#include "core/library/folder_store.h"
#include "core/library/track_store.h"

#include <iomanip>
#include <iostream>
#include <map>
#include <memory>

namespace circumplex::cli {

namespace {

struct DuplicatesCommand {
    LibraryOption library;
    bool listens = false;
    int threads = 0;
};

struct Place {
    std::filesystem::path path;
    bool isPresent = false;
};

Result<Place> placeOf(
    const TrackStore& tracks, const std::map<VolumeId, Volume>& volumes, TrackId id)
{
    const auto track = tracks.track(id);
    if (!track) return tl::unexpected(track.error());
    return Place { absolutePath(volumes.at(track->place.volume), track->place.path),
        track->state == TrackState::Present };
}

Json trackJson(TrackId id, const Place& place)
{
    Json json = pathJson(place.path);
    json["track"] = id.value;
    json["missing"] = !place.isPresent;
    return json;
}

Result<int> printPairs(LibraryDatabase& library, const CliContext& context)
{
    const TrackStore tracks(library);
    const auto known = FolderStore(library).volumes();
    if (!known) return tl::unexpected(known.error());
    std::map<VolumeId, Volume> volumes;
    for (const Volume& volume : *known)
        volumes.emplace(volume.id, volume);
    const auto pairs = DuplicateStore(library).open();
    if (!pairs) return tl::unexpected(pairs.error());
    for (const DuplicatePair& pair : *pairs) {
        const auto first = placeOf(tracks, volumes, pair.first);
        const auto second = placeOf(tracks, volumes, pair.second);
        if (!first || !second) return tl::unexpected((first ? second : first).error());
        const bool isSame = pair.reason == DuplicatePair::Reason::SameAudio;
        if (context.json)
            printLine({ { "first", trackJson(pair.first, *first) },
                { "second", trackJson(pair.second, *second) },
                { "reason", isSame ? "same-audio" : "similar-fingerprint" },
                { "similarity", pair.similarity } });
        else
            std::cout << std::fixed << std::setprecision(0) << 100.0 * pair.similarity << " %  "
                      << printable(first->path) << (first->isPresent ? "" : " (missing)")
                      << "\n     " << printable(second->path)
                      << (second->isPresent ? "" : " (missing)") << '\n';
    }
    return static_cast<int>(pairs->size());
}

int runDuplicates(const DuplicatesCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    auto library = command.library.open();
    if (!library) return fail(context, library.error());
    DuplicateOptions options;
    options.threadCount = command.threads;
    if (command.listens) options.fingerprinting = Fingerprinting::Included;
    const auto report = findDuplicates(*library, options, interrupt.token());
    if (!report) return fail(context, report.error());
    for (const PathFailure& failure : report->failures) {
        if (context.json) printLine(failureJson(failure.path, failure.error));
        say(printable(failure.path) + ": " + failure.error.detail);
    }
    const auto count = printPairs(*library, context);
    if (!count) return fail(context, count.error());
    say(std::to_string(*count) + " pairs may be the same, " + std::to_string(report->proposed)
        + " of them new");
    return report->failures.empty() && !report->wasStopped ? kDone : kSomeFailed;
}

} // namespace

void addDuplicates(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<DuplicatesCommand>();
    CLI::App* command = app.add_subcommand(
        "duplicates", "Lists tracks that may be the same; changes none of them");
    command->add_flag("--listen", options->listens,
        "Listen to two minutes of every track first that was not listened to yet");
    command
        ->add_option("--threads", options->threads, "Tracks listened to at once; 0: by the cores")
        ->check(CLI::Range(0, 64))
        ->capture_default_str();
    options->library.addTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runDuplicates(*options, context); };
    });
}

} // namespace circumplex::cli
