#include "core/library/label_store.h"
#include "core/services/label_agreement.h"
#include "tests/core/library/library_fixture.h"

#include <cmath>

using namespace circumplex;

/// What the labels of a library say of its raters.
class LabelAgreementTest : public QObject {
    Q_OBJECT

    static SessionId session(LabelStore& store, const std::string& rater)
    {
        return valueOf(store.startSession({ .raterName = rater, .instrument = "mouse 2-D" }));
    }

    static void trace(LabelStore& store, TrackId track, SessionId by, double late)
    {
        const TraceId id = valueOf(store.startTrace(
            { .track = track, .session = by, .dimension = TraceDimension::Arousal }));
        std::vector<TraceSample> samples;
        for (int i = 0; i < 120; ++i) {
            const double now = 0.5 * i;
            samples.push_back({ static_cast<float>(now),
                static_cast<float>(5.0 + 3.0 * std::sin((now - late) / 4.0)) });
        }
        valueOf(store.appendToTrace(id, samples));
        valueOf(store.completeTrace(id));
    }

private Q_SLOTS:
    void ratersAreComparedPerDimensionTagAndTrack()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const SessionId ann = session(store, "Ann"), bob = session(store, "Bob");
        const SessionId annAgain = session(store, "Ann");
        std::vector<TrackId> tracks;
        for (int i = 0; i < 6; ++i)
            tracks.push_back(fixture.add(std::to_string(i) + ".mp3"));
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const double valence = 2.0 + static_cast<double>(i);
            valueOf(store.rate({ .track = tracks[i], .session = ann, .valence = valence }));
            valueOf(store.rate({ .track = tracks[i], .session = bob, .valence = valence + 1.0 }));
            valueOf(store.rate({ .track = tracks[i], .session = annAgain, .valence = valence }));
            const bool isSad = i < 3;
            valueOf(store.tag(std::vector<TagLabel> { { tracks[i], ann, isSad ? "sad" : "happy" },
                { tracks[i], bob, isSad ? "sad" : "calm" } }));
        }
        const LabelAgreement found = agreementOf(valueOf(readLabels(fixture.library)));

        const DimensionAgreement& valence = found.dimensions.at(0);
        QCOMPARE(valence.trackCount, 6U);
        QCOMPARE(valence.raterCount, 2U);
        QCOMPARE(valence.ratingCount, 18U);
        // variances 3.5 (sample), shift 1: 2 * 17.5 / 6 over 2 * 17.5 / 6 + 1
        QVERIFY(std::abs(*valence.concordance.value - 35.0 / 41.0) < 1e-9);
        QVERIFY(std::abs(*valence.cronbach.value - 1.0) < 1e-9);
        QVERIFY(*valence.iccSingle.value < 0.95);
        QVERIFY(std::abs(*valence.retest.concordance - 1.0) < 1e-9);
        QCOMPARE(valence.retest.ratingCount, 6U);
        QCOMPARE(found.dimensions.at(1).ratingCount, 0U);
        QVERIFY(!found.dimensions.at(1).iccSingle.value);

        QCOMPARE(found.tags.at(0).tag, std::string("sad"));
        QCOMPARE(found.tags.at(0).appliesCount, 6U);
        QCOMPARE(*found.tags.at(0).krippendorff.value, 1.0);
        // "calm" is Bob's alone: nobody else is known to use it
        QCOMPARE(found.tags.at(1).raterCount, 1U);
        QVERIFY(!found.tags.at(1).krippendorff.value);

        QCOMPARE(found.tracks.size(), 6U);
        QCOMPARE(found.tracks.at(0).mean, 2.5);
        QVERIFY(std::abs(found.tracks.at(0).deviation - std::sqrt(0.5)) < 1e-9);
    }

    void tracesAreComparedOverTimeAndLagsFound()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId track = fixture.add("a.mp3");
        trace(store, track, session(store, "Ann"), 0.0);
        trace(store, track, session(store, "Bob"), 0.0);
        trace(store, track, session(store, "Cem"), 2.0);
        const LabelAgreement found = agreementOf(valueOf(readLabels(fixture.library)));
        QCOMPARE(found.tracks.size(), 1U);
        QCOMPARE(found.tracks[0].traceCount, 3U);
        QCOMPARE(found.tracks[0].lagSeconds.at(2), 2.0);
        QVERIFY(*found.tracks[0].aligned.value > *found.tracks[0].overTime.value + 0.02);
    }

    void orientationAndAfterGlowDoNotCount()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId track = fixture.add("a.mp3");
        // Both say the same of 10 to 50 s, Bob half a second later; before and after they do not.
        const auto say = [&](const char* rater, double late, float otherwise, bool isMarked) {
            Trace trace { .track = track,
                .session = session(store, rater),
                .dimension = TraceDimension::Arousal,
                .latencySeconds = late };
            if (isMarked) trace.orientationSeconds = 10.0;
            const TraceId id = valueOf(store.startTrace(trace));
            std::vector<TraceSample> samples;
            for (int i = 0; i <= 240; ++i) {
                const double now = 0.25 * i, about = now - late;
                const bool counts = about >= 10.0 && about <= 50.0;
                samples.push_back({ static_cast<float>(now),
                    counts ? static_cast<float>(5.0 + 3.0 * std::sin(about / 4.0)) : otherwise });
            }
            valueOf(store.appendToTrace(id, samples));
            valueOf(store.completeTrace(id, isMarked ? std::optional(50.0) : std::nullopt));
        };
        say("Ann", 0.0, 1.0F, true);
        say("Bob", 0.5, 9.0F, true);
        auto found = agreementOf(valueOf(readLabels(fixture.library))).tracks;
        QCOMPARE(found.size(), 1U);
        QVERIFY(*found[0].overTime.value > 0.999);
        QCOMPARE(found[0].overTime.subjectCount, 81U); // twice a second, both ends included
        say("Cem", 0.0, 1.0F, false);
        say("Dan", 0.0, 9.0F, false);
        found = agreementOf(valueOf(readLabels(fixture.library, { "Cem", "Dan" }))).tracks;
        QVERIFY(*found[0].overTime.value < 0.9);
    }

    void relativeTracesAgreeInTheirCourseAlone()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId track = fixture.add("a.mp3");
        trace(store, track, session(store, "Ann"), 0.0);
        for (const auto& [rater, unit] : { std::pair("Bob", 1.0), std::pair("Cem", 40.0) }) {
            const TraceId id = valueOf(store.startTrace({ .track = track,
                .session = session(store, rater),
                .dimension = TraceDimension::Arousal,
                .mode = TraceMode::Relative }));
            std::vector<TraceSample> samples;
            for (int i = 0; i < 120; ++i)
                samples.push_back({ 0.5F * static_cast<float>(i),
                    static_cast<float>(unit * std::sin(0.5 * i / 4.0) - 100.0) });
            valueOf(store.appendToTrace(id, samples));
            valueOf(store.completeTrace(id));
        }
        const auto found = agreementOf(valueOf(readLabels(fixture.library))).tracks;
        QCOMPARE(found.at(0).traceCount, 1U);
        QVERIFY(!found[0].overTime.value);
        QCOMPARE(found[0].courseTraceCount, 3U);
        QVERIFY(*found[0].course.value > 0.999);
        QCOMPARE(found[0].course.raterCount, 3U);
    }

    void aRaterIsComparedWithTheFirstTime()
    {
        constexpr std::int64_t kDay = 86400;
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const SessionId first = session(store, "Ann"), second = session(store, "Ann"),
                        third = session(store, "Ann");
        std::vector<TrackId> tracks;
        for (int i = 0; i < 5; ++i) {
            tracks.push_back(fixture.add(std::to_string(i) + ".mp3"));
            const double valence = 2.0 + i;
            const auto rate = [&](SessionId in, double value, std::int64_t day) {
                valueOf(store.rate({ .track = tracks.back(),
                    .session = in,
                    .valence = value,
                    .ratedAt = day * kDay }));
            };
            rate(third, 9.0, 90); // a third time says nothing here
            rate(second, valence + 1.0, 10);
            rate(first, valence, 1);
        }
        valueOf(
            store.rate({ .track = tracks[0], .session = session(store, "Bob"), .valence = 5.0 }));
        trace(store, tracks[1], first, 0.0);
        trace(store, tracks[1], second, 0.0);
        const auto selves = agreementOf(valueOf(readLabels(fixture.library))).selves;
        QCOMPARE(selves.size(), 2U);
        QCOMPARE(selves[0].rater, std::string("Ann"));
        QCOMPARE(selves[0].trackCount, 5U);
        QCOMPARE(selves[0].meanDifference, 1.0);
        QCOMPARE(selves[0].medianDays, 9.0);
        // variances 2 (population), shift 1: 2 * 2 / (2 + 2 + 1)
        QVERIFY(std::abs(*selves[0].concordance.value - 0.8) < 1e-9);
        QVERIFY(*selves[0].icc.value > 0.8);
        QCOMPARE(selves[1].dimension, TraceDimension::Arousal);
        QCOMPARE(selves[1].trackCount, 0U);
        QCOMPARE(selves[1].traceCount, 1U);
        QVERIFY(*selves[1].overTime > 0.999);
        QCOMPARE(
            selfAgreementOf(valueOf(readLabels(fixture.library)), { tracks[0] }).at(0).trackCount,
            1U);
    }

    void onlyTheRatersAskedForCount()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId track = fixture.add("a.mp3");
        valueOf(store.rate({ .track = track, .session = session(store, "Ann"), .valence = 3.0 }));
        valueOf(store.rate({ .track = track, .session = session(store, "Bob"), .valence = 7.0 }));
        const auto bob = valueOf(readLabels(fixture.library, { "Bob" }));
        QCOMPARE(bob.raters(), std::vector<std::string> { "Bob" });
        QCOMPARE(*bob.tracks.at(0).labels.ratings.at(0).valence, 7.0);
        const auto nobody = readLabels(fixture.library, { "Eve" });
        QVERIFY(!nobody);
        QVERIFY(nobody.error().detail.find("\"Ann\", \"Bob\"") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LabelAgreementTest)
#include "tst_label_agreement.moc"
