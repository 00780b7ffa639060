#include "core/library/folder_store.h"
#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/engine/scanned_library.h"

#include <QTest>

#include <fileref.h>
#include <flacfile.h>
#include <flacpicture.h>
#include <tag.h>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

void tag(const fs::path& path, const char* title)
{
    const TagLib::FileRef file(path.c_str(), false);
    file.tag()->setTitle(title);
    file.tag()->setArtist("Artist");
    file.tag()->setYear(1999);
    QVERIFY(file.file()->save());
}

/// As people copy: the copy is another file of the same content.
void copyFile(const fs::path& from, const fs::path& to)
{
    fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

QString summary(const ScanReport& report)
{
    return QStringLiteral("added %1, updated %2, moved %3, unchanged %4, missing %5, failed %6")
        .arg(report.added)
        .arg(report.updated)
        .arg(report.moved)
        .arg(report.unchanged)
        .arg(report.missing)
        .arg(report.failures.size());
}

} // namespace

class LibraryScannerTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::ScannedLibrary> m_library;
    fs::path m_music;

    void melody(const std::string& name, std::uint32_t seed, double seconds = 0.5) const
    {
        fs::create_directories((m_music / name).parent_path());
        test::writeMelody(m_music / name, seed, seconds);
    }

private Q_SLOTS:
    void init()
    {
        m_library = std::make_unique<test::ScannedLibrary>();
        m_music = m_library->music();
    }

    void tracksCarryWhatTheirFilesSay()
    {
        melody("deep/a.wav", 1, 2.0);
        tag(m_music / "deep/a.wav", "A title");
        test::encode(m_music / "deep/a.wav", {}, m_music / "b.flac");
        {
            TagLib::FLAC::File flac((m_music / "b.flac").c_str());
            auto* picture = new TagLib::FLAC::Picture;
            picture->setData("picture");
            flac.addPicture(picture);
            QVERIFY(flac.save());
        }
        test::write(m_music / "deep/Folder.jpg", "a picture beside");
        QCOMPARE(summary(m_library->scan()),
            QStringLiteral("added 2, updated 0, moved 0, unchanged 0, missing 0, failed 0"));
        const Track track = m_library->at(m_music / "deep/a.wav");
        QCOMPARE(track.tags.title, "A title");
        QCOMPARE(track.tags.artist, "Artist");
        QCOMPARE(track.tags.year, 1999);
        QCOMPARE(*track.durationSeconds, 2.0);
        QVERIFY(track.audioHash);
        QCOMPARE(fs::path(track.cover.source).filename(), fs::path("Folder.jpg"));
        QCOMPARE(track.cover.hash.size(), 16U);
        QCOMPARE(m_library->at(m_music / "b.flac").cover.source, "embedded");
        QVERIFY(FolderStore(m_library->database()).folders()->front().lastScannedAt);
    }

    void unchangedFilesAreNotReadAgain()
    {
        melody("a.wav", 1);
        melody("b.wav", 2);
        m_library->scan();
        ScanProgress last;
        const auto report = m_library->rescan({}, [&last](const ScanProgress& now) { last = now; });
        QCOMPARE(summary(report),
            QStringLiteral("added 0, updated 0, moved 0, unchanged 2, missing 0, failed 0"));
        QCOMPARE(last.found, 2U);
        QCOMPARE(last.toRead, 0U);
    }

    void aNewTitleIsAnUpdate()
    {
        melody("a.wav", 1);
        m_library->scan();
        const Track before = m_library->at(m_music / "a.wav");
        tag(m_music / "a.wav", "New");
        QCOMPARE(summary(m_library->rescan()),
            QStringLiteral("added 0, updated 1, moved 0, unchanged 0, missing 0, failed 0"));
        const Track after = m_library->at(m_music / "a.wav");
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.audioHash, before.audioHash);
        QCOMPARE(after.tags.title, "New");
    }

    void aFileThatMovesIsTheSameTrack()
    {
        melody("a.wav", 1);
        melody("b.wav", 2);
        m_library->scan();
        const TrackId id = m_library->idAt(m_music / "a.wav");
        m_library->label(id);
        // Moved, renamed and tagged at once.
        fs::create_directory(m_music / "folder");
        fs::rename(m_music / "a.wav", m_music / "folder/z.wav");
        tag(m_music / "folder/z.wav", "Moved");
        QCOMPARE(summary(m_library->rescan()),
            QStringLiteral("added 0, updated 0, moved 1, unchanged 1, missing 0, failed 0"));
        QCOMPARE(m_library->idAt(m_music / "folder/z.wav"), id);
        QVERIFY(m_library->hasItsLabel(id));
        QCOMPARE(m_library->all().size(), 2U);
    }

    void aFileThatMovesOutOfTheScannedFolderIsFoundWhereItIs()
    {
        melody("one/a.wav", 1);
        fs::create_directory(m_music / "two");
        m_library->scan({ m_music / "one", m_music / "two" });
        const TrackId id = m_library->idAt(m_music / "one/a.wav");
        fs::rename(m_music / "one/a.wav", m_music / "two/b.wav");
        // The folder it left is not looked into.
        QCOMPARE(m_library->scan({ m_music / "two" }).moved, 1);
        QCOMPARE(m_library->idAt(m_music / "two/b.wav"), id);
    }

    void twoFilesWithOneSoundAreTwoTracks()
    {
        melody("a.wav", 1);
        m_library->scan();
        const TrackId id = m_library->idAt(m_music / "a.wav");
        copyFile(m_music / "a.wav", m_music / "b.wav");
        copyFile(m_music / "a.wav", m_music / "c.wav");
        QCOMPARE(summary(m_library->rescan()),
            QStringLiteral("added 2, updated 0, moved 0, unchanged 1, missing 0, failed 0"));
        QCOMPARE(m_library->idAt(m_music / "a.wav"), id);
        QCOMPARE(m_library->all().size(), 3U);
        // One goes: it is missing, and no other takes its place.
        fs::remove(m_music / "b.wav");
        QCOMPARE(m_library->rescan().missing, 1);
        // One comes, after two went: one of them, once.
        const TrackId c = m_library->idAt(m_music / "c.wav");
        fs::rename(m_music / "c.wav", m_music / "d.wav");
        QCOMPARE(m_library->rescan().moved, 1);
        const TrackId d = m_library->idAt(m_music / "d.wav");
        QVERIFY(d == c || d != id);
        QCOMPARE(m_library->all().size(), 3U);
    }

    void ofSeveralLostTracksTheNamesakeIsTaken()
    {
        fs::create_directories(m_music / "new");
        melody("x.wav", 1);
        copyFile(m_music / "x.wav", m_music / "y.wav");
        copyFile(m_music / "x.wav", m_music / "z.wav");
        m_library->scan();
        const TrackId x = m_library->idAt(m_music / "x.wav");
        const TrackId y = m_library->idAt(m_music / "y.wav");
        const TrackId z = m_library->idAt(m_music / "z.wav");
        // The order of reading must not matter: "a" is read first and is nobody's namesake.
        fs::create_directory(m_music / "new");
        fs::rename(m_music / "x.wav", m_music / "new/a.wav");
        fs::rename(m_music / "z.wav", m_music / "new/y.wav");
        fs::rename(m_music / "y.wav", m_music / "new/z.wav");
        m_library->options.threadCount = 1;
        QCOMPARE(m_library->rescan().moved, 3);
        QCOMPARE(m_library->idAt(m_music / "new/a.wav"), x);
        QCOMPARE(m_library->idAt(m_music / "new/y.wav"), y);
        QCOMPARE(m_library->idAt(m_music / "new/z.wav"), z);
    }

    void filesThatExchangeTheirNamesExchangeTheirPlaces()
    {
        std::vector<TrackId> ids;
        for (const char* name : { "a.wav", "b.wav", "c.wav" })
            melody(name, static_cast<std::uint32_t>(name[0]), 0.2 + 0.1 * (name[0] - 'a'));
        m_library->scan();
        for (const char* name : { "a.wav", "b.wav", "c.wav" }) {
            ids.push_back(m_library->idAt(m_music / name));
            m_library->label(ids.back());
        }
        // a -> b -> c -> a
        fs::rename(m_music / "c.wav", m_music / "t.wav");
        fs::rename(m_music / "b.wav", m_music / "c.wav");
        fs::rename(m_music / "a.wav", m_music / "b.wav");
        fs::rename(m_music / "t.wav", m_music / "a.wav");
        QCOMPARE(summary(m_library->rescan()),
            QStringLiteral("added 0, updated 0, moved 3, unchanged 0, missing 0, failed 0"));
        QCOMPARE(m_library->idAt(m_music / "b.wav"), ids[0]);
        QCOMPARE(m_library->idAt(m_music / "c.wav"), ids[1]);
        QCOMPARE(m_library->idAt(m_music / "a.wav"), ids[2]);
        for (const TrackId id : ids)
            QVERIFY(m_library->hasItsLabel(id));
        QCOMPARE(m_library->all().size(), 3U);
    }

    void aFileMovedOntoAnotherTakesItsPlaceAndTheOtherIsMissing()
    {
        melody("a.wav", 1, 0.3);
        melody("b.wav", 2, 0.5);
        m_library->scan();
        const TrackId a = m_library->idAt(m_music / "a.wav");
        const TrackId b = m_library->idAt(m_music / "b.wav");
        m_library->label(a);
        m_library->label(b);
        fs::rename(m_music / "a.wav", m_music / "b.wav");
        QCOMPARE(m_library->rescan().moved, 1);
        QCOMPARE(m_library->idAt(m_music / "b.wav"), a);
        QCOMPARE(m_library->all().at(b).state, TrackState::Missing);
        QVERIFY(m_library->hasItsLabel(a) && m_library->hasItsLabel(b));
        // And it comes back under another name.
        melody("again.wav", 2, 0.5);
        QCOMPARE(m_library->rescan().moved, 1);
        QCOMPARE(m_library->idAt(m_music / "again.wav"), b);
    }

    void soundEncodedAnewInItsPlaceIsTheSameTrackWithAnotherHash()
    {
        melody("a.wav", 1);
        m_library->scan();
        const Track before = m_library->at(m_music / "a.wav");
        melody("a.wav", 7, 0.7);
        QCOMPARE(m_library->rescan().updated, 1);
        const Track after = m_library->at(m_music / "a.wav");
        QCOMPARE(after.id, before.id);
        QVERIFY(after.audioHash != before.audioHash);
    }

    void aDeletedFileIsMissingUntilItComesBack()
    {
        melody("a.wav", 1);
        melody("b.wav", 2);
        m_library->scan();
        const TrackId id = m_library->idAt(m_music / "a.wav");
        m_library->label(id);
        fs::rename(m_music / "a.wav", m_library->libraryFile().parent_path() / "a.wav");
        QCOMPARE(summary(m_library->rescan()),
            QStringLiteral("added 0, updated 0, moved 0, unchanged 1, missing 1, failed 0"));
        QCOMPARE(m_library->rescan().missing, 0);
        QCOMPARE(m_library->all().at(id).state, TrackState::Missing);
        fs::rename(m_library->libraryFile().parent_path() / "a.wav", m_music / "a.wav");
        QCOMPARE(m_library->rescan().unchanged, 2);
        QCOMPARE(m_library->idAt(m_music / "a.wav"), id);
        QVERIFY(m_library->hasItsLabel(id));
    }

    void aStoppedScanKeepsWhatItDidAndGoesOnLater()
    {
        constexpr int kFiles = 400;
        for (std::uint32_t i = 0; i < kFiles; ++i)
            melody(std::to_string(i) + ".wav", i, 0.05);
        std::stop_source stop;
        m_library->options.threadCount = 1;
        FolderStore folders(m_library->database());
        auto scanner = LibraryScanner(m_library->database(), m_library->options);
        const auto report = scanner.scan(
            std::vector { m_music }, stop.get_token(), [&stop](const ScanProgress& progress) {
                if (progress.read >= 1) stop.request_stop();
            });
        QVERIFY(report && report->wasStopped);
        QVERIFY(report->added >= 1 && report->added < kFiles);
        QVERIFY(!folders.folders()->front().lastScannedAt);
        const auto rest = m_library->rescan();
        QCOMPARE(rest.added + report->added, kFiles);
        QVERIFY(folders.folders()->front().lastScannedAt);
    }

    void foldersThatCannotBeWatchedAreSaid()
    {
        melody("a.wav", 1);
        const auto report = m_library->scan({ m_music / "none", m_music / "a.wav", m_music });
        QCOMPARE(report.added, 1);
        QCOMPARE(report.failures.size(), 2U);
        QCOMPARE(report.failures[0].error.code, ErrorCode::FileMissing);
        QCOMPARE(report.failures[1].error.code, ErrorCode::NotAFile);
        // A folder within a watched one is scanned, and not watched twice.
        fs::create_directory(m_music / "sub");
        m_library->scan({ m_music / "sub" });
        QCOMPARE(FolderStore(m_library->database()).folders()->size(), 1U);
    }
};

QTEST_GUILESS_MAIN(LibraryScannerTest)
#include "tst_library_scanner.moc"
