#include "core/library/remembered_order.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <utility>

namespace circumplex {

namespace {

/// A walk as short as this is not worth remembering.
constexpr std::size_t kShortWalk = 50'000;

} // namespace

void RememberedOrder::pick(SQLite::Database& connection, const std::string& sql, std::size_t limit,
    IdSet& wanted, std::vector<TrackId>& ids)
{
    std::size_t left = wanted.size();
    if (left == 0 || ids.size() >= limit) return;
    const auto version = connection.execAndGet("SELECT value FROM order_version").getInt64();
    if (m_sql != sql || m_version != version)
        return walk(connection, sql, version, limit, wanted, ids);
    for (const TrackId track : m_order) {
        if (!wanted.erase(track)) continue;
        ids.push_back(track);
        if (--left == 0 || ids.size() >= limit) return;
    }
}

void RememberedOrder::walk(SQLite::Database& connection, const std::string& sql,
    std::int64_t version, std::size_t limit, IdSet& wanted, std::vector<TrackId>& ids)
{
    std::vector<TrackId> order;
    std::size_t left = wanted.size();
    SQLite::Statement query(connection, sql);
    while (query.executeStep()) {
        const TrackId track { query.getColumn(0).getInt64() };
        order.push_back(track);
        if (left > 0 && ids.size() < limit && wanted.erase(track)) {
            ids.push_back(track);
            --left;
        }
        const bool isFound = left == 0 || ids.size() >= limit;
        if (isFound && order.size() < kShortWalk) return;
    }
    m_sql = sql;
    m_version = version;
    m_order = std::move(order);
}

} // namespace circumplex
