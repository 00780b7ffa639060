#include "app/cli/commands/doctor.h"

#include "app/cli/commands/library_option.h"
#include "app/cli/stop_on_signal.h"
#include "core/library/backup_folder.h"
#include "core/library/library_doctor.h"

#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

using Kind = LibraryFinding::Kind;

struct DoctorCommand {
    LibraryOption library;
    bool repairs = false;
};

const char* kindName(Kind kind)
{
    switch (kind) {
    case Kind::Damage:
        return "damage";
    case Kind::SearchIndex:
        return "search-index";
    case Kind::Orphans:
        return "orphans";
    case Kind::Leftovers:
        break;
    }
    return "leftovers";
}

std::string advice(Kind kind, bool wasRepaired, const std::filesystem::path& library)
{
    if (kind == Kind::Damage)
        return BackupFolder(library).newest()
            ? "`circumplex-cli restore` puts the newest backup in its place."
            : "There is no backup. Keep the file; `sqlite3 FILE .recover` may save a part of it.";
    return wasRepaired ? "It cannot be mended without losing what people made; leave it."
                       : "`circumplex-cli doctor --repair` mends it and loses nothing.";
}

int report(const std::vector<LibraryFinding>& findings, const DoctorCommand& command,
    const CliContext& context)
{
    const auto library = command.library.path();
    for (const LibraryFinding& finding : findings) {
        const std::string whatToDo = advice(finding.kind, command.repairs, library);
        if (context.json)
            printLine({ { "finding", kindName(finding.kind) }, { "message", finding.sentence },
                { "what_to_do", whatToDo } });
        else
            std::cout << finding.sentence << "\n  " << whatToDo << '\n';
    }
    if (context.json) printLine({ { "healthy", findings.empty() } });
    say(findings.empty() ? library.string() + " is healthy."
                         : std::to_string(findings.size()) + " findings.");
    return findings.empty() ? kDone : kSomeFailed;
}

int runDoctor(const DoctorCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    auto library = command.library.openExisting();
    if (!library && library.error().code == ErrorCode::DatabaseDamaged)
        return report({ { Kind::Damage, library.error().detail } }, command, context);
    if (!library) return fail(context, library.error());
    const auto findings
        = (command.repairs ? repairLibrary : examineLibrary)(*library, interrupt.token());
    if (!findings) return fail(context, findings.error());
    return report(*findings, command, context);
}

} // namespace

void addDoctor(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<DoctorCommand>();
    CLI::App* command = app.add_subcommand("doctor",
        "Examines every page and row of the library. Exit status 0: healthy, 1: findings remain");
    command->add_flag("--repair", options->repairs,
        "Mend what can be mended without losing anything that people made");
    options->library.addExistingTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runDoctor(*options, context); };
    });
}

} // namespace circumplex::cli
