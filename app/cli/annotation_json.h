#pragma once

#include "app/cli/cli_context.h"
#include "core/base/result.h"
#include "core/types/annotation.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace circumplex::cli {

/// What produced an annotation, for its JSON.
struct Provenance {
    std::string model; ///< name@hash
    AnalysisMode mode = AnalysisMode::Corrected;
    std::string device;
    DataType dtype = DataType::Float32;
};

enum class MoodsOverTime { Omitted, Included };

/// {"path": ...}, and "path_bytes" (percent-encoded) beside it if the path is not valid UTF-8.
Json pathJson(const std::filesystem::path& path);

/// Values as the lines of every command have them: rounded to far finer than what is meant, null if
/// not finite.
Json rounded(double value);
Json intervalJson(const Interval& interval);
Json moodsJson(std::span<const MoodProbability> moods);
Json keyJson(const std::optional<KeyEstimate>& key, const std::string& publishedKey);
const char* modeName(AnalysisMode mode);

/// One line of `analyze --json` about a file that was analysed. Numbers that a model does not give
/// are null.
Json annotationJson(const std::filesystem::path& path, const Provenance& provenance,
    const Annotation& annotation, MoodsOverTime moodsOverTime);

/// One line of `analyze --json` about a file that could not be used.
Json failureJson(const std::filesystem::path& path, const Error& error);

} // namespace circumplex::cli
