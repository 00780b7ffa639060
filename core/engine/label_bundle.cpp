#include "core/engine/label_bundle.h"

#include "core/engine/track_matcher.h"
#include "core/library/library_database.h"
#include "core/library/track_store.h"
#include "core/services/label_text.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace circumplex {

namespace {

using Json = nlohmann::ordered_json;

using label_text::nameOf;

constexpr const char* kFormat = "circumplex-labels-1";
constexpr std::string_view kMerged = "bundle: ";

std::string base64(const void* data, std::size_t size)
{
    return QByteArray(static_cast<const char*>(data), static_cast<qsizetype>(size))
        .toBase64()
        .toStdString();
}

QByteArray fromBase64(const std::string& text)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(text));
}

Result<Json> trackJson(LibraryDatabase& library, const Track& track)
{
    Json json = Json::object();
    if (track.audioHash)
        json["audio_hash"] = base64(track.audioHash->data(), track.audioHash->size());
    const auto fingerprint = TrackStore(library).fingerprint(track.id);
    if (!fingerprint) return tl::unexpected(fingerprint.error());
    if (!fingerprint->empty())
        json["fingerprint"] = base64(fingerprint->data(), fingerprint->size());
    if (!track.tags.recordingMbid.empty()) json["recording_mbid"] = track.tags.recordingMbid;
    if (!track.tags.artist.empty()) json["artist"] = track.tags.artist;
    if (!track.tags.title.empty()) json["title"] = track.tags.title;
    if (track.durationSeconds) json["duration"] = *track.durationSeconds;
    return json;
}

/// The name by which a sitting is known wherever it is merged.
std::string sittingOf(const RatingSession& session)
{
    const std::string merged = "import " + std::string(kMerged);
    if (!session.instrument.starts_with(merged))
        return session.instrument + ", " + std::to_string(session.startedAt);
    std::string name = session.instrument.substr(merged.size());
    // a second session of one name was given a number
    if (const auto number = name.rfind(" ("); name.ends_with(')') && number != name.npos)
        name.resize(number);
    return name;
}

/// What one sitting said of one track.
Json saidJson(const LabelledTrack& entry, SessionId session)
{
    Json json = Json::object();
    std::optional<std::int64_t> at;
    for (const StaticRating& rating : entry.labels.ratings) {
        if (rating.session != session) continue;
        if (rating.valence) json["valence"] = *rating.valence;
        if (rating.arousal) json["arousal"] = *rating.arousal;
        if (rating.confidence) json["confidence"] = *rating.confidence;
        if (rating.familiarity) json["familiarity"] = *rating.familiarity;
        at = rating.ratedAt;
    }
    for (const TagLabel& tag : entry.labels.tags)
        if (tag.session == session) {
            json["tags"].push_back({ { "tag", tag.tag }, { "applies", tag.applies } });
            at = at.value_or(tag.labelledAt);
        }
    for (const Trace& trace : entry.labels.traces) {
        if (trace.session != session) continue;
        at = std::min(at.value_or(trace.startedAt), trace.startedAt);
        Json one { { "dimension", nameOf(trace.dimension) }, { "mode", nameOf(trace.mode) },
            { "latency", trace.latencySeconds } };
        if (trace.orientationSeconds) one["orientation"] = *trace.orientationSeconds;
        if (trace.soundEndSeconds) one["sound_end"] = *trace.soundEndSeconds;
        for (const TraceSample& sample : trace.samples) {
            one["seconds"].push_back(sample.seconds);
            one["values"].push_back(sample.value);
        }
        json["traces"].push_back(std::move(one));
    }
    if (at) json["at"] = *at;
    return json;
}

struct BundleLine {
    TrackClue clue;
    LabelRecord record;
    std::string sitting;
};

/// @throws nlohmann::json::exception, std::runtime_error with a sentence
BundleLine lineOf(const Json& json)
{
    BundleLine line;
    const Json& track = json.at("track");
    const auto text = [&track](const char* name) { return track.value(name, std::string()); };
    line.clue.artist = text("artist");
    line.clue.title = text("title");
    line.clue.recordingMbid = text("recording_mbid");
    if (track.contains("duration")) line.clue.durationSeconds = track["duration"].get<double>();
    if (const auto hash = fromBase64(text("audio_hash")); hash.size() == 16) {
        line.clue.audioHash.emplace();
        std::copy(hash.begin(), hash.end(), line.clue.audioHash->begin());
    }
    const auto fingerprint = fromBase64(text("fingerprint"));
    line.clue.fingerprint.assign(fingerprint.begin(), fingerprint.end());
    line.record.row.rater = json.at("rater").get<std::string>();
    line.sitting = json.at("sitting").get<std::string>();
    const auto onScale = [](double value) {
        if (!(value >= 1.0 && value <= 9.0))
            throw std::runtime_error("a value is not between 1 and 9");
        return value;
    };
    const Json& said = json.at("said");
    if (said.contains("valence")) line.record.row.valence = onScale(said["valence"].get<double>());
    if (said.contains("arousal")) line.record.row.arousal = onScale(said["arousal"].get<double>());
    for (const Json& tag : said.value("tags", Json::array()))
        line.record.row.tags.push_back(
            { tag.at("tag").get<std::string>(), tag.at("applies").get<bool>() });
    std::sort(line.record.row.tags.begin(), line.record.row.tags.end());
    const auto step = [&said](const char* name) -> std::optional<int> {
        if (!said.contains(name)) return std::nullopt;
        return said[name].get<int>();
    };
    line.record.row.confidence = step("confidence");
    line.record.row.familiarity = step("familiarity");
    SittingFacts& sitting = line.record.row.sitting;
    sitting.instrument = json.value("instrument", std::string());
    sitting.locus = label_text::locusNamed(json.value("locus", std::string()));
    if (said.contains("at")) sitting.saidAt = said["at"].get<std::int64_t>();
    for (const Json& trace : said.value("traces", Json::array())) {
        TraceRecord record;
        record.dimension = trace.at("dimension") == "valence" ? TraceDimension::Valence
                                                              : TraceDimension::Arousal;
        record.latencySeconds = trace.value("latency", 0.0);
        record.mode = label_text::modeNamed(trace.value("mode", std::string()))
                          .value_or(TraceMode::Bounded);
        if (trace.contains("orientation"))
            record.orientationSeconds = trace["orientation"].get<double>();
        if (trace.contains("sound_end")) record.soundEndSeconds = trace["sound_end"].get<double>();
        const auto seconds = trace.at("seconds").get<std::vector<float>>();
        const auto values = trace.at("values").get<std::vector<float>>();
        if (seconds.size() != values.size()) throw std::runtime_error("a trace is damaged");
        for (std::size_t i = 0; i < seconds.size(); ++i)
            record.samples.push_back({ seconds[i],
                record.mode == TraceMode::Relative
                    ? values[i]
                    : static_cast<float>(onScale(static_cast<double>(values[i]))) });
        line.record.traces.push_back(std::move(record));
    }
    return line;
}

} // namespace

Result<std::string> bundleOf(LibraryDatabase& library, const LabelSet& labels)
{
    std::string text = Json { { "format", kFormat } }.dump() + '\n';
    for (const LabelledTrack& entry : labels.tracks) {
        const auto track = trackJson(library, entry.track);
        if (!track) return tl::unexpected(track.error());
        std::set<SessionId> sessions;
        for (const StaticRating& rating : entry.labels.ratings)
            sessions.insert(rating.session);
        for (const TagLabel& tag : entry.labels.tags)
            sessions.insert(tag.session);
        for (const Trace& trace : entry.labels.traces)
            sessions.insert(trace.session);
        for (const SessionId id : sessions) {
            const RatingSession& session = labels.sessions.at(id);
            Json line { { "track", *track }, { "rater", session.raterName },
                { "sitting", sittingOf(session) } };
            if (const auto instrument = originalInstrumentOf(session); !instrument.empty())
                line["instrument"] = instrument;
            if (session.locus) line["locus"] = nameOf(session.locus);
            line["said"] = saidJson(entry, id);
            text += line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
        }
    }
    return text;
}

Result<LabelImport> mergeBundle(LibraryDatabase& library, const std::string& bundle,
    const std::string& name, std::int64_t at, const std::stop_token& stop)
{
    const auto unusable = [&name](int line, const std::string& reason) {
        return tl::unexpected(Error { ErrorCode::LabelsUnusable,
            name + ", line " + std::to_string(line) + ": " + reason + '.' });
    };
    const auto matcher = TrackMatcher::of(library);
    if (!matcher) return tl::unexpected(matcher.error());
    std::map<std::string, std::vector<MatchedRecord>> bySitting;
    LabelImport all;
    std::istringstream in(bundle);
    int number = 0;
    for (std::string text; std::getline(in, text);) {
        ++number;
        const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
        if (number == 1) {
            if (!json.is_object() || json.value("format", std::string()) != kFormat)
                return unusable(1, "this is no bundle of labels that this version knows");
            continue;
        }
        try {
            auto line = lineOf(json);
            const auto tracks = matcher->find(line.clue);
            if (!tracks) return tl::unexpected(tracks.error());
            line.record.row.line = number;
            const std::string what = line.clue.artist + " - " + line.clue.title;
            if (tracks->size() == 1)
                bySitting[line.sitting].push_back({ std::move(line.record), tracks->front() });
            else
                all.refused.push_back({ number, what,
                    tracks->empty() ? "it is not in the library"
                                    : std::to_string(tracks->size()) + " tracks may be meant" });
        } catch (const nlohmann::json::exception&) {
            return unusable(number, "it is damaged");
        } catch (const std::runtime_error& reason) {
            return unusable(number, reason.what());
        }
    }
    if (number == 0) return unusable(1, "it is empty");
    const auto done = library.inTransaction([&]() -> Result<void> {
        for (const auto& [sitting, records] : bySitting) {
            const auto part = importRecords(library, records, std::string(kMerged) + sitting, at,
                stop, [&sitting](const RatingSession& one) { return sittingOf(one) == sitting; });
            if (!part) return tl::unexpected(part.error());
            all.added += part->added;
            all.changed += part->changed;
            all.unchanged += part->unchanged;
        }
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    return all;
}

} // namespace circumplex
