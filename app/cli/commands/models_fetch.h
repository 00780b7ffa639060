#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `models fetch`: downloads the files of a published model from their authors and imports them.
void addFetch(CLI::App& models, CliContext& context);

} // namespace circumplex::cli
