#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `bench [FILE]`: seconds per stage, beside the machine's own rate of matrix products, in every
/// number format of the device, with its difference from float32. Its subcommands measure
/// libraries.
void addBench(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
