#include "app/cli/commands/labels.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"
#include "app/cli/commands/labels_agreement.h"
#include "app/cli/commands/library_option.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/label_bundle.h"
#include "core/engine/label_exchange.h"
#include "core/services/label_formats.h"
#include "core/services/label_writers.h"
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
    std::string file, format, dimension, rater;
    std::vector<std::string> raters;
};

Result<std::string> readBytes(const std::string& file)
{
    std::ostringstream bytes;
    if (file == "-") {
        bytes << std::cin.rdbuf();
        return bytes.str();
    }
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file))
        return tl::unexpected(
            Error { ErrorCode::FileUnreadable, "The table '" + file + "' cannot be read." });
    if (in.peek() != std::ifstream::traits_type::eof()) bytes << in.rdbuf();
    return bytes.str();
}

LabelReading readingOf(const LabelsCommand& command)
{
    LabelReading reading { .format = labelFormatNamed(command.format), .rater = command.rater };
    if (!command.dimension.empty())
        reading.dimension
            = command.dimension == "valence" ? TraceDimension::Valence : TraceDimension::Arousal;
    return reading;
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

/// What an import or a merge did, and what it could not.
int reportImport(
    const LabelImport& imported, std::vector<RefusedRow> refused, const CliContext& context)
{
    refused.insert(refused.end(), imported.refused.begin(), imported.refused.end());
    std::ranges::sort(refused, {}, &RefusedRow::line);
    for (const RefusedRow& row : refused)
        printRefused(row, context);
    if (context.json)
        printLine({ { "added", imported.added }, { "changed", imported.changed },
            { "unchanged", imported.unchanged }, { "failed", refused.size() } });
    say(std::to_string(imported.added) + " labels added, " + std::to_string(imported.changed)
        + " changed, " + std::to_string(imported.unchanged) + " unchanged, "
        + std::to_string(refused.size()) + " failed");
    if (refused.empty()) return kDone;
    const bool isNothing = imported.added + imported.changed + imported.unchanged == 0;
    return isNothing ? kNothingDone : kSomeFailed;
}

std::string sourceOf(const std::string& file)
{
    return file == "-" ? file : fs::weakly_canonical(file).string();
}

int importTable(const LabelsCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    const auto bytes = readBytes(command.file);
    if (!bytes) return fail(context, bytes.error());
    const fs::path name = command.file == "-" ? fs::path("stdin") : fs::path(command.file);
    const auto file = readLabelFile(*bytes, name, readingOf(command));
    if (!file) return fail(context, file.error());
    for (const std::string& notice : file->notices)
        say(notice);
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto at = std::time(nullptr);
    if (file->format == LabelFormat::Table) {
        std::vector<RatingRow> rows;
        for (const LabelRecord& record : file->records)
            rows.push_back(record.row);
        const auto imported
            = importLabels(*library, rows, sourceOf(command.file), at, interrupt.token());
        if (!imported) return fail(context, imported.error());
        return reportImport(*imported, file->refused, context);
    }
    const auto imported = importFile(*library, *file, fs::absolute(name).parent_path(),
        sourceOf(command.file), at, interrupt.token());
    if (!imported) return fail(context, imported.error());
    return reportImport(*imported, file->refused, context);
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

/// One file for each song or trace, in a folder that is made.
Result<void> saveAll(const std::string& folder, const std::vector<LabelOutput>& files)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            "The folder '" + folder + "' cannot be made: " + failed.message() + "." });
    for (const LabelOutput& file : files)
        if (auto saved = save((fs::path(folder) / file.name).string(), file.text); !saved)
            return saved;
    return {};
}

int exportFormat(const LabelsCommand& command, const CliContext& context)
{
    const LabelFormat format = *labelFormatNamed(command.format);
    const bool isFolder = isFolderFormat(format);
    const bool isToStdout = command.file.empty() || command.file == "-";
    if (isFolder && isToStdout)
        return fail(context,
            { ErrorCode::Refused,
                "Labels as " + command.format + " are many files; name a folder for them." });
    if (format == LabelFormat::DynamicSamples && command.dimension.empty())
        return fail(context,
            { ErrorCode::Refused,
                "A file of dynamic-samples holds one dimension; say --dimension valence or "
                "arousal." });
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto labels = readLabels(*library, command.raters);
    if (!labels) return fail(context, labels.error());
    const auto records = recordsOf(*library, *labels);
    if (!records) return fail(context, records.error());
    const auto dimension
        = command.dimension == "arousal" ? TraceDimension::Arousal : TraceDimension::Valence;
    const auto written = writeLabels(format, *records, { .dimension = dimension });
    if (!written) return fail(context, written.error());
    if (isFolder) {
        if (auto saved = saveAll(command.file, written->files); !saved)
            return fail(context, saved.error());
    } else if (isToStdout) {
        std::cout << written->files.front().text << std::flush;
    } else if (auto saved = save(command.file, written->files.front().text); !saved) {
        return fail(context, saved.error());
    }
    if (context.json && !isToStdout)
        printLine({ { "file", command.file }, { "format", command.format },
            { "files", written->files.size() }, { "records", records->size() },
            { "left_out", written->leftOut } });
    for (const std::string& what : written->leftOut)
        say("left out, as " + command.format + " cannot hold it: " + what);
    return kDone;
}

int writeBundle(const LabelsCommand& command, const CliContext& context)
{
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto labels = readLabels(*library, command.raters);
    if (!labels) return fail(context, labels.error());
    const auto bundle = bundleOf(*library, *labels);
    if (!bundle) return fail(context, bundle.error());
    if (const auto saved = save(command.file, *bundle); !saved) return fail(context, saved.error());
    if (context.json) printLine({ { "file", command.file }, { "tracks", labels->tracks.size() } });
    say("labels of " + std::to_string(labels->tracks.size()) + " tracks, without their sound");
    return kDone;
}

int merge(const LabelsCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    const auto bytes = readBytes(command.file);
    if (!bytes) return fail(context, bytes.error());
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto merged
        = mergeBundle(*library, *bytes, command.file, std::time(nullptr), interrupt.token());
    if (!merged) return fail(context, merged.error());
    return reportImport(*merged, {}, context);
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
    CLI::App* importing = labels->add_subcommand("import",
        "Adds what a file says: a CSV table of ours, or what data sets and other programs write. "
        "Doing it again changes nothing");
    importing->add_option("FILE", import->file, "- reads it from stdin")->required();
    importing
        ->add_option("--format", import->format,
            "table (CSV: path, rater, valence, arousal, tags), ratings and traces (our own with "
            "all columns), static-ratings, dynamic-ratings, dynamic-samples, jamendo-tags, carma, "
            "label-studio, jams (default: told from the file)")
        ->check(CLI::IsMember({ "table", "ratings", "traces", "static-ratings", "dynamic-ratings",
            "dynamic-samples", "jamendo-tags", "carma", "label-studio", "jams" }));
    importing
        ->add_option("--dimension", import->dimension,
            "What a file with one unnamed dimension is about: valence or arousal")
        ->check(CLI::IsMember({ "valence", "arousal" }));
    importing->add_option(
        "--rater", import->rater, "Whose labels, where the file does not say (default: its name)");
    import->library.addExistingTo(*importing);
    importing->callback([&context, import] {
        context.run = [&context, import] { return importTable(*import, context); };
    });

    auto output = std::make_shared<LabelsCommand>();
    CLI::App* exporting = labels->add_subcommand("export",
        "Writes every rating and tag of whole tracks as a table, or all that people said in "
        "another format. What that cannot hold is said");
    exporting->add_option(
        "FILE", output->file, "To write (default: stdout); carma and jams make a folder of it");
    exporting
        ->add_option("--format", output->format,
            "table (default), ratings (whole tracks, with pass, instrument and all other columns), "
            "traces (continuous ratings), static-ratings, dynamic-ratings and dynamic-samples "
            "(means, as DEAM and PMEmo have them), carma, label-studio, jams")
        ->check(CLI::IsMember({ "table", "ratings", "traces", "static-ratings", "dynamic-ratings",
            "dynamic-samples", "carma", "label-studio", "jams" }));
    exporting
        ->add_option("--dimension", output->dimension,
            "What a file of dynamic-samples is about: valence or arousal")
        ->check(CLI::IsMember({ "valence", "arousal" }));
    exporting->add_option("--rater", output->raters, "Only theirs (default: everybody's)");
    output->library.addExistingTo(*exporting);
    exporting->callback([&context, output] {
        context.run = [&context, output] {
            const bool isTable
                = output->raters.empty() && (output->format.empty() || output->format == "table");
            if (output->format.empty()) output->format = "table";
            return isTable ? exportTable(*output, context) : exportFormat(*output, context);
        };
    });

    auto bundle = std::make_shared<LabelsCommand>();
    CLI::App* bundling = labels->add_subcommand(
        "bundle", "Writes labels without audio or paths, to be merged on another machine");
    bundling->add_option("FILE", bundle->file, "To write")->required();
    bundling->add_option("--rater", bundle->raters, "Only theirs (default: everybody's)");
    bundle->library.addExistingTo(*bundling);
    bundling->callback([&context, bundle] {
        context.run = [&context, bundle] { return writeBundle(*bundle, context); };
    });

    auto other = std::make_shared<LabelsCommand>();
    CLI::App* merging = labels->add_subcommand("merge",
        "Adds the labels of a bundle; tracks are found by their sound. Doing it again changes "
        "nothing");
    merging->add_option("FILE", other->file, "A bundle; - reads it from stdin")->required();
    other->library.addExistingTo(*merging);
    merging->callback(
        [&context, other] { context.run = [&context, other] { return merge(*other, context); }; });

    addLabelsAgreement(*labels, context);
}

} // namespace circumplex::cli
