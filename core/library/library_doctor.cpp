#include "core/library/library_doctor.h"

#include "core/library/backup_folder.h"
#include "core/library/database_access.h"
#include "core/library/search_index.h"

namespace circumplex {

namespace {

using Kind = LibraryFinding::Kind;

/// Makes a long statement end when asked to.
class StopGuard {
public:
    StopGuard(SQLite::Database& connection, std::stop_token stop)
        : m_connection(connection)
        , m_stop(std::move(stop))
    {
        sqlite3_progress_handler(
            m_connection.getHandle(), 100'000,
            [](void* self) {
                return static_cast<StopGuard*>(self)->m_stop.stop_requested() ? 1 : 0;
            },
            this);
    }
    StopGuard(const StopGuard&) = delete;
    StopGuard& operator=(const StopGuard&) = delete;
    ~StopGuard() { sqlite3_progress_handler(m_connection.getHandle(), 0, nullptr, nullptr); }

private:
    SQLite::Database& m_connection;
    std::stop_token m_stop;
};

// Strong moods of tracks that the model has not annotated. Annotations and all else are held
// together by foreign keys.
constexpr const char* kOrphanedMoods = R"(
    FROM strong_moods WHERE NOT EXISTS (SELECT 1 FROM annotations a
        WHERE a.track_id = strong_moods.track_id AND a.model_id = strong_moods.model_id))";
constexpr const char* kAnnotationsWithoutCurves = R"(
    FROM annotations WHERE NOT EXISTS (
        SELECT 1 FROM curves c WHERE c.annotation_id = annotations.id))";

int countOf(SQLite::Database& connection, const char* from)
{
    return connection.execAndGet(std::string("SELECT count(*) ") + from).getInt();
}

/// @param pragma  quick_check or integrity_check
std::vector<LibraryFinding> damages(
    const LibraryDatabase& library, SQLite::Database& connection, const char* pragma)
{
    std::vector<LibraryFinding> findings;
    SQLite::Statement check(connection, pragma);
    while (check.executeStep()) {
        if (const std::string line = check.getColumn(0).getString(); line != "ok")
            findings.push_back({ Kind::Damage, damagedError(library.file(), line).detail });
    }
    return findings;
}

std::vector<LibraryFinding> examine(LibraryDatabase& library, SQLite::Database& connection)
{
    std::vector<LibraryFinding> findings
        = damages(library, connection, "PRAGMA integrity_check(20)");
    SQLite::Statement references(connection, "PRAGMA foreign_key_check");
    while (references.executeStep())
        findings.push_back({ Kind::Orphans,
            "A row of " + references.getColumn(0).getString() + " refers to a row of "
                + references.getColumn(2).getString() + " that does not exist." });
    if (const int count = countOf(connection, kOrphanedMoods); count > 0)
        findings.push_back({ Kind::Orphans,
            std::to_string(count) + " moods belong to annotations that are not there." });
    if (const int count = countOf(connection, kAnnotationsWithoutCurves); count > 0)
        findings.push_back(
            { Kind::Orphans, std::to_string(count) + " annotations have no curves." });
    if (library.isReadOnly() ? !searchIndexAnswers(connection) : !searchIndexIsWhole(connection))
        findings.push_back(
            { Kind::SearchIndex, "The index for searching does not match the tracks." });
    for (const auto& file : BackupFolder(library.file()).leftovers())
        findings.push_back(
            { Kind::Leftovers, "'" + file.string() + "' is a backup that was interrupted." });
    return findings;
}

template <class Work>
Result<std::vector<LibraryFinding>> unlessStopped(const std::stop_token& stop, Work work)
{
    auto outcome = work();
    if (!outcome && stop.stop_requested())
        return tl::unexpected(Error { ErrorCode::Cancelled, "The check was stopped." });
    return outcome;
}

} // namespace

Result<std::vector<LibraryFinding>> quickCheckLibrary(
    LibraryDatabase& library, std::stop_token stop)
{
    return unlessStopped(stop, [&] {
        return reading(library, [&](SQLite::Database& connection) {
            const StopGuard guard(connection, stop);
            return damages(library, connection, "PRAGMA quick_check(20)");
        });
    });
}

Result<std::vector<LibraryFinding>> examineLibrary(LibraryDatabase& library, std::stop_token stop)
{
    return unlessStopped(stop, [&] {
        return reading(library, [&](SQLite::Database& connection) {
            const StopGuard guard(connection, stop);
            return examine(library, connection);
        });
    });
}

Result<std::vector<LibraryFinding>> repairLibrary(LibraryDatabase& library, std::stop_token stop)
{
    for (const auto& file : BackupFolder(library.file()).leftovers()) {
        std::error_code ignored; // what cannot be deleted is found again
        std::filesystem::remove(file, ignored);
    }
    auto repaired = unlessStopped(stop, [&] {
        return writing(library, [&](SQLite::Database& connection) {
            const StopGuard guard(connection, stop);
            connection.exec(std::string("DELETE ") + kOrphanedMoods);
            connection.exec(std::string("DELETE ") + kAnnotationsWithoutCurves);
            connection.exec(std::string("DELETE ") + kOrphanedMoods);
            if (!searchIndexIsWhole(connection)) rebuildSearchIndex(connection);
            return std::vector<LibraryFinding> {};
        });
    });
    if (!repaired) return repaired;
    return examineLibrary(library, stop);
}

} // namespace circumplex
