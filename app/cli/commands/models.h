#pragma once

#include "app/cli/cli_context.h"
#include "core/ml/weights/model_import.h"

#include <stop_token>

namespace circumplex::cli {

/// `models`: lists, imports, fetches, chooses, checks and removes the models of this machine.
void addModels(CLI::App& app, CliContext& context);

/// Makes a model of these files and says so, as `models import` does.
/// @return an exit code
int importModel(const CliContext& context, const Music2EmoFiles& files, std::stop_token stop);

CLI::Validator isNameOfModel();

} // namespace circumplex::cli
