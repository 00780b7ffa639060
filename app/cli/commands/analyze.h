#pragma once

#include "app/cli/cli_context.h"

namespace circumplex::cli {

/// `analyze FILE...`: moods, valence, arousal, curves, key and chords of files, without a library.
void addAnalyze(CLI::App& app, CliContext& context);

} // namespace circumplex::cli
