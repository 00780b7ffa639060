#include "core/library/backup_folder.h"
#include "core/library/library_file.h"
#include "core/library/schema.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr Migration kTwo[] {
    { 1,
        "CREATE VIRTUAL TABLE tracks_fts USING fts5 (a); CREATE TABLE x (a); INSERT INTO x VALUES "
        "(1)" },
    { 2, "CREATE TABLE y (a); INSERT INTO y SELECT a + 1 FROM x" },
};

std::string journalMode(const LibraryDatabase& library)
{
    return library.connection().execAndGet("PRAGMA journal_mode").getString();
}

void writeText(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

/// A folder that only this user could write and now nobody can: also root, by another effective id.
class ReadOnlyWorld {
public:
    ReadOnlyWorld(const fs::path& folder, const fs::path& file)
        : m_folder(folder)
        , m_file(file)
    {
        fs::permissions(file, fs::perms(0444));
        fs::permissions(folder, fs::perms(0555));
        for (fs::path above = folder.parent_path(); ::geteuid() == 0 && above != above.root_path();
             above = above.parent_path())
            fs::permissions(above, fs::perms(0011), fs::perm_options::add);
        if (::geteuid() == 0 && ::seteuid(65534) != 0) throw std::runtime_error("seteuid");
    }
    ~ReadOnlyWorld()
    {
        if (::getuid() == 0) (void)!::seteuid(0);
        fs::permissions(m_folder, fs::perms(0755));
        fs::permissions(m_file, fs::perms(0644));
    }

private:
    fs::path m_folder, m_file;
};

/// Runs `work` in a process of its own, which may be spoilt. @return its exit status
int inChild(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        int status = 99;
        try {
            status = work();
        } catch (...) {
        }
        ::_exit(status);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Adds tracks until the disk is full. @return 0 if that was told as it should be
int fillDisk(const fs::path& file)
{
    auto library = LibraryDatabase::open(file);
    if (!library) return library.error().code == ErrorCode::DiskFull ? 0 : 1;
    const auto volume = FolderStore(*library).volumeSeen({ .identity = "v" });
    if (!volume) return volume.error().code == ErrorCode::DiskFull ? 0 : 2;
    TrackStore tracks(*library);
    for (int batch = 0; batch < 10'000; ++batch) {
        ScanBatch scan;
        for (int i = 0; i < 50; ++i)
            scan.seen.push_back(
                { .place = { *volume, std::to_string(batch) + '/' + std::to_string(i) },
                    .tags = { .title = std::string(200, 'x') } });
        if (const auto outcome = tracks.apply(scan); !outcome)
            return outcome.error().code == ErrorCode::DiskFull ? 0 : 3;
    }
    return 4;
}

/// What a full disk must leave: a whole library with whole batches only.
void verifyWholeBatches(const fs::path& file)
{
    const LibraryDatabase library = valueOf(LibraryDatabase::open(file));
    QCOMPARE(
        library.connection().execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
    const int tracks = library.connection().execAndGet("SELECT count(*) FROM tracks").getInt();
    QVERIFY(tracks > 0);
    QCOMPARE(tracks % 50, 0);
}

} // namespace

class LibraryDatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Another program that comes and goes must not take a log away that we write to, however many
    /// connections of ours came and went before.
    void otherProgramsSeeWhatIsWrittenAfterASecondConnectionWasClosed()
    {
        LibraryFixture fixture;
        fixture.add("a");
        const auto tracksForOthers = [&fixture] {
            const std::string command
                = "sqlite3 '" + fixture.file().string() + "' 'SELECT count(*) FROM tracks'";
            FILE* answer = ::popen(command.c_str(), "r");
            int count = -1;
            if (std::fscanf(answer, "%d", &count) != 1) count = -1;
            ::pclose(answer);
            return count;
        };
        for (int expected = 1; expected < 4; ++expected) {
            valueOf(LibraryDatabase::open(fixture.file()));
            QCOMPARE(tracksForOthers(), expected);
            fixture.add(std::string(1, static_cast<char>('a' + expected)));
        }
        QCOMPARE(tracksForOthers(), 4);
    }

    void aNewLibraryIsMadeWithItsFolders()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("a/b/library.sqlite").toStdString();
        const LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        QVERIFY(!library.isReadOnly());
        QVERIFY(library.notices().empty());
        const auto pragma = [&](const char* name) {
            return library.connection().execAndGet(std::string("PRAGMA ") + name).getInt();
        };
        QCOMPARE(pragma("user_version"), shippedMigrations().back().version);
        QCOMPARE(pragma("foreign_keys"), 1);
        QCOMPARE(pragma("synchronous"), 1);
        QCOMPARE(pragma("busy_timeout"), 5000);
        QVERIFY(journalMode(library) == "wal" || !writeAheadIsSafeOn(fileSystemTypeOf(file)));
    }

    void shippedMigrationsHaveNoGap()
    {
        int expected = 1;
        for (const Migration& migration : shippedMigrations()) {
            QCOMPARE(migration.version, expected++);
            QVERIFY(std::string(migration.sql).starts_with("-- 000"));
        }
    }

    void allTablesAreStrict()
    {
        LibraryFixture f;
        SQLite::Statement query(f.library.connection(), R"(
            SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
            AND name NOT LIKE 'sqlite_%')");
        QVERIFY(!query.executeStep());
    }

    void aNewerLibraryIsRefusedAndUntouched()
    {
        LibraryFixture f;
        f.library.connection().exec("PRAGMA user_version = 999");
        const auto again = LibraryDatabase::open(f.file());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::DatabaseTooNew);
        QVERIFY(again.error().detail.find("Update the program") != std::string::npos);
        QCOMPARE(f.library.connection().execAndGet("PRAGMA user_version").getInt(), 999);
    }

    void anOlderLibraryIsBroughtUpWithABackup()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        valueOf(LibraryDatabase::open(file, {}, std::span(kTwo).first(1)));
        {
            const LibraryDatabase library = valueOf(LibraryDatabase::open(file, {}, kTwo));
            QCOMPARE(library.connection().execAndGet("SELECT a FROM y").getInt(), 2);
            QVERIFY(!library.notices().empty());
        }
        const auto copies = BackupFolder(file).copies();
        QCOMPARE(copies.size(), std::size_t(1));
        QCOMPARE(copies[0].kind, BackupFolder::Kind::BeforeMigration);
        SQLite::Database copy(copies[0].file.string());
        QCOMPARE(copy.execAndGet("PRAGMA user_version").getInt(), 1);
        QCOMPARE(copy.execAndGet("SELECT a FROM x").getInt(), 1);
    }

    void aFailingMigrationChangesNothing()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        const Migration broken[] { kTwo[0], kTwo[1],
            { 3, "CREATE TABLE z (a); INSERT INTO nowhere VALUES (1)" } };
        valueOf(LibraryDatabase::open(file, {}, std::span(broken).first(1)));
        QVERIFY(!LibraryDatabase::open(file, {}, broken));
        const LibraryDatabase library
            = valueOf(LibraryDatabase::open(file, {}, std::span(broken).first(1)));
        QVERIFY(!library.connection().tableExists("y"));
        QVERIFY(!library.connection().tableExists("z"));
        QCOMPARE(library.connection().execAndGet("PRAGMA user_version").getInt(), 1);
    }

    void withoutABackupNothingIsMigrated()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        valueOf(LibraryDatabase::open(file, {}, std::span(kTwo).first(1)));
        writeText(file.string() + ".backups", "not a folder");
        QVERIFY(!LibraryDatabase::open(file, {}, kTwo));
        QVERIFY(LibraryDatabase::open(file, {}, std::span(kTwo).first(1)));
    }

    void otherFilesAreNamedForWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("Dear diary, this is no database at all.");
        QTest::newRow("long text") << QByteArray(10'000, 'x');
        QTest::newRow("one byte") << QByteArray("S");
    }

    void otherFilesAreNamedForWhatTheyAre()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        writeText(file, content.toStdString());
        const auto library = LibraryDatabase::open(file);
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::DatabaseForeign);
        QCOMPARE(fs::file_size(file), static_cast<std::uintmax_t>(content.size()));
    }

    void databasesOfOtherProgramsAreRefused()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE contacts (name)");
        QCOMPARE(LibraryDatabase::open(file).error().code, ErrorCode::DatabaseForeign);
        QCOMPARE(
            LibraryDatabase::open(folder.path().toStdString()).error().code, ErrorCode::NotAFile);
    }

    void aTruncatedLibraryIsNamedWithItsBackup()
    {
        LibraryFixture f;
        f.add("a");
        const fs::path backup = valueOf(BackupFolder(f.file()).make(f.library));
        const fs::path copy = f.folder.filePath("copy.sqlite").toStdString();
        fs::copy_file(backup, copy);
        fs::copy(f.file().string() + ".backups", copy.string() + ".backups");
        for (const double share : { 0.9, 0.5, 0.1, 0.0001 }) {
            fs::copy_file(backup, copy, fs::copy_options::overwrite_existing);
            fs::resize_file(copy,
                static_cast<std::uintmax_t>(share * static_cast<double>(fs::file_size(backup))));
            const auto library = LibraryDatabase::open(copy);
            QVERIFY(!library);
            QCOMPARE(library.error().code, ErrorCode::DatabaseDamaged);
            QVERIFY2(library.error().detail.find(backup.filename().string()) != std::string::npos,
                library.error().detail.c_str());
        }
    }

    void overwrittenPagesAreFound()
    {
        LibraryFixture f;
        for (int i = 0; i < 300; ++i)
            f.add("folder/" + std::to_string(i), { .title = std::string(100, 'x') });
        const fs::path copy = valueOf(BackupFolder(f.file()).make(f.library));
        int found = 0;
        const auto size = fs::file_size(copy);
        for (std::uintmax_t offset = 100; offset < size; offset += 8 * 4096) {
            const fs::path damaged = f.folder.filePath("damaged.sqlite").toStdString();
            fs::copy_file(copy, damaged, fs::copy_options::overwrite_existing);
            std::fstream stream(damaged, std::ios::binary | std::ios::in | std::ios::out);
            stream.seekp(static_cast<std::streamoff>(offset));
            stream << std::string(2000, '\xAA');
            stream.close();
            const auto library = LibraryDatabase::open(damaged);
            if (!library) {
                QCOMPARE(library.error().code, ErrorCode::DatabaseDamaged);
                ++found;
            }
        }
        QVERIFY(found > 3);
    }

    void aVanishedLibraryIsNotReplacedSilently()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            valueOf(BackupFolder(file).make(library));
        }
        fs::remove(file);
        const auto library = LibraryDatabase::open(file);
        QCOMPARE(library.error().code, ErrorCode::FileMissing);
        QVERIFY(library.error().detail.find("restore") != std::string::npos);
        QVERIFY(!fs::exists(file));
        QCOMPARE(LibraryDatabase::open(folder.filePath("no").toStdString(),
                     { .access = LibraryOptions::Access::ReadOnly })
                     .error()
                     .code,
            ErrorCode::FileMissing);
    }

    void aReadOnlyLibraryIsReadAndSaysSo()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            valueOf(FolderStore(library).volumeSeen({ .identity = "v" }));
        }
        const ReadOnlyWorld world(folder.path().toStdString(), file);
        LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        QVERIFY(library.isReadOnly());
        QVERIFY(library.notices().at(0).find("reading only") != std::string::npos);
        QCOMPARE(valueOf(FolderStore(library).volumes()).size(), std::size_t(1));
        const auto write = FolderStore(library).volumeSeen({ .identity = "w" });
        QCOMPARE(write.error().code, ErrorCode::DatabaseReadOnly);
    }

    void aReadOnlyOlderLibraryIsRefused()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        valueOf(LibraryDatabase::open(file, {}, std::span(kTwo).first(1)));
        const auto library
            = LibraryDatabase::open(file, { .access = LibraryOptions::Access::ReadOnly }, kTwo);
        QCOMPARE(library.error().code, ErrorCode::DatabaseReadOnly);
    }

    void aLockedLibraryIsNamedAfterWaiting()
    {
        LibraryFixture f;
        SQLite::Database other(f.file().string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        LibraryDatabase library = valueOf(
            LibraryDatabase::open(f.file(), { .lockPatience = std::chrono::milliseconds(50) }));
        const auto write = FolderStore(library).volumeSeen({ .identity = "w" });
        QCOMPARE(write.error().code, ErrorCode::DatabaseLocked);
        QCOMPARE(valueOf(FolderStore(library).volumes()).size(), std::size_t(1)); // reading goes on
        other.exec("ROLLBACK");
        QVERIFY(FolderStore(library).volumeSeen({ .identity = "w" }));
    }

    void manyWritersWaitForEachOther()
    {
        LibraryFixture f;
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> writers;
            for (int writer = 0; writer < 4; ++writer)
                writers.emplace_back([&f, &failures, writer] {
                    auto library = LibraryDatabase::open(f.file());
                    if (!library) {
                        ++failures;
                        return;
                    }
                    TrackStore tracks(*library);
                    for (int i = 0; i < 50; ++i) {
                        ScanBatch batch;
                        batch.seen.push_back({ .place
                            = { f.volume, std::to_string(writer) + '/' + std::to_string(i) } });
                        failures += tracks.apply(batch) ? 0 : 1;
                    }
                });
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(valueOf(f.tracks.filesBelow(f.volume, "")).size(), std::size_t(200));
    }

    void manyMayOpenANewLibraryAtOnce()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        std::atomic<int> opened = 0;
        {
            std::vector<std::jthread> openers;
            for (int i = 0; i < 8; ++i)
                openers.emplace_back([&] { opened += LibraryDatabase::open(file) ? 1 : 0; });
        }
        QCOMPARE(opened.load(), 8);
    }

    void networksGetNoWriteAheadLog_data()
    {
        QTest::addColumn<quint32>("type");
        QTest::addColumn<bool>("isSafe");
        QTest::newRow("ext4") << 0xEF53U << true;
        QTest::newRow("btrfs") << 0x9123683EU << true;
        QTest::newRow("tmpfs") << 0x01021994U << true;
        QTest::newRow("vfat") << 0x4D44U << true;
        QTest::newRow("unknown") << 0U << true;
        QTest::newRow("NFS") << 0x6969U << false;
        QTest::newRow("SMB") << 0x517BU << false;
        QTest::newRow("CIFS") << 0xFF534D42U << false;
        QTest::newRow("SMB2") << 0xFE534D42U << false;
        QTest::newRow("sshfs") << 0x65735546U << false;
        QTest::newRow("9p") << 0x01021997U << false;
    }

    void networksGetNoWriteAheadLog()
    {
        QFETCH(quint32, type);
        QFETCH(bool, isSafe);
        QCOMPARE(writeAheadIsSafeOn(type), isSafe);
    }

    void aLibraryMovedToANetworkLeavesItsLogBehind()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        valueOf(LibraryDatabase::open(file, { .journal = LibraryOptions::Journal::WriteAhead }));
        const LibraryOptions network { .journal = LibraryOptions::Journal::Truncate };
        LibraryDatabase library = valueOf(LibraryDatabase::open(file, network));
        QCOMPARE(journalMode(library), std::string("truncate"));
        QCOMPARE(library.connection().execAndGet("PRAGMA synchronous").getInt(), 2);
        QVERIFY(!fs::exists(file.string() + "-shm"));
        // Others get in between.
        QVERIFY(FolderStore(library).volumeSeen({ .identity = "v" }));
        LibraryDatabase other = valueOf(LibraryDatabase::open(file, network));
        QCOMPARE(valueOf(FolderStore(other).volumes()).size(), std::size_t(1));
        QVERIFY(FolderStore(other).volumeSeen({ .identity = "w" }));
    }

    void aFullDiskIsToldAndNothingIsHalfWritten()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        valueOf(LibraryDatabase::open(file));
        // A limit of the size of files acts like a full disk, and needs no rights.
        QCOMPARE(inChild([&file] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit { 3 << 20, 3 << 20 };
            ::setrlimit(RLIMIT_FSIZE, &limit);
            return fillDisk(file);
        }),
            0);
        verifyWholeBatches(file);
    }

    void aFullFileSystemIsToldAndWorkGoesOnAfterwards()
    {
        if (::geteuid() != 0) return; // mounting needs root; the test above runs for everybody
        QTemporaryDir folder;
        const std::string mount = folder.path().toStdString();
        if (::mount("tmpfs", mount.c_str(), "tmpfs", 0, "size=6m") != 0)
            return; // a container's limits
        const fs::path file = mount + "/l.sqlite";
        writeText(mount + "/ballast", std::string(1 << 20, 'x'));
        const int status = inChild([&file] { return fillDisk(file); });
        fs::remove(mount + "/ballast");
        verifyWholeBatches(file);
        bool goesOn = false;
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            goesOn = FolderStore(library).volumeSeen({ .identity = "again" }).has_value();
        }
        ::umount(mount.c_str());
        QCOMPARE(status, 0);
        QVERIFY(goesOn);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::LibraryDatabaseTest)
#include "tst_library_database.moc"
