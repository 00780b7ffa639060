#include "app/cli/cli_context.h"
#include "app/cli/commands/models.h"
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
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", context.json, "One JSON object per line on stdout");
    addModels(app, context);
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
