#include "core/library/duplicate_store.h"
#include "core/library/label_store.h"
#include "core/library/playlist_store.h"
#include "core/library/track_error_store.h"
#include "tests/core/library/library_fixture.h"

namespace circumplex {

class TrackStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberComesBack()
    {
        LibraryFixture f;
        ScannedTrack seen = f.scanned("a/b\xff c.flac");
        seen.place.cue = CueRange { 3, 10.5, 20.25 };
        seen.audioHash = hashOf(7);
        seen.tags = { .title = "T",
            .artist = "A",
            .album = "B",
            .albumArtist = "C",
            .genre = "G",
            .trackNumber = 4,
            .discNumber = 2,
            .year = 1977,
            .recordingMbid = "r",
            .releaseMbid = "s",
            .artistMbid = "t" };
        seen.cover = { { 1, 2, 3 }, "embedded" };
        seen.fingerprint = { 9, 8 };
        const TrackId id = f.add(seen);
        const Track track = valueOf(f.tracks.track(id));
        QVERIFY(track.place == seen.place);
        QVERIFY(track.stamp == seen.stamp);
        QVERIFY(track.audioHash == seen.audioHash);
        QVERIFY(track.durationSeconds == seen.durationSeconds);
        QVERIFY(track.tags == seen.tags);
        QVERIFY(track.cover == seen.cover);
        QCOMPARE(track.addedAt, std::int64_t { 10 });
        QCOMPARE(valueOf(f.tracks.fingerprint(id)), (std::vector<std::uint8_t> { 9, 8 }));
    }

    void aTrackIsFoundByTheBytesOfItsPath()
    {
        LibraryFixture f;
        // The same letters, composed and decomposed, are two files.
        const TrackId composed = f.add("\xc3\xa9.mp3");
        const TrackId decomposed = f.add("e\xcc\x81.mp3");
        QVERIFY(composed != decomposed);
        QCOMPARE(valueOf(f.tracks.find({ f.volume, "e\xcc\x81.mp3", {} })), decomposed);
        QCOMPARE(valueOf(f.tracks.find({ f.volume, "E.mp3", {} })), std::nullopt);
        QCOMPARE(
            valueOf(f.tracks.find({ f.volume, "\xc3\xa9.mp3", CueRange { 1 } })), std::nullopt);
    }

    void scanningAgainUpdatesTheSameRow()
    {
        LibraryFixture f;
        const TrackId id = f.add("a.mp3", { .title = "Old" });
        const auto outcome
            = valueOf(f.tracks.apply({ .seen = { f.scanned("a.mp3", { .title = "New" }) } }));
        QCOMPARE(outcome.seen.at(0), id);
        QCOMPARE(outcome.added, 0);
        QCOMPARE(outcome.updated, 1);
        QCOMPARE(valueOf(f.tracks.track(id)).tags.title, std::string("New"));
    }

    void aMovedFileKeepsItsRowAndWhatHangsOnIt()
    {
        LibraryFixture f;
        const TrackId id = f.add("old.mp3");
        LabelStore labels(f.library);
        const SessionId session = valueOf(labels.startSession({ .raterName = "me" }));
        valueOf(labels.rate({ .track = id, .session = session, .valence = 7.0 }));
        valueOf(f.tracks.apply({ .missing = { id } }));
        QCOMPARE(valueOf(f.tracks.missing(f.volume)), std::vector<TrackId> { id });
        ScannedTrack moved = f.scanned("new/place.mp3");
        moved.id = id;
        const auto outcome = valueOf(f.tracks.apply({ .seen = { moved } }));
        QCOMPARE(outcome.seen.at(0), id);
        const Track track = valueOf(f.tracks.track(id));
        QCOMPARE(track.place.path, std::string("new/place.mp3"));
        QCOMPARE(track.state, TrackState::Present);
        QCOMPARE(valueOf(labels.of(id)).ratings.size(), std::size_t(1));
    }

    void aPlaceIsGivenToTheTrackNamedById()
    {
        LibraryFixture f;
        const TrackId first = f.add("a.mp3");
        const TrackId second = f.add("b.mp3");
        ScannedTrack moved = f.scanned("b.mp3");
        moved.id = first;
        valueOf(f.tracks.apply({ .seen = { moved } }));
        QCOMPARE(valueOf(f.tracks.find(moved.place)), first);
        QCOMPARE(valueOf(f.tracks.track(second)).state, TrackState::Missing);
        // Found again while its place is taken: it stays missing.
        valueOf(f.tracks.apply({ .unchanged = { second } }));
        QCOMPARE(valueOf(f.tracks.track(second)).state, TrackState::Missing);
    }

    void missingTracksAreKeptAndComeBack()
    {
        LibraryFixture f;
        const TrackId id = f.add("a.mp3");
        QCOMPARE(valueOf(f.tracks.apply({ .missing = { id } })).missing, 1);
        QCOMPARE(valueOf(f.tracks.apply({ .missing = { id } })).missing, 0);
        QCOMPARE(valueOf(f.tracks.track(id)).state, TrackState::Missing);
        valueOf(f.tracks.apply({ .unchanged = { id } }));
        QCOMPARE(valueOf(f.tracks.track(id)).state, TrackState::Present);
    }

    void anAbsentVolumeChangesNoTrack()
    {
        LibraryFixture f;
        FolderStore folders(f.library);
        const TrackId id = f.add("a.mp3");
        valueOf(folders.volumeGone(f.volume));
        QVERIFY(!valueOf(folders.volumes()).at(0).isOnline);
        QCOMPARE(valueOf(f.tracks.track(id)).state, TrackState::Present);
        const VolumeId again = valueOf(folders.volumeSeen(
            { .identity = "uuid:1", .mountPoint = "/elsewhere", .lastSeenAt = 2 }));
        QCOMPARE(again, f.volume);
        QCOMPARE(valueOf(folders.volumes()).at(0).mountPoint, std::string("/elsewhere"));
        QVERIFY(valueOf(folders.volumes()).at(0).isOnline);
    }

    void hashAndDurationOfAnUnchangedFileAreLeft()
    {
        LibraryFixture f;
        ScannedTrack seen = f.scanned("a.mp3");
        seen.audioHash = hashOf(1);
        const TrackId id = f.add(seen);
        seen.audioHash.reset();
        seen.durationSeconds.reset();
        f.add(seen);
        QVERIFY(valueOf(f.tracks.track(id)).audioHash == hashOf(1));
        seen.stamp.modifiedNs += 1;
        f.add(seen);
        QVERIFY(!valueOf(f.tracks.track(id)).audioHash);
        QVERIFY(!valueOf(f.tracks.track(id)).durationSeconds);
    }

    void tracksAreFoundByTheirSound()
    {
        LibraryFixture f;
        ScannedTrack seen = f.scanned("a.mp3");
        seen.audioHash = hashOf(1);
        const TrackId first = f.add(seen);
        seen.place.path = "b.mp3";
        const TrackId second = f.add(seen);
        QCOMPARE(valueOf(f.tracks.withAudio(hashOf(1))), (std::vector<TrackId> { first, second }));
        QVERIFY(valueOf(f.tracks.withAudio(hashOf(2))).empty());
    }

    void filesBelowAFolderAreOnlyThose()
    {
        LibraryFixture f;
        f.add("rock/a.mp3");
        f.add("rock/deep/b.mp3");
        f.add("rock2/c.mp3");
        f.add("rock.mp3");
        f.add("\xff\xff.mp3");
        const auto below = valueOf(f.tracks.filesBelow(f.volume, "rock"));
        QCOMPARE(below.size(), std::size_t(2));
        QCOMPARE(below.at(0).path, std::string("rock/a.mp3"));
        QCOMPARE(below.at(1).path, std::string("rock/deep/b.mp3"));
        QCOMPARE(valueOf(f.tracks.filesBelow(f.volume, "")).size(), std::size_t(5));
    }

    void anUnreadableFileIsATrackWithAReason()
    {
        LibraryFixture f;
        const UnreadableFile file { { f.volume, "bad.mp3", {} }, { 5, 6 }, "audio-damaged", "No." };
        const TrackId id
            = valueOf(f.tracks.apply({ .unreadable = { file }, .scannedAt = 1 })).unreadable.at(0);
        valueOf(f.tracks.apply({ .unreadable = { file }, .scannedAt = 2 }));
        TrackErrorStore errors(f.library);
        const auto kept = valueOf(errors.of(id));
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept.at(0).tries, 2);
        QCOMPARE(kept.at(0).lastAt, std::int64_t { 2 });
        QCOMPARE(kept.at(0).failure.code, std::string("audio-damaged"));
        f.add("bad.mp3"); // readable now
        QVERIFY(valueOf(errors.of(id)).empty());
    }

    void failuresAreCountedPerStage()
    {
        LibraryFixture f;
        TrackErrorStore errors(f.library);
        const TrackId id = f.add("a.mp3");
        const TrackFailure failure { id, TrackStage::Analysis, "stalled", "It took too long." };
        QCOMPARE(valueOf(errors.add(failure, 5)), 1);
        QCOMPARE(valueOf(errors.add(failure, 6)), 2);
        QCOMPARE(valueOf(errors.all(TrackStage::Analysis)).size(), std::size_t(1));
        QVERIFY(valueOf(errors.all(TrackStage::Scan)).empty());
        valueOf(errors.clear(id, TrackStage::Analysis));
        QCOMPARE(valueOf(errors.add(failure, 7)), 1);
    }

    void aFailingBatchLeavesNothing()
    {
        LibraryFixture f;
        ScannedTrack unknown = f.scanned("b.mp3");
        unknown.id = TrackId { 999 };
        const auto outcome = f.tracks.apply({ .seen = { f.scanned("a.mp3"), unknown } });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QCOMPARE(valueOf(f.tracks.find({ f.volume, "a.mp3", {} })), std::nullopt);
    }

    void severalVerbsCanBeOneTransaction()
    {
        LibraryFixture f;
        const auto outcome = f.library.inTransaction([&]() -> Result<void> {
            f.add("a.mp3");
            return tl::unexpected(Error { ErrorCode::Cancelled, "enough" });
        });
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QCOMPARE(valueOf(f.tracks.find({ f.volume, "a.mp3", {} })), std::nullopt);
    }

    void peoplesWorkIsNotForgotten()
    {
        LibraryFixture f;
        const TrackId plain = f.add("a.mp3");
        const TrackId labelled = f.add("b.mp3");
        const TrackId listed = f.add("c.mp3");
        const ModelId model = f.model("1");
        valueOf(AnnotationStore(f.library).put(annotationOf(plain, model, 5, 5)));
        LabelStore labels(f.library);
        const SessionId session = valueOf(labels.startSession({ .raterName = "me" }));
        valueOf(labels.tag(std::vector<TagLabel> { { labelled, session, "calm", true, 1 } }));
        PlaylistStore playlists(f.library);
        const PlaylistId list = valueOf(playlists.add({ .name = "L" }));
        valueOf(playlists.setItems(list, std::vector<TrackId> { listed }));
        const auto staying
            = valueOf(f.tracks.forget(std::vector<TrackId> { plain, labelled, listed }));
        QCOMPARE(staying, (std::vector<TrackId> { labelled, listed }));
        QCOMPARE(f.tracks.track(plain).error().code, ErrorCode::NotFound);
        QVERIFY(!valueOf(AnnotationStore(f.library).find(plain, model)));
    }

    void foldersAreWatchedOnce()
    {
        LibraryFixture f;
        FolderStore folders(f.library);
        const FolderId id = valueOf(folders.addFolder(f.volume, "Music"));
        QCOMPARE(valueOf(folders.addFolder(f.volume, "Music")), id);
        QVERIFY(!valueOf(folders.folders()).at(0).lastScannedAt);
        valueOf(folders.folderScanned(id, 77));
        QCOMPARE(valueOf(folders.folders()).at(0).lastScannedAt, std::int64_t { 77 });
        valueOf(folders.removeFolder(id));
        QVERIFY(valueOf(folders.folders()).empty());
    }

    void duplicatesAreProposedAndNeverDecidedTwice()
    {
        LibraryFixture f;
        DuplicateStore duplicates(f.library);
        const TrackId a = f.add("a.mp3");
        const TrackId b = f.add("b.mp3");
        using Pair = DuplicatePair;
        const std::vector<Pair> pairs { { b, a, Pair::Reason::SimilarFingerprint, 0.9 } };
        QCOMPARE(valueOf(duplicates.propose(pairs)), 1);
        QCOMPARE(valueOf(duplicates.propose(pairs)), 0);
        QCOMPARE(valueOf(duplicates.open()).at(0).first, a);
        valueOf(duplicates.decide(b, a, Pair::Verdict::Different));
        QVERIFY(valueOf(duplicates.open()).empty());
        valueOf(duplicates.propose(pairs));
        QVERIFY(valueOf(duplicates.open()).empty());
        QCOMPARE(valueOf(duplicates.of(a)).at(0).verdict, Pair::Verdict::Different);
        QCOMPARE(
            duplicates.decide(a, { 99 }, Pair::Verdict::Same).error().code, ErrorCode::NotFound);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::TrackStoreTest)
#include "tst_track_store.moc"
