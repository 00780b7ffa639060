#pragma once

#include "core/types/annotation.h"

#include <filesystem>
#include <string>

namespace circumplex::cli {

/// What people read about one file: a few lines, the curves as small bars.
std::string annotationText(const std::filesystem::path& path, const Annotation& annotation);

/// "m:ss", from an hour on "h:mm:ss".
std::string durationText(double seconds);

/// The path for a terminal: control characters and bytes that are not UTF-8 replaced.
std::string printable(const std::filesystem::path& path);

} // namespace circumplex::cli
