#include "core/services/label_text.h"
#include "core/services/label_writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

double toJams(double value)
{
    return (value - 5.0) / 4.0;
}

/// The annotations of one sitting, which belong together.
class JamsSitting {
public:
    JamsSitting(const LabelRecord& record, int number, double duration)
        : m_record(record)
        , m_number(number)
        , m_duration(duration)
    {
    }

    QJsonArray annotations() const
    {
        QJsonArray all;
        const RatingRow& row = m_record.row;
        if (row.valence || row.arousal) all.append(ratingOfWhole());
        if (!row.tags.empty()) all.append(tags());
        std::vector<bool> isDone(m_record.traces.size());
        for (std::size_t i = 0; i < isDone.size(); ++i) {
            if (isDone[i]) continue;
            const std::size_t other = partnerOf(i);
            if (other < isDone.size()) {
                isDone[other] = true;
                all.append(pairOf(i, other));
            } else {
                all.append(alone(m_record.traces[i]));
            }
        }
        return all;
    }

private:
    static constexpr auto kOurs = "circumplex"_L1;

    QJsonObject annotation(QLatin1StringView space, QJsonArray data, QJsonObject ours) const
    {
        const SittingFacts& facts = m_record.row.sitting;
        ours["sitting"_L1] = m_number;
        if (facts.pass > 0) ours["pass"_L1] = facts.pass;
        if (facts.locus) ours["locus"_L1] = QLatin1StringView(label_text::nameOf(facts.locus));
        if (facts.saidAt) ours["said_at"_L1] = text(label_text::momentText(*facts.saidAt));
        const QJsonObject curator { { "name"_L1, text(m_record.row.rater) },
            { "email"_L1, ""_L1 } };
        const QJsonObject metadata { { "curator"_L1, curator }, { "annotator"_L1, QJsonObject() },
            { "version"_L1, ""_L1 }, { "corpus"_L1, ""_L1 },
            { "annotation_tools"_L1, text(facts.instrument) }, { "annotation_rules"_L1, ""_L1 },
            { "validation"_L1, ""_L1 }, { "data_source"_L1, ""_L1 } };
        return { { "namespace"_L1, space }, { "annotation_metadata"_L1, metadata },
            { "data"_L1, data }, { "time"_L1, 0.0 }, { "duration"_L1, m_duration },
            { "sandbox"_L1, QJsonObject { { kOurs, ours } } } };
    }

    static QJsonObject observation(double time, double duration, const QJsonValue& value,
        const QJsonValue& confidence = QJsonValue())
    {
        return { { "time"_L1, time }, { "duration"_L1, duration }, { "value"_L1, value },
            { "confidence"_L1, confidence } };
    }

    QJsonObject ratingOfWhole() const
    {
        const RatingRow& row = m_record.row;
        QJsonObject ours { { "whole"_L1, true } };
        if (row.valence) ours["valence"_L1] = *row.valence;
        if (row.arousal) ours["arousal"_L1] = *row.arousal;
        if (row.confidence) ours["confidence"_L1] = *row.confidence;
        if (row.familiarity) ours["familiarity"_L1] = *row.familiarity;
        if (row.valence && row.arousal)
            return annotation("mood_thayer"_L1,
                { observation(
                    0.0, m_duration, QJsonArray { toJams(*row.valence), toJams(*row.arousal) }) },
                ours);
        return annotation("vector"_L1,
            { observation(0.0, m_duration,
                QJsonArray { toJams(row.valence ? *row.valence : *row.arousal) }) },
            ours);
    }

    QJsonObject tags() const
    {
        QJsonArray data;
        for (const RatedTag& tag : m_record.row.tags)
            data.append(observation(0.0, m_duration, text(tag.tag), tag.applies ? 1.0 : 0.0));
        return annotation("tag_open"_L1, data, {});
    }

    /// The trace of the other dimension with the same moments; the traces' count: there is none.
    std::size_t partnerOf(std::size_t at) const
    {
        const auto& traces = m_record.traces;
        const TraceRecord& one = traces[at];
        for (std::size_t i = at + 1; i < traces.size(); ++i) {
            const bool isAlike = one.mode == TraceMode::Bounded && traces[i].mode == one.mode
                && traces[i].dimension != one.dimension
                && traces[i].latencySeconds == one.latencySeconds
                && traces[i].orientationSeconds == one.orientationSeconds
                && traces[i].soundEndSeconds == one.soundEndSeconds
                && std::ranges::equal(traces[i].samples, one.samples, {}, &TraceSample::seconds,
                    &TraceSample::seconds);
            if (isAlike) return i;
        }
        return traces.size();
    }

    static QJsonObject factsOf(const TraceRecord& trace)
    {
        QJsonObject ours { { "mode"_L1, QLatin1StringView(label_text::nameOf(trace.mode)) },
            { "latency"_L1, trace.latencySeconds } };
        if (trace.orientationSeconds) ours["orientation"_L1] = *trace.orientationSeconds;
        if (trace.soundEndSeconds) ours["sound_end"_L1] = *trace.soundEndSeconds;
        return ours;
    }

    QJsonObject pairOf(std::size_t one, std::size_t other) const
    {
        const auto& traces = m_record.traces;
        const bool isValenceFirst = traces[one].dimension == TraceDimension::Valence;
        const TraceRecord& valence = traces[isValenceFirst ? one : other];
        const TraceRecord& arousal = traces[isValenceFirst ? other : one];
        QJsonArray data;
        for (std::size_t i = 0; i < valence.samples.size(); ++i)
            data.append(observation(static_cast<double>(valence.samples[i].seconds), 0.0,
                QJsonArray { toJams(static_cast<double>(valence.samples[i].value)),
                    toJams(static_cast<double>(arousal.samples[i].value)) }));
        return annotation("mood_thayer"_L1, data, factsOf(valence));
    }

    /// mood_thayer knows only both dimensions together, on a scale.
    QJsonObject alone(const TraceRecord& trace) const
    {
        QJsonObject ours = factsOf(trace);
        ours["dimension"_L1] = QLatin1StringView(label_text::nameOf(trace.dimension));
        QJsonArray data;
        for (const TraceSample& sample : trace.samples) {
            const auto value = static_cast<double>(sample.value);
            data.append(observation(static_cast<double>(sample.seconds), 0.0,
                QJsonArray { trace.mode == TraceMode::Bounded ? toJams(value) : value }));
        }
        return annotation("vector"_L1, data, ours);
    }

    const LabelRecord& m_record;
    int m_number;
    double m_duration;
};

std::string json(const QJsonDocument& document)
{
    return document.toJson(QJsonDocument::Indented).toStdString();
}

} // namespace

void writeJams(std::span<const LabelRecord> records, LabelExport& out)
{
    std::map<std::string, std::vector<const LabelRecord*>> songs;
    for (const LabelRecord& record : records)
        songs[record.row.path.string()].push_back(&record);
    std::size_t number = 0;
    for (const auto& [path, sittings] : songs) {
        const LabelRecord& song = *sittings.front();
        const double duration = song.durationSeconds.value_or(0.0);
        QJsonArray annotations;
        int sitting = 0;
        for (const LabelRecord* record : sittings)
            for (const QJsonValue& one : JamsSitting(*record, ++sitting, duration).annotations())
                annotations.append(one);
        QJsonObject identifiers;
        if (!song.recordingMbid.empty()) identifiers["musicbrainz"_L1] = text(song.recordingMbid);
        QJsonObject about { { "artist"_L1, text(song.artist) }, { "title"_L1, text(song.title) },
            { "release"_L1, ""_L1 }, { "jams_version"_L1, "0.3.4"_L1 },
            { "identifiers"_L1, identifiers },
            { "duration"_L1,
                song.durationSeconds ? QJsonValue(*song.durationSeconds) : QJsonValue() } };
        const QJsonObject jams { { "file_metadata"_L1, about }, { "annotations"_L1, annotations },
            { "sandbox"_L1, QJsonObject { { "path"_L1, text(path) } } } };
        out.files.push_back({ outputName(++number, song, {}, ".jams"), json(QJsonDocument(jams)) });
    }
}

void writeLabelStudio(std::span<const LabelRecord> records, LabelExport& out)
{
    std::map<std::string, QJsonArray> songs;
    std::size_t denied = 0;
    for (const LabelRecord& record : records) {
        const RatingRow& row = record.row;
        QJsonArray result;
        const auto add = [&](QLatin1StringView name, QLatin1StringView type,
                             const QJsonValue& value) {
            result.append(QJsonObject { { "from_name"_L1, name }, { "to_name"_L1, "audio"_L1 },
                { "type"_L1, type }, { "value"_L1, QJsonObject { { QString(type), value } } } });
        };
        if (row.valence) add("valence"_L1, "number"_L1, *row.valence);
        if (row.arousal) add("arousal"_L1, "number"_L1, *row.arousal);
        QJsonArray moods;
        for (const RatedTag& tag : row.tags) {
            if (tag.applies)
                moods.append(text(tag.tag));
            else
                ++denied;
        }
        if (!moods.isEmpty()) add("mood"_L1, "choices"_L1, moods);
        if (result.isEmpty()) continue;
        QJsonObject annotation { { "completed_by"_L1,
                                     QJsonObject { { "email"_L1, text(row.rater) } } },
            { "result"_L1, result }, { "was_cancelled"_L1, false } };
        if (row.sitting.saidAt)
            annotation["created_at"_L1] = text(label_text::momentText(*row.sitting.saidAt));
        songs[row.path.string()].append(annotation);
    }
    QJsonArray tasks;
    for (const auto& [path, annotations] : songs)
        tasks.append(QJsonObject { { "id"_L1, tasks.size() + 1 },
            { "data"_L1, QJsonObject { { "audio"_L1, text(path) } } },
            { "annotations"_L1, annotations } });
    out.files.push_back({ .text = json(QJsonDocument(tasks)) });
    leaveOut(out, denied, "tags that are said not to apply");
}

} // namespace circumplex
