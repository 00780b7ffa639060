#include "app/cli/commands/show.h"

#include "app/cli/commands/library_model.h"
#include "app/cli/commands/library_option.h"
#include "app/cli/track_record.h"
#include "app/cli/track_record_json.h"
#include "app/cli/track_record_text.h"
#include "core/engine/track_places.h"
#include "core/library/track_store.h"

#include <charconv>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

struct ShowCommand {
    LibraryOption library;
    LibraryModelOption model;
    std::string track;
};

/// A number is an id before it is a file's name. @returns NotFound
Result<std::vector<TrackId>> tracksNamed(LibraryDatabase& library, const std::string& name)
{
    TrackId id;
    const char* const end = name.data() + name.size();
    const auto parsed = std::from_chars(name.data(), end, id.value);
    if (parsed.ec == std::errc() && parsed.ptr == end && TrackStore(library).track(id))
        return std::vector { id };
    const auto places = TrackPlaces::of(library);
    if (!places) return tl::unexpected(places.error());
    auto found = places->at(name);
    if (found && found->empty())
        return tl::unexpected(Error { ErrorCode::NotFound,
            "There is no track \"" + name
                + "\" in the library: name one by its id, as `list` has it, or its path." });
    return found;
}

int runShow(const ShowCommand& command, const CliContext& context)
{
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto model = command.model.find(*library);
    if (!model) return fail(context, model.error());
    const auto tracks = tracksNamed(*library, command.track);
    if (!tracks) return fail(context, tracks.error());
    for (const TrackId id : *tracks) {
        const auto record = trackRecord(*library, *model, id);
        if (!record) return fail(context, record.error());
        if (context.json)
            printLine(recordJson(*record));
        else
            std::cout << recordText(*record) << std::flush;
    }
    return kDone;
}

} // namespace

void addShow(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<ShowCommand>();
    CLI::App* command
        = app.add_subcommand("show", "Everything that the library knows of one track");
    command->add_option("TRACK", options->track, "Its id or its path")->required();
    options->model.addTo(*command);
    options->library.addExistingTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runShow(*options, context); };
    });
}

} // namespace circumplex::cli
