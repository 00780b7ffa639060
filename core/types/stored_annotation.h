#pragma once

#include "core/types/annotation.h"
#include "core/types/id.h"
#include "core/types/track.h"

#include <cstdint>
#include <optional>
#include <string>

namespace circumplex {

/// How an annotation came to be.
struct Provenance {
    AnalysisMode mode = AnalysisMode::Corrected;
    std::string device {}; ///< "cpu", "cuda:0", ...
    DataType dataType = DataType::Float32;
    std::string programVersion {};
    std::int64_t analysedAt = 0; ///< seconds since 1970
    std::optional<AudioHash> audioHash {}; ///< of the audio analysed; nullopt: it was not known
    bool isCoarse = false; ///< a first value from a few windows, to be replaced
};

/// An annotation as it is kept.
struct StoredAnnotation {
    TrackId track {};
    ModelId model {};
    Provenance provenance {};
    Annotation annotation {};
};

} // namespace circumplex
