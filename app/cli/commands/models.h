#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `models list|import|use|verify|remove`: the models that are installed.
void addModels(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
