#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `labels import FILE` and `labels export [FILE]`: what people say of whole tracks, as a table.
void addLabels(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
