#include "app/cli/commands/backup.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"
#include "app/cli/commands/library_option.h"
#include "core/library/backup_folder.h"

#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

namespace fs = std::filesystem;

const char* kindName(BackupFolder::Kind kind)
{
    switch (kind) {
    case BackupFolder::Kind::Candidate:
        return "candidate";
    case BackupFolder::Kind::Good:
        return "good";
    case BackupFolder::Kind::BeforeMigration:
        break;
    }
    return "before-migration";
}

int listBackups(const LibraryOption& library, const CliContext& context)
{
    const BackupFolder folder(library.path());
    for (const BackupFolder::Copy& copy : folder.copies()) {
        std::error_code ignored;
        const auto bytes = fs::file_size(copy.file, ignored);
        if (context.json) {
            Json json = pathJson(copy.file);
            json["made"] = copy.madeAt;
            json["kind"] = kindName(copy.kind);
            json["size"] = bytes;
            printLine(json);
        } else {
            std::cout << copy.madeAt << "  " << bytes / 1'000'000 << " MB  " << printable(copy.file)
                      << "  (" << kindName(copy.kind) << ")\n";
        }
    }
    say(std::to_string(folder.copies().size()) + " backups in " + printable(folder.folder()));
    return kDone;
}

int makeBackup(const LibraryOption& option, const CliContext& context)
{
    auto library = option.openExisting();
    if (!library) return fail(context, library.error());
    const auto copy = BackupFolder(option.path()).make(*library);
    if (!copy) return fail(context, copy.error());
    if (context.json)
        printLine(pathJson(*copy));
    else
        std::cout << printable(*copy) << '\n';
    say("The copy was read again and is whole.");
    return kDone;
}

struct RestoreCommand {
    LibraryOption library;
    std::string copy = "newest";
};

/// @returns FileMissing
Result<fs::path> chosenCopy(const BackupFolder& folder, const std::string& name)
{
    std::error_code ignored;
    if (name == "newest") {
        if (const auto newest = folder.newest()) return *newest;
        return tl::unexpected(Error {
            ErrorCode::FileMissing, "There is no backup in '" + folder.folder().string() + "'." });
    }
    if (fs::exists(name, ignored)) return fs::path(name);
    if (fs::exists(folder.folder() / name, ignored)) return folder.folder() / name;
    return tl::unexpected(Error { ErrorCode::FileMissing,
        "There is no backup '" + name + "'; `backup --list` names those that there are." });
}

int runRestore(const RestoreCommand& command, const CliContext& context)
{
    const BackupFolder folder(command.library.path());
    const auto copy = chosenCopy(folder, command.copy);
    if (!copy) return fail(context, copy.error());
    const auto aside = folder.restore(*copy);
    if (!aside) return fail(context, aside.error());
    if (context.json)
        printLine({ { "restored", copy->string() }, { "library", command.library.path().string() },
            { "moved_aside", *aside ? Json((*aside)->string()) : Json(nullptr) } });
    say("Restored " + printable(*copy) + ".");
    if (*aside) say("What was there before is kept as " + printable(**aside) + ".");
    return kDone;
}

} // namespace

void addBackup(CLI::App& app, CliContext& context)
{
    struct BackupCommand {
        LibraryOption library;
        bool lists = false;
    };
    auto options = std::make_shared<BackupCommand>();
    CLI::App* command
        = app.add_subcommand("backup", "Makes a copy of the library beside it and checks the copy");
    command->add_flag("--list", options->lists, "List the copies that there are, newest first");
    options->library.addExistingTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] {
            return (options->lists ? listBackups : makeBackup)(options->library, context);
        };
    });
}

void addRestore(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<RestoreCommand>();
    CLI::App* command = app.add_subcommand("restore",
        "Puts a backup in the library's place; keeps what was there. Close every other program "
        "that has the library open first");
    command->add_option("FILE", options->copy, "A copy that `backup --list` names, or newest")
        ->capture_default_str();
    options->library.addExistingTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runRestore(*options, context); };
    });
}

} // namespace circumplex::cli
