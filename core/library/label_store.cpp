#include "core/library/label_store.h"

#include "core/library/database_access.h"

#include <cmath>
#include <cstring>
#include <string_view>

namespace circumplex {

namespace {

constexpr const char* kDimensions[] { "valence", "arousal" };
constexpr const char* kModes[] { "bounded", "relative" };
constexpr const char* kLoci[] { "perceived", "felt" };

/// What tracesOf() reads.
constexpr std::string_view kTraces
    = "SELECT id, track_id, session_id, dimension, started_at, latency_seconds, is_complete, "
      "orientation_seconds, sound_end_seconds, mode FROM traces ";

bool isOnScale(double value)
{
    return value >= 1.0 && value <= 9.0; // false for NaN
}

bool isStep(const std::optional<int>& answer)
{
    return !answer || (*answer >= 1 && *answer <= 3);
}

Error offScale()
{
    return { ErrorCode::Refused, "A rating must lie between 1 and 9." };
}

std::int64_t raterNamed(SQLite::Database& connection, const std::string& name)
{
    SQLite::Statement rater(connection, R"(
        INSERT INTO raters (name) VALUES (?)
        ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id)");
    rater.bind(1, name);
    rater.executeStep();
    return rater.getColumn(0).getInt64();
}

std::vector<TraceSample> samplesOf(SQLite::Database& connection, TraceId trace)
{
    SQLite::Statement query(
        connection, "SELECT samples FROM trace_pieces WHERE trace_id = ? ORDER BY sequence");
    query.bind(1, trace.value);
    std::vector<TraceSample> samples;
    while (query.executeStep()) {
        const std::vector<std::uint8_t> bytes = blobAt(query, 0);
        const std::size_t count = bytes.size() / sizeof(TraceSample);
        const std::size_t before = samples.size();
        samples.resize(before + count);
        if (count > 0)
            std::memcpy(samples.data() + before, bytes.data(), count * sizeof(TraceSample));
    }
    return samples;
}

/// @param query  begins like kTraces
std::vector<Trace> tracesOf(SQLite::Database& connection, SQLite::Statement& query)
{
    std::vector<Trace> traces;
    while (query.executeStep()) {
        Trace trace { .id = { query.getColumn(0).getInt64() },
            .track = { query.getColumn(1).getInt64() },
            .session = { query.getColumn(2).getInt64() },
            .dimension = query.getColumn(3).getString() == kDimensions[0] ? TraceDimension::Valence
                                                                          : TraceDimension::Arousal,
            .mode = query.getColumn(9).getString() == kModes[0] ? TraceMode::Bounded
                                                                : TraceMode::Relative,
            .startedAt = query.getColumn(4).getInt64(),
            .latencySeconds = query.getColumn(5).getDouble(),
            .isComplete = query.getColumn(6).getInt() != 0,
            .orientationSeconds = realAt(query, 7),
            .soundEndSeconds = realAt(query, 8) };
        trace.samples = samplesOf(connection, trace.id);
        traces.push_back(std::move(trace));
    }
    return traces;
}

Error noTrace(TraceId trace)
{
    return { ErrorCode::NotFound,
        "The recording " + std::to_string(trace.value) + " is not in the library." };
}

} // namespace

static_assert(sizeof(TraceSample) == 2 * sizeof(float), "samples are stored as memory holds them");

Result<SessionId> LabelStore::startSession(const RatingSession& session)
{
    return writing(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement insert(connection, R"(
            INSERT INTO sessions (rater_id, started_at, instrument, notes, locus, original_instrument)
            VALUES (?, ?, ?, ?, ?, ?))");
        insert.bind(1, raterNamed(connection, session.raterName));
        insert.bind(2, session.startedAt);
        insert.bind(3, session.instrument);
        insert.bind(4, session.notes);
        if (session.locus) insert.bind(5, kLoci[static_cast<int>(*session.locus)]);
        insert.bind(6, session.originalInstrument);
        insert.exec();
        return SessionId { connection.getLastInsertRowid() };
    });
}

Result<std::vector<RatingSession>> LabelStore::sessions() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT s.id, r.id, r.name, s.started_at, s.instrument, s.notes, s.locus,
                s.original_instrument
            FROM sessions s JOIN raters r ON r.id = s.rater_id
            ORDER BY s.started_at DESC, s.id DESC)");
        std::vector<RatingSession> sessions;
        while (query.executeStep()) {
            sessions.push_back({ .id = { query.getColumn(0).getInt64() },
                .rater = { query.getColumn(1).getInt64() },
                .raterName = query.getColumn(2).getString(),
                .startedAt = query.getColumn(3).getInt64(),
                .instrument = query.getColumn(4).getString(),
                .originalInstrument = query.getColumn(7).getString(),
                .notes = query.getColumn(5).getString() });
            if (!query.isColumnNull(6))
                sessions.back().locus = query.getColumn(6).getString() == kLoci[0]
                    ? EmotionLocus::Perceived
                    : EmotionLocus::Felt;
        }
        return sessions;
    });
}

Result<void> LabelStore::rate(const StaticRating& rating)
{
    if (!isOnScale(rating.valence.value_or(5.0)) || !isOnScale(rating.arousal.value_or(5.0)))
        return tl::unexpected(offScale());
    if (!isStep(rating.confidence) || !isStep(rating.familiarity))
        return tl::unexpected(
            Error { ErrorCode::Refused, "Confidence and familiarity must lie between 1 and 3." });
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement upsert(connection, R"(
            INSERT INTO ratings
                (track_id, session_id, valence, arousal, rated_at, confidence, familiarity)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (track_id, session_id) DO UPDATE SET valence = excluded.valence,
                arousal = excluded.arousal, rated_at = excluded.rated_at,
                confidence = excluded.confidence, familiarity = excluded.familiarity)");
        upsert.bind(1, rating.track.value);
        upsert.bind(2, rating.session.value);
        bindOptional(upsert, 3, rating.valence);
        bindOptional(upsert, 4, rating.arousal);
        upsert.bind(5, rating.ratedAt);
        bindOptional(upsert, 6, rating.confidence);
        bindOptional(upsert, 7, rating.familiarity);
        upsert.exec();
        return {};
    });
}

Result<void> LabelStore::tag(std::span<const TagLabel> labels)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement upsert(connection, R"(
            INSERT INTO tag_labels (track_id, session_id, tag, applies, labelled_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (track_id, session_id, tag) DO UPDATE SET applies = excluded.applies,
                labelled_at = excluded.labelled_at)");
        for (const TagLabel& label : labels) {
            upsert.bind(1, label.track.value);
            upsert.bind(2, label.session.value);
            upsert.bind(3, label.tag);
            upsert.bind(4, label.applies ? 1 : 0);
            upsert.bind(5, label.labelledAt);
            execOnce(upsert);
        }
        return {};
    });
}

Result<TraceId> LabelStore::startTrace(const Trace& trace)
{
    return writing(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement insert(connection, R"(
            INSERT INTO traces (track_id, session_id, dimension, started_at, latency_seconds,
                orientation_seconds, mode)
            VALUES (?, ?, ?, ?, ?, ?, ?))");
        insert.bind(1, trace.track.value);
        insert.bind(2, trace.session.value);
        insert.bind(3, kDimensions[static_cast<int>(trace.dimension)]);
        insert.bind(4, trace.startedAt);
        insert.bind(5, trace.latencySeconds);
        bindOptional(insert, 6, trace.orientationSeconds);
        insert.bind(7, kModes[static_cast<int>(trace.mode)]);
        insert.exec();
        return TraceId { connection.getLastInsertRowid() };
    });
}

Result<void> LabelStore::appendToTrace(TraceId trace, std::span<const TraceSample> samples)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement mode(connection, "SELECT mode FROM traces WHERE id = ?");
        mode.bind(1, trace.value);
        if (!mode.executeStep()) return tl::unexpected(noTrace(trace));
        const bool isBounded = mode.getColumn(0).getString() == kModes[0];
        for (const TraceSample& sample : samples) {
            if (isBounded && !isOnScale(static_cast<double>(sample.value)))
                return tl::unexpected(offScale());
            if (!std::isfinite(sample.value))
                return tl::unexpected(
                    Error { ErrorCode::Refused, "A rating must be a finite number." });
        }
        SQLite::Statement insert(connection, R"(
            INSERT INTO trace_pieces (trace_id, sequence, samples)
            SELECT ?1, coalesce(max(sequence), 0) + 1, ?2 FROM trace_pieces WHERE trace_id = ?1)");
        insert.bind(1, trace.value);
        bindBytes(insert, 2, samples.data(), samples.size_bytes());
        insert.exec();
        return {};
    });
}

Result<void> LabelStore::completeTrace(TraceId trace, std::optional<double> soundEndSeconds)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement update(
            connection, "UPDATE traces SET is_complete = 1, sound_end_seconds = ? WHERE id = ?");
        bindOptional(update, 1, soundEndSeconds);
        update.bind(2, trace.value);
        if (update.exec() == 0) return tl::unexpected(noTrace(trace));
        return {};
    });
}

Result<std::vector<Trace>> LabelStore::interruptedTraces() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        SQLite::Statement query(
            connection, std::string(kTraces) + "WHERE is_complete = 0 ORDER BY id");
        return tracesOf(connection, query);
    });
}

Result<TrackLabels> LabelStore::of(TrackId track) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        TrackLabels labels;
        SQLite::Statement ratings(connection, R"(
            SELECT session_id, valence, arousal, rated_at, confidence, familiarity FROM ratings
            WHERE track_id = ? ORDER BY rated_at, session_id)");
        ratings.bind(1, track.value);
        while (ratings.executeStep())
            labels.ratings.push_back({ .track = track,
                .session = { ratings.getColumn(0).getInt64() },
                .valence = realAt(ratings, 1),
                .arousal = realAt(ratings, 2),
                .ratedAt = ratings.getColumn(3).getInt64(),
                .confidence = intAt(ratings, 4),
                .familiarity = intAt(ratings, 5) });
        SQLite::Statement tags(connection, R"(
            SELECT session_id, tag, applies, labelled_at FROM tag_labels
            WHERE track_id = ? ORDER BY labelled_at, session_id, tag)");
        tags.bind(1, track.value);
        while (tags.executeStep())
            labels.tags.push_back({ .track = track,
                .session = { tags.getColumn(0).getInt64() },
                .tag = tags.getColumn(1).getString(),
                .applies = tags.getColumn(2).getInt() != 0,
                .labelledAt = tags.getColumn(3).getInt64() });
        SQLite::Statement traces(
            connection, std::string(kTraces) + "WHERE track_id = ? ORDER BY started_at, id");
        traces.bind(1, track.value);
        labels.traces = tracesOf(connection, traces);
        return labels;
    });
}

Result<void> LabelStore::remove(TrackId track, SessionId session)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        for (const char* sql : { "DELETE FROM ratings WHERE track_id = ? AND session_id = ?",
                 "DELETE FROM tag_labels WHERE track_id = ? AND session_id = ?",
                 "DELETE FROM traces WHERE track_id = ? AND session_id = ?" }) {
            SQLite::Statement statement(connection, sql);
            statement.bind(1, track.value);
            statement.bind(2, session.value);
            statement.exec();
        }
        return {};
    });
}

Result<void> LabelStore::removeTrace(TraceId trace)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement statement(connection, "DELETE FROM traces WHERE id = ?");
        statement.bind(1, trace.value);
        if (statement.exec() == 0) return tl::unexpected(noTrace(trace));
        return {};
    });
}

Result<void> LabelStore::addLatencyTest(const LatencyTest& test)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement insert(connection, R"(
            INSERT INTO latency_tests
                (rater_id, instrument, measured_at, latency_seconds, correlation)
            VALUES (?, ?, ?, ?, ?))");
        insert.bind(1, raterNamed(connection, test.raterName));
        insert.bind(2, test.instrument);
        insert.bind(3, test.measuredAt);
        insert.bind(4, test.latencySeconds);
        insert.bind(5, test.correlation);
        insert.exec();
        return {};
    });
}

Result<std::optional<LatencyTest>> LabelStore::latencyOf(
    const std::string& raterName, const std::string& instrument) const
{
    return reading(m_library, [&](SQLite::Database& connection) -> std::optional<LatencyTest> {
        SQLite::Statement query(connection, R"(
            SELECT t.measured_at, t.latency_seconds, t.correlation
            FROM latency_tests t JOIN raters r ON r.id = t.rater_id
            WHERE r.name = ? AND t.instrument = ? ORDER BY t.measured_at DESC, t.id DESC LIMIT 1)");
        query.bind(1, raterName);
        query.bind(2, instrument);
        if (!query.executeStep()) return std::nullopt;
        return LatencyTest { raterName, instrument, query.getColumn(0).getInt64(),
            query.getColumn(1).getDouble(), query.getColumn(2).getDouble() };
    });
}

} // namespace circumplex
