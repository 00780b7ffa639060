#include "core/library/comment_store.h"

#include "core/library/database_access.h"

#include <cmath>

namespace circumplex {

namespace {

Result<void> check(const TrackComment& comment)
{
    if (comment.text.empty())
        return tl::unexpected(Error { ErrorCode::Refused, "A comment must say something." });
    const double start = comment.startSeconds;
    const double end = comment.endSeconds.value_or(start + 1.0);
    if (!std::isfinite(start) || !std::isfinite(end) || start < 0.0 || end <= start)
        return tl::unexpected(Error { ErrorCode::Refused,
            "A comment's stretch must end after it begins, and begin within the track." });
    return {};
}

Error noComment(CommentId comment)
{
    return { ErrorCode::NotFound,
        "The comment " + std::to_string(comment.value) + " is not in the library." };
}

} // namespace

Result<CommentId> CommentStore::add(const TrackComment& comment)
{
    if (auto good = check(comment); !good) return tl::unexpected(std::move(good.error()));
    return writing(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement insert(connection, R"(
            INSERT INTO track_comments (track_id, start_seconds, end_seconds, text, written_at, id)
            VALUES (?, ?, ?, ?, ?, ?))");
        insert.bind(1, comment.track.value);
        insert.bind(2, comment.startSeconds);
        bindOptional(insert, 3, comment.endSeconds);
        insert.bind(4, comment.text);
        insert.bind(5, comment.writtenAt);
        if (comment.id) insert.bind(6, comment.id.value); // else NULL: the next one that is free
        insert.exec();
        return CommentId { connection.getLastInsertRowid() };
    });
}

Result<void> CommentStore::change(const TrackComment& comment)
{
    if (auto good = check(comment); !good) return good;
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement update(connection, R"(
            UPDATE track_comments SET start_seconds = ?, end_seconds = ?, text = ?, written_at = ?
            WHERE id = ?)");
        update.bind(1, comment.startSeconds);
        bindOptional(update, 2, comment.endSeconds);
        update.bind(3, comment.text);
        update.bind(4, comment.writtenAt);
        update.bind(5, comment.id.value);
        if (update.exec() == 0) return tl::unexpected(noComment(comment.id));
        return {};
    });
}

Result<std::vector<TrackComment>> CommentStore::of(TrackId track) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, start_seconds, end_seconds, text, written_at FROM track_comments
            WHERE track_id = ? ORDER BY start_seconds, id)");
        query.bind(1, track.value);
        std::vector<TrackComment> comments;
        while (query.executeStep())
            comments.push_back({ .id = { query.getColumn(0).getInt64() },
                .track = track,
                .startSeconds = query.getColumn(1).getDouble(),
                .endSeconds = realAt(query, 2),
                .text = query.getColumn(3).getString(),
                .writtenAt = query.getColumn(4).getInt64() });
        return comments;
    });
}

Result<void> CommentStore::remove(CommentId comment)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement statement(connection, "DELETE FROM track_comments WHERE id = ?");
        statement.bind(1, comment.value);
        if (statement.exec() == 0) return tl::unexpected(noComment(comment));
        return {};
    });
}

} // namespace circumplex
