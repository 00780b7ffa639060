#include "core/engine/label_exchange.h"

#include "core/engine/track_matcher.h"
#include "core/engine/track_places.h"
#include "core/library/label_store.h"
#include "core/library/library_database.h"
#include "core/library/track_search.h"
#include "core/library/track_store.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace circumplex {

namespace {

/// What one session holds of one track.
struct Said {
    std::optional<double> valence, arousal;
    std::optional<int> confidence, familiarity;
    std::vector<RatedTag> tags;
    std::vector<TraceRecord> traces;

    bool isNothing() const { return !valence && !arousal && tags.empty(); }

    /// Whether this holds what is wanted. What files need not tell counts only where it is wanted:
    /// tables know nothing of continuous ratings, and tables of those nothing of the rest.
    bool holds(const Said& wanted) const
    {
        const bool isWhole = wanted.isNothing()
            || (valence == wanted.valence && arousal == wanted.arousal && tags == wanted.tags
                && (!wanted.confidence || confidence == wanted.confidence)
                && (!wanted.familiarity || familiarity == wanted.familiarity));
        return isWhole
            && (wanted.traces.empty() || std::ranges::equal(traces, wanted.traces, holdsTrace));
    }

private:
    static bool holdsTrace(const TraceRecord& one, const TraceRecord& wanted)
    {
        return one.dimension == wanted.dimension && one.mode == wanted.mode
            && one.samples == wanted.samples
            && (!wanted.orientationSeconds || one.orientationSeconds == wanted.orientationSeconds)
            && (!wanted.soundEndSeconds || one.soundEndSeconds == wanted.soundEndSeconds);
    }
};

TraceRecord recordOf(const Trace& trace)
{
    return { .dimension = trace.dimension,
        .samples = trace.samples,
        .latencySeconds = trace.latencySeconds,
        .mode = trace.mode,
        .orientationSeconds = trace.orientationSeconds,
        .soundEndSeconds = trace.soundEndSeconds };
}

constexpr std::string_view kImport = "import ";

std::map<SessionId, Said> bySession(const TrackLabels& labels)
{
    std::map<SessionId, Said> said;
    for (const StaticRating& rating : labels.ratings) {
        said[rating.session].valence = rating.valence;
        said[rating.session].arousal = rating.arousal;
        said[rating.session].confidence = rating.confidence;
        said[rating.session].familiarity = rating.familiarity;
    }
    for (const TagLabel& label : labels.tags)
        said[label.session].tags.push_back({ label.tag, label.applies });
    for (const Trace& trace : labels.traces)
        said[trace.session].traces.push_back(recordOf(trace));
    for (auto& [session, all] : said)
        std::sort(all.tags.begin(), all.tags.end());
    return said;
}

class LabelImporter {
public:
    LabelImporter(LibraryDatabase& library, std::string source, std::int64_t at,
        std::function<bool(const RatingSession&)> mayHold = {})
        : m_labels(library)
        , m_mayHold(std::move(mayHold))
        , m_instrument(std::string(kImport) + std::move(source))
        , m_at(at)
    {
    }

    Result<void> readSessions()
    {
        const auto sessions = m_labels.sessions();
        if (!sessions) return tl::unexpected(sessions.error());
        for (const RatingSession& session : *sessions) {
            m_raters[session.id] = session.raterName;
            if (m_mayHold && !m_mayHold(session)) m_others.insert(session.id);
            if (session.instrument == m_instrument
                || session.instrument.starts_with(m_instrument + " ("))
                m_slots.insert(session.id);
            m_instruments[session.id] = session.instrument;
            m_sessions.emplace(Slot { session.raterName, session.instrument,
                                   session.originalInstrument, session.locus },
                session.id);
        }
        return {};
    }

    Result<void> take(const LabelRecord& record, TrackId track, LabelImport& report)
    {
        const RatingRow& row = record.row;
        const Said wanted { row.valence, row.arousal, row.confidence, row.familiarity, row.tags,
            record.traces };
        const auto labels = m_labels.of(track);
        if (!labels) return tl::unexpected(labels.error());
        const auto said = bySession(*labels);
        const int turn = ++m_turns[{ track, row.rater }];
        const std::string instrument
            = turn == 1 ? m_instrument : m_instrument + " (" + std::to_string(turn) + ")";
        const auto before = std::ranges::find_if(said, [&](const auto& one) {
            return m_raters[one.first] == row.rater && m_instruments[one.first] == instrument;
        });
        if (before == said.end() ? isSaidElsewhere(said, wanted, track, row.rater)
                                 : before->second.holds(wanted)) {
            ++report.unchanged;
            return {};
        }
        if (before != said.end()) {
            if (auto removed = m_labels.remove(track, before->first); !removed) return removed;
        }
        ++(before == said.end() ? report.added : report.changed);
        const auto session
            = sessionFor({ row.rater, instrument, row.sitting.instrument, row.sitting.locus });
        if (!session) return tl::unexpected(session.error());
        return write(wanted, track, *session, row.sitting.saidAt.value_or(m_at));
    }

private:
    /// Rater, instrument ("import FILE"), the instrument it was rated with, locus.
    using Slot = std::tuple<std::string, std::string, std::string, std::optional<EmotionLocus>>;

    /// Each session of the rater stands for one row.
    bool isSaidElsewhere(const std::map<SessionId, Said>& said, const Said& wanted, TrackId track,
        const std::string& rater)
    {
        for (const auto& [session, all] : said) {
            if (all.holds(wanted) && m_raters[session] == rater && !m_slots.contains(session)
                && !m_others.contains(session) && m_claimed.emplace(track, session).second)
                return true;
        }
        return false;
    }

    Result<SessionId> sessionFor(const Slot& slot)
    {
        if (const auto known = m_sessions.find(slot); known != m_sessions.end())
            return known->second;
        const auto& [rater, instrument, original, locus] = slot;
        auto session = m_labels.startSession({ .raterName = rater,
            .startedAt = m_at,
            .instrument = instrument,
            .originalInstrument = original,
            .locus = locus });
        if (!session) return session;
        m_sessions.emplace(slot, *session);
        m_raters[*session] = rater;
        m_instruments[*session] = instrument;
        m_slots.insert(*session);
        return session;
    }

    Result<void> write(const Said& said, TrackId track, SessionId session, std::int64_t at)
    {
        if (said.valence || said.arousal) {
            auto rated = m_labels.rate({ .track = track,
                .session = session,
                .valence = said.valence,
                .arousal = said.arousal,
                .ratedAt = at,
                .confidence = said.confidence,
                .familiarity = said.familiarity });
            if (!rated) return rated;
        }
        std::vector<TagLabel> tags;
        for (const RatedTag& tag : said.tags)
            tags.push_back({ track, session, tag.tag, tag.applies, at });
        if (auto tagged = m_labels.tag(tags); !tagged) return tagged;
        for (const TraceRecord& trace : said.traces) {
            const auto id = m_labels.startTrace({ .track = track,
                .session = session,
                .dimension = trace.dimension,
                .mode = trace.mode,
                .startedAt = at,
                .latencySeconds = trace.latencySeconds,
                .orientationSeconds = trace.orientationSeconds });
            if (!id) return tl::unexpected(id.error());
            if (auto kept = m_labels.appendToTrace(*id, trace.samples); !kept) return kept;
            if (auto whole = m_labels.completeTrace(*id, trace.soundEndSeconds); !whole)
                return whole;
        }
        return {};
    }

    LabelStore m_labels;
    std::function<bool(const RatingSession&)> m_mayHold;
    std::set<SessionId> m_others; ///< that may not hold a row already
    std::string m_instrument;
    std::int64_t m_at;
    std::map<Slot, SessionId> m_sessions;
    std::map<SessionId, std::string> m_raters, m_instruments;
    std::set<SessionId> m_slots; ///< of this source
    std::map<std::pair<TrackId, std::string>, int> m_turns; ///< rows so far of track and rater
    std::set<std::pair<TrackId, SessionId>> m_claimed;
};

} // namespace

Result<LabelImport> importLabels(LibraryDatabase& library, std::span<const RatingRow> rows,
    const std::string& source, std::int64_t at, const std::stop_token& stop)
{
    LabelImport report;
    const auto done = library.inTransaction([&]() -> Result<void> {
        const auto places = TrackPlaces::of(library);
        if (!places) return tl::unexpected(places.error());
        LabelImporter importer(library, source, at);
        if (auto read = importer.readSessions(); !read) return read;
        for (const RatingRow& row : rows) {
            if (stop.stop_requested())
                return tl::unexpected(
                    Error { ErrorCode::Cancelled, "It was stopped; no label was imported." });
            const auto tracks = places->at(row.path);
            if (!tracks) return tl::unexpected(tracks.error());
            if (tracks->empty())
                report.refused.push_back({ row.line, row.path, "it is not in the library" });
            else if (tracks->size() > 1)
                report.refused.push_back({ row.line, row.path,
                    "it holds several tracks; name one, with \"#cue:1\" behind the path" });
            else if (auto taken = importer.take({ .row = row }, tracks->front(), report); !taken)
                return taken;
        }
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    return report;
}

Result<LabelImport> importRecords(LibraryDatabase& library, std::span<const MatchedRecord> records,
    const std::string& source, std::int64_t at, const std::stop_token& stop,
    std::function<bool(const RatingSession&)> mayHold)
{
    LabelImport report;
    const auto done = library.inTransaction([&]() -> Result<void> {
        LabelImporter importer(library, source, at, mayHold);
        if (auto read = importer.readSessions(); !read) return read;
        for (const MatchedRecord& matched : records) {
            if (stop.stop_requested())
                return tl::unexpected(
                    Error { ErrorCode::Cancelled, "It was stopped; no label was imported." });
            if (auto taken = importer.take(matched.record, matched.track, report); !taken)
                return taken;
        }
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    return report;
}

Result<LabelImport> importFile(LibraryDatabase& library, const LabelFile& file,
    const std::filesystem::path& folder, const std::string& source, std::int64_t at,
    const std::stop_token& stop)
{
    const auto matcher = TrackMatcher::of(library);
    if (!matcher) return tl::unexpected(matcher.error());
    std::vector<MatchedRecord> matched;
    std::vector<RefusedRow> refused;
    for (const LabelRecord& record : file.records) {
        const RatingRow& row = record.row;
        TrackClue clue { .path = folder / row.path,
            .artist = record.artist,
            .title = record.title,
            .recordingMbid = record.recordingMbid,
            .durationSeconds = record.durationSeconds };
        const auto tracks = matcher->find(clue);
        if (!tracks) return tl::unexpected(tracks.error());
        if (tracks->size() == 1)
            matched.push_back({ record, tracks->front() });
        else
            refused.push_back({ row.line, row.path,
                tracks->empty() ? "it is not in the library"
                                : std::to_string(tracks->size())
                        + " tracks may be meant; a table with their paths would tell" });
    }
    auto report = importRecords(library, matched, source, at, stop);
    if (report) report->refused = std::move(refused);
    return report;
}

Result<std::vector<LabelRecord>> recordsOf(LibraryDatabase& library, const LabelSet& labels)
{
    const auto places = TrackPlaces::of(library);
    if (!places) return tl::unexpected(places.error());
    std::vector<LabelRecord> records;
    for (const LabelledTrack& entry : labels.tracks) {
        // The sittings in the order in which the track was in them.
        std::map<SessionId, std::int64_t> when;
        const auto note = [&when](SessionId session, std::int64_t at) {
            const auto [known, isNew] = when.try_emplace(session, at);
            known->second = std::min(known->second, at);
        };
        for (const StaticRating& rating : entry.labels.ratings)
            note(rating.session, rating.ratedAt);
        for (const TagLabel& tag : entry.labels.tags)
            note(tag.session, tag.labelledAt);
        for (const Trace& trace : entry.labels.traces)
            note(trace.session, trace.startedAt);
        std::vector<SessionId> order;
        for (const auto& [session, at] : when)
            order.push_back(session);
        std::ranges::stable_sort(order, {}, [&when](SessionId id) { return when[id]; });
        std::map<std::string, int> passes;
        auto said = bySession(entry.labels);
        for (const SessionId id : order) {
            const RatingSession& session = labels.sessions.at(id);
            LabelRecord record { .artist = entry.track.tags.artist,
                .title = entry.track.tags.title,
                .recordingMbid = entry.track.tags.recordingMbid,
                .durationSeconds = entry.track.durationSeconds };
            record.row = { .path = places->nameOf(entry.track.place),
                .rater = session.raterName,
                .valence = said[id].valence,
                .arousal = said[id].arousal,
                .tags = said[id].tags,
                .confidence = said[id].confidence,
                .familiarity = said[id].familiarity,
                .sitting = { .pass = ++passes[session.raterName],
                    .instrument = originalInstrumentOf(session),
                    .locus = session.locus,
                    .saidAt = when[id] } };
            record.traces = std::move(said[id].traces);
            records.push_back(std::move(record));
        }
    }
    return records;
}

std::string originalInstrumentOf(const RatingSession& session)
{
    if (!session.originalInstrument.empty()) return session.originalInstrument;
    return session.instrument.starts_with(kImport) ? std::string() : session.instrument;
}

Result<std::vector<RatingRow>> exportLabels(LibraryDatabase& library)
{
    const auto places = TrackPlaces::of(library);
    if (!places) return tl::unexpected(places.error());
    const LabelStore store(library);
    const auto sessions = store.sessions();
    if (!sessions) return tl::unexpected(sessions.error());
    std::map<SessionId, std::string> raters;
    for (const RatingSession& session : *sessions)
        raters[session.id] = session.raterName;

    const SearchNode isLabelled { .kind = SearchNode::Kind::State, .state = StateField::Labelled };
    const auto labelled
        = TrackSearch(library, {}).find(isLabelled, { .key = TrackSort::Key::Path });
    if (!labelled) return tl::unexpected(labelled.error());
    std::vector<RatingRow> rows;
    for (const TrackId id : labelled->ids) {
        const auto track = TrackStore(library).track(id);
        if (!track) return tl::unexpected(track.error());
        const auto labels = store.of(id);
        if (!labels) return tl::unexpected(labels.error());
        for (auto& [session, said] : bySession(*labels)) {
            if (!said.isNothing())
                rows.push_back({ .path = places->nameOf(track->place),
                    .rater = raters[session],
                    .valence = said.valence,
                    .arousal = said.arousal,
                    .tags = said.tags });
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RatingRow& a, const RatingRow& b) {
        return std::tie(a.path.native(), a.rater) < std::tie(b.path.native(), b.rater);
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].line = static_cast<int>(i) + 2;
    return rows;
}

} // namespace circumplex
