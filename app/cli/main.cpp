#include "app/cli/cli_context.h"
#include "app/cli/commands/analyze.h"
#include "app/cli/commands/annotate.h"
#include "app/cli/commands/backup.h"
#include "app/cli/commands/bench.h"
#include "app/cli/commands/doctor.h"
#include "app/cli/commands/duplicates.h"
#include "app/cli/commands/engine.h"
#include "app/cli/commands/evaluate.h"
#include "app/cli/commands/labels.h"
#include "app/cli/commands/list.h"
#include "app/cli/commands/models.h"
#include "app/cli/commands/pack.h"
#include "app/cli/commands/reproduce.h"
#include "app/cli/commands/scan.h"
#include "app/cli/commands/show.h"
#include "app/cli/commands/train.h"
#include "circumplex_version.h"

#include <QCoreApplication>

#include <exception>
#include <iostream>

namespace {

int run(int argc, char** argv)
{
    using namespace circumplex::cli;
    CliContext context;
    CLI::App app(
        "Listens to music and says how it feels: mood tags, valence and arousal, over time.",
        "circumplex-cli");
    app.set_version_flag("--version", circumplex::kVersion);
    app.set_help_all_flag("--help-all", "Help of every command");
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", context.json, "One JSON object per line on stdout");
    app.footer(
        "Exit status: 0 done, 1 some inputs failed (each is named with its reason), 2 wrong usage, "
        "3 nothing could be done.");
    addAnalyze(app, context);
    addAnnotate(app, context);
    addModels(app, context);
    addBench(app, context);
    addPack(app, context);
    addScan(app, context);
    addDuplicates(app, context);
    addEngine(app, context);
    addList(app, context);
    addShow(app, context);
    addLabels(app, context);
    addTrain(app, context);
    addEvaluate(app, context);
    addReproduce(app, context);
    addBackup(app, context);
    addRestore(app, context);
    addDoctor(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    return context.run();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("circumplex"));
    try {
        return run(argc, argv);
    } catch (const std::exception& exception) {
        std::cerr << "circumplex-cli: " << exception.what() << '\n';
        return circumplex::cli::kNothingDone;
    }
}
