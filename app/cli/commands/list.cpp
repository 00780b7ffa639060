#include "app/cli/commands/list.h"

#include "app/cli/annotation_text.h"
#include "app/cli/commands/library_model.h"
#include "app/cli/commands/library_option.h"
#include "app/cli/commands/track_order_option.h"
#include "app/cli/query_error.h"
#include "app/cli/text_columns.h"
#include "app/cli/track_json.h"
#include "core/engine/track_places.h"
#include "core/library/track_search.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

constexpr std::size_t kPage = 500; ///< rows held at once
constexpr std::size_t kShownMoods = 3;

struct ListCommand {
    LibraryOption library;
    LibraryModelOption model;
    TrackOrderOption order;
    std::string query;
    std::size_t limit = TrackSearch::kNoLimit, offset = 0;
};

std::string decimal(const std::optional<double>& value)
{
    if (!value) return "-";
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", *value);
    return text;
}

std::string moodsText(const TrackRow& row)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(kShownMoods, row.moods.size()); ++i)
        text += (i == 0 ? "" : ", ")
            + std::string(kMoodTags[static_cast<std::size_t>(row.moods[i].tag)]);
    return text;
}

std::string remarks(const TrackRow& row)
{
    std::string text;
    if (const std::string state = stateName(row); state != "present") text += " " + state;
    if (row.isStale) text += " stale";
    if (row.isCoarse) text += " coarse";
    return text;
}

void printHeader()
{
    std::cout << inColumns("id", 8, Align::Right) << "  " << inColumns("artist", 24) << "  "
              << inColumns("title", 32) << "  " << inColumns("length", 7, Align::Right)
              << "    V    A  " << inColumns("key", 8) << "  moods\n";
}

void printRow(const TrackRow& row)
{
    const std::string fileName = std::filesystem::path(row.path).filename().string();
    const std::string key = row.key
        ? row.key->tonic + (row.key->mode == KeyMode::Minor ? " minor" : " major")
        : std::string();
    const std::string line = inColumns(std::to_string(row.id.value), 8, Align::Right) + "  "
        + inColumns(row.artist, 24) + "  " + inColumns(row.title.empty() ? fileName : row.title, 32)
        + "  "
        + inColumns(row.durationSeconds ? durationText(*row.durationSeconds) : "-", 7, Align::Right)
        + "  " + inColumns(decimal(row.valence), 3, Align::Right) + "  "
        + inColumns(decimal(row.arousal), 3, Align::Right) + "  " + inColumns(key, 8) + "  "
        + moodsText(row) + remarks(row);
    std::cout << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
}

Result<void> printRows(LibraryDatabase& library, const KnownModel& model,
    std::span<const TrackId> tracks, const CliContext& context)
{
    const auto places = TrackPlaces::of(library);
    if (!places) return tl::unexpected(places.error());
    const TrackSearch search(library, model.id);
    const std::string label = labelOf(model);
    if (!context.json && !tracks.empty()) printHeader();
    for (std::size_t begin = 0; begin < tracks.size(); begin += kPage) {
        const auto rows
            = search.rows(tracks.subspan(begin, std::min(kPage, tracks.size() - begin)));
        if (!rows) return tl::unexpected(rows.error());
        for (const TrackRow& row : *rows)
            if (context.json)
                std::cout << lineOf(rowJson(row, places->pathOf(row.place), label)) << '\n';
            else
                printRow(row);
    }
    std::cout << std::flush;
    return {};
}

int runList(const ListCommand& command, const CliContext& context)
{
    const auto query = parseSearch(command.query);
    if (!query) return failQuery(context, command.query, query.error());
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto model = command.model.find(*library);
    if (!model) return fail(context, model.error());
    if (command.model.name.empty()) sayWhoAnnotated(*library, *model);
    const std::size_t offset = command.offset;
    const std::size_t end
        = offset + std::min(command.limit, TrackSearch::kNoLimit - offset); // without overflow
    const auto found = TrackSearch(*library, model->id).find(*query, command.order.sort, end);
    if (!found) return fail(context, found.error());
    const auto tracks = std::span(found->ids).subspan(std::min(offset, found->ids.size()));
    const auto printed = printRows(*library, *model, tracks, context);
    if (!printed) return fail(context, printed.error());
    if (tracks.size() == found->total)
        say(std::to_string(found->total) + (found->total == 1 ? " track" : " tracks"));
    else
        say(std::to_string(tracks.size()) + " of " + std::to_string(found->total) + " tracks");
    return kDone;
}

} // namespace

void addList(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<ListCommand>();
    CLI::App* command = app.add_subcommand("list", "Lists tracks of the library");
    command->add_option("--query", options->query,
        "Which, in the language of the search box: beethoven valence>6 mood:calm year:1970..1979 "
        "is:unannotated");
    options->order.addTo(*command);
    const CLI::Validator isCount(
        [](const std::string& text) {
            const bool isWhole = text.find_first_not_of("0123456789") == std::string::npos;
            return isWhole ? std::string() : "\"" + text + "\" is not a whole number";
        },
        "COUNT");
    command->add_option("--limit", options->limit, "At most so many")->check(isCount);
    command->add_option("--offset", options->offset, "Leave out so many at the beginning")
        ->check(isCount);
    options->model.addTo(*command);
    options->library.addExistingTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runList(*options, context); };
    });
}

} // namespace circumplex::cli
