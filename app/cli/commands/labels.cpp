#include "app/cli/commands/labels.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"
#include "app/cli/commands/labels_agreement.h"
#include "app/cli/commands/library_option.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/label_exchange.h"
#include "core/services/rating_table.h"

#include <QSaveFile>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

namespace circumplex::cli {

namespace {

namespace fs = std::filesystem;

struct LabelsCommand {
    LibraryOption library;
    std::string file;
};

Result<RatingTable> readTable(const std::string& file)
{
    if (file == "-") return readRatingTable(std::cin, fs::current_path());
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file))
        return tl::unexpected(
            Error { ErrorCode::FileUnreadable, "The table '" + file + "' cannot be read." });
    auto table = readRatingTable(in, fs::absolute(file).parent_path());
    if (!table)
        return tl::unexpected(Error { table.error().code, file + ": " + table.error().detail });
    return table;
}

void printRefused(const RefusedRow& row, const CliContext& context)
{
    if (context.json) {
        Json json = failureJson(row.path, { ErrorCode::LabelsUnusable, row.reason });
        json["line"] = row.line;
        printLine(json);
    }
    say("line " + std::to_string(row.line) + ", " + printable(row.path) + ": " + row.reason);
}

int importTable(const LabelsCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    const auto table = readTable(command.file);
    if (!table) return fail(context, table.error());
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const std::string source
        = command.file == "-" ? command.file : fs::weakly_canonical(command.file).string();
    const auto imported
        = importLabels(*library, table->rows, source, std::time(nullptr), interrupt.token());
    if (!imported) return fail(context, imported.error());
    std::vector<RefusedRow> refused = table->refused;
    refused.insert(refused.end(), imported->refused.begin(), imported->refused.end());
    std::ranges::sort(refused, {}, &RefusedRow::line);
    for (const RefusedRow& row : refused)
        printRefused(row, context);
    if (context.json)
        printLine({ { "added", imported->added }, { "changed", imported->changed },
            { "unchanged", imported->unchanged }, { "failed", refused.size() } });
    say(std::to_string(imported->added) + " labels added, " + std::to_string(imported->changed)
        + " changed, " + std::to_string(imported->unchanged) + " unchanged, "
        + std::to_string(refused.size()) + " failed");
    if (refused.empty()) return kDone;
    const bool isNothing = imported->added + imported->changed + imported->unchanged == 0;
    return isNothing ? kNothingDone : kSomeFailed;
}

Json rowJson(const RatingRow& row)
{
    const auto orNull = [](const std::optional<double>& v) { return v ? Json(*v) : Json(nullptr); };
    Json json = pathJson(row.path);
    json["rater"] = row.rater;
    json["valence"] = orNull(row.valence);
    json["arousal"] = orNull(row.arousal);
    json["tags"] = Json::array();
    for (const RatedTag& tag : row.tags)
        json["tags"].push_back({ { "tag", tag.tag }, { "applies", tag.applies } });
    return json;
}

/// Complete, or not at all.
Result<void> save(const std::string& file, const std::string& text)
{
    QSaveFile out(QString::fromLocal8Bit(file.data(), static_cast<qsizetype>(file.size())));
    const bool isSaved = out.open(QIODevice::WriteOnly)
        && out.write(text.data(), static_cast<qint64>(text.size()))
            == static_cast<qint64>(text.size())
        && out.commit();
    if (isSaved) return {};
    return tl::unexpected(Error { ErrorCode::FileUnwritable,
        "'" + file + "' cannot be written: " + out.errorString().toStdString() + "." });
}

int exportTable(const LabelsCommand& command, const CliContext& context)
{
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto rows = exportLabels(*library);
    if (!rows) return fail(context, rows.error());
    const bool isToStdout = command.file.empty() || command.file == "-";
    if (isToStdout && context.json) {
        for (const RatingRow& row : *rows)
            printLine(rowJson(row));
    } else if (isToStdout) {
        writeRatingTable(std::cout, *rows);
        std::cout << std::flush;
    } else {
        std::ostringstream text;
        writeRatingTable(text, *rows);
        if (const auto saved = save(command.file, text.str()); !saved)
            return fail(context, saved.error());
        if (context.json) printLine({ { "file", command.file }, { "labels", rows->size() } });
    }
    say(std::to_string(rows->size()) + " labels");
    return kDone;
}

} // namespace

void addLabels(CLI::App& app, CliContext& context)
{
    CLI::App* labels = app.add_subcommand("labels",
        "What people say of whole tracks, as a table with the columns path, rater, valence, "
        "arousal, tags");
    labels->require_subcommand(1);
    labels->fallthrough();

    auto import = std::make_shared<LabelsCommand>();
    CLI::App* importing = labels->add_subcommand(
        "import", "Adds the rows of a table. Doing it again changes nothing");
    importing->add_option("FILE", import->file, "A CSV table; - reads it from stdin")->required();
    import->library.addExistingTo(*importing);
    importing->callback([&context, import] {
        context.run = [&context, import] { return importTable(*import, context); };
    });

    auto output = std::make_shared<LabelsCommand>();
    CLI::App* exporting = labels->add_subcommand("export",
        "Writes every rating and tag of whole tracks. Continuous ratings do not fit into a table");
    exporting->add_option("FILE", output->file, "The CSV table (default: stdout)");
    output->library.addExistingTo(*exporting);
    exporting->callback([&context, output] {
        context.run = [&context, output] { return exportTable(*output, context); };
    });

    addLabelsAgreement(*labels, context);
}

} // namespace circumplex::cli
