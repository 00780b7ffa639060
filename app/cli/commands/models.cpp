#include "app/cli/commands/models.h"

#include "app/cli/commands/models_fetch.h"
#include "app/cli/format_check.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/model_installer.h"
#include "core/services/model_registry.h"
#include "core/types/model_name.h"

#include <QJsonDocument>

#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

Json modelJson(const InstalledModel& model, const std::string& nameInUse)
{
    Json json { { "name", model.name }, { "in_use", model.name == nameInUse },
        { "shipped", model.isShipped }, { "folder", model.folder.string() } };
    if (model.problem.empty()) {
        json["model"] = model.label();
        json["hash"] = model.hash;
        json["title"] = model.title;
        const auto card = QJsonDocument(model.card).toJson(QJsonDocument::Compact);
        json["card"] = Json::parse(card.toStdString());
    } else {
        json["error"]
            = { { "code", errorCodeName(ErrorCode::ModelUnusable) }, { "message", model.problem } };
    }
    return json;
}

void printModel(const InstalledModel& model, const std::string& nameInUse)
{
    std::cout << (model.name == nameInUse ? "* " : "  ")
              << (model.problem.empty() ? model.label()
                                        : model.name + "  unusable: " + model.problem)
              << (model.title.empty() ? "" : "  " + model.title)
              << (model.isShipped ? "  (shipped)" : "") << '\n';
}

int listModels(const CliContext& context)
{
    const auto registry = ModelRegistry::standard();
    const auto nameInUse = registry.nameInUse();
    for (const InstalledModel& model : registry.list())
        if (context.json)
            printLine(modelJson(model, nameInUse));
        else
            printModel(model, nameInUse);
    return kDone;
}

} // namespace

int importModel(const CliContext& context, const Music2EmoFiles& files, std::stop_token stop)
{
    const auto registry = ModelRegistry::standard();
    const auto imported = installMusic2Emo(registry, files);
    if (!imported) return fail(context, imported.error());
    for (const std::string& warning : imported->warnings)
        say("warning: " + warning);
    const InstalledModel& model = imported->model;
    if (context.json) printLine(modelJson(model, registry.nameInUse()));
    checkFormats(context, model, std::move(stop));
    say("Installed " + model.label() + ". `circumplex-cli models use " + model.name
        + "` makes it the one in use.");
    return kDone;
}

namespace {

int useModel(const CliContext& context, const std::string& name)
{
    const auto model = ModelRegistry::standard().use(name);
    if (!model) return fail(context, model.error());
    if (context.json) printLine(modelJson(*model, model->name));
    say("In use: " + model->label());
    return kDone;
}

int removeModel(const CliContext& context, const std::string& name)
{
    const auto registry = ModelRegistry::standard();
    const auto removed = registry.remove(name);
    if (!removed) return fail(context, removed.error());
    if (context.json) printLine({ { "removed", name }, { "in_use", registry.nameInUse() } });
    say("Removed " + name + ". In use: " + registry.nameInUse());
    return kDone;
}

int verifyModels(const CliContext& context, std::vector<std::string> names)
{
    const StopOnSignal interrupt;
    const auto registry = ModelRegistry::standard();
    if (names.empty())
        for (const InstalledModel& model : registry.list())
            names.push_back(model.name);
    std::size_t failures = 0;
    for (const std::string& name : names) {
        const auto model = registry.verify(name);
        if (!model) ++failures;
        if (context.json && model)
            printLine({ { "name", name }, { "model", model->label() }, { "whole", true } });
        else if (context.json)
            printLine({ { "name", name }, { "whole", false },
                { "error",
                    { { "code", errorCodeName(model.error().code) },
                        { "message", model.error().detail } } } });
        say(model ? model->label() + ": every file is as it was installed" : model.error().detail);
        if (model) checkFormats(context, *model, interrupt.token());
    }
    if (failures == 0) return kDone;
    return failures == names.size() ? kNothingDone : kSomeFailed;
}

} // namespace

CLI::Validator isNameOfModel()
{
    return CLI::Validator(
        [](const std::string& name) {
            return isModelName(name) ? std::string() : "a name has " + modelNameRule();
        },
        "NAME");
}

namespace {

void addImport(CLI::App& models, CliContext& context)
{
    auto files = std::make_shared<Music2EmoFiles>();
    CLI::App* command = models.add_subcommand(
        "import", "Install Music2Emo from the files that its authors publish");
    command->add_option("--name", files->name, "Name of the new model")
        ->required()
        ->check(isNameOfModel());
    command
        ->add_option("--mert", files->mert,
            "MERT-v1-95M: pytorch_model.bin, a safetensors file, or the folder with it")
        ->required();
    command
        ->add_option("--music2emo", files->music2emo, "Music2Emo's checkpoint, such as J_all.ckpt")
        ->required();
    command->add_option("--btc", files->btc, "BTC's checkpoint btc_model_large_voca.pt")
        ->required();
    command->callback([&context, files] {
        context.run = [&context, files] {
            const StopOnSignal interrupt;
            return importModel(context, *files, interrupt.token());
        };
    });
}

/// A command about one model, by its name.
void addNamed(CLI::App& models, CliContext& context, const char* verb, const char* help,
    int (*run)(const CliContext&, const std::string&))
{
    auto name = std::make_shared<std::string>();
    CLI::App* command = models.add_subcommand(verb, help);
    command->add_option("NAME", *name, "Name of an installed model")->required();
    command->callback([&context, name, run] {
        context.run = [&context, name, run] { return run(context, *name); };
    });
}

} // namespace

void addModels(CLI::App& app, CliContext& context)
{
    CLI::App* models = app.add_subcommand("models", "The models that are installed");
    models->require_subcommand(1);
    models->fallthrough();

    CLI::App* list = models->add_subcommand("list", "Every model; * is the one in use");
    list->callback([&context] { context.run = [&context] { return listModels(context); }; });
    addImport(*models, context);
    addFetch(*models, context);
    addNamed(*models, context, "use", "Make a model the one that is used unasked", useModel);
    auto names = std::make_shared<std::vector<std::string>>();
    CLI::App* verify = models->add_subcommand("verify",
        "Compare files with what was installed, and number formats with float32 on the demo "
        "pieces");
    verify->add_option("NAME", *names, "Names of installed models (default: all)");
    verify->callback([&context, names] {
        context.run = [&context, names] { return verifyModels(context, *names); };
    });
    addNamed(*models, context, "remove", "Delete a model that did not come with the program",
        removeModel);
}

} // namespace circumplex::cli
