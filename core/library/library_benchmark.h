#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// How long one kind of question took, over many of them.
struct LibraryFigure {
    std::string what;
    int count = 0; ///< how many were asked
    double minMs = 0.0, medianMs = 0.0, p95Ms = 0.0, maxMs = 0.0;
    /// The same questions put to the `sqlite3` command line as plain SQL with the order and limit
    /// that a list needs; nullopt where there is no equal question or no such program.
    std::optional<double> shellMedianMs {}, shellP95Ms {};
};

struct LibraryFigures {
    std::int64_t tracks = 0;
    std::int64_t fileBytes = 0;
    std::int64_t peakMemoryBytes = 0; ///< of the whole process so far
    std::vector<LibraryFigure> figures {};
};

struct LibraryBenchmarkOptions {
    int repetitions = 200; ///< of quick questions; slow ones are asked less often
    std::uint64_t seed = 1;
    bool asksShell = true;
};

/// Measures a library as people use it: opening, pages in every order, typing into the search box,
/// boxes on the plane, moods, shapes of curves, what is to be analysed. Writes nothing.
///
/// @returns what LibraryDatabase::open() does; Refused for a library without annotated tracks
Result<LibraryFigures> benchmarkLibrary(
    const std::filesystem::path& file, const LibraryBenchmarkOptions& options);

} // namespace circumplex
