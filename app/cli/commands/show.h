#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `show TRACK`: everything that the library knows of one track.
void addShow(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
