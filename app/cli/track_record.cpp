#include "app/cli/track_record.h"

#include "app/cli/commands/library_model.h"
#include "core/engine/track_places.h"
#include "core/library/annotation_store.h"
#include "core/library/duplicate_store.h"
#include "core/library/label_store.h"
#include "core/library/library_database.h"
#include "core/library/model_store.h"
#include "core/library/playlist_store.h"
#include "core/library/track_error_store.h"
#include "core/library/track_search.h"
#include "core/library/track_store.h"

#include <set>

namespace circumplex::cli {

namespace {

/// Fails as `value` did.
template <class T> Result<void> keep(Result<T> value, T& place)
{
    if (!value) return tl::unexpected(value.error());
    place = std::move(*value);
    return {};
}

Result<void> readAnnotations(LibraryDatabase& library, TrackId track, TrackRecord& record)
{
    const AnnotationStore store(library);
    const auto models = store.modelsOf(track);
    if (!models) return tl::unexpected(models.error());
    for (const ModelId id : *models) {
        const auto model = ModelStore(library).model(id);
        if (!model) return tl::unexpected(model.error());
        auto stored = store.find(track, id);
        if (!stored) return tl::unexpected(stored.error());
        if (*stored) record.annotations.push_back({ *model, std::move(**stored) });
    }
    return {};
}

Result<void> readLabels(LibraryDatabase& library, TrackId track, TrackRecord& record)
{
    const LabelStore store(library);
    if (auto read = keep(store.of(track), record.labels); !read) return read;
    std::set<SessionId> wanted;
    for (const StaticRating& rating : record.labels.ratings)
        wanted.insert(rating.session);
    for (const TagLabel& tag : record.labels.tags)
        wanted.insert(tag.session);
    for (const Trace& trace : record.labels.traces)
        wanted.insert(trace.session);
    if (wanted.empty()) return {};
    const auto sessions = store.sessions();
    if (!sessions) return tl::unexpected(sessions.error());
    for (const RatingSession& session : *sessions)
        if (wanted.contains(session.id)) record.sessions.emplace(session.id, session);
    return {};
}

Result<void> readDuplicates(
    LibraryDatabase& library, const TrackPlaces& places, TrackId track, TrackRecord& record)
{
    const auto pairs = DuplicateStore(library).of(track);
    if (!pairs) return tl::unexpected(pairs.error());
    for (const DuplicatePair& pair : *pairs) {
        const TrackId other = pair.first == track ? pair.second : pair.first;
        const auto known = TrackStore(library).track(other);
        if (!known) return tl::unexpected(known.error());
        record.duplicates.push_back({ other, places.pathOf(known->place), pair });
    }
    return {};
}

} // namespace

bool TrackRecord::isOfOtherAudio(const StoredAnnotation& stored) const
{
    const auto& analysed = stored.provenance.audioHash;
    return analysed && track.audioHash && *analysed != *track.audioHash;
}

Result<TrackRecord> trackRecord(LibraryDatabase& library, const KnownModel& model, TrackId track)
{
    const auto places = TrackPlaces::of(library);
    if (!places) return tl::unexpected(places.error());
    TrackRecord record;
    record.model = labelOf(model);
    if (auto read = keep(TrackStore(library).track(track), record.track); !read)
        return tl::unexpected(read.error());
    const auto rows = TrackSearch(library, model.id).rows({ &track, 1 });
    if (!rows) return tl::unexpected(rows.error());
    record.row = rows->at(0);
    record.volume = places->volume(record.track.place.volume);
    record.path = places->pathOf(record.track.place);
    if (auto read = readAnnotations(library, track, record); !read)
        return tl::unexpected(read.error());
    if (auto read = readLabels(library, track, record); !read) return tl::unexpected(read.error());
    if (auto read = keep(PlaylistStore(library).holding(track), record.playlists); !read)
        return tl::unexpected(read.error());
    if (auto read = keep(TrackErrorStore(library).of(track), record.errors); !read)
        return tl::unexpected(read.error());
    if (auto read = readDuplicates(library, *places, track, record); !read)
        return tl::unexpected(read.error());
    return record;
}

} // namespace circumplex::cli
