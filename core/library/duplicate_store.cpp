#include "core/library/duplicate_store.h"

#include "core/library/database_access.h"

namespace circumplex {

namespace {

constexpr const char* kReasons[] { "same-audio", "similar-fingerprint" };
constexpr const char* kVerdicts[] { "open", "same", "different" };

std::vector<DuplicatePair> pairsOf(SQLite::Statement& query)
{
    std::vector<DuplicatePair> pairs;
    while (query.executeStep()) {
        DuplicatePair pair { .first = { query.getColumn(0).getInt64() },
            .second = { query.getColumn(1).getInt64() },
            .similarity = query.getColumn(3).getDouble() };
        if (query.getColumn(2).getString() == kReasons[1])
            pair.reason = DuplicatePair::Reason::SimilarFingerprint;
        const std::string verdict = query.getColumn(4).getString();
        if (verdict == kVerdicts[1]) pair.verdict = DuplicatePair::Verdict::Same;
        if (verdict == kVerdicts[2]) pair.verdict = DuplicatePair::Verdict::Different;
        pairs.push_back(pair);
    }
    return pairs;
}

} // namespace

Result<int> DuplicateStore::propose(std::span<const DuplicatePair> pairs)
{
    return writing(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement exists(connection, R"(
            SELECT 1 FROM duplicate_pairs WHERE first_id = ? AND second_id = ?)");
        SQLite::Statement upsert(connection, R"(
            INSERT INTO duplicate_pairs (first_id, second_id, reason, similarity)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (first_id, second_id) DO UPDATE SET reason = excluded.reason,
                similarity = excluded.similarity WHERE verdict = 'open')");
        int added = 0;
        for (const DuplicatePair& pair : pairs) {
            const auto [first, second] = std::minmax(pair.first, pair.second);
            exists.bind(1, first.value);
            exists.bind(2, second.value);
            added += exists.executeStep() ? 0 : 1;
            exists.reset();
            upsert.bind(1, first.value);
            upsert.bind(2, second.value);
            upsert.bind(3, kReasons[static_cast<int>(pair.reason)]);
            upsert.bind(4, pair.similarity);
            execOnce(upsert);
        }
        return added;
    });
}

Result<std::vector<DuplicatePair>> DuplicateStore::open() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT first_id, second_id, reason, similarity, verdict FROM duplicate_pairs
            WHERE verdict = 'open' AND NOT EXISTS (
                SELECT 1 FROM tracks WHERE id IN (first_id, second_id) AND removed_at IS NOT NULL)
            ORDER BY similarity DESC, first_id, second_id)");
        return pairsOf(query);
    });
}

Result<void> DuplicateStore::decide(TrackId first, TrackId second, DuplicatePair::Verdict verdict)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement update(connection, R"(
            UPDATE duplicate_pairs SET verdict = ? WHERE first_id = ? AND second_id = ?)");
        update.bind(1, kVerdicts[static_cast<int>(verdict)]);
        update.bind(2, std::min(first, second).value);
        update.bind(3, std::max(first, second).value);
        if (update.exec() == 0)
            return tl::unexpected(
                Error { ErrorCode::NotFound, "These tracks were not proposed as duplicates." });
        return {};
    });
}

Result<std::vector<DuplicatePair>> DuplicateStore::of(TrackId track) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT first_id, second_id, reason, similarity, verdict FROM duplicate_pairs
            WHERE first_id = ?1 OR second_id = ?1 ORDER BY first_id, second_id)");
        query.bind(1, track.value);
        return pairsOf(query);
    });
}

} // namespace circumplex
