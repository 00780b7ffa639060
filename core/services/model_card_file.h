#pragma once

#include "core/services/model_registry.h"

namespace circumplex {

/// Reads the card.json of a package folder and computes the model's hash. What is wrong with it is
/// said in InstalledModel::problem.
InstalledModel describeModel(const std::filesystem::path& folder);

} // namespace circumplex
