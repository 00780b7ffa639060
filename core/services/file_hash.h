#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace circumplex {

/// SHA-256 of a file, 64 lower-case hex digits.
/// @returns FileMissing, FileUnreadable
Result<std::string> fileSha256(const std::filesystem::path& path);

} // namespace circumplex
