#include "core/library/backup_folder.h"
#include "core/library/library_database.h"
#include "tests/app/cli_process.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"

#include <QJsonArray>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

QString codeOf(const test::CliOutcome& outcome)
{
    return outcome.lines.isEmpty() ? QString()
                                   : outcome.lines.last()["error"_L1]["code"_L1].toString();
}

void execute(const fs::path& file, const char* sql)
{
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
}

} // namespace

/// `backup`, `restore`, `doctor` and `bench`, and how commands meet libraries that are not as they
/// should be.
class UpkeepCommandsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::CliProcess> m_cli;
    fs::path m_library;

    test::CliOutcome run(const QList<QByteArray>& arguments) const
    {
        return m_cli->run(
            arguments + QList<QByteArray> { "--json", "--library", m_library.c_str() });
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<test::CliProcess>();
        m_library = m_cli->place("made.circumplex");
        const auto made
            = m_cli->run({ "bench", "make-library", m_library.c_str(), "--tracks", "2000" });
        QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    }

    void aTrainingIsMeasured()
    {
        const auto outcome = m_cli->run({ "bench", "training", "--json", "--tracks", "30",
            "--windows", "2", "--dimension", "24", "--repeat", "2" });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        const QJsonObject found = outcome.lines.first();
        QVERIFY(found["epochs"_L1].toInt() > 20); // several folds, of several shares
        QVERIFY(found["min_seconds"_L1].toDouble() > 0.0);
        QVERIFY(found["max_seconds"_L1].toDouble() >= found["median_seconds"_L1].toDouble());
        QCOMPARE(m_cli->run({ "bench", "training", "--tracks", "9" }).exitCode, 2);
    }

    void makingAgainDoesNotReplaceAndSeedsTell()
    {
        const auto make = [this](const char* name, const char* seed) {
            const auto made = m_cli->run({ "bench", "make-library", "--json",
                m_cli->place(name).c_str(), "--tracks", "50", "--seed", seed });
            return codeOf(made) + QString::number(made.exitCode);
        };
        QCOMPARE(make("one.circumplex", "1"), u"0"_s);
        QCOMPARE(make("one.circumplex", "2"), u"refused3"_s);
        QCOMPARE(make("two.circumplex", "2"), u"0"_s);
        QCOMPARE(make("three.circumplex", "1"), u"0"_s);
        const auto list = [this](const char* name) {
            return m_cli->run({ "list", "--json", "--library", m_cli->place(name).c_str() }).lines;
        };
        QCOMPARE(list("one.circumplex").size(), 50);
        QCOMPARE(list("one.circumplex"), list("three.circumplex"));
        QVERIFY(list("one.circumplex") != list("two.circumplex"));
    }

    void theBenchmarkGivesFigures()
    {
        const auto outcome
            = m_cli->run({ "bench", "library", "--json", m_library.c_str(), "--repeat", "4" });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        const QJsonObject& line = outcome.lines.first();
        QCOMPARE(line["tracks"_L1].toInt(), 2000);
        QCOMPARE(line["size"_L1].toInteger(), static_cast<qint64>(fs::file_size(m_library)));
        const QJsonArray figures = line["figures"_L1].toArray();
        QVERIFY(figures.size() >= 10);
        for (const QJsonValue figure : figures) {
            QVERIFY(!figure["what"_L1].toString().isEmpty());
            QVERIFY(figure["count"_L1].toInt() > 0);
            QVERIFY(figure["min_ms"_L1].toDouble() > 0.0);
            QVERIFY(figure["min_ms"_L1].toDouble() <= figure["median_ms"_L1].toDouble());
            QVERIFY(figure["median_ms"_L1].toDouble() <= figure["max_ms"_L1].toDouble());
        }
        const auto table
            = m_cli->run({ "bench", "library", m_library.c_str(), "--repeat", "4" }).output;
        QVERIFY(table.startsWith("2000 tracks, "));
        QCOMPARE(table.count('\n'), figures.size() + 2);
    }

    void aSoundFileIsStillBenchsOwn()
    {
        const auto outcome = m_cli->run({ "bench", "--json", "--model", "absent", "a.wav" });
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(codeOf(outcome), u"model-missing"_s);
    }

    void aMissingLibraryIsNamedAndNotMade()
    {
        m_library = m_cli->place("absent.circumplex");
        for (const QList<QByteArray>& command : { QList<QByteArray> { "list" }, { "show", "1" },
                 { "backup" }, { "labels", "export" }, { "doctor" }, { "restore" } }) {
            const auto outcome = run(command);
            QCOMPARE(outcome.exitCode, 3);
            QCOMPARE(codeOf(outcome), u"file-missing"_s);
        }
        const auto measured = m_cli->run({ "bench", "library", "--json", m_library.c_str() });
        QCOMPARE(measured.exitCode, 3);
        QCOMPARE(codeOf(measured), u"file-missing"_s);
        QVERIFY(!fs::exists(m_library));
    }

    void aLostTrackComesBackFromTheBackup()
    {
        const auto made = run({ "backup" });
        QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
        const auto listed = run({ "backup", "--list" }).lines;
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first()["path"_L1], made.lines.first()["path"_L1]);
        QCOMPARE(listed.first()["kind"_L1].toString(), u"candidate"_s);
        execute(m_library, "DELETE FROM playlist_items; DELETE FROM playlists");
        const auto show = [this] {
            return run({ "list", "--query", "playlist:\"List 1\"" }).lines;
        };
        QCOMPARE(show().size(), 0);

        const auto restored = run({ "restore" });
        QVERIFY2(restored.exitCode == 0, qPrintable(restored.errors));
        const QString aside = restored.lines.first()["moved_aside"_L1].toString();
        QVERIFY(fs::exists(aside.toStdString()));
        QVERIFY(restored.errors.contains(aside));
        QVERIFY(show().size() > 0);

        const QByteArray name
            = fs::path(made.lines.first()["path"_L1].toString().toStdString()).filename().c_str();
        QCOMPARE(run({ "restore", name }).exitCode, 0);
        const auto unknown = run({ "restore", "no-such-copy.sqlite" });
        QCOMPARE(unknown.exitCode, 3);
        QCOMPARE(codeOf(unknown), u"file-missing"_s);
    }

    void restoringIsRefusedWhileAnotherProgramHasTheLibraryOpen()
    {
        QCOMPARE(run({ "backup" }).exitCode, 0);
        {
            const LibraryDatabase open = valueOf(LibraryDatabase::open(m_library));
            const auto refused = run({ "restore" });
            QCOMPARE(refused.exitCode, 3);
            QCOMPARE(codeOf(refused), u"database-locked"_s);
        }
        QCOMPARE(run({ "restore" }).exitCode, 0);
    }

    void aDamagedBackupIsRefusedAndTheLibraryStays()
    {
        const fs::path copy = run({ "backup" }).lines.first()["path"_L1].toString().toStdString();
        fs::resize_file(copy, fs::file_size(copy) / 2);
        const auto refused = run({ "restore" });
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(codeOf(refused), u"database-damaged"_s);
        QCOMPARE(run({ "list" }).lines.size(), 2000);
    }

    void aCutOffLibraryIsSaidToBeDamagedAndWhatToDo()
    {
        fs::resize_file(m_library, fs::file_size(m_library) / 2);
        const auto listed = run({ "list" });
        QCOMPARE(listed.exitCode, 3);
        QCOMPARE(codeOf(listed), u"database-damaged"_s);
        const auto examined = run({ "doctor" });
        QCOMPARE(examined.exitCode, 1);
        QCOMPARE(examined.lines.first()["finding"_L1].toString(), u"damage"_s);
        QVERIFY(!examined.lines.first()["what_to_do"_L1].toString().isEmpty());
        QCOMPARE(examined.lines.last()["healthy"_L1].toBool(true), false);
    }

    void aLibraryOfTheFutureIsRefused()
    {
        execute(m_library, "PRAGMA user_version = 999");
        for (const char* command : { "list", "doctor", "backup" }) {
            const auto outcome = run({ command });
            QCOMPARE(outcome.exitCode, 3);
            QCOMPARE(codeOf(outcome), u"database-too-new"_s);
        }
    }

    void anotherKindOfFileIsNoLibrary()
    {
        test::write(m_library, QByteArray(5000, 'x'));
        QCOMPARE(codeOf(run({ "list" })), u"database-foreign"_s);
        QCOMPARE(run({ "doctor" }).exitCode, 3);
    }

    void aLibraryThatCannotBeWrittenIsRead()
    {
        const fs::path folder = m_cli->place("locked");
        fs::create_directory(folder);
        const fs::path file = folder / "library";
        fs::copy_file(m_library, file);
        const fs::path table = m_cli->place("labels.csv");
        const QJsonObject track = run({ "list", "--limit", "1" }).lines.first();
        test::write(table, "path,valence\n" + track["path"_L1].toString().toUtf8() + ",5\n");
        fs::permissions(file, fs::perms(0444));
        fs::permissions(folder, fs::perms(0555));
        const auto listed = m_cli->runWithoutPrivileges(
            { "list", "--json", "--limit", "5", "--library", file.c_str() });
        const auto imported = m_cli->runWithoutPrivileges(
            { "labels", "import", "--json", "--library", file.c_str(), table.c_str() });
        const auto repaired = m_cli->runWithoutPrivileges(
            { "doctor", "--repair", "--json", "--library", file.c_str() });
        fs::permissions(folder, fs::perms(0755));
        QVERIFY2(listed.exitCode == 0, qPrintable(listed.errors));
        QCOMPARE(listed.lines.size(), 5);
        QVERIFY(listed.errors.contains(u"reading only"));
        for (const auto& outcome : { imported, repaired }) {
            QCOMPARE(outcome.exitCode, 3);
            QCOMPARE(codeOf(outcome), u"database-read-only"_s);
        }
    }

    void theDoctorMendsWhatCanBeMended()
    {
        QCOMPARE(run({ "doctor" }).exitCode, 0);
        execute(m_library,
            "INSERT INTO strong_moods (model_id, tag, probability, track_id, place)"
            " VALUES (1, 3, 0.5, 777777, 1)");
        fs::create_directory(BackupFolder(m_library).folder());
        test::write(BackupFolder(m_library).folder() / "20260101T000000.000.sqlite.part", "x");
        const auto examined = run({ "doctor" });
        QCOMPARE(examined.exitCode, 1);
        QStringList found;
        for (const QJsonObject& line : examined.lines)
            if (line.contains("finding"_L1)) found += line["finding"_L1].toString();
        QCOMPARE(found, (QStringList { u"orphans"_s, u"leftovers"_s }));
        const auto repaired = run({ "doctor", "--repair" });
        QVERIFY2(repaired.exitCode == 0, qPrintable(repaired.errors));
        QCOMPARE(repaired.lines.last()["healthy"_L1].toBool(), true);
        QCOMPARE(run({ "doctor" }).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(UpkeepCommandsTest)
#include "tst_upkeep_commands.moc"
