#pragma once

#include "core/base/result.h"
#include "core/services/model_registry.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace circumplex {

/// What the card of a personal model says beside what it takes over from its base.
struct PersonalDescription {
    std::string name;
    nlohmann::ordered_json data; ///< the labels: raters, counts
    nlohmann::ordered_json verdict, plan;
    nlohmann::ordered_json adapter
        = nullptr; ///< of the encoder: rank, alpha; null: the base's, if any
    std::filesystem::path adapterFile {}; ///< a safetensors file, with an adapter
    /// Half widths that held 90 % of held-out ratings; infinite ones are taken from the base.
    double trackValence = 0.0, trackArousal = 0.0, windowValence = 0.0, windowArousal = 0.0;
};

/// Makes a model of a base's encoder and chord recogniser and a new head, and installs it, whole or
/// not at all. The base is only read; its large files are shared where the file system can.
/// @param head  a safetensors file; stays where it is
/// @returns ModelExists, ModelMissing (the base is gone), ModelUnusable, DiskFull, FileUnwritable
Result<InstalledModel> installPersonalModel(const ModelRegistry& registry,
    const InstalledModel& base, const std::filesystem::path& head,
    const PersonalDescription& description);

} // namespace circumplex
