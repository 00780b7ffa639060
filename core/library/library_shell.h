#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace circumplex {

/// Asks the `sqlite3` command line each statement, in one process, and reads its own timer.
/// @return milliseconds, one per statement; empty if there is no such program
std::vector<double> shellMilliseconds(
    const std::filesystem::path& file, const std::vector<std::string>& statements);

} // namespace circumplex
