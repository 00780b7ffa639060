#include "core/library/backup_folder.h"
#include "core/library/library_doctor.h"
#include "core/library/track_search.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

namespace circumplex {

namespace {

namespace fs = std::filesystem;
using Kind = BackupFolder::Kind;

std::vector<fs::path> filesOf(const BackupFolder& backups, Kind kind)
{
    std::vector<fs::path> files;
    for (const auto& copy : backups.copies()) {
        if (copy.kind == kind) files.push_back(copy.file);
    }
    return files;
}

int tracksIn(const fs::path& file)
{
    return SQLite::Database(file.string()).execAndGet("SELECT count(*) FROM tracks").getInt();
}

/// Overwrites the middle of a file.
void damage(const fs::path& file)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(4096);
    stream << std::string(static_cast<std::size_t>(fs::file_size(file)) - 8192, '\x55');
}

} // namespace

class BackupFolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesRotateInTwoSteps()
    {
        LibraryFixture f;
        const BackupFolder backups(f.file(), 3);
        QVERIFY(!backups.newest());
        for (int i = 0; i < 30; ++i) {
            f.add("t" + std::to_string(i));
            const fs::path made = valueOf(BackupFolder(backups).make(f.library));
            QCOMPARE(filesOf(backups, Kind::Candidate), std::vector<fs::path> { made });
            QCOMPARE(filesOf(backups, Kind::Good).size(), static_cast<std::size_t>(std::min(i, 3)));
            QCOMPARE(*backups.newest(), made);
        }
        QCOMPARE(tracksIn(*backups.newest()), 30);
        const auto good = filesOf(backups, Kind::Good);
        QCOMPARE(tracksIn(good.at(0)), 29);
        QCOMPARE(tracksIn(good.at(2)), 27);
        QVERIFY(backups.leftovers().empty());
        QCOMPARE(backups.copies().at(0).madeAt.size(), std::size_t(19));
    }

    void damageNeverReplacesAGoodCopy()
    {
        LibraryFixture f;
        for (int i = 0; i < 200; ++i)
            f.add("t" + std::to_string(i), { .title = std::string(100, 'x') });
        BackupFolder backups(f.file(), 2);
        valueOf(backups.make(f.library));
        valueOf(backups.make(f.library));
        const auto before = backups.copies();
        // Pages of the live file are overwritten behind the connection's back.
        valueOf(f.library.inTransaction([] { return Result<void> {}; }));
        f.library.connection().exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA shrink_memory");
        damage(f.file());
        for (int i = 0; i < 5; ++i) {
            const auto made = backups.make(f.library);
            QVERIFY(!made);
            QCOMPARE(made.error().code, ErrorCode::DatabaseDamaged);
        }
        const auto after = backups.copies();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i)
            QCOMPARE(after[i].file, before[i].file);
        QCOMPARE(tracksIn(*backups.newest()), 200);
    }

    void restoringKeepsWhatWasThere()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        const BackupFolder backups(file);
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            valueOf(FolderStore(library).volumeSeen({ .identity = "old" }));
            valueOf(BackupFolder(file).make(library));
            valueOf(FolderStore(library).volumeSeen({ .identity = "new" }));
            // While it is open nothing is replaced.
            QCOMPARE(backups.restore(*backups.newest()).error().code, ErrorCode::DatabaseLocked);
        }
        damage(file);
        QCOMPARE(LibraryDatabase::open(file).error().code, ErrorCode::DatabaseDamaged);
        const auto aside = valueOf(backups.restore(*backups.newest()));
        QVERIFY(aside && fs::exists(*aside));
        LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        const auto volumes = valueOf(FolderStore(library).volumes());
        QCOMPARE(volumes.size(), std::size_t(1));
        QCOMPARE(volumes[0].identity, std::string("old"));
        QVERIFY(valueOf(examineLibrary(library, {})).empty());
        QVERIFY(!fs::exists(file.string() + ".restoring"));
    }

    void aVanishedLibraryIsRestored()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            valueOf(BackupFolder(file).make(library));
        }
        fs::remove(file);
        QVERIFY(!valueOf(BackupFolder(file).restore(*BackupFolder(file).newest())));
        QVERIFY(LibraryDatabase::open(file));
    }

    void aDamagedCopyIsNotRestored()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        BackupFolder backups(file);
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            valueOf(backups.make(library));
        }
        const fs::path copy = *backups.newest();
        damage(copy);
        QCOMPARE(backups.restore(copy).error().code, ErrorCode::DatabaseDamaged);
        QVERIFY(LibraryDatabase::open(file));
        QCOMPARE(backups.restore(folder.filePath("no").toStdString()).error().code,
            ErrorCode::DatabaseDamaged);
    }

    void interruptedCopiesAreNoCopies()
    {
        LibraryFixture f;
        BackupFolder backups(f.file());
        fs::create_directories(backups.folder());
        std::ofstream(backups.folder() / "20260101T000000.000.candidate.sqlite.part") << "half";
        QVERIFY(!backups.newest());
        QCOMPARE(backups.leftovers().size(), std::size_t(1));
        const auto findings = valueOf(examineLibrary(f.library, {}));
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].kind, LibraryFinding::Kind::Leftovers);
        valueOf(backups.make(f.library));
        QVERIFY(backups.leftovers().empty());
    }

    void theDoctorMendsWhatCanBeComputedAgain()
    {
        LibraryFixture f;
        const TrackId track = f.add("a", { .title = "Moon" });
        const ModelId model = f.model("1");
        valueOf(AnnotationStore(f.library).put(annotationOf(track, model, 5, 5)));
        QVERIFY(valueOf(examineLibrary(f.library, {})).empty());
        f.library.connection().exec(R"(
            INSERT INTO strong_moods VALUES (1, 3, 0.5, 999, 1);
            DELETE FROM curves;
            INSERT INTO tracks_fts (tracks_fts) VALUES ('delete-all'))");
        const auto findings = valueOf(examineLibrary(f.library, {}));
        QCOMPARE(findings.size(), std::size_t(3));
        QVERIFY(valueOf(repairLibrary(f.library, {})).empty());
        QCOMPARE(valueOf(TrackSearch(f.library, model).find(*parseSearch("moon"), {})).total,
            std::size_t(1));
        QVERIFY(!valueOf(AnnotationStore(f.library).find(track, model)));
    }

    void largeLibrariesAreCheckedAfterOpening()
    {
        LibraryFixture f;
        for (int i = 0; i < 300; ++i)
            f.add("folder/" + std::to_string(i), { .title = std::string(100, 'x') });
        const fs::path copy = valueOf(BackupFolder(f.file()).make(f.library));
        // The root page of an index of tracks, which is not what people made.
        const int page
            = SQLite::Database(copy.string())
                  .execAndGet("SELECT rootpage FROM sqlite_master WHERE name = 'tracks_by_title'")
                  .getInt();
        const fs::path damaged = f.folder.filePath("damaged.sqlite").toStdString();
        fs::copy_file(copy, damaged);
        std::fstream stream(damaged, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp((page - 1) * 4096);
        stream << std::string(4096, '\x55');
        stream.close();
        QCOMPARE(LibraryDatabase::open(damaged).error().code, ErrorCode::DatabaseDamaged);
        LibraryDatabase library = valueOf(LibraryDatabase::open(damaged, { .fullCheckBytes = 0 }));
        const auto findings = valueOf(quickCheckLibrary(library, {}));
        QVERIFY(!findings.empty());
        QCOMPARE(findings[0].kind, LibraryFinding::Kind::Damage);
        QVERIFY(valueOf(quickCheckLibrary(f.library, {})).empty());
    }

    void theDoctorStopsWhenAsked()
    {
        LibraryFixture f;
        for (int i = 0; i < 2000; ++i)
            f.add("t" + std::to_string(i));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(examineLibrary(f.library, stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(valueOf(examineLibrary(f.library, {})).empty());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::BackupFolderTest)
#include "tst_backup_folder.moc"
