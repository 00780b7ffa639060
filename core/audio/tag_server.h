#pragma once

#include "core/audio/tag_file.h"

#include <cstdint>
#include <functional>

namespace circumplex {

struct TagServerOptions {
    std::int64_t maxMemoryBytes = 512LL << 20; ///< of address space
    unsigned maxSecondsPerFile = 15; ///< then the process ends itself
};

/// The whole work of a process that may die: reads paths, each ended by a zero, from stdin, and
/// writes a tagLine() for each to stdout, in the same order, until stdin ends.
///
/// Limits the process's memory, and leaves no core dump. Its parent should end it earlier than
/// maxSecondsPerFile; that limit is for a parent that died.
///
/// @param read  called for each path; may throw std::bad_alloc, which costs that file only
/// @return the process's exit status
int serveTags(const TagServerOptions& options,
    const std::function<Result<FileTags>(const std::filesystem::path&)>& read);

} // namespace circumplex
