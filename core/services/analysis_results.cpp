#include "core/services/analysis_results.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1StringView>

#include <stdexcept>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

/// Thrown inside this file only; what() is a sentence without the line number.
struct FieldError : std::runtime_error {
    FieldError(QLatin1StringView field, const char* expected)
        : std::runtime_error("\""
            + std::string(field.data(), static_cast<std::size_t>(field.size())) + "\" is not "
            + expected)
    {
    }
};

double number(const QJsonObject& object, QLatin1StringView field)
{
    const QJsonValue value = object[field];
    if (!value.isDouble()) throw FieldError(field, "a number");
    return value.toDouble();
}

QString text(const QJsonObject& object, QLatin1StringView field)
{
    const QJsonValue value = object[field];
    if (!value.isString()) throw FieldError(field, "text");
    return value.toString();
}

QJsonArray list(const QJsonObject& object, QLatin1StringView field)
{
    const QJsonValue value = object[field];
    if (!value.isArray()) throw FieldError(field, "a list");
    return value.toArray();
}

template <class Number>
std::vector<Number> numbers(const QJsonObject& object, QLatin1StringView field)
{
    std::vector<Number> values;
    for (const QJsonValue value : list(object, field)) {
        if (!value.isDouble()) throw FieldError(field, "a list of numbers");
        values.push_back(static_cast<Number>(value.toDouble()));
    }
    return values;
}

/// As numbers(), but exactly `count` of them.
template <class Number>
std::vector<Number> numbers(const QJsonObject& object, QLatin1StringView field, std::size_t count)
{
    auto values = numbers<Number>(object, field);
    if (values.size() != count) throw FieldError(field, "of the curve's length");
    return values;
}

Interval interval(const QJsonObject& object, QLatin1StringView field)
{
    const auto bounds = numbers<float>(object, field);
    if (bounds.size() != 2) throw FieldError(field, "a pair of numbers");
    return { bounds[0], bounds[1] };
}

EmotionCurve curve(const QJsonObject& object)
{
    EmotionCurve curve;
    curve.startSeconds = number(object, "start"_L1);
    curve.hopSeconds = number(object, "hop"_L1);
    curve.windowSeconds = number(object, "window"_L1);
    curve.valence = numbers<float>(object, "valence"_L1);
    const auto count = curve.valence.size();
    curve.arousal = numbers<float>(object, "arousal"_L1, count);
    curve.valenceLower = numbers<float>(object, "valence_lower"_L1, count);
    curve.valenceUpper = numbers<float>(object, "valence_upper"_L1, count);
    curve.arousalLower = numbers<float>(object, "arousal_lower"_L1, count);
    curve.arousalUpper = numbers<float>(object, "arousal_upper"_L1, count);
    return curve;
}

std::vector<AnalysedTrack::Mood> moods(
    const QJsonArray& entries, const QJsonObject& tagsOverTime, std::size_t points)
{
    std::vector<AnalysedTrack::Mood> moods;
    for (const QJsonValue entry : entries) {
        const QJsonObject object = entry.toObject();
        AnalysedTrack::Mood mood { text(object, "tag"_L1), number(object, "probability"_L1), {} };
        const QByteArray tag = mood.tag.toLatin1();
        if (tagsOverTime.contains(mood.tag))
            mood.overTime = numbers<double>(tagsOverTime, QLatin1StringView(tag), points);
        moods.push_back(std::move(mood));
    }
    return moods;
}

AnalysedTrack track(const QJsonObject& object)
{
    AnalysedTrack track;
    track.path = text(object, "path"_L1);
    track.model = text(object, "model"_L1);
    track.mode = text(object, "mode"_L1);
    track.durationSeconds = number(object, "duration"_L1);
    if (!(track.durationSeconds > 0.0)) throw FieldError("duration"_L1, "above 0");
    track.valence = number(object, "valence"_L1);
    track.arousal = number(object, "arousal"_L1);
    track.valenceInterval = interval(object, "valence_interval"_L1);
    track.arousalInterval = interval(object, "arousal_interval"_L1);
    const QJsonObject curveObject = object["curve"_L1].toObject();
    track.curve = curve(curveObject);
    track.moods = moods(
        list(object, "moods"_L1), curveObject["tags"_L1].toObject(), track.curve.valence.size());
    if (object["key"_L1].isObject()) {
        const QJsonObject key = object["key"_L1].toObject();
        track.key = text(key, "tonic"_L1) + u' ' + text(key, "mode"_L1);
    }
    for (const QJsonValue entry : list(object, "chords"_L1)) {
        const QJsonObject chord = entry.toObject();
        track.chords.push_back(
            { number(chord, "start"_L1), number(chord, "end"_L1), text(chord, "label"_L1) });
    }
    return track;
}

} // namespace

Result<std::vector<AnalysedTrack>> readAnalysisResults(QIODevice& lines)
{
    std::vector<AnalysedTrack> tracks;
    for (int lineNumber = 1; !lines.atEnd(); ++lineNumber) {
        const QByteArray line = lines.readLine().trimmed();
        if (line.isEmpty()) continue;
        const auto unusable = [lineNumber](const std::string& reason) {
            return tl::unexpected(Error {
                ErrorCode::ResultsUnusable, "line " + std::to_string(lineNumber) + ": " + reason });
        };
        QJsonParseError parseError;
        const QJsonDocument document = QJsonDocument::fromJson(line, &parseError);
        if (!document.isObject())
            return unusable("not a JSON object (" + parseError.errorString().toStdString() + ")");
        if (document.object().contains("error"_L1)) continue;
        try {
            tracks.push_back(track(document.object()));
        } catch (const FieldError& error) {
            return unusable(error.what());
        }
    }
    return tracks;
}

} // namespace circumplex
