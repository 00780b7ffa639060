#include "core/library/feature_cache.h"

#include "core/library/database_access.h"

#include <sys/stat.h>
#include <xxhash.h>

#include <chrono>
#include <cmath>
#include <cstring>
#include <system_error>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kApplicationId = 0x43786663; // "Cxfc"
constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kLargestEntryBytes = 900'000'000; // SQLite's limit is a billion
constexpr int kLockPatienceMs = 5000;
constexpr std::int64_t kPageBytes = 4096;

/// Another program's database.
struct ForeignDatabase : std::exception { };

std::int64_t microseconds(double seconds)
{
    return std::llround(seconds * 1e6);
}

std::int64_t now()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Of the key as well, so that no entry answers for another.
std::int64_t checksumOf(const FeatureKey& key, std::span<const std::byte> bytes)
{
    const std::int64_t numbers[] { microseconds(key.startSeconds),
        key.endSeconds ? microseconds(*key.endSeconds) : -1,
        static_cast<std::int64_t>(bytes.size()) };
    XXH64_hash_t hash = XXH3_64bits(key.audio.data(), key.audio.size());
    hash = XXH3_64bits_withSeed(numbers, sizeof numbers, hash);
    hash = XXH3_64bits_withSeed(key.encoder.data(), key.encoder.size(), hash);
    hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash);
    std::int64_t checksum = 0;
    std::memcpy(&checksum, &hash, sizeof checksum);
    return checksum;
}

/// log2 of the seconds it takes to get a MiB again.
int worthOf(double costSeconds, std::size_t size)
{
    const double mebibytes = static_cast<double>(std::max<std::size_t>(size, 1)) / (1 << 20);
    if (!(costSeconds > 0.0) || !std::isfinite(costSeconds)) return -64;
    return static_cast<int>(std::clamp(std::floor(std::log2(costSeconds / mebibytes)), -64., 64.));
}

void bindKey(SQLite::Statement& statement, int first, const FeatureKey& key)
{
    bindBytes(statement, first, key.audio.data(), key.audio.size());
    statement.bind(first + 1, microseconds(key.startSeconds));
    statement.bind(first + 2, key.endSeconds ? microseconds(*key.endSeconds) : -1);
    statement.bind(first + 3, key.encoder);
}

std::int64_t number(SQLite::Database& connection, const char* query)
{
    return connection.execAndGet(query).getInt64();
}

bool isDamage(const SQLite::Exception& exception)
{
    return exception.getErrorCode() == SQLITE_CORRUPT || exception.getErrorCode() == SQLITE_NOTADB;
}

} // namespace

FeatureCache::FeatureCache(fs::path file, std::int64_t budgetBytes)
    : m_file(std::move(file))
    , m_budgetBytes(budgetBytes)
{
}

FeatureCache::FeatureCache(FeatureCache&&) noexcept = default;
FeatureCache& FeatureCache::operator=(FeatureCache&&) noexcept = default;
FeatureCache::~FeatureCache() = default;

Result<FeatureCache> FeatureCache::open(const fs::path& file, std::int64_t budgetBytes)
{
    FeatureCache cache(file, budgetBytes);
    if (auto opened = cache.setBudget(budgetBytes); !opened) return tl::unexpected(opened.error());
    return cache;
}

/// Runs work(connection), which returns a value or a Result of it; once more if the file had to be
/// made anew.
template <class Work> auto FeatureCache::attempt(Work work)
{
    using Outcome = typename detail::AsResult<std::invoke_result_t<Work, SQLite::Database&>>::Type;
    for (bool isAgain = false;; isAgain = true) {
        try {
            if (!m_connection || isReplaced()) connect();
            try {
                return Outcome(work(*m_connection));
            } catch (const SQLite::Exception& exception) {
                if (isAgain || !isDamage(exception)) throw;
                remake(exception.getErrorStr());
            }
        } catch (const std::exception& exception) {
            return Outcome(tl::unexpected(errorOf(exception)));
        }
    }
}

/// Runs work(connection), which returns whether what it did is to be kept, as a transaction.
template <class Work> Result<void> FeatureCache::write(Work work)
{
    return attempt([&](SQLite::Database& connection) -> Result<void> {
        UnitOfWork unit(connection);
        try {
            if (work(connection)) unit.commit();
        } catch (const SQLite::Exception& exception) {
            if (isDamage(exception)) throw;
            // Before the unit rolls back, which forgets the disk's reason.
            return tl::unexpected(errorOf(exception));
        }
        return {};
    });
}

/// Somebody emptied the cache folder, or another process made the file anew.
bool FeatureCache::isReplaced() const
{
    struct stat status { };
    return ::stat(m_file.c_str(), &status) != 0 || status.st_dev != m_device
        || status.st_ino != m_inode;
}

void FeatureCache::connect()
{
    m_inode = 0; // no file's, until it is prepared
    m_connection.reset();
    if (m_file.has_parent_path()) fs::create_directories(m_file.parent_path());
    try {
        openFile();
    } catch (const SQLite::Exception& exception) {
        if (!isDamage(exception)) throw;
        remake(exception.getErrorStr());
    }
}

void FeatureCache::openFile()
{
    m_connection = std::make_unique<SQLite::Database>(
        m_file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kLockPatienceMs);
    prepare();
}

void FeatureCache::prepare()
{
    SQLite::Database& connection = *m_connection;
    // Not ahead in a log, which would double the file, nor with overwriting what is deleted.
    connection.exec("PRAGMA auto_vacuum = FULL; PRAGMA secure_delete = OFF;"
                    "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL");
    const auto isNew = [&connection] {
        return number(connection, "SELECT count(*) FROM sqlite_master") == 0
            && number(connection, "PRAGMA application_id") == 0;
    };
    UnitOfWork unit(connection);
    if (isNew()) {
        connection.exec(R"(
            CREATE TABLE features (
                id INTEGER PRIMARY KEY,
                audio_hash BLOB NOT NULL,
                start_us INTEGER NOT NULL,
                end_us INTEGER NOT NULL,    -- -1: the end of the file
                encoder TEXT NOT NULL,
                cost_seconds REAL NOT NULL,
                size INTEGER NOT NULL,
                worth INTEGER NOT NULL,     -- log2 of seconds per MiB
                last_used INTEGER NOT NULL, -- microseconds since 1970
                checksum INTEGER NOT NULL,
                bytes BLOB NOT NULL,
                UNIQUE (audio_hash, start_us, end_us, encoder)
            ) STRICT;
            CREATE INDEX features_by_worth ON features (worth, last_used, size))");
        connection.exec("PRAGMA application_id = " + std::to_string(kApplicationId)
            + "; PRAGMA user_version = " + std::to_string(kVersion));
    }
    if (number(connection, "PRAGMA application_id") != kApplicationId) throw ForeignDatabase();
    const bool isOurs = number(connection, "PRAGMA user_version") == kVersion;
    unit.commit();
    struct stat status { };
    if (::stat(m_file.c_str(), &status) == 0) {
        m_device = status.st_dev;
        m_inode = status.st_ino;
    }
    if (!isOurs) remake("another version of the program wrote it");
}

/// Processes that have the old file open notice that its name stands for another one.
void FeatureCache::remake(const std::string& reason)
{
    m_connection.reset();
    m_notices.push_back("The cache '" + m_file.string() + "' could not be used (" + reason
        + ") and was made anew. Tracks are heard again when they are needed; nothing is lost.");
    // The journal first: it must not be taken for the new file's.
    fs::remove(m_file.string() + "-journal");
    fs::remove(m_file);
    openFile();
}

Error FeatureCache::errorOf(const std::exception& exception) const
{
    const std::string name = "The cache '" + m_file.string() + "' ";
    const std::string rest = ". Nothing is lost; tracks are heard again.";
    if (dynamic_cast<const ForeignDatabase*>(&exception))
        return { ErrorCode::DatabaseForeign,
            "'" + m_file.string() + "' is another program's database. Choose another cache." };
    if (const auto* system = dynamic_cast<const std::system_error*>(&exception)) {
        const bool isFull = system->code().value() == ENOSPC || system->code().value() == EDQUOT;
        return { isFull ? ErrorCode::DiskFull : ErrorCode::FileUnreadable,
            name + "cannot be made: " + exception.what() + rest };
    }
    const auto* database = dynamic_cast<const SQLite::Exception*>(&exception);
    if (!database) return { ErrorCode::Internal, name + "reported: " + exception.what() };
    if (hasNoSpace(m_connection ? m_connection->getHandle() : nullptr)
        || database->getErrorCode() == SQLITE_FULL)
        return { ErrorCode::DiskFull, name + "cannot grow: the disk is full" + rest };
    switch (database->getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return { ErrorCode::DatabaseLocked, name + "is kept busy by another program" + rest };
    case SQLITE_READONLY:
        return { ErrorCode::DatabaseReadOnly, name + "cannot be written" + rest };
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return { ErrorCode::FileUnreadable,
            name + "cannot be used (" + exception.what() + ")" + rest };
    default:
        return { ErrorCode::Internal, name + "reported: " + exception.what() };
    }
}

std::int64_t FeatureCache::usedBytes() const
{
    return (number(*m_connection, "PRAGMA page_count")
               - number(*m_connection, "PRAGMA freelist_count"))
        * number(*m_connection, "PRAGMA page_size");
}

/// @param keptId  stays; 0: none
void FeatureCache::makeRoom(std::int64_t wantedBytes, std::int64_t keptId)
{
    SQLite::Statement remove(*m_connection, R"(
        DELETE FROM features WHERE id = (SELECT id FROM features WHERE id <> ?
                                         ORDER BY worth, last_used, id LIMIT 1))");
    while (usedBytes() + wantedBytes > m_budgetBytes) {
        remove.bind(1, keptId);
        if (execOnce(remove) == 0) break;
    }
}

Result<std::optional<std::vector<std::byte>>> FeatureCache::find(const FeatureKey& key)
{
    return attempt([&](SQLite::Database& connection) -> std::optional<std::vector<std::byte>> {
        std::optional<std::vector<std::byte>> found;
        std::int64_t id = 0;
        {
            SQLite::Statement query(connection, R"(
                SELECT id, checksum, bytes FROM features
                WHERE audio_hash = ? AND start_us = ? AND end_us = ? AND encoder = ?)");
            bindKey(query, 1, key);
            if (query.executeStep()) {
                id = query.getColumn(0).getInt64();
                const SQLite::Column column = query.getColumn(2);
                const auto* data = static_cast<const std::byte*>(column.getBlob());
                found.emplace(data, data + column.getBytes());
                if (checksumOf(key, *found) != query.getColumn(1).getInt64()) found.reset();
            }
        }
        ++(found ? m_hits : m_misses);
        if (id == 0) return found;
        // What cannot be written now does not make the bytes wrong.
        SQLite::Statement note(connection,
            found ? "UPDATE features SET last_used = ?2 WHERE id = ?1"
                  : "DELETE FROM features WHERE id = ?1");
        note.bind(1, id);
        if (found) note.bind(2, now());
        note.tryExecuteStep();
        return found;
    });
}

Result<void> FeatureCache::put(
    const FeatureKey& key, std::span<const std::byte> bytes, double costSeconds)
{
    const auto size = static_cast<std::int64_t>(bytes.size());
    if (size > std::min(m_budgetBytes, kLargestEntryBytes)) return {};
    return write([&](SQLite::Database& connection) {
        SQLite::Statement remove(connection, R"(
            DELETE FROM features
            WHERE audio_hash = ? AND start_us = ? AND end_us = ? AND encoder = ?)");
        bindKey(remove, 1, key);
        execOnce(remove);
        makeRoom(size + kPageBytes, 0);
        SQLite::Statement insert(connection, R"(
            INSERT INTO features (audio_hash, start_us, end_us, encoder, cost_seconds, size, worth,
                                  last_used, checksum, bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
        bindKey(insert, 1, key);
        insert.bind(5, std::isfinite(costSeconds) ? costSeconds : 0.0);
        insert.bind(6, size);
        insert.bind(7, worthOf(costSeconds, bytes.size()));
        insert.bind(8, now());
        insert.bind(9, checksumOf(key, bytes));
        bindBytes(insert, 10, bytes.data(), bytes.size());
        execOnce(insert);
        // The estimate above leaves out what the tables need.
        makeRoom(0, connection.getLastInsertRowid());
        return usedBytes() <= std::max(m_budgetBytes, kFileOverheadBytes);
    });
}

Result<void> FeatureCache::setBudget(std::int64_t budgetBytes)
{
    m_budgetBytes = budgetBytes;
    return write([this](SQLite::Database&) {
        makeRoom(0, 0);
        return true;
    });
}

Result<void> FeatureCache::clear()
{
    return write([](SQLite::Database& connection) {
        connection.exec("DELETE FROM features");
        return true;
    });
}

Result<FeatureCache::Statistics> FeatureCache::statistics()
{
    return attempt([this](SQLite::Database& connection) {
        return Statistics { .entries = number(connection, "SELECT count(*) FROM features"),
            .bytes = number(connection, "SELECT ifnull(sum(size), 0) FROM features"),
            .fileBytes = static_cast<std::int64_t>(fs::file_size(m_file)),
            .hits = m_hits,
            .misses = m_misses };
    });
}

} // namespace circumplex
