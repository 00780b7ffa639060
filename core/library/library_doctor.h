#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// What an examination found.
struct LibraryFinding {
    enum class Kind {
        Damage, ///< of the file itself: restore a backup
        SearchIndex, ///< does not match the tracks; repair() makes it anew
        Orphans, ///< rows that refer to nothing; repair() removes them where they can be computed
                 ///< again
        Leftovers, ///< interrupted backups; repair() deletes them
    };

    Kind kind = Kind::Damage;
    std::string sentence; ///< English
};

/// Looks at the structure of every page (quick_check): half a second for each few hundred
/// megabytes. What opening leaves out for large libraries; on a thread and connection of its own.
///
/// @returns Cancelled, or what was found: empty for a healthy library
Result<std::vector<LibraryFinding>> quickCheckLibrary(
    LibraryDatabase& library, std::stop_token stop);

/// Looks at every page and every row: integrity_check, references, the search index, orphans,
/// leftover files. Seconds to minutes; best on a thread and connection of its own.
///
/// @returns Cancelled, or what was found: empty for a healthy library
Result<std::vector<LibraryFinding>> examineLibrary(LibraryDatabase& library, std::stop_token stop);

/// Mends what can be mended without losing anything that people made: rebuilds the search index,
/// removes rows that refer to nothing, deletes interrupted backups.
/// @returns what examineLibrary() finds afterwards
Result<std::vector<LibraryFinding>> repairLibrary(LibraryDatabase& library, std::stop_token stop);

} // namespace circumplex
