#pragma once

#include "core/ml/training/published_recipe.h"
#include "core/ml/training/training_plan.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace circumplex::train {

/// What circumplex-train was asked to do.
struct Options {
    std::string text; ///< to print and end: help or version; empty otherwise
    std::vector<std::filesystem::path> packs;
    std::filesystem::path out, report; ///< `report` may be empty
    TrainingPlan plan;
    bool isPublishedRecipe = false;
    PublishedRecipe published; ///< where that is wanted; its seed, epochs and sizes from `plan`
    std::map<std::string, std::filesystem::path> teachers; ///< head files by set
};

/// @throws std::invalid_argument  unknown, missing or senseless options, by name
Options parseOptions(int argc, char** argv);

} // namespace circumplex::train
