#include "core/library/track_store.h"

#include "core/library/curve_blob.h"
#include "core/library/database_access.h"
#include "core/library/strong_moods.h"
#include "core/library/track_errors.h"
#include "core/library/track_texts.h"

namespace circumplex {

namespace {

std::string_view fileNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

/// The statements of a scan, prepared once for a whole batch.
class ScanWriter {
public:
    ScanWriter(SQLite::Database& connection, std::int64_t scannedAt)
        : m_connection(connection)
        , m_scannedAt(scannedAt)
        , m_find(connection, R"(
            SELECT id FROM tracks WHERE volume_id = ? AND path = ? AND cue_index = ?
            ORDER BY state, id LIMIT 1)")
        , m_insert(connection, R"(
            INSERT INTO tracks (volume_id, path, cue_index, path_words, size_bytes, modified_ns,
                title_key, artist_key, album_key, genre_key, added_at, scanned_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?11, ?11))")
        , m_displace(connection, R"(
            UPDATE tracks SET state = 1
            WHERE volume_id = ? AND path = ? AND cue_index = ? AND state = 0 AND id <> ?)")
        , m_update(connection, R"(
            UPDATE tracks SET
                volume_id = ?1, path = ?2, cue_index = ?3, path_words = ?4, size_bytes = ?5,
                modified_ns = ?6, title_key = ?7, artist_key = ?8, album_key = ?9, genre_key = ?10,
                scanned_at = ?11, state = 0, cue_start_seconds = ?12, cue_end_seconds = ?13,
                audio_changed_at = CASE
                    WHEN audio_hash IS NOT NULL AND audio_hash IS NOT coalesce(?14,
                        CASE WHEN size_bytes = ?5 AND modified_ns = ?6 THEN audio_hash END)
                    THEN ?11 ELSE audio_changed_at END,
                audio_hash = coalesce(?14,
                    CASE WHEN size_bytes = ?5 AND modified_ns = ?6 THEN audio_hash END),
                duration_seconds = coalesce(?15,
                    CASE WHEN size_bytes = ?5 AND modified_ns = ?6 THEN duration_seconds END),
                title = ?16, artist = ?17, album = ?18, album_artist = ?19, genre = ?20,
                track_number = ?21, disc_number = ?22, year = ?23, recording_mbid = ?24,
                release_mbid = ?25, artist_mbid = ?26, cover_hash = ?27, cover_source = ?28
            WHERE id = ?29)")
        , m_fingerprint(connection, R"(
            INSERT INTO fingerprints (track_id, chromaprint) VALUES (?, ?)
            ON CONFLICT (track_id) DO UPDATE SET chromaprint = excluded.chromaprint)")
        , m_found(connection, "UPDATE OR IGNORE tracks SET state = 0 WHERE id = ? AND state = 1")
        , m_lost(connection, "UPDATE tracks SET state = 1 WHERE id = ? AND state = 0")
        , m_clearError(connection, R"(
            DELETE FROM track_errors WHERE track_id = ?)")
    {
    }

    Result<TrackId> write(const ScannedTrack& seen, ScanOutcome& outcome)
    {
        std::optional<TrackId> id = seen.id ? seen.id : find(seen.place);
        outcome.added += id ? 0 : 1;
        outcome.updated += id ? 1 : 0;
        if (!id) id = insert(seen.place, seen.stamp, seen.tags);
        displaceOthers(seen.place, *id);
        bindCommon(m_update, seen.place, seen.stamp, seen.tags);
        bindDetails(seen);
        m_update.bind(29, id->value);
        if (execOnce(m_update) == 0)
            return tl::unexpected(Error { ErrorCode::NotFound,
                "Track " + std::to_string(id->value) + " is not in the library." });
        if (!seen.fingerprint.empty()) {
            m_fingerprint.bind(1, id->value);
            bindBytes(m_fingerprint, 2, seen.fingerprint);
            execOnce(m_fingerprint);
        }
        // What failed before failed with the file as it was.
        m_clearError.bind(1, id->value);
        execOnce(m_clearError);
        return *id;
    }

    TrackId write(const UnreadableFile& file)
    {
        std::optional<TrackId> id = find(file.place);
        if (!id) {
            id = insert(file.place, file.stamp, {});
        } else {
            // The stamp stays as it was, so that the next scan tries again.
            markFound(*id);
        }
        noteFailure(m_connection,
            { .track = *id, .stage = TrackStage::Scan, .code = file.code, .reason = file.reason },
            m_scannedAt);
        return *id;
    }

    void markFound(TrackId id)
    {
        m_found.bind(1, id.value);
        execOnce(m_found);
    }

    int markMissing(TrackId id)
    {
        m_lost.bind(1, id.value);
        return execOnce(m_lost);
    }

private:
    static void bindPlace(SQLite::Statement& statement, const TrackPlace& place)
    {
        statement.bind(1, place.volume.value);
        bindBytes(statement, 2, place.path);
        statement.bind(3, place.cue ? place.cue->index : 0);
    }

    std::optional<TrackId> find(const TrackPlace& place)
    {
        bindPlace(m_find, place);
        std::optional<TrackId> id;
        if (m_find.executeStep()) id = TrackId { m_find.getColumn(0).getInt64() };
        m_find.reset();
        return id;
    }

    TrackId insert(const TrackPlace& place, const FileStamp& stamp, const TrackTags& tags)
    {
        bindCommon(m_insert, place, stamp, tags);
        execOnce(m_insert);
        return { m_connection.getLastInsertRowid() };
    }

    /// What inserting and updating have in common: ?1 to ?11.
    void bindCommon(SQLite::Statement& statement, const TrackPlace& place, const FileStamp& stamp,
        const TrackTags& tags) const
    {
        bindPlace(statement, place);
        statement.bind(4, pathWords(readableText(place.path)));
        statement.bind(5, stamp.sizeBytes);
        statement.bind(6, stamp.modifiedNs);
        // People look for an untitled track under its file's name.
        statement.bind(7, sortKey(tags.title.empty() ? fileNameOf(place.path) : tags.title));
        statement.bind(8, sortKey(tags.albumArtist.empty() ? tags.artist : tags.albumArtist));
        statement.bind(9, sortKey(tags.album));
        statement.bind(10, sortKey(tags.genre));
        statement.bind(11, m_scannedAt);
    }

    void bindDetails(const ScannedTrack& seen)
    {
        const TrackTags& tags = seen.tags;
        m_update.bind(12, seen.place.cue ? seen.place.cue->startSeconds : 0.0);
        bindOptional(
            m_update, 13, seen.place.cue ? seen.place.cue->endSeconds : std::optional<double> {});
        bindOptional(m_update, 14, seen.audioHash);
        bindOptional(m_update, 15, seen.durationSeconds);
        int index = 16;
        for (const std::string* text :
            { &tags.title, &tags.artist, &tags.album, &tags.albumArtist, &tags.genre })
            m_update.bind(index++, readableText(*text));
        bindOptional(m_update, 21, tags.trackNumber);
        bindOptional(m_update, 22, tags.discNumber);
        bindOptional(m_update, 23, tags.year);
        index = 24;
        for (const std::string* text : { &tags.recordingMbid, &tags.releaseMbid, &tags.artistMbid })
            m_update.bind(index++, readableText(*text));
        if (seen.cover.hash.empty()) {
            m_update.bind(27);
            m_update.bind(28);
        } else {
            bindBytes(m_update, 27, seen.cover.hash);
            bindBytes(m_update, 28, seen.cover.source);
        }
    }

    /// A place belongs to one present track.
    void displaceOthers(const TrackPlace& place, TrackId owner)
    {
        bindPlace(m_displace, place);
        m_displace.bind(4, owner.value);
        execOnce(m_displace);
    }

    SQLite::Database& m_connection;
    std::int64_t m_scannedAt;
    SQLite::Statement m_find, m_insert, m_displace, m_update, m_fingerprint, m_found, m_lost,
        m_clearError;
};

std::vector<TrackId> idsOf(SQLite::Statement& query)
{
    std::vector<TrackId> ids;
    while (query.executeStep())
        ids.push_back({ query.getColumn(0).getInt64() });
    return ids;
}

Track trackAt(SQLite::Statement& row)
{
    Track track { .id = { row.getColumn(0).getInt64() },
        .place = { .volume = { row.getColumn(1).getInt64() }, .path = bytesAt(row, 2) },
        .stamp = { row.getColumn(6).getInt64(), row.getColumn(7).getInt64() },
        .audioHash = hashAt(row, 8),
        .durationSeconds = realAt(row, 9),
        .state = row.getColumn(10).getInt() == 0 ? TrackState::Present : TrackState::Missing,
        .addedAt = row.getColumn(11).getInt64(),
        .scannedAt = row.getColumn(12).getInt64() };
    if (const int cue = row.getColumn(3).getInt(); cue != 0)
        track.place.cue = CueRange { cue, row.getColumn(4).getDouble(), realAt(row, 5) };
    track.tags = { .title = row.getColumn(13).getString(),
        .artist = row.getColumn(14).getString(),
        .album = row.getColumn(15).getString(),
        .albumArtist = row.getColumn(16).getString(),
        .genre = row.getColumn(17).getString(),
        .trackNumber = intAt(row, 18),
        .discNumber = intAt(row, 19),
        .year = intAt(row, 20),
        .recordingMbid = row.getColumn(21).getString(),
        .releaseMbid = row.getColumn(22).getString(),
        .artistMbid = row.getColumn(23).getString() };
    if (!row.isColumnNull(24)) track.cover = { blobAt(row, 24), bytesAt(row, 25) };
    return track;
}

/// Removes one track, unless people's work hangs on it. @return false: it stays
bool forgetOne(SQLite::Database& connection, TrackId track)
{
    SQLite::Statement isUsed(connection, R"(
        SELECT EXISTS (SELECT 1 FROM ratings WHERE track_id = ?1)
            OR EXISTS (SELECT 1 FROM tag_labels WHERE track_id = ?1)
            OR EXISTS (SELECT 1 FROM traces WHERE track_id = ?1)
            OR EXISTS (SELECT 1 FROM track_comments WHERE track_id = ?1)
            OR EXISTS (SELECT 1 FROM playlist_items WHERE track_id = ?1))");
    isUsed.bind(1, track.value);
    isUsed.executeStep();
    if (isUsed.getColumn(0).getInt() != 0) return false;
    SQLite::Statement annotations(connection, R"(
        SELECT model_id, mood_probabilities FROM annotations WHERE track_id = ?)");
    annotations.bind(1, track.value);
    while (annotations.executeStep())
        removeStrongMoods(connection, { annotations.getColumn(0).getInt64() }, track,
            readPlainFloats(blobAt(annotations, 1)));
    SQLite::Statement remove(connection, "DELETE FROM tracks WHERE id = ?");
    remove.bind(1, track.value);
    remove.exec();
    return true;
}

} // namespace

Result<Track> TrackStore::track(TrackId id) const
{
    return reading(m_library, [&](SQLite::Database& connection) -> Result<Track> {
        SQLite::Statement query(connection, R"(
            SELECT id, volume_id, path, cue_index, cue_start_seconds, cue_end_seconds, size_bytes,
                modified_ns, audio_hash, duration_seconds, state, added_at, scanned_at,
                title, artist, album, album_artist, genre, track_number, disc_number, year,
                recording_mbid, release_mbid, artist_mbid, cover_hash, cover_source
            FROM tracks WHERE id = ?)");
        query.bind(1, id.value);
        if (!query.executeStep())
            return tl::unexpected(Error { ErrorCode::NotFound,
                "Track " + std::to_string(id.value) + " is not in the library." });
        return trackAt(query);
    });
}

Result<std::optional<TrackId>> TrackStore::find(const TrackPlace& place) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id FROM tracks WHERE volume_id = ? AND path = ? AND cue_index = ?
            ORDER BY state, id LIMIT 1)");
        query.bind(1, place.volume.value);
        bindBytes(query, 2, place.path);
        query.bind(3, place.cue ? place.cue->index : 0);
        std::optional<TrackId> id;
        if (query.executeStep()) id = TrackId { query.getColumn(0).getInt64() };
        return id;
    });
}

Result<std::vector<TrackId>> TrackStore::withAudio(const AudioHash& hash) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(
            connection, "SELECT id FROM tracks WHERE audio_hash = ? ORDER BY id");
        bindBytes(query, 1, hash.data(), hash.size());
        return idsOf(query);
    });
}

Result<std::vector<KnownFile>> TrackStore::filesBelow(
    VolumeId volume, const std::string& folder) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, path, cue_index, size_bytes, modified_ns, state FROM tracks
            WHERE volume_id = ? AND path >= ? AND path < ? ORDER BY path, cue_index, state, id)");
        query.bind(1, volume.value);
        // '0' is the byte behind '/'; 0xFF begins no longer path than any.
        bindBytes(query, 2, folder.empty() ? std::string() : folder + '/');
        bindBytes(query, 3, folder.empty() ? std::string(5000, '\xFF') : folder + '0');
        std::vector<KnownFile> files;
        while (query.executeStep())
            files.push_back({ .id = { query.getColumn(0).getInt64() },
                .path = bytesAt(query, 1),
                .cueIndex = query.getColumn(2).getInt(),
                .stamp = { query.getColumn(3).getInt64(), query.getColumn(4).getInt64() },
                .state
                = query.getColumn(5).getInt() == 0 ? TrackState::Present : TrackState::Missing });
        return files;
    });
}

Result<std::vector<TrackId>> TrackStore::missing(VolumeId volume) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id FROM tracks INDEXED BY tracks_missing
            WHERE state = 1 AND volume_id = ? ORDER BY id)");
        query.bind(1, volume.value);
        return idsOf(query);
    });
}

Result<ScanOutcome> TrackStore::apply(const ScanBatch& batch)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<ScanOutcome> {
        ScanWriter writer(connection, batch.scannedAt);
        ScanOutcome outcome;
        // Vanished ones first: what is seen may claim their places.
        for (const TrackId id : batch.missing)
            outcome.missing += writer.markMissing(id);
        for (const ScannedTrack& seen : batch.seen) {
            const auto id = writer.write(seen, outcome);
            if (!id) return tl::unexpected(id.error());
            outcome.seen.push_back(*id);
        }
        for (const TrackId id : batch.unchanged)
            writer.markFound(id);
        for (const UnreadableFile& file : batch.unreadable)
            outcome.unreadable.push_back(writer.write(file));
        for (const TrackFailure& failure : batch.failures)
            noteFailure(connection, failure, batch.scannedAt);
        return outcome;
    });
}

Result<std::vector<std::uint8_t>> TrackStore::fingerprint(TrackId id) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(
            connection, "SELECT chromaprint FROM fingerprints WHERE track_id = ?");
        query.bind(1, id.value);
        return query.executeStep() ? blobAt(query, 0) : std::vector<std::uint8_t> {};
    });
}

Result<std::vector<float>> TrackStore::durations() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        std::vector<float> durations;
        // The index holds both columns, so that the wide table is not read.
        SQLite::Statement query(connection, R"(
            SELECT id, duration_seconds FROM tracks INDEXED BY tracks_by_duration
            WHERE duration_seconds > 0)");
        while (query.executeStep()) {
            const auto id = static_cast<std::size_t>(query.getColumn(0).getInt64());
            if (id >= durations.size()) durations.resize(id + 1 + durations.size() / 2);
            durations[id] = static_cast<float>(query.getColumn(1).getDouble());
        }
        return durations;
    });
}

Result<void> TrackStore::remove(std::span<const TrackId> tracks, std::int64_t at)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement mark(
            connection, "UPDATE tracks SET removed_at = ? WHERE id = ? AND removed_at IS NULL");
        for (const TrackId track : tracks) {
            mark.bind(1, at);
            mark.bind(2, track.value);
            execOnce(mark);
        }
        return {};
    });
}

Result<void> TrackStore::bringBack(std::span<const TrackId> tracks)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement mark(connection, "UPDATE tracks SET removed_at = NULL WHERE id = ?");
        for (const TrackId track : tracks) {
            mark.bind(1, track.value);
            execOnce(mark);
        }
        return {};
    });
}

Result<std::vector<TrackId>> TrackStore::forget(std::span<const TrackId> tracks)
{
    return writing(m_library, [&](SQLite::Database& connection) {
        std::vector<TrackId> staying;
        for (const TrackId track : tracks) {
            if (!forgetOne(connection, track)) staying.push_back(track);
        }
        return staying;
    });
}

} // namespace circumplex
