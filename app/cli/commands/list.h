#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `list`: the tracks of the library that a query finds, in an order, a line each.
void addList(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
