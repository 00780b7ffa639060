#pragma once

#include "app/cli/cli_context.h"
#include "core/services/model_registry.h"

#include <stop_token>

namespace circumplex::cli {

/// Runs the demo pieces through a model in every number format of the first device, remembers how
/// far each is from float32 and how fast, and says so on stderr, with --json also as an object
/// with "formats". From then on `--dtype auto` takes
/// the fastest one that is near enough. Without demo pieces it says what to do instead.
void checkFormats(const CliContext& context, const InstalledModel& model, std::stop_token stop);

} // namespace circumplex::cli
