#pragma once

#include "core/base/result.h"
#include "core/ml/weights/model_import.h"
#include "core/services/model_registry.h"

#include <string>
#include <vector>

namespace circumplex {

struct ImportedModel {
    InstalledModel model;
    std::vector<std::string> warnings; ///< sentences: a file that seems published but is not
};

/// Makes a model of published files and installs it, whole or not at all. Its card says of each
/// source whether it is the published file, by SHA-256.
/// @returns ModelExists; FileMissing, FileUnreadable: a source; ModelUnusable: a name or a source
///   that cannot be used; FileUnwritable
Result<ImportedModel> installMusic2Emo(const ModelRegistry& registry, const Music2EmoFiles& files);

} // namespace circumplex
