#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// labels agreement
void addLabelsAgreement(CLI::App& labels, CliContext& context);

} // namespace circumplex::cli
