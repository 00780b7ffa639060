#include "core/library/label_store.h"
#include "tests/core/library/library_fixture.h"

namespace circumplex {

class LabelStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ratingsTagsAndTracesComeBack()
    {
        LibraryFixture f;
        LabelStore labels(f.library);
        const TrackId track = f.add("a");
        const SessionId session = valueOf(labels.startSession({ .raterName = "Ada",
            .startedAt = 5,
            .instrument = "mouse 2-D",
            .originalInstrument = "keys",
            .notes = "tired",
            .locus = EmotionLocus::Felt }));
        valueOf(labels.rate({ track, session, 6.5, std::nullopt, 7, 3, 1 }));
        valueOf(labels.tag(std::vector<TagLabel> {
            { track, session, "calm", true, 8 }, { track, session, "happy", false, 8 } }));
        const TraceId trace = valueOf(labels.startTrace({ .track = track,
            .session = session,
            .dimension = TraceDimension::Arousal,
            .startedAt = 9,
            .latencySeconds = 0.25,
            .orientationSeconds = 8.0 }));
        valueOf(labels.appendToTrace(
            trace, std::vector<TraceSample> { { 0.0F, 5.0F }, { 0.1F, 5.5F } }));
        valueOf(labels.appendToTrace(trace, std::vector<TraceSample> { { 0.2F, 9.0F } }));
        valueOf(labels.completeTrace(trace, 0.15));

        const TrackLabels all = valueOf(labels.of(track));
        QCOMPARE(*all.ratings.at(0).valence, 6.5);
        QVERIFY(!all.ratings.at(0).arousal);
        QCOMPARE(all.ratings.at(0).confidence, std::optional(3));
        QCOMPARE(all.ratings.at(0).familiarity, std::optional(1));
        QCOMPARE(all.tags.size(), std::size_t(2));
        QVERIFY(all.tags.at(0).applies);
        QVERIFY(!all.tags.at(1).applies);
        const Trace& kept = all.traces.at(0);
        QCOMPARE(kept.dimension, TraceDimension::Arousal);
        QCOMPARE(kept.latencySeconds, 0.25);
        QVERIFY(kept.isComplete);
        QCOMPARE(kept.orientationSeconds, std::optional(8.0));
        QCOMPARE(kept.mode, TraceMode::Bounded);
        QCOMPARE(kept.soundEndSeconds, std::optional(0.15));
        QCOMPARE(kept.samples.size(), std::size_t(3));
        QVERIFY((kept.samples.at(2) == TraceSample { 0.2F, 9.0F }));
        const auto sessions = valueOf(labels.sessions());
        QCOMPARE(sessions.at(0).raterName, std::string("Ada"));
        QCOMPARE(sessions.at(0).originalInstrument, std::string("keys"));
        QCOMPARE(sessions.at(0).notes, std::string("tired"));
        QCOMPARE(sessions.at(0).locus, std::optional(EmotionLocus::Felt));
    }

    void relativeTracesMayHoldAnyNumberAndBoundedOnesNot()
    {
        LibraryFixture f;
        LabelStore labels(f.library);
        const TrackId track = f.add("a");
        const SessionId session = valueOf(labels.startSession({ .raterName = "Ada" }));
        const TraceId free = valueOf(
            labels.startTrace({ .track = track, .session = session, .mode = TraceMode::Relative }));
        valueOf(labels.appendToTrace(
            free, std::vector<TraceSample> { { 0.0F, 0.0F }, { 1.0F, -250.5F } }));
        const TraceId bounded = valueOf(labels.startTrace({ .track = track, .session = session }));
        const auto refusal = [&](TraceId trace, float value) {
            const auto kept
                = labels.appendToTrace(trace, std::vector<TraceSample> { { 2.0F, value } });
            return kept ? ErrorCode::Cancelled : kept.error().code;
        };
        QCOMPARE(refusal(bounded, 0.0F), ErrorCode::Refused);
        QCOMPARE(refusal(free, std::numeric_limits<float>::infinity()), ErrorCode::Refused);
        QCOMPARE(refusal({ 99 }, 5.0F), ErrorCode::NotFound);
        const auto traces = valueOf(labels.of(track)).traces;
        QCOMPARE(traces.at(0).mode, TraceMode::Relative);
        QCOMPARE(traces.at(0).samples.at(1).value, -250.5F);
        QVERIFY(!traces.at(0).orientationSeconds);
        QVERIFY(traces.at(1).samples.empty());
    }

    void theNewestLatencyOfARaterAndAnInstrumentCounts()
    {
        LibraryFixture f;
        LabelStore labels(f.library);
        QVERIFY(!valueOf(labels.latencyOf("Ada", "mouse")));
        valueOf(labels.addLatencyTest({ "Ada", "mouse", 10, 0.4, 0.9 }));
        valueOf(labels.addLatencyTest({ "Ada", "mouse", 20, 0.3, 0.95 }));
        valueOf(labels.addLatencyTest({ "Ada", "keys", 30, 0.7, 0.8 }));
        valueOf(labels.addLatencyTest({ "Bob", "mouse", 40, 0.5, 0.8 }));
        const auto test = valueOf(labels.latencyOf("Ada", "mouse"));
        QVERIFY(test);
        QCOMPARE(test->latencySeconds, 0.3);
        QCOMPARE(test->correlation, 0.95);
        QCOMPARE(test->measuredAt, std::int64_t(20));
    }

    void interruptedTracesAreFound()
    {
        LibraryFixture f;
        LabelStore labels(f.library);
        const SessionId session = valueOf(labels.startSession({ .raterName = "Ada" }));
        const TraceId trace
            = valueOf(labels.startTrace({ .track = f.add("a"), .session = session }));
        valueOf(labels.appendToTrace(trace, std::vector<TraceSample> { { 0.0F, 5.0F } }));
        QCOMPARE(valueOf(labels.interruptedTraces()).at(0).samples.size(), std::size_t(1));
        valueOf(labels.completeTrace(trace));
        QVERIFY(valueOf(labels.interruptedTraces()).empty());
    }

    void sessionsOfOneRaterAreApart()
    {
        LibraryFixture f;
        LabelStore labels(f.library);
        const TrackId track = f.add("a");
        const SessionId first
            = valueOf(labels.startSession({ .raterName = "Ada", .startedAt = 1 }));
        const SessionId second
            = valueOf(labels.startSession({ .raterName = "Ada", .startedAt = 2 }));
        QCOMPARE(valueOf(labels.sessions()).at(0).rater, valueOf(labels.sessions()).at(1).rater);
        valueOf(labels.rate({ .track = track, .session = first, .valence = 2.0 }));
        valueOf(labels.rate({ .track = track, .session = second, .valence = 3.0 }));
        valueOf(labels.rate({ .track = track, .session = second, .valence = 4.0 }));
        QCOMPARE(valueOf(labels.of(track)).ratings.size(), std::size_t(2));
        valueOf(labels.remove(track, first));
        QCOMPARE(*valueOf(labels.of(track)).ratings.at(0).valence, 4.0);
    }

    void whatIsOffTheScaleIsRefused()
    {
        LibraryFixture f;
        LabelStore labels(f.library);
        const TrackId track = f.add("a");
        const SessionId session = valueOf(labels.startSession({ .raterName = "Ada" }));
        QCOMPARE(labels.rate({ .track = track, .session = session, .valence = 9.1 }).error().code,
            ErrorCode::Refused);
        const TraceId trace = valueOf(labels.startTrace({ .track = track, .session = session }));
        QCOMPARE(
            labels.appendToTrace(trace, std::vector<TraceSample> { { 0.0F, 0.5F } }).error().code,
            ErrorCode::Refused);
        QCOMPARE(labels.rate({ .track = track, .session = session, .confidence = 4 }).error().code,
            ErrorCode::Refused);
        QCOMPARE(
            labels.rate({ .track = { 99 }, .session = session }).error().code, ErrorCode::NotFound);
        QCOMPARE(labels.completeTrace({ 99 }).error().code, ErrorCode::NotFound);
        valueOf(labels.removeTrace(trace));
        QCOMPARE(labels.removeTrace(trace).error().code, ErrorCode::NotFound);
        QCOMPARE(
            labels.appendToTrace(trace, std::vector<TraceSample> { { 0.0F, 5.0F } }).error().code,
            ErrorCode::NotFound);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::LabelStoreTest)
#include "tst_label_store.moc"
