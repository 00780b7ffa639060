#include "core/library/curve_blob.h"
#include "core/library/database_access.h"
#include "core/library/track_search.h"
#include "core/library/track_texts.h"

namespace circumplex {

Result<std::vector<TrackRow>> TrackSearch::rows(std::span<const TrackId> tracks) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT t.title, t.artist, t.album, t.album_artist, t.genre, t.path, t.track_number,
                t.disc_number, t.year, t.duration_seconds, t.state, t.added_at, v.is_online,
                a.valence, a.arousal, a.mood_probabilities, a.is_coarse,
                t.audio_hash <> a.audio_hash, a.key_tonic || ' ' || a.key_mode
            FROM tracks t JOIN volumes v ON v.id = t.volume_id
            LEFT JOIN annotations a ON a.track_id = t.id AND a.model_id = ?
            WHERE t.id = ?)");
        query.bind(1, m_model.value);
        std::vector<TrackRow> rows;
        rows.reserve(tracks.size());
        for (const TrackId id : tracks) {
            query.bind(2, id.value);
            if (query.executeStep()) {
                TrackRow row { .id = id,
                    .title = query.getColumn(0).getString(),
                    .artist = query.getColumn(1).getString(),
                    .album = query.getColumn(2).getString(),
                    .albumArtist = query.getColumn(3).getString(),
                    .genre = query.getColumn(4).getString(),
                    .path = readableText(bytesAt(query, 5)),
                    .trackNumber = intAt(query, 6),
                    .discNumber = intAt(query, 7),
                    .year = intAt(query, 8),
                    .durationSeconds = realAt(query, 9),
                    .state
                    = query.getColumn(10).getInt() == 0 ? TrackState::Present : TrackState::Missing,
                    .isOnline = query.getColumn(12).getInt() != 0,
                    .addedAt = query.getColumn(11).getInt64(),
                    .valence = realAt(query, 13),
                    .arousal = realAt(query, 14),
                    .isCoarse = query.getColumn(16).getInt() != 0,
                    .isAudioChanged = query.getColumn(17).getInt() != 0,
                    .key = query.getColumn(18).getString() };
                if (row.valence) row.moods = strongMoods(readPlainFloats(blobAt(query, 15)));
                rows.push_back(std::move(row));
            }
            query.reset();
        }
        return rows;
    });
}

} // namespace circumplex
