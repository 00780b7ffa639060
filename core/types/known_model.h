#pragma once

#include "core/types/id.h"

#include <cstdint>
#include <string>

namespace circumplex {

/// A model as the library knows it: enough to say who made an annotation, long after the model's
/// files are gone.
struct KnownModel {
    ModelId id {};
    std::string name {};
    std::string hash {}; ///< never changes and names the model everywhere
    std::string cardJson {};
    std::int64_t installedAt = 0; ///< seconds since 1970
};

} // namespace circumplex
