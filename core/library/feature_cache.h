#pragma once

#include "core/base/result.h"
#include "core/types/track.h"

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace circumplex {

/// What was heard, and by what.
struct FeatureKey {
    AudioHash audio {}; ///< of the whole file
    double startSeconds = 0.0; ///< of a CUE track; to the microsecond
    std::optional<double> endSeconds {}; ///< nullopt: the end of the file
    std::string encoder {}; ///< names all that the features depend on: networks, mode, number
                            ///< format, grid
};

/// What models heard in tracks, in a file of its own: a track judged again, by a new head or after
/// training, need not be heard again. Losing the file costs nothing but time.
///
/// The file never grows beyond the budget (but for kFileOverheadBytes, and while something is
/// written the journal beside it). What has to go is what is cheapest to hear again per byte,
/// in steps of a factor of two, and among equals what was used least recently; what was just heard
/// stays.
///
/// An entry is there whole or not at all; one whose checksum is wrong is none. A damaged file is
/// made anew, with a notice. After an error (DiskFull, DatabaseLocked, DatabaseReadOnly,
/// FileUnreadable, Internal) the caller may go on: nothing is lost, and the cache works again as
/// soon as the reason is gone.
///
/// One thread at a time; any number of objects and processes may use one file.
class FeatureCache {
public:
    /// An empty cache has this size, whatever the budget.
    static constexpr std::int64_t kFileOverheadBytes = 65536;

    /// Its folder is made if it is not there. A file that is no database is replaced.
    /// @param budgetBytes  0: nothing is kept
    /// @returns errors as above, and DatabaseForeign for another program's database, which is left
    ///   alone
    static Result<FeatureCache> open(const std::filesystem::path& file, std::int64_t budgetBytes);

    FeatureCache(FeatureCache&&) noexcept;
    FeatureCache& operator=(FeatureCache&&) noexcept;
    ~FeatureCache();

    /// nullopt: not there.
    Result<std::optional<std::vector<std::byte>>> find(const FeatureKey& key);

    /// Replaces what was kept under the key. What is larger than the budget is not kept.
    /// @param costSeconds  what hearing it took
    Result<void> put(const FeatureKey& key, std::span<const std::byte> bytes, double costSeconds);

    Result<void> setBudget(std::int64_t budgetBytes);
    Result<void> clear();

    struct Statistics {
        std::int64_t entries = 0;
        std::int64_t bytes = 0; ///< of the entries
        std::int64_t fileBytes = 0;
        std::int64_t hits = 0; ///< of this object
        std::int64_t misses = 0; ///< of this object
    };
    Result<Statistics> statistics();

    /// English sentences worth showing once: the file was damaged and made anew.
    const std::vector<std::string>& notices() const { return m_notices; }

private:
    FeatureCache(std::filesystem::path file, std::int64_t budgetBytes);

    template <class Work> auto attempt(Work work);
    template <class Work> Result<void> write(Work work);
    void connect();
    void openFile();
    bool isReplaced() const;
    void prepare();
    void remake(const std::string& reason);
    Error errorOf(const std::exception& exception) const;
    std::int64_t usedBytes() const;
    void makeRoom(std::int64_t wantedBytes, std::int64_t keptId);

    std::filesystem::path m_file;
    std::int64_t m_budgetBytes;
    std::unique_ptr<SQLite::Database> m_connection;
    dev_t m_device = 0; ///< with m_inode: the file that is open, whatever its name is now
    ino_t m_inode = 0;
    std::int64_t m_hits = 0;
    std::int64_t m_misses = 0;
    std::vector<std::string> m_notices;
};

} // namespace circumplex
