#pragma once

#include "core/audio/tag_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace circumplex {

/// One file's tags, or why they cannot be read, as a line of JSON without its newline. Fields that
/// are not said are left out; a cover's bytes and hash are
/// base64.
std::string tagLine(const Result<FileTags>& tags);

/// nullopt: not such a line.
std::optional<Result<FileTags>> parseTagLine(std::string_view line);

} // namespace circumplex
