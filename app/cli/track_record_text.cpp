#include "app/cli/track_record_text.h"

#include "app/cli/annotation_text.h"
#include "app/cli/commands/library_model.h"
#include "app/cli/text_columns.h"
#include "app/cli/track_json.h"
#include "app/cli/track_record_json.h"

#include <cstdio>

namespace circumplex::cli {

namespace {

std::string line(const std::string& name, const std::string& text)
{
    return text.empty() ? std::string() : inColumns(name, 12) + printable(text) + '\n';
}

std::string decimal(double value)
{
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string number(const std::optional<int>& value)
{
    return value ? std::to_string(*value) : std::string();
}

std::string placeText(const TrackRecord& record)
{
    const Volume& volume = record.volume;
    return (volume.label.empty() ? volume.identity : volume.label + " (" + volume.identity + ")")
        + (volume.isOnline ? " at " : ", absent, last at ") + volume.mountPoint;
}

std::string tagsText(const TrackRecord& record)
{
    const TrackTags& tags = record.track.tags;
    std::string numbers = number(tags.trackNumber);
    if (tags.discNumber) numbers += " of disc " + number(tags.discNumber);
    return line("title", tags.title) + line("artist", tags.artist) + line("album", tags.album)
        + line("album artist", tags.albumArtist) + line("track", numbers)
        + line("genre", tags.genre) + line("year", number(tags.year));
}

std::string fileText(const TrackRecord& record)
{
    const Track& track = record.track;
    std::string text = line("id", std::to_string(track.id.value));
    text += line("state", stateName(record.row));
    text += line("volume", placeText(record));
    if (track.place.cue) text += line("CUE track", std::to_string(track.place.cue->index));
    if (track.durationSeconds) text += line("length", durationText(*track.durationSeconds));
    text += line("added", utcText(track.addedAt));
    if (track.audioHash) text += line("audio hash", hashJson(track.audioHash).get<std::string>());
    return text;
}

std::string annotationsText(const TrackRecord& record)
{
    if (record.annotations.empty()) return "\nnot annotated yet\n";
    std::string text;
    for (const auto& [model, stored] : record.annotations) {
        text += '\n' + labelOf(model) + ", " + utcText(stored.provenance.analysedAt) + " on "
            + stored.provenance.device;
        if (stored.provenance.isCoarse) text += ", coarse";
        if (record.isOfOtherAudio(stored)) text += ", stale: the file's sound has changed since";
        text += '\n' + annotationText(record.path.filename(), stored.annotation);
    }
    return text;
}

std::string labelsText(const TrackRecord& record)
{
    std::string text;
    const auto by = [&record](SessionId id) {
        const std::string& name = record.sessions.at(id).raterName;
        return name.empty() ? std::string("a rater without a name") : name;
    };
    for (const StaticRating& rating : record.labels.ratings)
        text += line("  rated",
            std::string(rating.valence ? "valence " + decimal(*rating.valence) + " " : "")
                + (rating.arousal ? "arousal " + decimal(*rating.arousal) + " " : "") + "by "
                + by(rating.session));
    for (const TagLabel& label : record.labels.tags)
        text += line(
            "  tagged", (label.applies ? "" : "not ") + label.tag + " by " + by(label.session));
    for (const Trace& trace : record.labels.traces)
        text += line("  traced",
            dimensionName(trace.dimension) + std::string(" by ") + by(trace.session) + ", "
                + std::to_string(trace.samples.size()) + " points"
                + (trace.isComplete ? "" : ", interrupted"));
    return text.empty() ? text : "\nlabels\n" + text;
}

} // namespace

std::string recordText(const TrackRecord& record)
{
    std::string text = printable(record.path) + '\n' + tagsText(record) + fileText(record);
    for (const Playlist& playlist : record.playlists)
        text += line("playlist", playlist.name);
    for (const TrackError& error : record.errors)
        text += line(stageName(error.failure.stage) + std::string(" error"),
            error.failure.reason + " (" + std::to_string(error.tries)
                + (error.tries == 1 ? " try)" : " tries)"));
    for (const TrackRecord::Duplicate& duplicate : record.duplicates)
        text += line("duplicate",
            duplicate.path.string() + " (" + std::to_string(duplicate.track.value) + "), "
                + reasonName(duplicate.pair.reason) + ", " + verdictName(duplicate.pair.verdict));
    return text + annotationsText(record) + labelsText(record) + '\n';
}

} // namespace circumplex::cli
