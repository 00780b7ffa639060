#include "core/library/track_error_store.h"
#include "tests/core/library/library_fixture.h"

#include <cmath>

namespace circumplex {

namespace {

std::vector<TrackId> idsOf(const std::vector<PendingTrack>& pending)
{
    std::vector<TrackId> ids;
    for (const PendingTrack& track : pending)
        ids.push_back(track.track);
    return ids;
}

} // namespace

class AnnotationStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberComesBack()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        StoredAnnotation put = annotationOf(f.add("a"), f.model("1"), 6.25F, 3.5F);
        put.provenance.audioHash = hashOf(3);
        valueOf(store.put(put));
        const auto got = valueOf(store.find(put.track, put.model));
        QVERIFY(got.has_value());
        QCOMPARE(got->provenance.mode, put.provenance.mode);
        QCOMPARE(got->provenance.device, put.provenance.device);
        QCOMPARE(got->provenance.dataType, put.provenance.dataType);
        QCOMPARE(got->provenance.programVersion, put.provenance.programVersion);
        QCOMPARE(got->provenance.analysedAt, put.provenance.analysedAt);
        QVERIFY(got->provenance.audioHash == put.provenance.audioHash);
        const Annotation& said = got->annotation;
        QCOMPARE(said.durationSeconds, 180.0);
        QCOMPARE(said.valence, 6.25F);
        QCOMPARE(said.arousal, 3.5F);
        QCOMPARE(said.valenceInterval.lower, 5.75F);
        QCOMPARE(said.valenceInterval.upper, 6.75F);
        QCOMPARE(said.arousalInterval.lower, 3.25F);
        QCOMPARE(said.arousalInterval.upper, 3.75F);
        QCOMPARE(said.moods.size(), kMoodTags.size());
        QCOMPARE(said.moods[1].tag, 1);
        QCOMPARE(said.moods[1].probability, 0.25F);
        QCOMPARE(said.key->tonic, std::string("Eb"));
        QCOMPARE(said.key->mode, KeyMode::Minor);
        QCOMPARE(said.publishedKey, std::string("e- minor"));
        QCOMPARE(said.chords.size(), std::size_t(2));
        QCOMPARE(said.chords[1].chordClass, 169);
        QCOMPARE(said.chords[1].endSeconds, 180.0);
        QCOMPARE(said.curve.startSeconds, 0.5);
        QCOMPARE(said.curve.valence, put.annotation.curve.valence);
        QCOMPARE(said.curve.arousalUpper, put.annotation.curve.arousalUpper);
        QCOMPARE(said.curve.tagProbabilities.size(), 3 * kMoodTags.size());
        QVERIFY(std::abs(said.curve.tagProbabilities[60] - 0.25F) < 1e-5F);
        QCOMPARE(said.warnings, put.annotation.warnings);
    }

    void modelsStandSideBySide()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        const TrackId track = f.add("a");
        const ModelId one = f.model("1");
        const ModelId two = f.model("2");
        valueOf(store.put(annotationOf(track, one, 3, 3)));
        valueOf(store.put(annotationOf(track, two, 7, 7)));
        QCOMPARE(valueOf(store.modelsOf(track)), (std::vector<ModelId> { one, two }));
        QCOMPARE(valueOf(store.find(track, one))->annotation.valence, 3.0F);
        ModelStore models(f.library);
        valueOf(models.remove(one));
        QVERIFY(!valueOf(store.find(track, one)));
        QCOMPARE(valueOf(store.find(track, two))->annotation.valence, 7.0F);
        QCOMPARE(valueOf(models.annotationCount(two)), std::int64_t { 1 });
    }

    void anAnnotationWithoutCurveOrKeyIsKept()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        StoredAnnotation put { .track = f.add("a"), .model = f.model("1") };
        valueOf(store.put(put));
        const auto got = valueOf(store.find(put.track, put.model));
        QVERIFY(!got->annotation.key);
        QVERIFY(got->annotation.curve.valence.empty());
    }

    void whatIsNoNumberIsRefused()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        const StoredAnnotation good = annotationOf(f.add("a"), f.model("1"), 5, 5);
        StoredAnnotation bad = good;
        bad.annotation.valence = std::nanf("");
        QCOMPARE(store.put(bad).error().code, ErrorCode::Refused);
        bad = good;
        bad.annotation.curve.arousal.pop_back();
        QCOMPARE(store.put(bad).error().code, ErrorCode::Refused);
        bad = good;
        bad.annotation.moods[0].tag = 56;
        QCOMPARE(store.put(bad).error().code, ErrorCode::Refused);
        bad = good;
        bad.track = { 999 };
        QCOMPARE(store.put(bad).error().code, ErrorCode::NotFound);
        QVERIFY(!valueOf(store.find(good.track, good.model)));
    }

    void coarseIsReplacedByCompleteAndNeverTheOtherWay()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        StoredAnnotation coarse = annotationOf(f.add("a"), f.model("1"), 4, 4);
        coarse.provenance.isCoarse = true;
        valueOf(store.put(coarse));
        const auto pending = valueOf(store.pending(coarse.model, {}));
        QCOMPARE(pending.at(0).reason, PendingTrack::Reason::Coarse);
        valueOf(store.put(annotationOf(coarse.track, coarse.model, 6, 6)));
        valueOf(store.put(coarse));
        QCOMPARE(valueOf(store.find(coarse.track, coarse.model))->annotation.valence, 6.0F);
        QVERIFY(valueOf(store.pending(coarse.model, {})).empty());
    }

    void whatIsToDoFollowsFromTheTables()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        const TrackId done = f.add("done");
        const TrackId open = f.add("open");
        const TrackId missing = f.add("missing");
        const TrackId failing = f.add("failing");
        const ModelId model = f.model("1");
        valueOf(store.put(annotationOf(done, model, 5, 5)));
        valueOf(f.tracks.apply({ .missing = { missing } }));
        TrackErrorStore errors(f.library);
        for (int i = 0; i < 4; ++i)
            valueOf(errors.add({ failing, TrackStage::Analysis, "stalled", "" }, i));
        QCOMPARE(idsOf(valueOf(store.pending(model, {}))), std::vector<TrackId> { open });
        QCOMPARE(idsOf(valueOf(store.pending(model, { .mostTries = 4 }))),
            (std::vector<TrackId> { open, failing }));
        QCOMPARE(
            idsOf(valueOf(store.pending(f.model("2"), {}))), (std::vector<TrackId> { done, open }));
        valueOf(FolderStore(f.library).volumeGone(f.volume));
        QVERIFY(valueOf(store.pending(model, {})).empty());
    }

    void otherAudioMakesAnAnnotationStale()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        ScannedTrack seen = f.scanned("a");
        seen.audioHash = hashOf(1);
        StoredAnnotation put = annotationOf(f.add(seen), f.model("1"), 5, 5);
        put.provenance.audioHash = hashOf(1);
        valueOf(store.put(put));
        QVERIFY(valueOf(store.pending(put.model, {})).empty());
        seen.audioHash = hashOf(2);
        f.add(seen);
        QCOMPARE(
            valueOf(store.pending(put.model, {})).at(0).reason, PendingTrack::Reason::AudioChanged);
        put.provenance.audioHash = hashOf(2);
        valueOf(store.put(put));
        QVERIFY(valueOf(store.pending(put.model, {})).empty());
        // The file was replaced while it was analysed: the analysis heard what no scan has seen.
        put.provenance.audioHash = hashOf(3);
        valueOf(store.put(put));
        QCOMPARE(valueOf(store.pending(put.model, {})).size(), std::size_t(1));
    }

    void prioritiesComeFirst()
    {
        LibraryFixture f;
        AnnotationStore store(f.library);
        const TrackId a = f.add("a"), b = f.add("b"), c = f.add("c");
        const ModelId model = f.model("1");
        valueOf(store.prioritise(std::vector<TrackId> { c }, 1));
        valueOf(store.prioritise(std::vector<TrackId> { b }, 5));
        QCOMPARE(idsOf(valueOf(store.pending(model, {}))), (std::vector<TrackId> { b, c, a }));
        QCOMPARE(
            idsOf(valueOf(store.pending(model, { .limit = 2 }))), (std::vector<TrackId> { b, c }));
        valueOf(store.put(annotationOf(b, model, 5, 5)));
        valueOf(store.clearPriorities());
        QCOMPARE(idsOf(valueOf(store.pending(model, {}))), (std::vector<TrackId> { a, c }));
    }

    void modelsAreKnownByTheirHash()
    {
        LibraryFixture f;
        ModelStore models(f.library);
        const ModelId id = f.model("1");
        QCOMPARE(
            valueOf(models.add({ .name = "renamed", .hash = "1", .cardJson = "{\"a\":1}" })), id);
        QCOMPARE(valueOf(models.find("1"))->name, std::string("renamed"));
        QCOMPARE(valueOf(models.model(id)).cardJson, std::string("{\"a\":1}"));
        QVERIFY(!valueOf(models.find("2")));
        QCOMPARE(models.model({ 99 }).error().code, ErrorCode::NotFound);
        QCOMPARE(valueOf(models.all()).size(), std::size_t(1));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::AnnotationStoreTest)
#include "tst_annotation_store.moc"
