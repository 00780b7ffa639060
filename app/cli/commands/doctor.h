#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `doctor [--repair]`: examines the library, and mends what can be mended without loss. Exit
/// status 0: healthy, 1: findings remain.
void addDoctor(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
