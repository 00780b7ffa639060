#include "circumplex_version.h"
#include "tests/app/annotated_library.h"
#include "tests/core/audio/sound_files.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>
#include <fstream>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

QByteArray bytesOf(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", path.c_str());
    return file.readAll();
}

/// The starter under another name with another head: each weight's lowest bits changed.
void installOtherHead(const fs::path& models)
{
    const fs::path starter = CIRCUMPLEX_BUILD "/share/circumplex/models/starter";
    const fs::path other = models / "other";
    fs::create_directories(other);
    for (const char* name : { "encoder.safetensors", "chords.safetensors", "NOTICES" })
        fs::copy_file(starter / name, other / name);
    QByteArray head = bytesOf(starter / "head.safetensors");
    for (qsizetype i = head.size() / 2; i < head.size(); i += 4) // inside a float's mantissa
        head[i] = static_cast<char>(head[i] ^ 0x40);
    test::write(other / "head.safetensors", head);
    QJsonObject card = QJsonDocument::fromJson(bytesOf(starter / "card.json")).object();
    card["name"_L1] = u"other"_s;
    QJsonObject files = card["files"_L1].toObject();
    files["head.safetensors"_L1]
        = QString::fromLatin1(QCryptographicHash::hash(head, QCryptographicHash::Sha256).toHex());
    card["files"_L1] = files;
    test::write(other / "card.json", QJsonDocument(card).toJson());
}

QList<double> numbers(const QStringList& rows)
{
    QList<double> values;
    for (const QString& row : rows)
        for (const QString& cell : row.split(u'|'))
            values += cell.toDouble();
    return values;
}

} // namespace

class TestAnnotateCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTrackIsAnnotatedAndEveryFailureNamed()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(6);
        test::write(library.music() / "broken.mp3", QByteArray(5000, 'x'));
        QCOMPARE(library.scan().exitCode, 1);
        const auto outcome = library.annotate();
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lines.size(), 8);
        const QJsonObject summary = outcome.lines.last();
        QCOMPARE(summary["annotated"_L1].toInt(), 6);
        QCOMPARE(summary["failed"_L1].toInt(), 1);
        QCOMPARE(summary["remaining"_L1].toInt(), 0);
        QCOMPARE(summary["engine_restarts"_L1].toInt(), 0);
        for (const QJsonObject& line : outcome.lines) {
            if (line.contains("error"_L1)) {
                QVERIFY(line["path"_L1].toString().endsWith(u"broken.mp3"));
                QCOMPARE(line["error"_L1]["code"_L1].toString(), u"audio-unsupported"_s);
            } else if (line.contains("id"_L1)) {
                QCOMPARE(line["device"_L1].toString(), u"cpu"_s);
                const double valence = line["valence"_L1].toDouble();
                QVERIFY(valence >= 1.0 && valence <= 9.0);
            }
        }
        QCOMPARE(library.sql(u"SELECT DISTINCT mode, device, dtype, is_coarse, "
                             "audio_hash IS NOT NULL, program_version FROM annotations"_s),
            QStringList { u"corrected|cpu|float32|0|1|"_s + QString::fromLatin1(kVersion) });
        QVERIFY(outcome.errors.contains(u"broken.mp3"));
        // What failed is not tried again unasked.
        QCOMPARE(library.annotate().exitCode, 0);
        QCOMPARE(library.annotate({ "--retry" }).exitCode, 1);
    }

    void theSameNumbersAsAnalyzeGives()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(2, 12.0);
        QCOMPARE(library.scan().exitCode, 0);
        QCOMPARE(library.annotate().exitCode, 0);
        const auto rows = library.sql(
            u"SELECT valence, arousal FROM annotations JOIN tracks ON tracks.id = track_id "
            "ORDER BY tracks.path"_s);
        for (int number = 0; number < 2; ++number) {
            const auto file = (library.music() / ("00" + std::to_string(number) + ".wav")).string();
            const auto alone = library.cli().run({ "analyze", "--json", file.c_str() });
            const auto values = numbers({ rows[number] });
            QVERIFY(std::abs(values[0] - alone.lines[0]["valence"_L1].toDouble()) < 1e-4);
            QVERIFY(std::abs(values[1] - alone.lines[0]["arousal"_L1].toDouble()) < 1e-4);
        }
    }

    void aQueryChoosesAndAWrongOneIsSaid()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(5);
        QCOMPARE(library.scan().exitCode, 0);
        const auto some = library.annotate({ "--query", "path:003" });
        QCOMPARE(some.exitCode, 0);
        QCOMPARE(some.lines.last()["annotated"_L1].toInt(), 1);
        const auto wrong = library.annotate({ "--query", "valence >" });
        QCOMPARE(wrong.exitCode, 3);
        QCOMPARE(wrong.lines.last()["error"_L1]["code"_L1].toString(), u"query-unusable"_s);
    }

    void anotherHeadNeedsNoEncoder()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(8, 15.0);
        QCOMPARE(library.scan().exitCode, 0);
        QCOMPARE(library.annotate().exitCode, 0);
        installOtherHead(library.cli().place("data") / "circumplex" / "models");
        const auto again = library.annotate({ "--model", "other" });
        QVERIFY2(again.exitCode == 0, qPrintable(again.errors));
        QCOMPARE(again.lines.last()["annotated"_L1].toInt(), 8);
        for (const QJsonObject& line : again.lines)
            if (line.contains("id"_L1)) QVERIFY(line["cached"_L1].toBool());

        // The same as without the cache.
        const auto query = u"SELECT valence, arousal FROM annotations JOIN models "
                           "ON models.id = model_id WHERE name = 'other' ORDER BY track_id"_s;
        const auto fromCache = numbers(library.sql(query));
        library.sql(u"DELETE FROM annotations"_s);
        QCOMPARE(library.annotate({ "--model", "other", "--cache", "0" }).exitCode, 0);
        const auto heard = numbers(library.sql(query));
        QCOMPARE(fromCache.size(), heard.size());
        double furthest = 0.0;
        for (qsizetype i = 0; i < heard.size(); ++i)
            furthest = std::max(furthest, std::abs(heard[i] - fromCache[i]));
        qInfo("largest difference from the cache: %g", furthest);
        QVERIFY(furthest < 1e-3);
    }

    void aFileThatChangedIsAnalysedAnew()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(3);
        QCOMPARE(library.scan().exitCode, 0);
        QCOMPARE(library.annotate().exitCode, 0);
        fs::copy_file(library.music() / "001.wav", library.music() / "000.wav",
            fs::copy_options::overwrite_existing);
        QCOMPARE(library.scan().exitCode, 0);
        const auto again = library.annotate();
        QCOMPARE(again.lines.last()["annotated"_L1].toInt(), 1);
        QCOMPARE(library.annotate().lines.last()["annotated"_L1].toInt(), 0);
    }

    void anInterruptKeepsWhatIsDone()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(100);
        QCOMPARE(library.scan().exitCode, 0);
        QProcess process;
        library.start(process);
        QTRY_VERIFY_WITH_TIMEOUT(library.annotated().size() >= 3, 30'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const auto done = library.annotated().size();
        QVERIFY(done >= 3 && done < 100);
        const auto rest = library.annotate();
        QCOMPARE(rest.exitCode, 0);
        QCOMPARE(library.annotated().size(), 100);
    }

    void theEngineSpeaksInLines()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(40);
        QCOMPARE(library.scan().exitCode, 0);
        const auto last = library.sql(u"SELECT max(id) FROM tracks"_s).first();
        QProcess engine;
        engine.setProcessEnvironment(library.cli().environment());
        engine.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex-cli"),
            { u"engine"_s, u"--library"_s, library.file() });
        engine.write("nonsense\n"
                     "{\"command\":\"pace\",\"share\":7}\n"
                     "{\"command\":\"pace\",\"share\":0.01}\n"
                     "{\"command\":\"pause\"}\n"
                     "{\"command\":\"work\",\"query\":\"\",\"include_failed\":false}\n");
        QByteArray heard;
        const auto hears = [&](const char* text) {
            heard += engine.readAllStandardOutput();
            return heard.contains(text);
        };
        QTRY_VERIFY_WITH_TIMEOUT(hears("\"paused\""), 20'000);
        QCOMPARE(heard.count("\"event\":\"refused\""), 2);
        QVERIFY(!heard.contains("\"started\""));
        engine.write("{\"command\":\"prioritise\",\"tracks\":[" + last.toUtf8()
            + "],\"priority\":1}\n{\"command\":\"resume\"}\n");
        QTRY_VERIFY_WITH_TIMEOUT(hears("\"annotated\""), 20'000);
        for (const QJsonObject& line : test::jsonLines(heard))
            if (line["event"_L1].toString() == u"annotated") {
                QCOMPARE(line["track"_L1].toInteger(), last.toLongLong());
                break;
            }
        QTRY_VERIFY_WITH_TIMEOUT(hears("\"idle\""), 60'000);
        QCOMPARE(library.annotated().size(), 40);

        // A new file: scan on demand, then it is analysed without being asked again.
        library.writeSounds(41);
        engine.write("{\"command\":\"scan\",\"folders\":[]}\n");
        QTRY_VERIFY_WITH_TIMEOUT(hears("\"scanned\""), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(library.annotated().size(), 41, 30'000);
        engine.closeWriteChannel(); // nobody is there any more
        QVERIFY(engine.waitForFinished(10'000));
        QCOMPARE(engine.exitCode(), 0);
    }

    void aWatchingEngineFindsNewFilesByItself()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(2);
        QCOMPARE(library.scan().exitCode, 0);
        QProcess engine;
        engine.setProcessEnvironment(library.cli().environment());
        engine.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex-cli"),
            { u"engine"_s, u"--watch"_s, u"--library"_s, library.file() });
        engine.write("{\"command\":\"work\",\"query\":\"\",\"include_failed\":false}\n");
        QTRY_COMPARE_WITH_TIMEOUT(library.annotated().size(), 2, 30'000);
        library.writeSounds(4);
        QTRY_COMPARE_WITH_TIMEOUT(library.annotated().size(), 4, 30'000);
        engine.closeWriteChannel();
        QVERIFY(engine.waitForFinished(10'000));
        QCOMPARE(engine.exitCode(), 0);
    }

    void aLibraryThatCannotBeWrittenIsRefused()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(1);
        QCOMPARE(library.scan().exitCode, 0);
        library.sql(u"PRAGMA user_version = 9999"_s);
        const auto future = library.annotate();
        QCOMPARE(future.exitCode, 3);
        QCOMPARE(future.lines.last()["error"_L1]["code"_L1].toString(), u"database-too-new"_s);
        const auto missing = library.annotate({ "--model", "nobody" });
        QCOMPARE(missing.exitCode, 3);
        QCOMPARE(missing.lines.last()["error"_L1]["code"_L1].toString(), u"model-missing"_s);
    }
};

QTEST_GUILESS_MAIN(TestAnnotateCommand)
#include "tst_annotate_command.moc"
