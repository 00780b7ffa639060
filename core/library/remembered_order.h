#pragma once

#include "core/library/id_set.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace circumplex {

/// The order that lists show again and again, as ids in memory: eight megabytes at a million
/// tracks. Walking the index itself takes fifty times as long, which is felt with every letter that
/// is typed when the hits stand late in the order.
///
/// Valid as long as the library's order_version stands still. Belongs to one connection.
class RememberedOrder {
public:
    /// Tracks along `sql` that are in `wanted`, each taken out of it; ends when `ids` has `limit`
    /// entries or nothing is wanted any more.
    /// @param sql  ids of tracks in an order that follows from the table of tracks alone
    /// @throws SQLite::Exception
    void pick(SQLite::Database& connection, const std::string& sql, std::size_t limit,
        IdSet& wanted, std::vector<TrackId>& ids);

private:
    void walk(SQLite::Database& connection, const std::string& sql, std::int64_t version,
        std::size_t limit, IdSet& wanted, std::vector<TrackId>& ids);

    std::string m_sql;
    std::int64_t m_version = -1;
    std::vector<TrackId> m_order;
};

} // namespace circumplex
