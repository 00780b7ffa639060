#include "core/engine/label_bundle.h"
#include "core/engine/track_matcher.h"
#include "core/library/label_store.h"
#include "tests/core/library/library_fixture.h"

using namespace circumplex;

/// Labels that travel between libraries of the same music under other names.
class LabelBundleTest : public QObject {
    Q_OBJECT

    static TrackId add(LibraryFixture& fixture, const std::string& path, std::uint8_t sound,
        const TrackTags& tags = {}, double seconds = 180.0)
    {
        ScannedTrack track = fixture.scanned(path, tags);
        if (sound != 0) track.audioHash = hashOf(sound);
        track.durationSeconds = seconds;
        return fixture.add(track);
    }

    /// Two sittings of Ann and one of Bob, with a rating, tags and a trace.
    static void label(LibraryFixture& fixture, TrackId track)
    {
        LabelStore store(fixture.library);
        for (const char* rater : { "Ann", "Ann", "Bob" }) {
            const SessionId session = valueOf(store.startSession({ .raterName = rater,
                .startedAt = 1000 + track.value,
                .instrument = "mouse 2-D" }));
            valueOf(store.rate(
                { .track = track, .session = session, .valence = 3.25, .arousal = 7.0 }));
            valueOf(store.tag(std::vector<TagLabel> {
                { track, session, "sad", true, 1 }, { track, session, "happy", false, 1 } }));
            const TraceId trace = valueOf(store.startTrace({ .track = track,
                .session = session,
                .dimension = TraceDimension::Arousal,
                .latencySeconds = 0.5 }));
            valueOf(store.appendToTrace(
                trace, std::vector<TraceSample> { { 1.0F, 2.0F }, { 2.0F, 8.5F } }));
            valueOf(store.completeTrace(trace));
        }
    }

    static std::string bundle(LibraryFixture& fixture)
    {
        return valueOf(bundleOf(fixture.library, valueOf(readLabels(fixture.library))));
    }

    static QString merge(LibraryFixture& fixture, const std::string& text)
    {
        const auto done = mergeBundle(fixture.library, text, "b.jsonl", 5, {});
        if (!done) return QString::fromStdString(done.error().detail);
        return QStringLiteral("%1 %2 %3 %4")
            .arg(done->added)
            .arg(done->changed)
            .arg(done->unchanged)
            .arg(done->refused.size());
    }

private Q_SLOTS:
    void labelsFindTheirTracksElsewhereOnceAndForAll()
    {
        LibraryFixture here, there;
        const TrackTags song { .title = "Song", .artist = "Singer", .recordingMbid = "M-1" };
        label(here, add(here, "a.mp3", 1));
        label(here,
            add(here, "b.mp3", 0,
                { .title = "Other", .artist = "Singer", .recordingMbid = "M-2" }));
        label(here, add(here, "c.mp3", 0, song));
        label(here, add(here, "d.mp3", 9));
        add(there, "x/1.flac", 1);
        add(there, "x/2.flac", 2, { .recordingMbid = "m-2" }, 182.0);
        add(there, "x/3.flac", 3, { .title = "song", .artist = "SINGER" }, 181.0);
        add(there, "x/4.flac", 4, song, 300.0); // a longer one is another recording
        const std::string text = bundle(here);
        QVERIFY(text.find("a.mp3") == std::string::npos);
        QCOMPARE(merge(there, text), QStringLiteral("9 0 0 3"));
        QCOMPARE(merge(there, text), QStringLiteral("0 0 9 3"));
        const auto labels = valueOf(LabelStore(there.library).of({ 1 }));
        QCOMPARE(labels.ratings.size(), 3U);
        QCOMPARE(*labels.ratings[0].valence, 3.25);
        QCOMPARE(labels.traces.size(), 3U);
        QCOMPARE(labels.traces[0].latencySeconds, 0.5);
        QCOMPARE(labels.traces[0].samples[1], (TraceSample { 2.0F, 8.5F }));
        QVERIFY(labels.traces[0].isComplete);
        // and back: what came from here adds nothing
        QCOMPARE(merge(here, bundle(there)), QStringLiteral("0 0 9 0"));
        // a third library gets the same from either
        LibraryFixture third;
        add(third, "y.mp3", 1);
        QCOMPARE(
            merge(third, bundle(there)).section(QLatin1Char(' '), 0, 2), QStringLiteral("3 0 0"));
        QCOMPARE(merge(third, text).section(QLatin1Char(' '), 0, 2), QStringLiteral("0 0 3"));
    }

    void sittingsModesAndMarksTravelWithTheLabels()
    {
        LibraryFixture here, there;
        const TrackId track = add(here, "a.mp3", 1);
        LabelStore store(here.library);
        const SessionId first = valueOf(store.startSession({ .raterName = "Ann",
            .startedAt = 900,
            .instrument = "fader arousal, relative",
            .locus = EmotionLocus::Felt }));
        const SessionId second = valueOf(store.startSession(
            { .raterName = "Ann", .startedAt = 9000, .instrument = "keys 2-D" }));
        const TraceId trace = valueOf(store.startTrace({ .track = track,
            .session = first,
            .dimension = TraceDimension::Arousal,
            .mode = TraceMode::Relative,
            .startedAt = 1000,
            .orientationSeconds = 8.0 }));
        valueOf(store.appendToTrace(
            trace, std::vector<TraceSample> { { 1.0F, 0.0F }, { 2.0F, -85.5F } }));
        valueOf(store.completeTrace(trace, 1.5));
        valueOf(store.rate({ .track = track,
            .session = second,
            .valence = 4.0,
            .ratedAt = 9100,
            .confidence = 2,
            .familiarity = 3 }));
        add(there, "x.flac", 1);
        QCOMPARE(merge(there, bundle(here)), QStringLiteral("2 0 0 0"));
        QCOMPARE(merge(there, bundle(here)), QStringLiteral("0 0 2 0"));
        QCOMPARE(merge(here, bundle(there)), QStringLiteral("0 0 2 0"));

        const auto set = valueOf(readLabels(there.library));
        const TrackLabels& labels = set.tracks.at(0).labels;
        const Trace& kept = labels.traces.at(0);
        QCOMPARE(kept.mode, TraceMode::Relative);
        QCOMPARE(kept.samples.at(1), (TraceSample { 2.0F, -85.5F }));
        QCOMPARE(kept.orientationSeconds, std::optional(8.0));
        QCOMPARE(kept.soundEndSeconds, std::optional(1.5));
        QCOMPARE(kept.startedAt, std::int64_t(1000));
        const StaticRating& rating = labels.ratings.at(0);
        QCOMPARE(rating.ratedAt, std::int64_t(9100));
        QCOMPARE(rating.confidence, std::optional(2));
        QCOMPARE(rating.familiarity, std::optional(3));
        QCOMPARE(set.sessions.at(kept.session).locus, std::optional(EmotionLocus::Felt));

        const auto records = valueOf(recordsOf(there.library, set));
        QCOMPARE(records.size(), 2U);
        QCOMPARE(records[0].row.sitting.pass, 1);
        QCOMPARE(records[0].row.sitting.instrument, std::string("fader arousal, relative"));
        QCOMPARE(records[1].row.sitting.pass, 2); // by when it was said, not when it came here
        QCOMPARE(records[1].row.sitting.instrument, std::string("keys 2-D"));
    }

    void damagedBundlesChangeNothing()
    {
        LibraryFixture here;
        label(here, add(here, "a.mp3", 1));
        std::string text = bundle(here);
        QVERIFY(merge(here, "x\n").contains(QStringLiteral("line 1: this is no bundle")));
        QVERIFY(merge(here, "").contains(QStringLiteral("it is empty")));
        LibraryFixture there;
        add(there, "x.flac", 1);
        QVERIFY(merge(there, text + "{\"track\": 3}\n")
                    .contains(QStringLiteral("line 5: it is damaged")));
        const auto value = text.find("3.25");
        text.replace(value, 4, "9.25");
        QVERIFY(merge(there, text).contains(QStringLiteral("not between 1 and 9")));
        QVERIFY(valueOf(readLabels(there.library)).tracks.empty());
    }

    void aTrackIsFoundByWhatTellsMost()
    {
        LibraryFixture fixture;
        const TrackId first = add(fixture, "audio/24/3524.low.mp3", 1);
        const TrackId second = add(fixture, "audio/25/3524.mp3", 2);
        const TrackId numbered = add(fixture, "deam/12.mp3", 3);
        const auto matcher = valueOf(TrackMatcher::of(fixture.library));
        const auto find = [&](TrackClue clue) { return valueOf(matcher.find(clue)); };
        QCOMPARE(find({ .path = "24/3524.mp3" }), std::vector { first });
        QCOMPARE(find({ .path = "/elsewhere/25/3524.flac" }), std::vector { second });
        QCOMPARE(find({ .path = "3524.mp3" }).size(), 2U);
        QCOMPARE(find({ .path = "12" }), std::vector { numbered });
        QCOMPARE(find({ .path = "12", .durationSeconds = 50.0 }).size(), 0U);
        QCOMPARE(find({ .path = "99", .audioHash = hashOf(2) }), std::vector { second });
        QVERIFY(find({ .path = "absent.mp3", .artist = "A", .title = "B" }).empty());
    }
};

QTEST_GUILESS_MAIN(LabelBundleTest)
#include "tst_label_bundle.moc"
