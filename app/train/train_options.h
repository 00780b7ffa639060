#pragma once

#include "core/ml/training/training_plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace circumplex::train {

/// What circumplex-train was asked to do.
struct Options {
    std::string text; ///< to print and end: help or version; empty otherwise
    std::vector<std::filesystem::path> packs;
    std::filesystem::path out, report; ///< `report` may be empty
    TrainingPlan plan;
};

/// @throws std::invalid_argument  unknown, missing or senseless options, by name
Options parseOptions(int argc, char** argv);

} // namespace circumplex::train
