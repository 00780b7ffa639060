#pragma once

#include "core/ml/training/personal_plan.h"
#include "core/services/model_registry.h"

#include <nlohmann/json.hpp>

#include <string>

namespace circumplex {

/// @return why this model's encoder can be given no adapter, an English sentence, or nothing
std::string whyNotAdaptable(const InstalledModel& base);

/// What a model's card says of the adapter that its encoder has.
nlohmann::ordered_json adapterCard(const InstalledModel& base, const AdapterPlan& plan);

} // namespace circumplex
