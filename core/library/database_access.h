#pragma once

#include "core/library/database_error.h"
#include "core/library/library_database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

/// How the stores talk to SQLite. For the .cpp files of this folder only.
namespace circumplex {

/// A transaction, or a step within the one that is open. Rolled back unless committed.
class UnitOfWork {
public:
    explicit UnitOfWork(SQLite::Database& connection)
        : m_connection(connection)
        , m_isNested(sqlite3_get_autocommit(connection.getHandle()) == 0)
    {
        // IMMEDIATE waits for other writers at the start. A transaction that begins by reading and
        // then writes could not wait: its snapshot might be old.
        m_connection.exec(m_isNested ? "SAVEPOINT unit_of_work" : "BEGIN IMMEDIATE");
    }

    UnitOfWork(const UnitOfWork&) = delete;
    UnitOfWork& operator=(const UnitOfWork&) = delete;

    ~UnitOfWork()
    {
        if (m_isDone) return;
        // A full disk makes SQLite roll back by itself; then there is nothing left to undo.
        m_connection.tryExec(
            m_isNested ? "ROLLBACK TO unit_of_work; RELEASE unit_of_work" : "ROLLBACK");
    }

    void commit()
    {
        m_connection.exec(m_isNested ? "RELEASE unit_of_work" : "COMMIT");
        m_isDone = true;
    }

private:
    SQLite::Database& m_connection;
    bool m_isNested;
    bool m_isDone = false;
};

namespace detail {
template <class T> struct AsResult {
    using Type = Result<T>;
};
template <class T> struct AsResult<Result<T>> {
    using Type = Result<T>;
};
}

/// Runs work(connection), which returns a value or a Result of it, and turns exceptions of SQLite
/// into errors.
template <class Work> auto reading(const LibraryDatabase& library, Work work)
{
    using Outcome = typename detail::AsResult<std::invoke_result_t<Work, SQLite::Database&>>::Type;
    SQLite::Database& connection = library.connection();
    try {
        return Outcome(work(connection));
    } catch (const SQLite::Exception& exception) {
        return Outcome(
            tl::unexpected(databaseError(exception, connection.getHandle(), library.file())));
    }
}

/// The same within a UnitOfWork, which an error rolls back.
template <class Work> auto writing(const LibraryDatabase& library, Work work)
{
    using Outcome = typename detail::AsResult<std::invoke_result_t<Work, SQLite::Database&>>::Type;
    return reading(library, [&](SQLite::Database& connection) {
        UnitOfWork unit(connection);
        // Errors are named before the unit rolls back: rolling back forgets the disk's reason.
        return reading(library, [&](SQLite::Database&) {
            Outcome outcome(work(connection));
            if (outcome) unit.commit();
            return outcome;
        });
    });
}

/// Raw bytes as SQLite's BLOB. (A null pointer would bind NULL.)
inline void bindBytes(SQLite::Statement& statement, int index, const void* data, std::size_t size)
{
    statement.bind(index, size == 0 ? static_cast<const void*>("") : data, static_cast<int>(size));
}

inline void bindBytes(SQLite::Statement& statement, int index, const std::string& bytes)
{
    bindBytes(statement, index, bytes.data(), bytes.size());
}

inline void bindBytes(
    SQLite::Statement& statement, int index, const std::vector<std::uint8_t>& bytes)
{
    bindBytes(statement, index, bytes.data(), bytes.size());
}

/// Binds NULL for nullopt.
template <class T>
void bindOptional(SQLite::Statement& statement, int index, const std::optional<T>& value)
{
    if constexpr (std::is_same_v<T, std::array<std::uint8_t, 16>>) {
        if (value) bindBytes(statement, index, value->data(), value->size());
    } else {
        if (value) statement.bind(index, *value);
    }
    if (!value) statement.bind(index);
}

inline std::string bytesAt(SQLite::Statement& statement, int index)
{
    return statement.getColumn(index).getString();
}

inline std::vector<std::uint8_t> blobAt(SQLite::Statement& statement, int index)
{
    const SQLite::Column column = statement.getColumn(index);
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    return { data, data + column.getBytes() };
}

inline std::optional<double> realAt(SQLite::Statement& statement, int index)
{
    if (statement.isColumnNull(index)) return std::nullopt;
    return statement.getColumn(index).getDouble();
}

inline std::optional<int> intAt(SQLite::Statement& statement, int index)
{
    if (statement.isColumnNull(index)) return std::nullopt;
    return statement.getColumn(index).getInt();
}

inline std::optional<std::array<std::uint8_t, 16>> hashAt(SQLite::Statement& statement, int index)
{
    const std::vector<std::uint8_t> bytes = blobAt(statement, index);
    std::array<std::uint8_t, 16> hash {};
    if (bytes.size() != hash.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

/// Runs the statement once and makes it ready for the next values.
inline int execOnce(SQLite::Statement& statement)
{
    const int changes = statement.exec();
    statement.reset();
    return changes;
}

} // namespace circumplex
