#include "core/library/track_groups.h"

#include "core/library/database_access.h"
#include "core/library/track_texts.h"

#include <algorithm>
#include <set>

namespace circumplex {

namespace {

void put(TrackGroups& groups, std::int64_t id, std::size_t group)
{
    const auto at = static_cast<std::size_t>(id);
    if (at >= groups.groups.size()) groups.groups.resize(at + 1 + at / 2, TrackGroups::kNone);
    groups.groups[at] = static_cast<std::uint8_t>(group);
}

} // namespace

Result<TrackGroups> groupsByGenre(LibraryDatabase& library)
{
    return reading(library, [&](SQLite::Database& connection) {
        TrackGroups groups;
        SQLite::Statement frequent(connection, R"(
            SELECT genre_key FROM tracks WHERE genre_key <> ? GROUP BY genre_key
            ORDER BY count(*) DESC, genre_key LIMIT ?)");
        frequent.bind(1, sortKey({}));
        frequent.bind(2, static_cast<std::int64_t>(TrackGroups::kMost));
        while (frequent.executeStep()) {
            const std::string key = frequent.getColumn(0).getString();
            SQLite::Statement name(connection,
                "SELECT genre FROM tracks INDEXED BY tracks_by_genre WHERE genre_key = ? LIMIT 1");
            name.bind(1, key);
            if (!name.executeStep()) continue;
            SQLite::Statement members(
                connection, "SELECT id FROM tracks INDEXED BY tracks_by_genre WHERE genre_key = ?");
            members.bind(1, key);
            while (members.executeStep())
                put(groups, members.getColumn(0).getInt64(), groups.names.size());
            groups.names.push_back(name.getColumn(0).getString());
        }
        return groups;
    });
}

Result<TrackGroups> groupsByDecade(LibraryDatabase& library)
{
    return reading(library, [&](SQLite::Database& connection) {
        SQLite::Statement query(
            connection, "SELECT id, year FROM tracks INDEXED BY tracks_by_year WHERE year > 0");
        std::vector<std::pair<std::int64_t, int>> decades;
        std::set<int> present;
        while (query.executeStep()) {
            const int decade = query.getColumn(1).getInt() / 10 * 10;
            decades.emplace_back(query.getColumn(0).getInt64(), decade);
            present.insert(decade);
        }
        std::vector<int> shown(present.begin(), present.end());
        const bool hasOlder = shown.size() > TrackGroups::kMost;
        if (hasOlder)
            shown.erase(
                shown.begin(), shown.end() - static_cast<std::ptrdiff_t>(TrackGroups::kMost - 1));
        TrackGroups groups;
        if (hasOlder) groups.names.push_back("<" + std::to_string(shown.front()));
        for (const int decade : shown)
            groups.names.push_back(std::to_string(decade));
        for (const auto& [id, decade] : decades) {
            const auto place = std::ranges::upper_bound(shown, decade);
            const auto number = static_cast<std::size_t>(place - shown.begin());
            put(groups, id, hasOlder ? number : number - 1);
        }
        return groups;
    });
}

} // namespace circumplex
