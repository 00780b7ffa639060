#include "tests/app/annotated_library.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace circumplex;
using namespace Qt::StringLiterals;

/// Kills annotate and its engine at random moments, CIRCUMPLEX_KILLS times (20 unless told).
class TestAnnotateKilled : public QObject {
    Q_OBJECT

    static constexpr int kTracks = 200;

private Q_SLOTS:
    void whatWasSaidToBeDoneIsDoneAndOnlyTracksInWorkAreRedone()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(kTracks);
        const auto scan = library.scan();
        QVERIFY2(scan.exitCode == 0, qPrintable(scan.errors));
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("CIRCUMPLEX_KILLS", &isNumber);
        const int kills = isNumber ? wanted : 20;
        QRandomGenerator random(20240131);
        int rounds = 0, mostRedone = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const QSet<qint64> before = library.annotated();
            if (before.size() == kTracks) {
                library.sql(u"DELETE FROM annotations; DELETE FROM strong_moods"_s);
                ++rounds;
                --kill;
                continue;
            }
            QProcess process;
            library.start(process, { u"--cache"_s, u"0.01"_s });
            QTest::qWait(random.bounded(150, 1100));
            for (const qint64 engine : test::childrenOf(process.processId()))
                ::kill(static_cast<pid_t>(engine), SIGKILL);
            process.kill();
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());

            QCOMPARE(library.sql(u"PRAGMA integrity_check"_s), QStringList { u"ok"_s });
            QCOMPARE(library.sql(u"PRAGMA foreign_key_check"_s), QStringList {});
            const QSet<qint64> after = library.annotated();
            QVERIFY2(after.contains(before), "an annotation was lost");
            int said = 0;
            for (const QJsonObject& line : test::jsonLines(process.readAllStandardOutput())) {
                if (!line.contains("id"_L1)) continue;
                const qint64 id = line["id"_L1].toInteger();
                QVERIFY2(after.contains(id), "a track that was said to be done is not");
                QVERIFY2(!before.contains(id), "a track that was done is done again");
                ++said;
            }
            // Between writing and saying, and between saying and being heard, the kill may come.
            mostRedone
                = std::max(mostRedone, static_cast<int>(after.size() - before.size()) - said);
        }
        const auto rest = library.annotate();
        QVERIFY2(rest.exitCode == 0, qPrintable(rest.errors));
        QCOMPARE(library.annotated().size(), kTracks);
        QCOMPARE(library.sql(u"SELECT count(*) FROM track_errors"_s), QStringList { u"0"_s });
        QCOMPARE(library.sql(u"SELECT count(*) FROM curves WHERE annotation_id NOT IN "
                             "(SELECT id FROM annotations)"_s),
            QStringList { u"0"_s });
        QStringList strays;
        for (const auto& entry : std::filesystem::directory_iterator(library.cli().place("")))
            strays += QString::fromStdString(entry.path().filename().string());
        strays.sort();
        for (const QString& stray : strays)
            QVERIFY2(stray == u"music" || stray == u"cache" || stray == u"command.sh"
                    || stray.startsWith(u"lib.circumplex"),
                qPrintable(stray));
        qInfo("%d kills, the library filled %d times over; at most %d tracks were written and not "
              "yet reported",
            kills, rounds + 1, mostRedone);
    }
};

QTEST_GUILESS_MAIN(TestAnnotateKilled)
#include "tst_annotate_killed.moc"
