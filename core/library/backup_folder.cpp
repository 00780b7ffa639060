#include "core/library/backup_folder.h"

#include "core/library/database_access.h"
#include "core/library/library_file.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCandidate = ".candidate.sqlite";
constexpr const char* kGood = ".good.sqlite";
constexpr const char* kBeforeMigration = ".before-migration.sqlite";

/// "20260301T170459.123": sorts as text by time.
std::string timeStamp()
{
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const auto milliseconds
        = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()) % 1000;
    std::tm parts {};
    gmtime_r(&seconds, &parts);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y%m%dT%H%M%S", &parts);
    std::snprintf(
        text + length, sizeof text - length, ".%03d", static_cast<int>(milliseconds.count()));
    return text;
}

std::string readableTime(const std::string& stamp)
{
    if (stamp.size() < 15) return stamp;
    return stamp.substr(0, 4) + "-" + stamp.substr(4, 2) + "-" + stamp.substr(6, 2) + " "
        + stamp.substr(9, 2) + ":" + stamp.substr(11, 2) + ":" + stamp.substr(13, 2);
}

Error fileError(const fs::filesystem_error& problem)
{
    const bool isFull = problem.code() == std::errc::no_space_on_device;
    return { isFull ? ErrorCode::DiskFull : ErrorCode::FileUnreadable,
        isFull ? "The disk is full: free some space on '" + problem.path1().parent_path().string()
                + "' and try again."
               : std::string("A backup could not be handled: ") + problem.what() + "." };
}

Error damagedCopy(const fs::path& copy, const std::string& what)
{
    return { ErrorCode::DatabaseDamaged,
        "The backup '" + copy.string() + "' is damaged (" + what + "). Use an older one." };
}

/// @returns DatabaseDamaged, DatabaseForeign
Result<void> verify(const fs::path& copy)
{
    try {
        const SQLite::Database connection(copy.string(), SQLite::OPEN_READONLY);
        SQLite::Statement check(connection, "PRAGMA integrity_check(1)");
        check.executeStep();
        const std::string verdict = check.getColumn(0).getString();
        if (verdict != "ok") return tl::unexpected(damagedCopy(copy, verdict));
        SQLite::Statement version(connection, "PRAGMA user_version");
        version.executeStep();
        if (version.getColumn(0).getInt() < 1)
            return tl::unexpected(Error { ErrorCode::DatabaseForeign,
                "'" + copy.string() + "' is not a backup of a library." });
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected(damagedCopy(copy, exception.what()));
    }
    return {};
}

/// Fails while another program uses the library. Damage is no reason: that is why people restore.
Result<void> requireUnused(const fs::path& library)
{
    try {
        SQLite::Database connection(library.string(), SQLite::OPEN_READWRITE);
        connection.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK");
    } catch (const SQLite::Exception& exception) {
        if (exception.getErrorCode() == SQLITE_BUSY || exception.getErrorCode() == SQLITE_LOCKED)
            return tl::unexpected(Error { ErrorCode::DatabaseLocked,
                "The library '" + library.string()
                    + "' is open in another program. Close it before restoring a backup." });
    }
    return {};
}

} // namespace

BackupFolder::BackupFolder(fs::path library, int keep)
    : m_library(std::move(library))
    , m_folder(m_library.string() + ".backups")
    , m_keep(std::max(keep, 1))
{
}

std::vector<BackupFolder::Copy> BackupFolder::copies() const
{
    std::vector<Copy> copies;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(m_folder, problem)) {
        const std::string name = entry.path().filename().string();
        Copy copy { .file = entry.path(), .madeAt = readableTime(name.substr(0, name.find('.'))) };
        if (name.ends_with(kGood))
            copy.kind = Kind::Good;
        else if (name.ends_with(kCandidate))
            copy.kind = Kind::Candidate;
        else if (name.ends_with(kBeforeMigration))
            copy.kind = Kind::BeforeMigration;
        else
            continue;
        copies.push_back(std::move(copy));
    }
    std::sort(copies.begin(), copies.end(), [](const Copy& a, const Copy& b) {
        return a.file.filename().string() > b.file.filename().string();
    });
    return copies;
}

std::optional<fs::path> BackupFolder::newest() const
{
    const std::vector<Copy> all = copies();
    if (all.empty()) return std::nullopt;
    return all.front().file;
}

std::vector<fs::path> BackupFolder::leftovers() const
{
    std::vector<fs::path> files;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(m_folder, problem)) {
        const std::string name = entry.path().filename().string();
        if (name.find(".part") != std::string::npos) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<fs::path> BackupFolder::write(LibraryDatabase& library, const std::string& ending) const
{
    const fs::path target = m_folder / (timeStamp() + ending);
    const fs::path part = target.string() + ".part";
    try {
        fs::create_directories(m_folder);
        for (const fs::path& leftover : leftovers())
            fs::remove(leftover);
    } catch (const fs::filesystem_error& problem) {
        return tl::unexpected(fileError(problem));
    }
    auto copied = reading(library, [&part](SQLite::Database& connection) {
        SQLite::Statement vacuum(connection, "VACUUM INTO ?");
        vacuum.bind(1, part.string());
        return vacuum.exec();
    });
    Result<void> outcome;
    if (!copied)
        outcome = tl::unexpected(copied.error());
    else
        outcome = verify(part);
    std::error_code ignored;
    if (!outcome) {
        fs::remove(part, ignored);
        return tl::unexpected(outcome.error());
    }
    flushToDisk(part);
    std::error_code problem;
    fs::rename(part, target, problem);
    if (problem) return tl::unexpected(fileError({ "rename", target, problem }));
    flushToDisk(m_folder);
    return target;
}

void BackupFolder::promote() const
{
    std::error_code ignored;
    int good = 0;
    for (const Copy& copy : copies()) {
        if (copy.kind == Kind::BeforeMigration) continue;
        if (copy.kind == Kind::Candidate) {
            std::string name = copy.file.string();
            name.replace(name.size() - std::string(kCandidate).size(), std::string::npos, kGood);
            fs::rename(copy.file, name, ignored);
            ++good;
        } else if (++good > m_keep) {
            fs::remove(copy.file, ignored);
        }
    }
    flushToDisk(m_folder);
}

Result<fs::path> BackupFolder::make(LibraryDatabase& library)
{
    auto verdict = reading(library, [](SQLite::Database& connection) {
        return connection.execAndGet("PRAGMA quick_check(1)").getString();
    });
    if (!verdict) return tl::unexpected(verdict.error());
    if (*verdict != "ok") return tl::unexpected(damagedError(library.file(), *verdict));
    promote();
    return write(library, kCandidate);
}

Result<fs::path> BackupFolder::makeBeforeMigration(LibraryDatabase& library, int oldVersion) const
{
    return write(library, ".format-" + std::to_string(oldVersion) + kBeforeMigration);
}

Result<std::optional<fs::path>> BackupFolder::restore(const fs::path& copy) const
{
    if (auto whole = verify(copy); !whole) return tl::unexpected(whole.error());
    const fs::path incoming = m_library.string() + ".restoring";
    std::optional<fs::path> aside;
    try {
        if (fs::exists(m_library)) {
            if (auto unused = requireUnused(m_library); !unused)
                return tl::unexpected(unused.error());
        }
        fs::copy_file(copy, incoming, fs::copy_options::overwrite_existing);
        if (auto whole = verify(incoming); !whole) return tl::unexpected(whole.error());
        flushToDisk(incoming);
        if (fs::exists(m_library)) {
            aside = m_library.string() + ".replaced-" + timeStamp();
            // A second name, so that the library is there at every moment. The log is moved before
            // the library is replaced: it must never be applied to another file.
            std::error_code noHardLinks;
            fs::create_hard_link(m_library, *aside, noHardLinks);
            for (const char* companion : { "-wal", "-shm" }) {
                const fs::path from = m_library.string() + companion;
                if (fs::exists(from)) fs::rename(from, aside->string() + companion);
            }
            if (noHardLinks) fs::rename(m_library, *aside);
        }
        fs::rename(incoming, m_library);
        flushToDisk(fs::absolute(m_library).parent_path());
    } catch (const fs::filesystem_error& problem) {
        std::error_code ignored;
        fs::remove(incoming, ignored);
        return tl::unexpected(fileError(problem));
    }
    return aside;
}

} // namespace circumplex
