#include "core/services/label_json_formats.h"

#include "core/services/label_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <map>

namespace circumplex {

namespace {

namespace fs = std::filesystem;
using namespace Qt::StringLiterals;

bool isOnScale(double value)
{
    return value >= 1.0 && value <= 9.0; // false for NaN
}

/// "/data/local-files/?d=music/a.mp3", "/data/upload/1/1234abcd-a.mp3", "file:///music/a.mp3", or a
/// path.
fs::path pathOf(const QString& audio)
{
    const QUrl url(audio);
    const QString file = audio.contains("?d="_L1) ? audio.section("?d="_L1, 1) : url.path();
    return QUrl::fromPercentEncoding(file.toUtf8()).toStdString();
}

QString audioOf(const QJsonObject& data)
{
    for (const auto key : { "audio"_L1, "song"_L1, "path"_L1, "url"_L1 })
        if (data[key].isString()) return data[key].toString();
    return {};
}

QString raterOf(const QJsonValue& completedBy)
{
    if (completedBy.isObject()) return completedBy["email"_L1].toString();
    if (completedBy.isDouble()) return "rater "_L1 + QString::number(completedBy.toInt());
    return {};
}

/// @return why a result cannot be used; empty if it was taken or is not about moods
std::string takeResult(const QJsonObject& result, RatingRow& row)
{
    const QJsonObject value = result["value"_L1].toObject();
    for (const auto key : { "choices"_L1, "labels"_L1, "taxonomy"_L1 })
        for (const QJsonValue& choice : value[key].toArray())
            if (choice.isString()) row.tags.push_back({ choice.toString().toStdString(), true });
    const QString name = result["from_name"_L1].toString().toLower();
    for (const auto key : { "rating"_L1, "number"_L1 }) {
        if (!value.contains(key)) continue;
        auto* to = name.contains("valence"_L1) ? &row.valence
            : name.contains("arousal"_L1)      ? &row.arousal
                                               : nullptr;
        if (to == nullptr) continue;
        const double said = value[key].toDouble(std::nan(""));
        if (!isOnScale(said))
            return "the " + name.toStdString() + " is not a number between 1 and 9";
        *to = said;
    }
    return {};
}

void readTask(const QJsonObject& task, int number, const std::string& rater, LabelFile& file)
{
    const QString audio = audioOf(task["data"_L1].toObject());
    if (audio.isEmpty()) {
        file.refused.push_back({ number, {}, "the task names no audio" });
        return;
    }
    for (const QJsonValue& annotation : task["annotations"_L1].toArray()) {
        if (annotation["was_cancelled"_L1].toBool()) continue;
        LabelRecord record;
        record.row.line = number;
        record.row.path = pathOf(audio);
        record.row.rater = raterOf(annotation["completed_by"_L1]).toStdString();
        if (record.row.rater.empty() && !annotation["completed_by"_L1]["email"_L1].isString())
            record.row.rater = rater;
        if (const auto at
            = label_text::momentIn(annotation["created_at"_L1].toString().toStdString()))
            record.row.sitting.saidAt = at;
        std::string problem;
        for (const QJsonValue& result : annotation["result"_L1].toArray())
            if (problem.empty()) problem = takeResult(result.toObject(), record.row);
        auto& tags = record.row.tags;
        std::sort(tags.begin(), tags.end());
        tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
        const bool isNothing = !record.row.valence && !record.row.arousal && tags.empty();
        if (problem.empty() && isNothing) problem = "no label";
        if (problem.empty())
            file.records.push_back(std::move(record));
        else
            file.refused.push_back({ number, record.row.path, problem });
    }
}

/// Observations are a list of objects, or an object of lists.
std::vector<QJsonObject> observationsOf(const QJsonValue& data)
{
    std::vector<QJsonObject> all;
    for (const QJsonValue& one : data.toArray())
        all.push_back(one.toObject());
    const QJsonArray times = data["time"_L1].toArray(), values = data["value"_L1].toArray();
    for (qsizetype i = 0; i < std::min(times.size(), values.size()); ++i)
        all.push_back({ { "time"_L1, times[i] }, { "value"_L1, values[i] } });
    return all;
}

/// What our own export says beside JAMS; empty for the files of others.
QJsonObject ownFacts(const QJsonObject& annotation)
{
    return annotation["sandbox"_L1]["circumplex"_L1].toObject();
}

std::optional<double> numberAt(const QJsonObject& facts, QLatin1StringView name)
{
    return facts[name].isDouble() ? std::optional(facts[name].toDouble()) : std::nullopt;
}

std::optional<int> stepAt(const QJsonObject& facts, QLatin1StringView name)
{
    const int step = facts[name].toInt();
    return step >= 1 && step <= 3 ? std::optional(step) : std::nullopt;
}

/// Of one dimension of an annotation; nullopt: a value cannot be used.
std::optional<TraceRecord> jamsTrace(const std::vector<QJsonObject>& observations, qsizetype column,
    TraceDimension dimension, const QJsonObject& facts)
{
    TraceRecord trace { .dimension = dimension,
        .latencySeconds = facts["latency"_L1].toDouble(),
        .orientationSeconds = numberAt(facts, "orientation"_L1),
        .soundEndSeconds = numberAt(facts, "sound_end"_L1) };
    if (facts["mode"_L1] == "relative"_L1) trace.mode = TraceMode::Relative;
    for (const QJsonObject& one : observations) {
        const double value = one["value"_L1][column].toDouble(std::nan(""));
        const bool isBounded = trace.mode == TraceMode::Bounded;
        if (isBounded ? !(value >= -1.0 && value <= 1.0) : !std::isfinite(value))
            return std::nullopt;
        trace.samples.push_back({ static_cast<float>(one["time"_L1].toDouble()),
            static_cast<float>(isBounded ? 5.0 + 4.0 * value : value) });
    }
    return trace;
}

/// A rating of the whole song, as our own export marks it.
bool readOwnRating(const QJsonObject& facts, RatingRow& row)
{
    const auto valence = numberAt(facts, "valence"_L1), arousal = numberAt(facts, "arousal"_L1);
    if ((!valence && !arousal) || !isOnScale(valence.value_or(5.0))
        || !isOnScale(arousal.value_or(5.0)))
        return false;
    row.valence = valence;
    row.arousal = arousal;
    row.confidence = stepAt(facts, "confidence"_L1);
    row.familiarity = stepAt(facts, "familiarity"_L1);
    return true;
}

constexpr const char* kNoMood = "a value of mood_thayer is not a number between -1 and 1";

/// @param record  to fill
/// @return why it cannot be used; nullopt: it is not about moods; empty: it was taken
std::optional<std::string> takeJamsAnnotation(const QJsonObject& annotation, LabelRecord& record)
{
    const QString space = annotation["namespace"_L1].toString();
    const QJsonObject facts = ownFacts(annotation);
    const auto observations = observationsOf(annotation["data"_L1]);
    auto& tags = record.row.tags;
    if (space.startsWith("tag_"_L1)) {
        for (const QJsonObject& one : observations)
            tags.push_back({ one["value"_L1].toString().toStdString(),
                facts.isEmpty() || one["confidence"_L1].toDouble(1.0) > 0.0 });
        std::erase_if(tags, [](const RatedTag& tag) { return tag.tag.empty(); });
        std::sort(tags.begin(), tags.end());
        tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
        return tags.empty() ? "an annotation of tags without a tag" : "";
    }
    if (facts["whole"_L1].toBool())
        return readOwnRating(facts, record.row) ? "" : "a rating is not between 1 and 9";
    if (space == "vector"_L1 && facts.contains("dimension"_L1)) {
        const auto dimension
            = label_text::dimensionNamed(facts["dimension"_L1].toString().toStdString());
        if (!dimension) return "its dimension is neither valence nor arousal";
        auto trace = jamsTrace(observations, 0, *dimension, facts);
        if (!trace) return "a value is not on its scale";
        record.traces.push_back(*std::move(trace));
        return "";
    }
    if (space != "mood_thayer"_L1) return std::nullopt; // chords, beats and the like
    if (observations.empty()) return "an annotation of moods without a value";
    auto valence = jamsTrace(observations, 0, TraceDimension::Valence, facts);
    auto arousal = jamsTrace(observations, 1, TraceDimension::Arousal, facts);
    if (!valence || !arousal) return kNoMood;
    if (observations.size() == 1 && facts.isEmpty()) { // of the whole
        record.row.valence = static_cast<double>(valence->samples[0].value);
        record.row.arousal = static_cast<double>(arousal->samples[0].value);
    } else {
        record.traces.push_back(*std::move(valence));
        record.traces.push_back(*std::move(arousal));
    }
    return "";
}

SittingFacts sittingOf(const QJsonObject& annotation)
{
    const QJsonObject facts = ownFacts(annotation);
    if (facts.isEmpty()) return {};
    return { .pass = facts["pass"_L1].toInt(),
        .instrument
        = annotation["annotation_metadata"_L1]["annotation_tools"_L1].toString().toStdString(),
        .locus = label_text::locusNamed(facts["locus"_L1].toString().toStdString()),
        .saidAt = label_text::momentIn(facts["said_at"_L1].toString().toStdString()) };
}

void readJams(
    const QJsonObject& jams, const fs::path& name, const std::string& rater, LabelFile& file)
{
    const QJsonObject about = jams["file_metadata"_L1].toObject();
    LabelRecord record;
    record.artist = about["artist"_L1].toString().toStdString();
    record.title = about["title"_L1].toString().toStdString();
    if (about["duration"_L1].isDouble()) record.durationSeconds = about["duration"_L1].toDouble();
    const QJsonObject identifiers = about["identifiers"_L1].toObject();
    for (const auto key : { "musicbrainz"_L1, "mbid"_L1, "musicbrainz_recording"_L1 })
        if (identifiers[key].isString())
            record.recordingMbid = identifiers[key].toString().toStdString();
    const QString path = jams["sandbox"_L1]["path"_L1].toString();
    record.row.path = path.isEmpty() ? name.stem() : fs::path(path.toStdString());
    // Annotations of one sitting are one record; those of others are one each.
    std::map<int, std::size_t> bySitting;
    int number = 0;
    for (const QJsonValue& value : jams["annotations"_L1].toArray()) {
        const QJsonObject annotation = value.toObject();
        const int sitting = ownFacts(annotation)["sitting"_L1].toInt();
        const auto known = bySitting.find(sitting);
        LabelRecord taken = known == bySitting.end() ? record : file.records[known->second];
        ++number;
        if (known == bySitting.end()) {
            taken.row.line = number;
            const QString who
                = annotation["annotation_metadata"_L1]["curator"_L1]["name"_L1].toString();
            taken.row.rater = who.isEmpty() && sitting == 0 ? rater : who.toStdString();
            taken.row.sitting = sittingOf(annotation);
        }
        const auto problem = takeJamsAnnotation(annotation, taken);
        if (!problem) continue;
        if (!problem->empty()) {
            file.refused.push_back({ number, record.row.path, *problem });
        } else if (known != bySitting.end()) {
            file.records[known->second] = std::move(taken);
        } else {
            if (sitting > 0) bySitting[sitting] = file.records.size();
            file.records.push_back(std::move(taken));
        }
    }
}

} // namespace

Result<LabelFile> readLabelJson(const std::string& bytes, const fs::path& name,
    const std::string& rater, std::optional<LabelFormat> format)
{
    const auto unusable = [&](const std::string& reason) {
        return tl::unexpected(
            Error { ErrorCode::LabelsUnusable, name.string() + ": " + reason + '.' });
    };
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())), &error);
    if (error.error != QJsonParseError::NoError) {
        const auto end = bytes.begin()
            + std::min<std::ptrdiff_t>(error.offset, static_cast<std::ptrdiff_t>(bytes.size()));
        return unusable("line " + std::to_string(1 + std::count(bytes.begin(), end, '\n')) + ": "
            + error.errorString().toStdString());
    }
    LabelFile file;
    const bool isJams = document.isObject() && document.object().contains("annotations"_L1)
        && document.object().contains("file_metadata"_L1);
    const bool isTasks = document.isArray();
    if (format ? *format == LabelFormat::Jams : isJams) {
        file.format = LabelFormat::Jams;
        if (!isJams) return unusable("JAMS needs file_metadata and annotations");
        readJams(document.object(), name, rater, file);
    } else if (isTasks) {
        file.format = LabelFormat::LabelStudio;
        int number = 0;
        for (const QJsonValue& task : document.array())
            readTask(task.toObject(), ++number, rater, file);
        file.notices.emplace_back("Lines count tasks, from 1.");
    } else {
        return unusable("it is neither an export of Label Studio (a list of tasks) nor JAMS");
    }
    return file;
}

} // namespace circumplex
