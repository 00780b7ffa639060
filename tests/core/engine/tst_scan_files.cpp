#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/engine/other_user.h"
#include "tests/core/engine/scanned_library.h"

#include <QTest>

#include <fileref.h>
#include <tag.h>

#include <algorithm>

using namespace circumplex;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

void tag(const fs::path& path, const char* title)
{
    const TagLib::FileRef file(path.c_str(), false);
    file.tag()->setTitle(title);
    QVERIFY(file.file()->save());
}

} // namespace

/// Files and folders that are not as they should be, and CUE sheets.
class ScanFilesTest : public QObject {
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

    void brokenFilesAreListedWithTheirReasonAndReadAgainOnceMended()
    {
        melody("good.wav", 1);
        test::write(m_music / "text.mp3", "this is no music");
        test::write(m_music / "empty.flac", "");
        const auto report = m_library->scan();
        QCOMPARE(report.failures.size(), 2U);
        for (const PathFailure& failure : report.failures)
            QVERIFY(failure.path == m_music / "text.mp3" || failure.path == m_music / "empty.flac");
        const TrackId id = m_library->idAt(m_music / "text.mp3");
        QVERIFY(!m_library->scanError(id).empty());
        QCOMPARE(m_library->all().size(), 3U);
        // A file that nobody mends is left alone after some tries.
        m_library->rescan();
        QCOMPARE(m_library->rescan().failures.size(), 2U);
        QCOMPARE(m_library->rescan().failures.size(), 0U);
        test::encode(m_music / "good.wav", {}, m_music / "text.mp3");
        QCOMPARE(m_library->rescan().updated, 1);
        QCOMPARE(m_library->idAt(m_music / "text.mp3"), id);
        QCOMPARE(m_library->scanError(id), "");
    }

    void aTagReaderThatFailsCostsTheTagsOfThatFile()
    {
        m_library->options.reading.tags.program
            = fs::path(CIRCUMPLEX_BUILD) / "bin" / "faulty_tagreader";
        m_library->options.reading.tags.timeLimit = 500ms;
        const std::vector<std::string> bad { "crash", "hang", "gigabytes", "nonsense" };
        std::uint32_t seed = 0;
        for (int i = 0; i < 12; ++i)
            melody("good" + std::to_string(i) + ".wav", ++seed);
        for (const std::string& name : bad)
            melody(name + ".wav", ++seed);
        for (const auto& entry : fs::directory_iterator(m_music))
            tag(entry.path(), "Title");
        const auto report = m_library->scan();
        QCOMPARE(report.added, 16);
        QCOMPARE(report.failures.size(), bad.size());
        for (const auto& [id, track] : m_library->all()) {
            const std::string name = fs::path(track.place.path).stem();
            const bool isBad = std::ranges::find(bad, name) != bad.end();
            QCOMPARE(track.tags.title, isBad ? "" : "Title");
            QCOMPARE(m_library->scanError(id).empty(), !isBad);
            QVERIFY(track.audioHash);
        }
        // With a reader that can, nothing is left of it.
        m_library->options.reading.tags.program
            = fs::path(CIRCUMPLEX_BUILD) / "bin" / "circumplex-tagreader";
        QCOMPARE(m_library->rescan().updated, 4);
        QCOMPARE(m_library->at(m_music / "crash.wav").tags.title, "Title");
        QCOMPARE(m_library->scanError(m_library->idAt(m_music / "crash.wav")), "");
    }

    void filesThatAreWrittenWhileTheyAreReadAreReadAgain()
    {
        m_library->options.reading.tags.program
            = fs::path(CIRCUMPLEX_BUILD) / "bin" / "faulty_tagreader";
        melody("once.wav", 1);
        melody("busy.wav", 2);
        melody("calm.wav", 3);
        const auto report = m_library->scan();
        QCOMPARE(report.added, 2);
        QCOMPARE(report.failures.size(), 1U);
        QCOMPARE(report.failures[0].path, m_music / "busy.wav");
        QCOMPARE(report.failures[0].error.code, ErrorCode::FileChanged);
        const Track once = m_library->at(m_music / "once.wav");
        QCOMPARE(
            static_cast<std::uintmax_t>(once.stamp.sizeBytes), fs::file_size(m_music / "once.wav"));
        // Nothing half-read is kept; when it has come to rest it is a track.
        m_library->options.reading.tags.program
            = fs::path(CIRCUMPLEX_BUILD) / "bin" / "circumplex-tagreader";
        QCOMPARE(m_library->rescan().added, 1);
    }

    void sheetsCutAFileIntoTracks()
    {
        melody("album.wav", 1, 6.0);
        test::write(m_music / "album.cue",
            "PERFORMER \"P\"\nTITLE \"The Album\"\nREM DATE 1970\nFILE \"album.flac\" WAVE\n"
            "TRACK 01 AUDIO\nTITLE \"One\"\nINDEX 01 00:00:00\n"
            "TRACK 02 AUDIO\nTITLE \"Two\"\nPERFORMER \"Q\"\nINDEX 01 00:02:00\n"
            "TRACK 03 AUDIO\nTITLE \"Three\"\nINDEX 01 00:04:00\n");
        QCOMPARE(m_library->scan().added, 3);
        const Track second = m_library->at(m_music / "album.wav", 2);
        QCOMPARE(second.tags.title, "Two");
        QCOMPARE(second.tags.artist, "Q");
        QCOMPARE(second.tags.album, "The Album");
        QCOMPARE(second.tags.albumArtist, "P");
        QCOMPARE(second.tags.trackNumber, 2);
        QCOMPARE(second.tags.year, 1970);
        QCOMPARE(second.place.cue->startSeconds, 2.0);
        QCOMPARE(*second.place.cue->endSeconds, 4.0);
        QCOMPARE(*second.durationSeconds, 2.0);
        const Track third = m_library->at(m_music / "album.wav", 3);
        QCOMPARE(*third.durationSeconds, 2.0);
        QVERIFY(second.audioHash != third.audioHash);
        QCOMPARE(m_library->rescan().unchanged, 3);

        // They move together with their file and sheet.
        fs::create_directory(m_music / "moved");
        fs::rename(m_music / "album.wav", m_music / "moved/album.wav");
        fs::rename(m_music / "album.cue", m_music / "moved/album.cue");
        QCOMPARE(m_library->rescan().moved, 3);
        QCOMPARE(m_library->at(m_music / "moved/album.wav", 2).id, second.id);

        // Another title is an update; a track that the sheet does not name any more is missing.
        test::write(m_music / "moved/album.cue",
            "TITLE \"The Album\"\nFILE \"album.wav\" WAVE\n"
            "TRACK 01 AUDIO\nTITLE \"Uno\"\nINDEX 01 00:00:00\n"
            "TRACK 02 AUDIO\nTITLE \"Due\"\nINDEX 01 00:02:00\n");
        const auto report = m_library->rescan();
        QCOMPARE(report.updated, 2);
        QCOMPARE(report.missing, 1);
        QCOMPARE(m_library->at(m_music / "moved/album.wav", 2).tags.title, "Due");
        QCOMPARE(m_library->all().at(third.id).state, TrackState::Missing);
    }

    void aFileThatWasWholeStaysWholeWhenASheetComes()
    {
        melody("album.wav", 1, 4.0);
        m_library->scan();
        const TrackId whole = m_library->idAt(m_music / "album.wav");
        m_library->label(whole);
        test::write(m_music / "album.cue",
            "FILE \"album.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
            "TRACK 02 AUDIO\nINDEX 01 00:02:00\n");
        QCOMPARE(m_library->rescan().added, 2);
        QCOMPARE(m_library->idAt(m_music / "album.wav"), whole);
        QCOMPARE(m_library->rescan().unchanged, 3);
    }

    void brokenSheetsAreReportedAndTheirFilesScannedWhole()
    {
        melody("album.wav", 1);
        test::write(m_music / "album.cue", "FILE \"album.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 x\n");
        test::write(
            m_music / "lost.cue", "FILE \"nothing.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n");
        const auto report = m_library->scan();
        QCOMPARE(report.added, 1);
        QCOMPARE(report.failures.size(), 2U);
        QCOMPARE(report.failures[0].path, m_music / "album.cue");
        QVERIFY(report.failures[0].error.detail.starts_with("Line 3"));
        QCOMPARE(report.failures[1].error.code, ErrorCode::FileMissing);
        QVERIFY(!m_library->at(m_music / "album.wav").place.cue);
    }

    void unreadableFoldersKeepTheirTracks()
    {
        melody("closed/a.wav", 1);
        melody("closed/b.wav", 2);
        melody("open.wav", 3);
        m_library->scan();
        fs::remove(m_music / "closed/b.wav");
        fs::permissions(m_music / "closed", fs::perms::none);
        const fs::path folder = m_library->libraryFile().parent_path();
        // Somebody else may come here, and may write the library.
        fs::permissions(folder, fs::perms::all);
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.is_regular_file()) fs::permissions(entry.path(), fs::perms::all);
        m_library->close();
        const std::string answer = test::asOtherUser([this] {
            m_library->reopen();
            const auto report = m_library->rescan();
            return std::to_string(report.missing) + " missing, " + std::to_string(report.unchanged)
                + " unchanged, " + report.failures.at(0).path.filename().native() + ": "
                + errorCodeName(report.failures.at(0).error.code);
        });
        fs::permissions(m_music / "closed", fs::perms::owner_all);
        QCOMPARE(answer, "0 missing, 1 unchanged, closed: file-unreadable");
        m_library->reopen();
        QCOMPARE(m_library->rescan().missing, 1);
    }

    void namesOfEveryKindAreKeptAsBytes()
    {
        const std::vector<std::string> names { "caf\xe9.wav", "new\nline.wav", "\xff\xfe.wav",
            "e\xcc\x81.wav", "\xc3\xa9.wav", std::string(251, 'n') + ".wav" };
        for (std::uint32_t i = 0; i < names.size(); ++i)
            melody(names[i], i);
        QCOMPARE(m_library->scan().added, 6);
        for (const std::string& name : names)
            QCOMPARE(fs::path(m_library->at(m_music / name).place.path).filename().native(), name);
        QCOMPARE(m_library->rescan().unchanged, 6);
    }
};

QTEST_GUILESS_MAIN(ScanFilesTest)
#include "tst_scan_files.moc"
