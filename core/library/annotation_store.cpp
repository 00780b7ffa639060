#include "core/library/annotation_store.h"

#include "core/library/annotation_rows.h"
#include "core/library/curve_blob.h"
#include "core/library/database_access.h"
#include "core/library/strong_moods.h"
#include "core/library/track_errors.h"
#include "core/library/track_sets.h"

namespace circumplex {

namespace {

/// A track's annotation by the model, before it is replaced.
struct Existing {
    std::int64_t id = 0;
    bool isCoarse = false;
    std::optional<AudioHash> audioHash;
    std::vector<float> probabilities;
};

std::optional<Existing> existing(SQLite::Database& connection, TrackId track, ModelId model)
{
    SQLite::Statement query(connection, R"(
        SELECT id, is_coarse, audio_hash, mood_probabilities FROM annotations
        WHERE track_id = ? AND model_id = ?)");
    query.bind(1, track.value);
    query.bind(2, model.value);
    if (!query.executeStep()) return std::nullopt;
    return Existing { .id = query.getColumn(0).getInt64(),
        .isCoarse = query.getColumn(1).getInt() != 0,
        .audioHash = hashAt(query, 2),
        .probabilities = readPlainFloats(blobAt(query, 3)) };
}

void noteOtherAudio(SQLite::Database& connection, const StoredAnnotation& stored)
{
    SQLite::Statement update(connection, R"(
        UPDATE tracks SET audio_changed_at = ?
        WHERE id = ? AND audio_hash <> ? AND audio_changed_at IS NULL)");
    update.bind(1, stored.provenance.analysedAt);
    update.bind(2, stored.track.value);
    bindOptional(update, 3, stored.provenance.audioHash);
    update.exec();
}

IdSet analysable(SQLite::Database& connection, int mostTries)
{
    IdSet tracks = allTracks(connection);
    tracks.subtract(offlineTracks(connection));
    tracks.subtract(missingTracks(connection));
    tracks.subtract(removedTracks(connection));
    tracks.subtract(trackSet(connection,
        "SELECT track_id FROM track_errors WHERE stage = 'analysis' AND tries > ?",
        { std::int64_t { mostTries } }));
    return tracks;
}

} // namespace

Result<void> AnnotationStore::put(const StoredAnnotation& stored)
{
    if (auto usable = checkAnnotation(stored.annotation); !usable) return usable;
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        if (const auto old = existing(connection, stored.track, stored.model)) {
            if (stored.provenance.isCoarse && !old->isCoarse
                && old->audioHash == stored.provenance.audioHash)
                return {};
            removeStrongMoods(connection, stored.model, stored.track, old->probabilities);
            SQLite::Statement remove(connection, "DELETE FROM annotations WHERE id = ?");
            remove.bind(1, old->id);
            remove.exec();
        }
        AnnotationWriter(connection).write(stored);
        noteOtherAudio(connection, stored);
        clearFailure(connection, stored.track, TrackStage::Analysis);
        SQLite::Statement done(connection, "DELETE FROM analysis_priorities WHERE track_id = ?");
        done.bind(1, stored.track.value);
        done.exec();
        return {};
    });
}

Result<std::optional<StoredAnnotation>> AnnotationStore::find(TrackId track, ModelId model) const
{
    return reading(
        m_library, [&](SQLite::Database& connection) -> Result<std::optional<StoredAnnotation>> {
            return readAnnotation(connection, m_library.file(), track, model);
        });
}

Result<std::vector<ModelId>> AnnotationStore::modelsOf(TrackId track) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(
            connection, "SELECT model_id FROM annotations WHERE track_id = ? ORDER BY model_id");
        query.bind(1, track.value);
        std::vector<ModelId> models;
        while (query.executeStep())
            models.push_back({ query.getColumn(0).getInt64() });
        return models;
    });
}

Result<std::vector<PendingTrack>> AnnotationStore::pending(
    ModelId model, const PendingOptions& options) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        const IdSet changed = tracksWithOtherAudio(connection, model);
        const IdSet coarse = trackSet(connection, R"(
            SELECT track_id FROM annotations INDEXED BY annotations_coarse
            WHERE model_id = ? AND is_coarse = 1)",
            { model.value });
        IdSet complete = annotatedTracks(connection, model);
        IdSet annotated = complete;
        complete.subtract(changed);
        complete.subtract(coarse);
        IdSet todo = analysable(connection, options.mostTries);
        todo.subtract(complete);

        std::vector<PendingTrack> pending;
        const auto add = [&](TrackId track, int priority) {
            auto reason = PendingTrack::Reason::NotAnnotated;
            if (changed.contains(track))
                reason = PendingTrack::Reason::AudioChanged;
            else if (annotated.contains(track))
                reason = PendingTrack::Reason::Coarse;
            pending.push_back({ track, reason, priority });
        };
        SQLite::Statement wishes(connection, R"(
            SELECT track_id, priority FROM analysis_priorities ORDER BY priority DESC, track_id)");
        while (pending.size() < options.limit && wishes.executeStep()) {
            const TrackId track { wishes.getColumn(0).getInt64() };
            if (todo.erase(track)) add(track, wishes.getColumn(1).getInt());
        }
        for (const TrackId track : todo.ids()) {
            if (pending.size() >= options.limit) break;
            add(track, 0);
        }
        return pending;
    });
}

Result<void> AnnotationStore::prioritise(std::span<const TrackId> tracks, int priority)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement upsert(connection, R"(
            INSERT INTO analysis_priorities (track_id, priority) VALUES (?, ?)
            ON CONFLICT (track_id) DO UPDATE SET priority = excluded.priority)");
        for (const TrackId track : tracks) {
            upsert.bind(1, track.value);
            upsert.bind(2, priority);
            execOnce(upsert);
        }
        return {};
    });
}

Result<void> AnnotationStore::clearPriorities()
{
    return writing(m_library, [](SQLite::Database& connection) -> Result<void> {
        connection.exec("DELETE FROM analysis_priorities");
        return {};
    });
}

} // namespace circumplex
