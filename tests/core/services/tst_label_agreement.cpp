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
