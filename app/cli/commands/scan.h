#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `scan DIR...`: watches folders and brings the library up to date with them; without DIR, with
/// all that are watched.
void addScan(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
