#include "core/engine/personal_pack.h"
#include "core/library/duplicate_store.h"
#include "core/library/label_store.h"
#include "core/types/mood_tags.h"
#include "tests/core/library/library_fixture.h"

#include <cmath>

using namespace circumplex;

/// What raters said, brought together for training.
class PersonalPackTest : public QObject {
    Q_OBJECT

    static SessionId session(LibraryFixture& fixture, const char* rater)
    {
        return valueOf(
            LabelStore(fixture.library).startSession({ .raterName = rater, .instrument = "x" }));
    }

    static LabelSet labels(LibraryFixture& fixture) { return valueOf(readLabels(fixture.library)); }

private Q_SLOTS:
    void sittingsAreAveragedWithinRatersAndRatersByWeight()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId track = fixture.add("a.mp3");
        for (const auto& [rater, valence] :
            { std::pair("Ann", 2.0), std::pair("Ann", 4.0), std::pair("Bob", 9.0) })
            valueOf(store.rate(
                { .track = track, .session = session(fixture, rater), .valence = valence }));
        const auto set = labels(fixture);
        QCOMPARE(joinLabels(set, set.tracks[0], {}, {}).valence.value, 6.0);
        QCOMPARE(joinLabels(set, set.tracks[0], {}, {}).valence.weight, 2.0);
        const auto weighted = joinLabels(set, set.tracks[0], { { "Bob", 0.5 } }, {});
        QCOMPARE(weighted.valence.value, (3.0 + 4.5) / 1.5);
        QCOMPARE(joinLabels(set, set.tracks[0], { { "Bob", 0.0 } }, {}).valence.value, 3.0);
        QCOMPARE(weighted.arousal.weight, 0.0);
    }

    void tracesLabelTheWindowsThatTheyCoverAfterOrientation()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId track = fixture.add("a.mp3");
        const TraceId trace = valueOf(store.startTrace({ .track = track,
            .session = session(fixture, "Ann"),
            .dimension = TraceDimension::Arousal,
            .latencySeconds = 1.0 }));
        std::vector<TraceSample> samples; // 3 up to 31 s, then 7, both a second late
        for (int i = 1; i <= 61; ++i)
            samples.push_back({ static_cast<float>(i), i < 31 ? 3.0F : 7.0F });
        valueOf(store.appendToTrace(trace, samples));
        valueOf(store.completeTrace(trace));
        const auto set = labels(fixture);
        const auto joined
            = joinLabels(set, set.tracks[0], {}, { .hopSeconds = 5.0, .windowSeconds = 10.0 });
        const auto& windows = joined.arousalWindows;
        QCOMPARE(windows.at(2).weight, 0.0); // 5 to 15 s: still finding their mind
        QCOMPARE(windows.at(3).value, 3.0); // 10 to 20 s
        QCOMPARE(windows.at(6).value, 5.0); // 25 to 35 s
        QCOMPARE(windows.at(8).value, 7.0);
        QCOMPARE(windows.at(12).weight, 0.0); // 55 to 65 s: beyond the end
        QVERIFY(joined.arousal.value > 4.5 && joined.arousal.value < 6.0); // of the whole
        QCOMPARE(joined.valence.weight, 0.0);
    }

    void marksOfATraceDecideWhatItTeaches()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId track = fixture.add("a.mp3");
        const auto say = [&](const char* rater, Trace trace, std::optional<double> soundEnd) {
            trace.track = track;
            trace.session = session(fixture, rater);
            const TraceId id = valueOf(store.startTrace(trace));
            std::vector<TraceSample> samples; // 9 to 15 s and from 50 s on, else 3; 0.5 s late
            for (int i = 0; i <= 140; ++i) {
                const double about = 0.5 * i - 0.5;
                samples.push_back(
                    { 0.5F * static_cast<float>(i), about < 15.0 || about >= 50.0 ? 9.0F : 3.0F });
            }
            valueOf(store.appendToTrace(id, samples));
            valueOf(store.completeTrace(id, soundEnd));
        };
        say("Ann", { .latencySeconds = 0.5, .orientationSeconds = 15.0 }, 50.0);
        say("Bob", { .mode = TraceMode::Relative }, 50.0);
        const auto set = labels(fixture);
        const CurveGrid grid { .hopSeconds = 5.0, .windowSeconds = 10.0 };
        const auto joined = joinLabels(set, set.tracks[0], {}, grid);
        QCOMPARE(joined.valenceWindows.at(3).weight, 0.0); // 10 to 20 s
        QCOMPARE(joined.valenceWindows.at(4).value, 3.0); // 15 to 25 s
        QCOMPARE(joined.valenceWindows.at(4).weight, 1.0); // Bob's has no values
        QCOMPARE(joined.valenceWindows.at(9).value, 3.0); // 40 to 50 s
        QCOMPARE(joined.valenceWindows.at(10).weight, 0.0); // 45 to 55 s: after-glow
        QCOMPARE(joined.valence.value, 3.0);
        const auto warnings = labelWarnings(set);
        QVERIFY(std::ranges::any_of(warnings, [](const std::string& sentence) {
            return sentence.starts_with("1 continuous ratings have no ends");
        }));

        // Marked as counting from the first second on: nothing is assumed.
        LibraryFixture other;
        LabelStore otherStore(other.library);
        const TraceId id = valueOf(otherStore.startTrace({ .track = other.add("a.mp3"),
            .session = session(other, "Ann"),
            .orientationSeconds = 0.0 }));
        valueOf(otherStore.appendToTrace(
            id, std::vector<TraceSample> { { 0.0F, 4.0F }, { 30.0F, 4.0F } }));
        valueOf(otherStore.completeTrace(id));
        const auto whole = labels(other);
        QCOMPARE(joinLabels(whole, whole.tracks[0], {}, grid).valenceWindows.at(1).value, 4.0);
    }

    void tagsNotGivenCountLittleAgainst()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const TrackId one = fixture.add("1.mp3"), two = fixture.add("2.mp3");
        const SessionId ann = session(fixture, "Ann");
        valueOf(store.tag(std::vector<TagLabel> { { one, ann, "calm" }, { two, ann, "happy" },
            { two, ann, "dark", false }, { two, ann, "my own" } }));
        const auto set = labels(fixture);
        const auto first = joinLabels(set, set.tracks[0], {}, {}),
                   second = joinLabels(set, set.tracks[1], {}, {});
        const auto of = [](const JoinedLabels& joined, const char* tag) {
            return joined.tags.at(static_cast<int>(moodTagIndex(tag)));
        };
        QCOMPARE(of(first, "calm").value, 1.0);
        QCOMPARE(of(first, "calm").weight, 1.0);
        QCOMPARE(of(first, "happy").value, 0.0);
        QVERIFY(std::abs(of(first, "happy").weight - 1.0 / 3.0) < 1e-9);
        QCOMPARE(of(second, "dark").weight, 1.0); // said outright
        QVERIFY(!first.tags.contains(static_cast<int>(moodTagIndex("sad"))));
        QCOMPARE(labelWarnings(set).size(), 2U); // one rater; a tag that models do not know
        QVERIFY(labelWarnings(set)[1].find("\"my own\"") != std::string::npos);
    }

    void constantAndContradictoryRatingsAreNamed()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const SessionId ann = session(fixture, "Ann"), again = session(fixture, "Ann"),
                        bob = session(fixture, "Bob");
        for (const char* name : { "1.mp3", "2.mp3" }) {
            const TrackId track = fixture.add(name);
            valueOf(store.rate({ .track = track, .session = ann, .valence = 5.0, .arousal = 2.0 }));
            valueOf(store.rate({ .track = track, .session = bob, .valence = 5.0, .arousal = 3.0 }));
            valueOf(store.rate({ .track = track, .session = again, .arousal = 8.0 }));
        }
        const auto warnings = labelWarnings(labels(fixture));
        QCOMPARE(warnings.size(), 2U);
        QVERIFY(warnings[0].find("valence is the same") != std::string::npos);
        QVERIFY(warnings[1].starts_with("2 times somebody rated the arousal"));
    }

    void tracksAreTiedByTagsSoundDuplicatesAndFolders()
    {
        LibraryFixture fixture;
        LabelStore store(fixture.library);
        const SessionId ann = session(fixture, "Ann");
        const auto add = [&](const std::string& path, const TrackTags& tags, std::uint8_t sound) {
            auto track = fixture.scanned(path, tags);
            track.audioHash = hashOf(sound);
            const TrackId id = fixture.add(track);
            valueOf(store.rate({ .track = id, .session = ann, .valence = 5.0 }));
            return id;
        };
        add("a/1.mp3", { .artist = "A" }, 1);
        add("b/2.mp3", { .artist = "a", .album = "X" }, 2);
        add("c/3.mp3", { .artist = "C" }, 1); // the same sound as the first
        const TrackId dubbed = add("d/4.mp3", { .artist = "D" }, 4);
        const TrackId original = add("e/5.mp3", { .artist = "E" }, 5);
        add("f/6.mp3", {}, 6);
        add("f/7.mp3", {}, 7);
        add("g/8.mp3", {}, 8);
        valueOf(
            DuplicateStore(fixture.library)
                .propose(std::vector { DuplicatePair { .first = dubbed, .second = original } }));
        const auto set = labels(fixture);
        const auto ties = valueOf(tiesOf(fixture.library, set.tracks));
        QCOMPARE(groupsOf(ties), (std::vector<std::int64_t> { 0, 0, 0, 1, 1, 2, 2, 3 }));
    }
};

QTEST_GUILESS_MAIN(PersonalPackTest)
#include "tst_personal_pack.moc"
