#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// The verified copies of a library, in the folder `<library>.backups` beside it.
///
/// A copy is made in two steps, so that damage that shows only later cannot push out the copies
/// from before it: make() writes a candidate, and only the next make() that finds the library whole
/// promotes that candidate to a good copy and drops the oldest ones.
///
/// File names begin with the time (UTC), so that their order is their age. What ends in ".part" is
/// a copy that was interrupted.
class BackupFolder {
public:
    enum class Kind {
        Candidate, ///< verified; the newest
        Good, ///< verified, and the library was whole afterwards
        BeforeMigration, ///< verified, made before the format changed; never dropped
    };

    struct Copy {
        std::filesystem::path file;
        std::string madeAt; ///< "2026-03-01 17:04:59", UTC
        Kind kind = Kind::Good;
    };

    static constexpr int kDefaultKeep = 10;

    /// @param keep  how many good copies, at least 1
    explicit BackupFolder(std::filesystem::path library, int keep = kDefaultKeep);

    const std::filesystem::path& folder() const { return m_folder; }

    /// Newest first, of every kind.
    std::vector<Copy> copies() const;

    /// The newest copy, of any kind.
    std::optional<std::filesystem::path> newest() const;

    /// Checks the library (quick_check), promotes the last candidate, copies the library (VACUUM
    /// INTO) and checks the copy (integrity_check). Other programs may write meanwhile.
    /// @returns the new candidate; DatabaseDamaged (no copy is touched), DiskFull
    Result<std::filesystem::path> make(LibraryDatabase& library);

    /// A copy that no rotation drops. @param oldVersion  the format it has
    Result<std::filesystem::path> makeBeforeMigration(
        LibraryDatabase& library, int oldVersion) const;

    /// Puts a copy in the library's place after checking it. What was there is kept beside it as
    /// `<library>.replaced-<time>`. The library must not be open.
    /// @returns what was moved aside, if there was something; DatabaseDamaged (the copy is),
    ///   DatabaseLocked, DiskFull
    Result<std::optional<std::filesystem::path>> restore(const std::filesystem::path& copy) const;

    /// Interrupted copies, which can be deleted.
    std::vector<std::filesystem::path> leftovers() const;

private:
    Result<std::filesystem::path> write(LibraryDatabase& library, const std::string& ending) const;
    void promote() const;

    std::filesystem::path m_library, m_folder;
    int m_keep;
};

} // namespace circumplex
