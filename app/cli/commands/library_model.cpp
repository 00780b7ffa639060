#include "app/cli/commands/library_model.h"

#include "app/cli/cli_context.h"
#include "core/library/library_database.h"
#include "core/library/model_store.h"
#include "core/services/model_registry.h"

#include <algorithm>

namespace circumplex::cli {

namespace {

constexpr std::size_t kShortHash = 12;

bool isNamed(const KnownModel& model, const std::string& name)
{
    return model.name == name || model.hash == name || labelOf(model) == name;
}

std::string labelsOf(const std::vector<KnownModel>& models)
{
    std::string text;
    for (const KnownModel& model : models)
        text += (text.empty() ? "" : ", ") + labelOf(model);
    return text;
}

} // namespace

std::string labelOf(const KnownModel& model)
{
    return model.name + "@" + model.hash.substr(0, kShortHash);
}

void LibraryModelOption::addTo(CLI::App& command)
{
    command.add_option("--model", name,
        "Whose annotations: name, or name@hash of one that was replaced (default: the one in use)");
}

Result<KnownModel> LibraryModelOption::find(LibraryDatabase& library) const
{
    const auto known = ModelStore(library).all();
    if (!known) return tl::unexpected(known.error());
    const auto installed = ModelRegistry::standard().find(name);
    const auto match = std::ranges::find_if(*known, [&](const KnownModel& model) {
        return installed ? model.hash == installed->hash : isNamed(model, name);
    });
    if (match != known->end()) return *match;
    if (!installed && !name.empty())
        return tl::unexpected(Error { ErrorCode::ModelMissing,
            "There is no model \"" + name + "\", neither installed nor in this library"
                + (known->empty() ? std::string() : ", which knows " + labelsOf(*known)) + "." });
    KnownModel none;
    if (installed) none = { .name = installed->name, .hash = installed->hash };
    return none;
}

void sayWhoAnnotated(LibraryDatabase& library, const KnownModel& model)
{
    const auto known = ModelStore(library).all();
    if (model.id || !known || known->empty()) return;
    say("The model in use" + (model.name.empty() ? std::string() : ", " + labelOf(model) + ",")
        + " has annotated nothing here. --model takes one that has: " + labelsOf(*known) + ".");
}

} // namespace circumplex::cli
