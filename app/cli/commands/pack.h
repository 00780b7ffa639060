#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `pack LABELS.csv OUT.safetensors`: what a model hears in labelled files, ready for
/// circumplex-train.
void addPack(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
