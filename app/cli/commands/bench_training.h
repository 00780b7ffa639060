#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `bench training`: how long a personal model takes.
void addBenchTraining(CLI::App& bench, CliContext& context);

} // namespace circumplex::cli
