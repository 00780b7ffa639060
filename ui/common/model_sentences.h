#pragma once

#include <span>

namespace circumplex {

/// What downloading, importing and reading models can refuse with, for coreText(): sentences, and
/// what follows the name of a file and a colon.
std::span<const char* const> modelSentences();

} // namespace circumplex
