#include "app/cli/annotation_json.h"

#include "core/ml/compute_device.h"
#include "core/ml/harmony/chord_symbols.h"
#include "core/types/mood_tags.h"

#include <cmath>
#include <cstdio>
#include <span>

namespace circumplex::cli {

namespace {

/// Valence, arousal, seconds: far finer than what is meant, short to print.
constexpr double kStepsPerUnit = 1e5;
constexpr double kProbabilitySteps = 1e6;

Json roundedTo(double steps, double value)
{
    if (!std::isfinite(value)) return nullptr;
    return std::round(value * steps) / steps;
}

Json roundedList(std::span<const float> values)
{
    Json list = Json::array();
    for (const float value : values)
        list.push_back(rounded(double { value }));
    return list;
}

bool isUtf8(const std::string& text)
{
    try {
        (void)Json(text).dump();
        return true;
    } catch (const Json::type_error&) {
        return false;
    }
}

std::string percentEncoded(const std::string& bytes)
{
    std::string encoded;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        const bool isPlain = std::isalnum(code) != 0
            || std::string_view("-._~/").find(byte) != std::string_view::npos;
        if (isPlain) {
            encoded += byte;
        } else {
            char hex[4];
            std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned>(code));
            encoded += hex;
        }
    }
    return encoded;
}

/// "D:maj": in results a major chord says so.
std::string resultLabel(int chordClass)
{
    std::string label = chordLabel(chordClass);
    const bool isRootAlone = chordClass < kChordUnknown && label.find(':') == std::string::npos;
    return isRootAlone ? label + ":maj" : label;
}

Json curveJson(const Annotation& annotation, MoodsOverTime moodsOverTime)
{
    const EmotionCurve& curve = annotation.curve;
    Json json { { "start", rounded(curve.startSeconds) }, { "hop", rounded(curve.hopSeconds) },
        { "window", rounded(curve.windowSeconds) }, { "valence", roundedList(curve.valence) },
        { "arousal", roundedList(curve.arousal) },
        { "valence_lower", roundedList(curve.valenceLower) },
        { "valence_upper", roundedList(curve.valenceUpper) },
        { "arousal_lower", roundedList(curve.arousalLower) },
        { "arousal_upper", roundedList(curve.arousalUpper) } };
    if (moodsOverTime == MoodsOverTime::Included && !curve.tagProbabilities.empty()) {
        Json tags = Json::object();
        for (const MoodProbability& mood : annotation.moods) {
            const auto tag = static_cast<std::size_t>(mood.tag);
            Json values = Json::array();
            for (auto i = tag; i < curve.tagProbabilities.size(); i += kMoodTags.size())
                values.push_back(rounded(curve.tagProbabilities[i]));
            tags[std::string(kMoodTags[tag])] = std::move(values);
        }
        json["tags"] = std::move(tags);
    }
    return json;
}

} // namespace

Json pathJson(const std::filesystem::path& path)
{
    Json json { { "path", path.string() } };
    if (!isUtf8(path.string())) json["path_bytes"] = percentEncoded(path.string());
    return json;
}

Json rounded(double value)
{
    return roundedTo(kStepsPerUnit, value);
}

Json intervalJson(const Interval& interval)
{
    return { rounded(interval.lower), rounded(interval.upper) };
}

Json moodsJson(std::span<const MoodProbability> moods)
{
    Json list = Json::array();
    for (const MoodProbability& mood : moods)
        list.push_back({ { "tag", kMoodTags[static_cast<std::size_t>(mood.tag)] },
            { "probability", roundedTo(kProbabilitySteps, mood.probability) } });
    return list;
}

Json keyJson(const std::optional<KeyEstimate>& key, const std::string& publishedKey)
{
    if (!key) return nullptr;
    return { { "tonic", key->tonic }, { "mode", key->mode == KeyMode::Minor ? "minor" : "major" },
        { "confidence", rounded(key->confidence) }, { "published", publishedKey } };
}

const char* modeName(AnalysisMode mode)
{
    return mode == AnalysisMode::Reference ? "reference" : "corrected";
}

Json annotationJson(const std::filesystem::path& path, const Provenance& provenance,
    const Annotation& annotation, MoodsOverTime moodsOverTime)
{
    Json json = pathJson(path);
    json["model"] = provenance.model;
    json["mode"] = modeName(provenance.mode);
    json["device"] = provenance.device;
    json["dtype"] = dataTypeName(provenance.dtype);
    json["duration"] = rounded(annotation.durationSeconds);
    json["valence"] = rounded(annotation.valence);
    json["arousal"] = rounded(annotation.arousal);
    json["valence_interval"] = intervalJson(annotation.valenceInterval);
    json["arousal_interval"] = intervalJson(annotation.arousalInterval);
    json["moods"] = moodsJson(annotation.moods);
    json["key"] = keyJson(annotation.key, annotation.publishedKey);
    Json chords = Json::array();
    for (const ChordSpan& chord : annotation.chords)
        chords.push_back({ { "start", rounded(chord.startSeconds) },
            { "end", rounded(chord.endSeconds) }, { "label", resultLabel(chord.chordClass) } });
    json["chords"] = std::move(chords);
    json["curve"] = curveJson(annotation, moodsOverTime);
    if (!annotation.warnings.empty()) json["warnings"] = annotation.warnings;
    return json;
}

Json failureJson(const std::filesystem::path& path, const Error& error)
{
    Json json = pathJson(path);
    json["error"] = { { "code", errorCodeName(error.code) }, { "message", error.detail } };
    return json;
}

} // namespace circumplex::cli
