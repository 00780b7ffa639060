#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

void addEvaluate(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
