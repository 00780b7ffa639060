#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

void addReproduce(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
