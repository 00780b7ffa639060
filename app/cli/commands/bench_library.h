#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `bench make-library FILE` and `bench library FILE`: a library of invented tracks, and how
/// quickly a library answers.
void addBenchLibrary(CLI::App& bench, CliContext& context);

} // namespace circumplex::cli
