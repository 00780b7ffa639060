#pragma once

#include <filesystem>
#include <vector>

namespace circumplex {

/// Recordings that came with the program, in the order of their names; empty where there are none.
/// Needs a QCoreApplication.
std::vector<std::filesystem::path> demoPieces();

} // namespace circumplex
