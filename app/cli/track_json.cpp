#include "app/cli/track_json.h"

#include "app/cli/annotation_json.h"
#include "core/types/data_type.h"

#include <QDateTime>

#include <vector>

namespace circumplex::cli {

namespace {

template <class T> Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json roundedOrNull(const std::optional<double>& value)
{
    return value ? rounded(*value) : Json(nullptr);
}

Json intervalOrNull(const std::optional<Interval>& interval)
{
    return interval ? intervalJson(*interval) : Json(nullptr);
}

std::vector<MoodProbability> probabilitiesOf(const std::vector<StrongMood>& moods)
{
    std::vector<MoodProbability> probabilities;
    for (const StrongMood& mood : moods)
        probabilities.push_back({ mood.tag, mood.probability });
    return probabilities;
}

} // namespace

Json rowJson(const TrackRow& row, const std::filesystem::path& path, const std::string& model)
{
    const auto& how = row.provenance;
    Json json { { "id", row.id.value } };
    json.update(pathJson(path));
    if (row.place.cue) json["cue"] = row.place.cue->index;
    json["title"] = row.title;
    json["artist"] = row.artist;
    json["album"] = row.album;
    json["album_artist"] = row.albumArtist;
    json["genre"] = row.genre;
    json["year"] = orNull(row.year);
    json["disc"] = orNull(row.discNumber);
    json["track"] = orNull(row.trackNumber);
    json["added"] = utcText(row.addedAt);
    json["state"] = stateName(row);
    json["annotated"] = how.has_value();
    json["coarse"] = row.isCoarse;
    json["stale"] = row.isStale;
    json["model"] = how ? Json(model) : Json(nullptr);
    json["mode"] = how ? Json(modeName(how->mode)) : Json(nullptr);
    json["device"] = how ? Json(how->device) : Json(nullptr);
    json["dtype"] = how ? Json(dataTypeName(how->dataType)) : Json(nullptr);
    json["duration"] = roundedOrNull(row.durationSeconds);
    json["valence"] = roundedOrNull(row.valence);
    json["arousal"] = roundedOrNull(row.arousal);
    json["valence_interval"] = intervalOrNull(row.valenceInterval);
    json["arousal_interval"] = intervalOrNull(row.arousalInterval);
    json["moods"] = moodsJson(probabilitiesOf(row.moods));
    json["key"] = keyJson(row.key, row.publishedKey);
    return json;
}

const char* stateName(const TrackRow& row)
{
    if (row.state == TrackState::Missing) return "missing";
    return row.isOnline ? "present" : "offline";
}

std::string utcText(std::int64_t secondsSince1970)
{
    return QDateTime::fromSecsSinceEpoch(secondsSince1970, Qt::UTC)
        .toString(Qt::ISODate)
        .toStdString();
}

} // namespace circumplex::cli
