#include "core/library/annotation_rows.h"

#include "core/library/curve_blob.h"
#include "core/library/curve_descriptors.h"
#include "core/library/database_access.h"
#include "core/library/strong_moods.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace circumplex {

namespace {

constexpr const char* kModes[] { "corrected", "reference" };
constexpr const char* kDataTypes[] { "float32", "bfloat16", "int8" };

bool areNumbers(std::span<const float> values)
{
    return std::all_of(
        values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

void bindReal(SQLite::Statement& statement, int index, float value)
{
    statement.bind(index, static_cast<double>(value));
}

/// Nine columns from `index` on.
void bindShape(SQLite::Statement& statement, int index, const CurveDescriptors& shape)
{
    for (const double value : { shape.start, shape.end, shape.mean, shape.range, shape.slope,
             shape.peak, shape.turns, shape.path, shape.entropy })
        statement.bind(index++, value);
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

template <std::size_t Size> int indexOf(const char* const (&names)[Size], const std::string& name)
{
    return static_cast<int>(std::find(names, names + Size - 1, name) - names);
}

std::vector<MoodProbability> strongestFirst(const std::vector<float>& probabilities)
{
    std::vector<MoodProbability> moods;
    for (std::size_t tag = 0; tag < probabilities.size(); ++tag)
        moods.push_back({ static_cast<int>(tag), probabilities[tag] });
    std::stable_sort(
        moods.begin(), moods.end(), [](const MoodProbability& a, const MoodProbability& b) {
            return a.probability > b.probability;
        });
    return moods;
}

bool readCurves(SQLite::Statement& row, int first, Annotation& annotation)
{
    EmotionCurve& curve = annotation.curve;
    curve.startSeconds = row.getColumn(first).getDouble();
    curve.hopSeconds = row.getColumn(first + 1).getDouble();
    curve.windowSeconds = row.getColumn(first + 2).getDouble();
    const auto points = static_cast<std::size_t>(row.getColumn(first + 3).getInt64());
    if (!unpackEmotion(blobAt(row, first + 4), points, curve)) return false;
    auto tags = unpackTags(blobAt(row, first + 5), points, kMoodTags.size());
    auto chords = unpackChords(blobAt(row, first + 6));
    if (!tags || !chords) return false;
    curve.tagProbabilities = std::move(*tags);
    annotation.chords = std::move(*chords);
    return true;
}

} // namespace

Result<void> checkAnnotation(const Annotation& annotation)
{
    const auto refused = [](const std::string& what) {
        return tl::unexpected(
            Error { ErrorCode::Refused, "The annotation was not stored because " + what + "." });
    };
    const EmotionCurve& curve = annotation.curve;
    const std::size_t points = curve.valence.size();
    for (const auto* part : { &curve.valence, &curve.arousal, &curve.valenceLower,
             &curve.valenceUpper, &curve.arousalLower, &curve.arousalUpper }) {
        if (part->size() != points) return refused("its curves have unequal lengths");
        if (!areNumbers(*part)) return refused("a curve has a value that is not a number");
    }
    if (!curve.tagProbabilities.empty()
        && curve.tagProbabilities.size() != points * kMoodTags.size())
        return refused("its mood curves have another length than its other curves");
    if (!areNumbers(curve.tagProbabilities)
        || !areNumbers(std::vector<float> { annotation.valence, annotation.arousal,
            annotation.valenceInterval.lower, annotation.valenceInterval.upper,
            annotation.arousalInterval.lower, annotation.arousalInterval.upper }))
        return refused("a value is not a number");
    for (const MoodProbability& mood : annotation.moods) {
        if (mood.tag < 0 || static_cast<std::size_t>(mood.tag) >= kMoodTags.size())
            return refused("it has a mood that is not in the list");
        if (!std::isfinite(mood.probability))
            return refused("a mood's probability is not a number");
    }
    return {};
}

std::vector<float> probabilitiesByTag(const Annotation& annotation)
{
    std::vector<float> probabilities(kMoodTags.size(), 0.0F);
    for (const MoodProbability& mood : annotation.moods)
        probabilities[static_cast<std::size_t>(mood.tag)] = mood.probability;
    return probabilities;
}

struct AnnotationWriter::Statements {
    SQLite::Statement annotation, shape, curves, mood;
};

AnnotationWriter::AnnotationWriter(SQLite::Database& connection)
    : m_connection(connection)
    , m_statements(new Statements { { connection, R"(
            INSERT INTO annotations (track_id, model_id, is_coarse, audio_hash, mode, device, dtype,
                program_version, analysed_at, duration_seconds, valence, valence_lower,
                valence_upper, arousal, arousal_lower, arousal_upper, key_tonic, key_mode,
                key_confidence, published_key, mood_probabilities, warnings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))" },
          { connection, R"(
            INSERT INTO curve_shapes (annotation_id, track_id, model_id,
                valence_start, valence_end, valence_mean, valence_range, valence_slope,
                valence_peak, valence_turns, valence_path, valence_entropy,
                arousal_start, arousal_end, arousal_mean, arousal_range, arousal_slope,
                arousal_peak, arousal_turns, arousal_path, arousal_entropy)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))" },
          { connection, R"(
            INSERT INTO curves (annotation_id, start_seconds, hop_seconds, window_seconds,
                point_count, emotion, tags, chords)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?))" },
          { connection, R"(
            INSERT INTO strong_moods (model_id, tag, probability, track_id, place)
            VALUES (?, ?, ?, ?, ?))" } })
{
}

AnnotationWriter::~AnnotationWriter() = default;

void AnnotationWriter::write(const StoredAnnotation& stored, Moods moods)
{
    const Annotation& said = stored.annotation;
    const Provenance& how = stored.provenance;
    const std::vector<float> probabilities = probabilitiesByTag(said);

    SQLite::Statement& row = m_statements->annotation;
    row.bind(1, stored.track.value);
    row.bind(2, stored.model.value);
    row.bind(3, how.isCoarse ? 1 : 0);
    bindOptional(row, 4, how.audioHash);
    row.bind(5, kModes[static_cast<int>(how.mode)]);
    row.bind(6, how.device);
    row.bind(7, kDataTypes[static_cast<int>(how.dataType)]);
    row.bind(8, how.programVersion);
    row.bind(9, how.analysedAt);
    row.bind(10, said.durationSeconds);
    bindReal(row, 11, said.valence);
    bindReal(row, 12, said.valenceInterval.lower);
    bindReal(row, 13, said.valenceInterval.upper);
    bindReal(row, 14, said.arousal);
    bindReal(row, 15, said.arousalInterval.lower);
    bindReal(row, 16, said.arousalInterval.upper);
    if (said.key) {
        row.bind(17, said.key->tonic);
        row.bind(18, said.key->mode == KeyMode::Major ? "major" : "minor");
        row.bind(19, said.key->confidence);
    } else {
        row.bind(17);
        row.bind(18);
        row.bind(19);
    }
    row.bind(20, said.publishedKey);
    bindBytes(row, 21, plainFloats(probabilities));
    row.bind(22, joined(said.warnings));
    execOnce(row);
    const std::int64_t id = m_connection.getLastInsertRowid();

    const auto valence = describeCurve(said.curve.valence, said.curve.hopSeconds);
    const auto arousal = describeCurve(said.curve.arousal, said.curve.hopSeconds);
    if (valence && arousal) {
        SQLite::Statement& shape = m_statements->shape;
        shape.bind(1, id);
        shape.bind(2, stored.track.value);
        shape.bind(3, stored.model.value);
        bindShape(shape, 4, *valence);
        bindShape(shape, 13, *arousal);
        execOnce(shape);
    }

    SQLite::Statement& curves = m_statements->curves;
    curves.bind(1, id);
    curves.bind(2, said.curve.startSeconds);
    curves.bind(3, said.curve.hopSeconds);
    curves.bind(4, said.curve.windowSeconds);
    curves.bind(5, static_cast<std::int64_t>(said.curve.valence.size()));
    bindBytes(curves, 6, packEmotion(said.curve));
    bindBytes(curves, 7, packTags(said.curve.tagProbabilities, kMoodTags.size()));
    bindBytes(curves, 8, packChords(said.chords));
    execOnce(curves);

    if (moods == Moods::Leave) return;
    SQLite::Statement& mood = m_statements->mood;
    for (const StrongMood& strong : strongMoods(probabilities)) {
        mood.bind(1, stored.model.value);
        mood.bind(2, strong.tag);
        mood.bind(3, static_cast<double>(strong.probability));
        mood.bind(4, stored.track.value);
        mood.bind(5, strong.place);
        execOnce(mood);
    }
}

Provenance provenanceAt(SQLite::Statement& row, int first)
{
    return { .mode = static_cast<AnalysisMode>(indexOf(kModes, row.getColumn(first + 2))),
        .device = row.getColumn(first + 3).getString(),
        .dataType = static_cast<DataType>(indexOf(kDataTypes, row.getColumn(first + 4))),
        .programVersion = row.getColumn(first + 5).getString(),
        .analysedAt = row.getColumn(first + 6).getInt64(),
        .audioHash = hashAt(row, first + 1),
        .isCoarse = row.getColumn(first).getInt() != 0 };
}

Result<std::optional<StoredAnnotation>> readAnnotation(
    SQLite::Database& connection, const std::filesystem::path& file, TrackId track, ModelId model)
{
    SQLite::Statement row(connection, R"(
        SELECT a.is_coarse, a.audio_hash, a.mode, a.device, a.dtype, a.program_version,
            a.analysed_at, a.duration_seconds, a.valence, a.valence_lower, a.valence_upper,
            a.arousal, a.arousal_lower, a.arousal_upper, a.key_tonic, a.key_mode, a.key_confidence,
            a.published_key, a.mood_probabilities, a.warnings,
            c.start_seconds, c.hop_seconds, c.window_seconds, c.point_count, c.emotion, c.tags,
            c.chords
        FROM annotations a JOIN curves c ON c.annotation_id = a.id
        WHERE a.track_id = ? AND a.model_id = ?)");
    row.bind(1, track.value);
    row.bind(2, model.value);
    if (!row.executeStep()) return std::optional<StoredAnnotation> {};

    const auto real
        = [&row](int index) { return static_cast<float>(row.getColumn(index).getDouble()); };
    StoredAnnotation stored { .track = track, .model = model };
    stored.provenance = provenanceAt(row, 0);
    Annotation& said = stored.annotation;
    said.durationSeconds = row.getColumn(7).getDouble();
    said.valence = real(8);
    said.valenceInterval = { real(9), real(10) };
    said.arousal = real(11);
    said.arousalInterval = { real(12), real(13) };
    if (!row.isColumnNull(14))
        said.key = KeyEstimate { row.getColumn(14).getString(),
            row.getColumn(15).getString() == "major" ? KeyMode::Major : KeyMode::Minor,
            row.getColumn(16).getDouble() };
    said.publishedKey = row.getColumn(17).getString();
    said.moods = strongestFirst(readPlainFloats(blobAt(row, 18)));
    said.warnings = linesOf(row.getColumn(19).getString());
    if (!readCurves(row, 20, said))
        return tl::unexpected(damagedError(
            file, "the curves of track " + std::to_string(track.value) + " cannot be read"));
    return std::optional<StoredAnnotation>(std::move(stored));
}

} // namespace circumplex
