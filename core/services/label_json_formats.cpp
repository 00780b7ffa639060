#include "core/services/label_json_formats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <cmath>

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
        if (record.row.rater.empty()) record.row.rater = rater;
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

void readJamsAnnotation(
    const QJsonObject& annotation, int number, LabelRecord record, LabelFile& file)
{
    const QString space = annotation["namespace"_L1].toString();
    const auto refuse = [&](const char* reason) {
        file.refused.push_back({ number, record.row.path, reason });
    };
    const auto observations = observationsOf(annotation["data"_L1]);
    if (space.startsWith("tag_"_L1)) {
        for (const QJsonObject& one : observations)
            record.row.tags.push_back({ one["value"_L1].toString().toStdString(), true });
        std::erase_if(record.row.tags, [](const RatedTag& tag) { return tag.tag.empty(); });
        std::sort(record.row.tags.begin(), record.row.tags.end());
        record.row.tags.erase(
            std::unique(record.row.tags.begin(), record.row.tags.end()), record.row.tags.end());
        if (record.row.tags.empty()) return refuse("an annotation of tags without a tag");
    } else if (space == "mood_thayer"_L1) {
        record.traces
            = { TraceRecord { TraceDimension::Valence }, TraceRecord { TraceDimension::Arousal } };
        for (const QJsonObject& one : observations)
            for (std::size_t d = 0; d < 2; ++d) {
                const double value
                    = one["value"_L1][static_cast<qsizetype>(d)].toDouble(std::nan(""));
                if (!(value >= -1.0 && value <= 1.0))
                    return refuse("a value of mood_thayer is not a number between -1 and 1");
                record.traces[d].samples.push_back({ static_cast<float>(one["time"_L1].toDouble()),
                    static_cast<float>(5.0 + 4.0 * value) });
            }
        if (observations.size() == 1) { // of the whole
            record.row.valence = static_cast<double>(record.traces[0].samples[0].value);
            record.row.arousal = static_cast<double>(record.traces[1].samples[0].value);
            record.traces.clear();
        }
        if (observations.empty()) return refuse("an annotation of moods without a value");
    } else {
        return; // chords, beats and the like are no labels of moods
    }
    file.records.push_back(std::move(record));
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
    int number = 0;
    for (const QJsonValue& annotation : jams["annotations"_L1].toArray()) {
        record.row.line = ++number;
        const QString who
            = annotation["annotation_metadata"_L1]["curator"_L1]["name"_L1].toString();
        record.row.rater = who.isEmpty() ? rater : who.toStdString();
        readJamsAnnotation(annotation.toObject(), number, record, file);
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
