#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `duplicates`: looks for tracks that may be the same, and lists the pairs that nobody decided.
void addDuplicates(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
