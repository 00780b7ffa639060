#include "core/library/annotation_rows.h"
#include "core/library/curve_blob.h"
#include "core/library/database_access.h"
#include "core/library/track_search.h"
#include "core/library/track_texts.h"

namespace circumplex {

namespace {

constexpr const char* kSelect = R"(
    SELECT t.title, t.artist, t.album, t.album_artist, t.genre, t.path, t.track_number,
        t.disc_number, t.year, t.duration_seconds, t.state, t.added_at, v.is_online, t.volume_id,
        t.cue_index,
        a.id IS NULL AND EXISTS (SELECT 1 FROM annotations o WHERE o.track_id = t.id),
        a.valence, a.arousal, a.valence_lower, a.valence_upper, a.arousal_lower, a.arousal_upper,
        a.mood_probabilities, a.key_tonic, a.key_mode, a.key_confidence, a.published_key,
        t.audio_hash <> a.audio_hash,
        a.is_coarse, a.audio_hash, a.mode, a.device, a.dtype, a.program_version, a.analysed_at,
        v.mount_point, (SELECT e.code || char(10) || e.reason FROM track_errors e
            WHERE e.track_id = t.id ORDER BY e.last_at DESC, e.stage LIMIT 1),
        t.removed_at IS NOT NULL
    FROM tracks t JOIN volumes v ON v.id = t.volume_id
    LEFT JOIN annotations a ON a.track_id = t.id AND a.model_id = ?
    WHERE t.id = ?)";
constexpr int kOnlyOthers = 15, kValence = 16, kIsCoarse = 28, kMountPoint = 35;

Interval intervalAt(SQLite::Statement& row, int index)
{
    return { static_cast<float>(row.getColumn(index).getDouble()),
        static_cast<float>(row.getColumn(index + 1).getDouble()) };
}

void readAnnotationColumns(SQLite::Statement& row, TrackRow& track)
{
    track.valence = realAt(row, kValence);
    track.arousal = realAt(row, kValence + 1);
    track.valenceInterval = intervalAt(row, kValence + 2);
    track.arousalInterval = intervalAt(row, kValence + 4);
    track.moods = strongMoods(readPlainFloats(blobAt(row, kValence + 6)));
    if (!row.isColumnNull(kValence + 7))
        track.key = KeyEstimate { row.getColumn(kValence + 7).getString(),
            row.getColumn(kValence + 8).getString() == "major" ? KeyMode::Major : KeyMode::Minor,
            row.getColumn(kValence + 9).getDouble() };
    track.publishedKey = row.getColumn(kValence + 10).getString();
    track.isAudioChanged = row.getColumn(kValence + 11).getInt() != 0;
    track.provenance = provenanceAt(row, kIsCoarse);
    track.isCoarse = track.provenance->isCoarse;
}

TrackRow rowAt(SQLite::Statement& row, TrackId id)
{
    TrackRow track { .id = id,
        .title = row.getColumn(0).getString(),
        .artist = row.getColumn(1).getString(),
        .album = row.getColumn(2).getString(),
        .albumArtist = row.getColumn(3).getString(),
        .genre = row.getColumn(4).getString(),
        .path = readableText(bytesAt(row, 5)),
        .place = { .volume = { row.getColumn(13).getInt64() }, .path = bytesAt(row, 5) },
        .trackNumber = intAt(row, 6),
        .discNumber = intAt(row, 7),
        .year = intAt(row, 8),
        .durationSeconds = realAt(row, 9),
        .state = row.getColumn(10).getInt() == 0 ? TrackState::Present : TrackState::Missing,
        .isOnline = row.getColumn(12).getInt() != 0,
        .addedAt = row.getColumn(11).getInt64() };
    track.isRemoved = row.getColumn(kMountPoint + 2).getInt() != 0;
    track.mountPoint = readableText(bytesAt(row, kMountPoint));
    if (!row.isColumnNull(kMountPoint + 1)) {
        const std::string failure = row.getColumn(kMountPoint + 1).getString();
        const std::size_t end = failure.find('\n');
        track.failureCode = failure.substr(0, end);
        track.failureReason = failure.substr(end + 1);
    }
    if (const int index = row.getColumn(14).getInt(); index > 0)
        track.place.cue = CueRange { .index = index };
    if (!row.isColumnNull(kValence)) readAnnotationColumns(row, track);
    track.isStale = track.isAudioChanged || row.getColumn(kOnlyOthers).getInt() != 0;
    return track;
}

} // namespace

Result<std::vector<TrackRow>> TrackSearch::rows(std::span<const TrackId> tracks) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, kSelect);
        query.bind(1, m_model.value);
        std::vector<TrackRow> rows;
        rows.reserve(tracks.size());
        for (const TrackId id : tracks) {
            query.bind(2, id.value);
            if (query.executeStep()) rows.push_back(rowAt(query, id));
            query.reset();
        }
        return rows;
    });
}

} // namespace circumplex
