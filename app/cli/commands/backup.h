#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `backup`: makes a verified copy of the library, or lists those that there are.
void addBackup(CLI::App& app, CliContext& context);

/// `restore [FILE|newest]`: puts such a copy in the library's place.
void addRestore(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
