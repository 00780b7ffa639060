#include "tests/app/rated_sounds.h"
#include "tests/core/audio/sound_files.h"
#include "tests/support/generated_mert.h"
#include "tests/support/small_music2emo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

/// Published files of a MERT that hears three seconds in no time.
MertConfig tinyConfig()
{
    auto config = test::smallMertConfig();
    config.layerCount = 7;
    config.usedLayers = { 5, 6 };
    return config;
}

QJsonObject find(const test::CliOutcome& outcome, QLatin1StringView key)
{
    for (const QJsonObject& line : outcome.lines)
        if (line.contains(key)) return line;
    return {};
}

fs::path folderOf(const test::CliOutcome& installed)
{
    return find(installed, "installed"_L1)["folder"_L1].toString().toStdString();
}

std::map<std::string, QByteArray> filesOf(const fs::path& folder)
{
    std::map<std::string, QByteArray> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files[entry.path().filename().string()] = test::read(entry.path());
    return files;
}

/// Rated sounds that a small Music2Emo has heard.
class HeardLibrary : public test::AnnotatedLibrary {
public:
    HeardLibrary()
    {
        test::writeFolders(*this);
        const auto files
            = test::SmallMusic2Emo(tinyConfig()).write(cli().place("published"), "tiny");
        const auto imported = cli().run(
            { "models", "import", "--json", "--name", "tiny", "--mert", files.mert.c_str(),
                "--music2emo", files.music2emo.c_str(), "--btc", files.btc.c_str() });
        if (imported.exitCode != 0 || scan().exitCode != 0
            || test::importLabels(*this, test::honestLabels()).exitCode != 0
            || annotate({ "--model", "tiny" }).exitCode != 0)
            qFatal("the library cannot be made: %s", qPrintable(imported.errors));
    }

    /// The head is left where it can still learn, so that an adapter finds something to do.
    static QList<QByteArray> quickly(const char* name, const char* adapterEpochs = "2")
    {
        return { "train", "--json", "--model", "tiny", "--lora", "--lora-rank", "2",
            "--lora-epochs", adapterEpochs, "--epochs", "2", "--folds", "3", "--install-anyway",
            "--threads", "1", "--name", name };
    }

    test::CliOutcome train(const char* name, const QList<QByteArray>& more = {})
    {
        return run(quickly(name) + more);
    }

    test::CliOutcome run(const QList<QByteArray>& arguments)
    {
        return cli().run(arguments + QList<QByteArray> { "--library", file().toUtf8() });
    }

    fs::path model(const char* name) { return data() / "circumplex/models" / name; }
    fs::path data() { return cli().environment().value(u"XDG_DATA_HOME"_s).toStdString(); }
};

} // namespace

/// `train --lora`: the encoder of a published model learns as well.
class TrainAdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelHearsWithItsAdapterAndTheBaseStaysAsItWas()
    {
        HeardLibrary library;
        const auto before = filesOf(library.model("tiny"));
        QVERIFY(before.contains("encoder.safetensors"));

        fs::rename(test::placeOf(library, 5), library.music() / "away");
        const QJsonObject plan
            = find(library.train("adapted", { "--dry-run" }), "plan"_L1)["plan"_L1].toObject();
        QCOMPARE(plan["usable_tracks"_L1].toInt(), test::kRatedSounds - 1);
        QCOMPARE(plan["adapter"_L1]["sections"_L1].toInt(), test::kRatedSounds - 1);
        QVERIFY(plan["adapter"_L1]["temporary_bytes"_L1].toInt() > 0);
        QVERIFY(plan["adapter"_L1]["sound_missing"_L1][0].toString().endsWith(u"/5.wav"));
        QVERIFY(plan["seconds_at_most"_L1].toDouble() > 0.0);
        fs::rename(library.music() / "away", test::placeOf(library, 5));

        const auto outcome = library.train("adapted");
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        int alone = 0, adapting = 0;
        for (const QJsonObject& line : outcome.lines)
            if (line.contains("epoch"_L1)) ++(line["adapter"_L1].toBool() ? adapting : alone);
        QVERIFY(alone > 0);
        QVERIFY(adapting > 0);
        const QJsonObject verdict = find(outcome, "verdict"_L1)["verdict"_L1].toObject();
        QVERIFY(verdict["heads_alone"_L1]["valence"_L1]["ccc"_L1].isDouble());
        const fs::path folder = folderOf(outcome);
        const auto card = QJsonDocument::fromJson(test::read(folder / "card.json")).object();
        QCOMPARE(card["adapter"_L1]["rank"_L1].toInt(), 2);
        QCOMPARE(card["adapter"_L1]["layers"_L1].toInt(), 7);
        QCOMPARE(card["parent"_L1]["name"_L1].toString(), u"tiny"_s);
        QVERIFY(card["files"_L1].toObject().contains("adapter.safetensors"_L1));
        QCOMPARE(library.cli().run({ "models", "verify", "adapted" }).exitCode, 0);
        QVERIFY(filesOf(library.model("tiny")) == before);

        // the same adapter in another card is another hearing: nothing is taken from the cache
        const auto annotated = library.annotate({ "--model", "adapted" });
        QCOMPARE(annotated.exitCode, 0);
        int heard = 0;
        for (const QJsonObject& line : annotated.lines)
            if (line.contains("cached"_L1)) {
                QVERIFY(!line["cached"_L1].toBool());
                ++heard;
            }
        QCOMPARE(heard, test::kRatedSounds);
        QVERIFY(library
                    .sql(u"SELECT count(DISTINCT round(valence, 4)) > 1 FROM annotations "
                         "GROUP BY track_id"_s)
                    .count(u"1"_s)
            > test::kRatedSounds / 2);

        // its head can go on learning with the adapter as it is, its encoder cannot
        const auto again = library.cli().run(
            { "train", "--json", "--model", "adapted", "--epochs", "2", "--folds", "3",
                "--install-anyway", "--name", "further", "--library", library.file().toUtf8() });
        QVERIFY2(again.exitCode == 0, qPrintable(again.errors));
        QCOMPARE(test::read(folderOf(again) / "adapter.safetensors"),
            test::read(folder / "adapter.safetensors"));
        const auto reused = library.annotate({ "--model", "further" });
        for (const QJsonObject& line : reused.lines)
            if (line.contains("cached"_L1)) QVERIFY(line["cached"_L1].toBool());
        const auto twice = library.run({ "train", "--json", "--model", "adapted", "--lora" });
        QCOMPARE(twice.exitCode, 3);
        QVERIFY2(twice.errors.contains(u"already"_s), qPrintable(twice.errors));
    }

    void aKilledTrainingGoesOnToTheSameAdapter()
    {
        HeardLibrary library;
        constexpr const char* kLong = "25"; // epochs: there is time to kill it in
        QProcess process;
        process.setProcessEnvironment(library.cli().environment());
        QStringList arguments;
        for (const QByteArray& one : HeardLibrary::quickly("killed", kLong))
            arguments += QString::fromUtf8(one);
        process.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex-cli"),
            arguments + QStringList { u"--library"_s, library.file() });
        QVERIFY(process.waitForStarted());
        // once the adapter is learning, the head that it began with is kept
        const fs::path checkpoint = library.data() / "circumplex/training/killed.checkpoint";
        QTRY_VERIFY2_WITH_TIMEOUT(
            fs::exists(checkpoint) && test::read(checkpoint).contains("\"alone."),
            process.readAllStandardError().constData(), 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const auto resumed = library.run(
            HeardLibrary::quickly("killed", kLong) + QList<QByteArray> { "--resume" });
        const auto whole = library.run(HeardLibrary::quickly("whole", kLong));
        QVERIFY2(resumed.exitCode == 0, qPrintable(resumed.errors));
        for (const char* file : { "head.safetensors", "adapter.safetensors" }) {
            const auto bytes = test::read(folderOf(whole) / file);
            QVERIFY(!bytes.isEmpty());
            QVERIFY(test::read(folderOf(resumed) / file) == bytes);
        }
        const QJsonObject first = find(resumed, "epoch"_L1);
        QVERIFY(first["adapter"_L1].toBool()); // it went on, it did not begin anew
        QVERIFY(!find(whole, "epoch"_L1)["adapter"_L1].toBool());
        QVERIFY(!fs::exists(checkpoint));
    }

    void anEncoderWithoutTransformerIsRefused()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(1);
        QCOMPARE(library.scan().exitCode, 0);
        const auto outcome = library.cli().run(
            { "train", "--json", "--lora", "--library", library.file().toUtf8() });
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY2(outcome.errors.contains(u"transformer layers"_s), qPrintable(outcome.errors));
    }
};

QTEST_GUILESS_MAIN(TrainAdapterTest)
#include "tst_train_adapter.moc"
