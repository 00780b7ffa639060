#include "app/cli/track_record_json.h"

#include "app/cli/annotation_json.h"
#include "app/cli/commands/library_model.h"
#include "app/cli/track_json.h"

#include <cstdio>

namespace circumplex::cli {

namespace {

const char* kindName(PlaylistKind kind)
{
    switch (kind) {
    case PlaylistKind::Manual:
        return "manual";
    case PlaylistKind::Smart:
        return "smart";
    case PlaylistKind::Arc:
        break;
    }
    return "arc";
}

Json numberOrNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json byModelJson(const TrackRecord& record, const TrackRecord::ByModel& said)
{
    const circumplex::Provenance& how = said.stored.provenance;
    const Provenance provenance {
        .model = labelOf(said.model), .mode = how.mode, .device = how.device, .dtype = how.dataType
    };
    Json json
        = annotationJson(record.path, provenance, said.stored.annotation, MoodsOverTime::Included);
    json["model_hash"] = said.model.hash;
    json["program_version"] = how.programVersion;
    json["analysed"] = utcText(how.analysedAt);
    json["audio_hash"] = hashJson(how.audioHash);
    json["coarse"] = how.isCoarse;
    json["stale"] = record.isOfOtherAudio(said.stored);
    return json;
}

Json labelsJson(const TrackRecord& record)
{
    const auto labelled = [&record](SessionId id, std::int64_t at) {
        const RatingSession& session = record.sessions.at(id);
        return Json { { "rater", session.raterName }, { "session", id.value },
            { "instrument", session.instrument }, { "at", utcText(at) } };
    };
    Json ratings = Json::array(), tags = Json::array(), traces = Json::array();
    for (const StaticRating& rating : record.labels.ratings) {
        Json json = labelled(rating.session, rating.ratedAt);
        json["valence"] = numberOrNull(rating.valence);
        json["arousal"] = numberOrNull(rating.arousal);
        ratings.push_back(std::move(json));
    }
    for (const TagLabel& label : record.labels.tags) {
        Json json = labelled(label.session, label.labelledAt);
        json["tag"] = label.tag;
        json["applies"] = label.applies;
        tags.push_back(std::move(json));
    }
    for (const Trace& trace : record.labels.traces) {
        Json json = labelled(trace.session, trace.startedAt);
        json["dimension"] = dimensionName(trace.dimension);
        json["mode"] = trace.mode == TraceMode::Bounded ? "bounded" : "relative";
        json["latency"] = trace.latencySeconds;
        json["orientation"] = numberOrNull(trace.orientationSeconds);
        json["sound_end"] = numberOrNull(trace.soundEndSeconds);
        json["complete"] = trace.isComplete;
        Json seconds = Json::array(), values = Json::array();
        for (const TraceSample& sample : trace.samples) {
            seconds.push_back(rounded(double { sample.seconds }));
            values.push_back(rounded(double { sample.value }));
        }
        json["seconds"] = std::move(seconds);
        json["values"] = std::move(values);
        traces.push_back(std::move(json));
    }
    return { { "ratings", std::move(ratings) }, { "tags", std::move(tags) },
        { "traces", std::move(traces) } };
}

Json fileJson(const Track& track)
{
    Json json { { "size", track.stamp.sizeBytes },
        { "modified", utcText(track.stamp.modifiedNs / 1'000'000'000) },
        { "scanned", utcText(track.scannedAt) }, { "audio_hash", hashJson(track.audioHash) },
        { "cover", track.cover.source } };
    if (const auto& cue = track.place.cue)
        json["cue_range"] = { { "start", rounded(cue->startSeconds) },
            { "end", cue->endSeconds ? rounded(*cue->endSeconds) : Json(nullptr) } };
    return json;
}

} // namespace

Json hashJson(const std::optional<AudioHash>& hash)
{
    if (!hash) return nullptr;
    std::string text;
    for (const std::uint8_t byte : *hash) {
        char digits[4];
        std::snprintf(digits, sizeof digits, "%02x", unsigned { byte });
        text += digits;
    }
    return text;
}

const char* reasonName(DuplicatePair::Reason reason)
{
    return reason == DuplicatePair::Reason::SameAudio ? "same-audio" : "similar-fingerprint";
}

const char* verdictName(DuplicatePair::Verdict verdict)
{
    switch (verdict) {
    case DuplicatePair::Verdict::Open:
        return "open";
    case DuplicatePair::Verdict::Same:
        return "same";
    case DuplicatePair::Verdict::Different:
        break;
    }
    return "different";
}

const char* stageName(TrackStage stage)
{
    return stage == TrackStage::Scan ? "scan" : "analysis";
}

const char* dimensionName(TraceDimension dimension)
{
    return dimension == TraceDimension::Valence ? "valence" : "arousal";
}

Json recordJson(const TrackRecord& record)
{
    Json json = rowJson(record.row, record.path, record.model);
    json["recording_mbid"] = record.track.tags.recordingMbid;
    json["release_mbid"] = record.track.tags.releaseMbid;
    json["artist_mbid"] = record.track.tags.artistMbid;
    json["volume"] = { { "identity", record.volume.identity }, { "label", record.volume.label },
        { "mount_point", record.volume.mountPoint }, { "online", record.volume.isOnline } };
    json["file"] = fileJson(record.track);
    Json annotations = Json::array(), playlists = Json::array(), errors = Json::array(),
         duplicates = Json::array();
    for (const TrackRecord::ByModel& said : record.annotations)
        annotations.push_back(byModelJson(record, said));
    for (const Playlist& playlist : record.playlists)
        playlists.push_back({ { "id", playlist.id.value }, { "name", playlist.name },
            { "kind", kindName(playlist.kind) } });
    for (const TrackError& error : record.errors)
        errors.push_back({ { "stage", stageName(error.failure.stage) },
            { "code", error.failure.code }, { "message", error.failure.reason },
            { "tries", error.tries }, { "at", utcText(error.lastAt) } });
    for (const TrackRecord::Duplicate& duplicate : record.duplicates) {
        Json one { { "id", duplicate.track.value } };
        one.update(pathJson(duplicate.path));
        one["reason"] = reasonName(duplicate.pair.reason);
        one["similarity"] = rounded(duplicate.pair.similarity);
        one["verdict"] = verdictName(duplicate.pair.verdict);
        duplicates.push_back(std::move(one));
    }
    json["annotations"] = std::move(annotations);
    json["labels"] = labelsJson(record);
    json["playlists"] = std::move(playlists);
    json["errors"] = std::move(errors);
    json["duplicates"] = std::move(duplicates);
    return json;
}

} // namespace circumplex::cli
