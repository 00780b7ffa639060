#include "core/library/backup_folder.h"
#include "core/library/label_store.h"
#include "core/library/library_doctor.h"
#include "core/library/schema.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <random>
#include <thread>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

/// Lets a child process work and kills it at a random moment up to `longest`.
/// @return whether it was killed before it had finished
bool killWhile(
    const std::function<void()>& work, std::chrono::microseconds longest, std::mt19937& random)
{
    int ready[2];
    if (::pipe(ready) != 0) throw std::runtime_error("pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ready[0]);
        (void)!::write(ready[1], "x", 1);
        try {
            work();
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    ::close(ready[1]);
    char byte = 0;
    (void)!::read(ready[0], &byte, 1);
    ::close(ready[0]);
    std::this_thread::sleep_for(
        std::chrono::microseconds(random() % static_cast<unsigned>(longest.count())));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0) throw std::runtime_error("the child failed");
    return WIFSIGNALED(status);
}

void verifyHealthy(const fs::path& file)
{
    LibraryDatabase library = valueOf(LibraryDatabase::open(file));
    for (const LibraryFinding& finding : valueOf(examineLibrary(library, {})))
        QVERIFY2(finding.kind == LibraryFinding::Kind::Leftovers, finding.sentence.c_str());
}

int tracksIn(const fs::path& file)
{
    return SQLite::Database(file.string()).execAndGet("SELECT count(*) FROM tracks").getInt();
}

/// Batches of ten tracks, each with an annotation and a piece of a trace.
void writeOn(const fs::path& file, VolumeId volume, ModelId model, SessionId session)
{
    LibraryDatabase library = valueOf(LibraryDatabase::open(file));
    TrackStore tracks(library);
    AnnotationStore annotations(library);
    LabelStore labels(library);
    for (int batch = 0;; ++batch) {
        ScanBatch scan;
        for (int i = 0; i < 10; ++i)
            scan.seen.push_back({ .place
                = { volume, std::to_string(::getpid()) + '/' + std::to_string(batch * 10 + i) },
                .tags = { .title = "Track " + std::to_string(i) } });
        valueOf(library.inTransaction([&]() -> Result<void> {
            const auto outcome = valueOf(tracks.apply(scan));
            valueOf(annotations.put(annotationOf(outcome.seen.at(0), model, 5, 5)));
            const TraceId trace
                = valueOf(labels.startTrace({ .track = outcome.seen.at(0), .session = session }));
            valueOf(labels.appendToTrace(trace, std::vector<TraceSample> { { 0.0F, 5.0F } }));
            return {};
        }));
    }
}

} // namespace

class LibraryCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writingIsAllOrNothing()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        VolumeId volume;
        ModelId model;
        SessionId session;
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            volume = valueOf(FolderStore(library).volumeSeen({ .identity = "v" }));
            model
                = valueOf(ModelStore(library).add({ .name = "m", .hash = "1", .cardJson = "{}" }));
            session = valueOf(LabelStore(library).startSession({ .raterName = "me" }));
        }
        std::mt19937 random(1);
        int killed = 0;
        for (int i = 0; i < 50; ++i) {
            killed += killWhile([&] { writeOn(file, volume, model, session); },
                std::chrono::milliseconds(60), random);
            verifyHealthy(file);
            SQLite::Database raw(file.string());
            const int tracks = raw.execAndGet("SELECT count(*) FROM tracks").getInt();
            QCOMPARE(tracks % 10, 0);
            QCOMPARE(raw.execAndGet("SELECT count(*) FROM annotations").getInt(), tracks / 10);
            QCOMPARE(raw.execAndGet("SELECT count(*) FROM trace_pieces").getInt(), tracks / 10);
        }
        QCOMPARE(killed, 50);
        QVERIFY(tracksIn(file) > 100);
    }

    void backupsAreWholeOrNotThere()
    {
        LibraryFixture f;
        ScanBatch scan;
        for (int i = 0; i < 3000; ++i)
            scan.seen.push_back(
                f.scanned(std::to_string(i), { .title = "A title of some length" }));
        valueOf(f.tracks.apply(scan));
        const fs::path file = f.file();
        BackupFolder backups(file, 3);
        std::mt19937 random(2);
        int killed = 0;
        for (int i = 0; i < 20; ++i) {
            killed += killWhile(
                [&file] {
                    LibraryDatabase library = valueOf(LibraryDatabase::open(file));
                    for (;;)
                        valueOf(BackupFolder(file, 3).make(library));
                },
                std::chrono::milliseconds(200), random);
            verifyHealthy(file);
            for (const auto& copy : backups.copies()) {
                SQLite::Database raw(copy.file.string());
                QCOMPARE(raw.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
                QCOMPARE(raw.execAndGet("SELECT count(*) FROM tracks").getInt(), 3000);
            }
            QVERIFY(backups.copies().size() <= 5);
        }
        QCOMPARE(killed, 20);
        QVERIFY(backups.newest().has_value());
    }

    void migratingIsAllOrNothing()
    {
        const std::string fill = "CREATE TABLE big (a); WITH RECURSIVE n(i) AS "
                                 "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
                                 "INSERT INTO big SELECT 'some text ' || i FROM n;";
        const std::string change = "ALTER TABLE big ADD COLUMN b; UPDATE big SET b = a || a;"
                                   "CREATE INDEX big_by_b ON big (b); CREATE TABLE done (x)";
        const Migration migrations[] { { 1, "CREATE VIRTUAL TABLE tracks_fts USING fts5 (a)" },
            { 2, fill.c_str() }, { 3, change.c_str() } };
        const auto upTo
            = [&migrations](std::size_t count) { return std::span(migrations).first(count); };
        std::mt19937 random(3);
        int killed = 0;
        int old = 0;
        for (int i = 0; i < 20; ++i) {
            QTemporaryDir folder;
            const fs::path file = folder.filePath("l.sqlite").toStdString();
            valueOf(LibraryDatabase::open(file, {}, upTo(2)));
            killed += killWhile([&] { valueOf(LibraryDatabase::open(file, {}, upTo(3))); },
                std::chrono::milliseconds(250), random);
            {
                SQLite::Database raw(file.string(), SQLite::OPEN_READWRITE);
                QCOMPARE(raw.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
                const int version = raw.execAndGet("PRAGMA user_version").getInt();
                old += version == 2 ? 1 : 0;
                QCOMPARE(raw.tableExists("done"), version == 3);
                QCOMPARE(raw.execAndGet("SELECT count(*) FROM big").getInt(), 60'000);
            }
            valueOf(LibraryDatabase::open(file, {}, upTo(3)));
            QVERIFY(BackupFolder(file).newest().has_value());
        }
        QVERIFY(killed > 0);
        QVERIFY(old > 0);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::LibraryCrashTest)
#include "tst_library_crash.moc"
