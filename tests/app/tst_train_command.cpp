#include "tests/app/rated_sounds.h"
#include "tests/core/audio/sound_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

test::CliOutcome train(test::AnnotatedLibrary& library, const QList<QByteArray>& more)
{
    return library.cli().run(
        QList<QByteArray> { "train", "--json", "--library", library.file().toUtf8() } + more);
}

QJsonObject find(const test::CliOutcome& outcome, QLatin1StringView key)
{
    for (const QJsonObject& line : outcome.lines)
        if (line.contains(key)) return line;
    return {};
}

} // namespace

/// `train` on a library that was annotated, and on what is no basis for it.
class TrainCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsBecomeAModelThatIsBetterAndReannotatesFromTheCache()
    {
        test::AnnotatedLibrary library;
        test::writeFolders(library);
        QCOMPARE(library.scan().exitCode, 0);
        QCOMPARE(test::importLabels(library, test::honestLabels()).exitCode, 0);
        const auto unheard = train(library, {});
        QCOMPARE(unheard.exitCode, 3);
        QVERIFY(unheard.errors.contains(u"circumplex-cli annotate"_s));
        QCOMPARE(library.annotate().exitCode, 0);
        const fs::path starter = CIRCUMPLEX_BUILD "/share/circumplex/models/starter";
        const QByteArray headBefore = test::read(starter / "head.safetensors");

        const auto planned = find(train(library, { "--dry-run" }), "plan"_L1)["plan"_L1].toObject();
        QCOMPARE(planned["usable_tracks"_L1].toInt(), test::kRatedSounds);
        QCOMPARE(planned["groups"_L1].toInt(), test::kRatedFolders);
        QCOMPARE(planned["tag_tracks"_L1].toInt(), test::kRatedSounds);
        const QJsonObject set = planned["label_sets"_L1][0].toObject();
        QCOMPARE(set["rater"_L1].toString(), u"Ann"_s);
        QCOMPARE(set["tracks"_L1].toInt(), test::kRatedSounds);
        QCOMPARE(set["weight"_L1].toDouble(), 1.0);
        int inQuarters = 0;
        for (const QJsonValue count : planned["quarters"_L1].toObject())
            inQuarters += count.toInt();
        QCOMPARE(inQuarters, test::kRatedSounds);
        QVERIFY(planned["least_tracks"_L1].toInt() > 0);
        QVERIFY(planned["seconds_at_most"_L1].toDouble() > 0.0);
        QVERIFY(planned["warnings"_L1][0].toString().contains(u"one rater"));

        const auto outcome = train(library, { "--name", "mine" });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        const QJsonObject verdict = find(outcome, "verdict"_L1)["verdict"_L1].toObject();
        QCOMPARE(verdict["overall"_L1].toString(), u"better"_s);
        QVERIFY(verdict["now_right"_L1][0]["path"_L1].toString().endsWith(u".wav"));
        const QJsonObject valence = verdict["targets"_L1][0].toObject();
        QCOMPARE(valence["judgement"_L1].toString(), u"better"_s);
        QVERIFY(valence["scores"_L1]["ccc"_L1]["personal"_L1].toDouble() > 0.5);
        QCOMPARE(find(outcome, "installed"_L1)["installed"_L1].toString(), u"mine"_s);
        QVERIFY(!find(outcome, "epoch"_L1).isEmpty());

        QCOMPARE(library.cli().run({ "models", "verify", "mine" }).exitCode, 0);
        const fs::path folder = find(outcome, "installed"_L1)["folder"_L1].toString().toStdString();
        const auto card = QJsonDocument::fromJson(test::read(folder / "card.json")).object();
        QCOMPARE(card["parent"_L1]["name"_L1].toString(), u"starter"_s);
        QCOMPARE(card["data"_L1][0]["tracks"_L1].toInt(), test::kRatedSounds);
        QCOMPARE(card["verdict"_L1]["overall"_L1].toString(), u"better"_s);
        QCOMPARE(test::read(starter / "head.safetensors"), headBefore);

        const auto again = library.annotate({ "--model", "mine" });
        QCOMPARE(again.exitCode, 0);
        for (const QJsonObject& line : again.lines)
            if (line.contains("cached"_L1)) QVERIFY(line["cached"_L1].toBool());
        QCOMPARE(again.lines.last()["annotated"_L1].toInt(), test::kRatedSounds);

        // a name is given once
        QCOMPARE(train(library, { "--name", "mine" }).exitCode, 3);

        // a split that parts a folder is refused, one that does not is kept to
        const fs::path splits = library.cli().place("splits");
        fs::create_directory(splits);
        const auto writeSplit = [&](const std::function<bool(int)>& isTest) {
            QByteArray training, held;
            for (int i = 0; i < test::kRatedSounds; ++i)
                (isTest(i) ? held : training) += QByteArray::number(i) + '\n';
            test::write(splits / "my_train.txt", training);
            test::write(splits / "my_test.txt", held);
        };
        const QByteArray folderOfSplits = splits.c_str();
        writeSplit([](int i) { return i < 12; });
        const auto leaking = train(library, { "--name", "split", "--splits", folderOfSplits });
        QCOMPARE(leaking.exitCode, 3);
        QCOMPARE(leaking.lines.last()["error"_L1]["code"_L1].toString(), u"refused"_s);
        QVERIFY(leaking.errors.contains(u"artist 3"_s));
        writeSplit([](int i) { return i % test::kRatedFolders < 4; });
        const auto kept
            = train(library, { "--name", "split", "--splits", folderOfSplits, "--install-anyway" });
        QCOMPARE(kept.exitCode, 0);
        QCOMPARE(find(kept, "verdict"_L1)["verdict"_L1]["targets"_L1][0]["tracks"_L1].toInt(), 16);
    }

    void aKilledTrainingGoesOnToTheSameModel()
    {
        test::AnnotatedLibrary library;
        test::writeFolders(library);
        QCOMPARE(library.scan().exitCode, 0);
        QCOMPARE(library.annotate().exitCode, 0);
        QCOMPARE(test::importLabels(library, test::honestLabels()).exitCode, 0);
        // slow steps: no epoch is the last for long
        const QList<QByteArray> slowly { "--epochs", "60", "--learning-rate", "1e-5",
            "--batch-size", "16", "--install-anyway", "--name" };
        QProcess process;
        process.setProcessEnvironment(library.cli().environment());
        QStringList arguments { u"train"_s, u"--library"_s, library.file() };
        for (const QByteArray& one : slowly + QList<QByteArray> { "killed" })
            arguments += QString::fromUtf8(one);
        process.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex-cli"), arguments);
        QVERIFY(process.waitForStarted());
        const fs::path checkpoint
            = fs::path(library.cli().environment().value(u"XDG_DATA_HOME"_s).toStdString())
            / "circumplex/training/killed.checkpoint";
        QTRY_VERIFY2_WITH_TIMEOUT(
            fs::exists(checkpoint), process.readAllStandardError().constData(), 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const auto headOf = [&](const char* name, const QList<QByteArray>& more) {
            const auto outcome = train(library, slowly + QList<QByteArray> { name } + more);
            const fs::path folder
                = find(outcome, "installed"_L1)["folder"_L1].toString().toStdString();
            const QJsonObject first = find(outcome, "epoch"_L1);
            return std::pair(test::read(folder / "head.safetensors"),
                first["fit"_L1].toInt() > 0 || first["epoch"_L1].toInt() > 1);
        };
        const auto resumed = headOf("killed", { "--resume" });
        const auto whole = headOf("whole", {});
        QVERIFY(!whole.first.isEmpty());
        QVERIFY(resumed.first == whole.first);
        QVERIFY(resumed.second && !whole.second); // it went on, it did not begin anew
        QVERIFY(!fs::exists(checkpoint));
    }

    void shuffledLabelsAreNoBetterAndNothingIsInstalled()
    {
        test::AnnotatedLibrary library;
        test::writeFolders(library);
        QCOMPARE(library.scan().exitCode, 0);
        QCOMPARE(library.annotate().exitCode, 0);
        auto labels = test::honestLabels();
        std::mt19937 random(2);
        std::shuffle(labels.begin(), labels.end(), random);
        QCOMPARE(test::importLabels(library, labels).exitCode, 0);
        const auto outcome = train(library, {});
        QCOMPARE(outcome.exitCode, 1);
        const QString sentence
            = find(outcome, "verdict"_L1)["verdict"_L1]["sentence"_L1].toString();
        QVERIFY2(sentence.startsWith(u"No better than the base model."), qPrintable(sentence));
        QVERIFY(find(outcome, "installed"_L1).isEmpty());
        QCOMPARE(library.cli().run({ "models", "verify", "personal" }).exitCode, 3);
    }

    void tooFewLabelsOrArtistsAreRefusedWithTheReason()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(12); // in one folder
        QCOMPARE(library.scan().exitCode, 0);
        QCOMPARE(library.annotate().exitCode, 0);
        const auto nobody = train(library, {});
        QCOMPARE(nobody.exitCode, 3);
        QVERIFY(nobody.errors.contains(u"Nobody has rated"_s));
        QByteArray table = "path,rater,valence\n";
        for (int i = 0; i < 12; ++i)
            table += QByteArray::fromStdString((library.music()
                         / u"%1.wav"_s.arg(i, 3, 10, QLatin1Char('0')).toStdString())
                                                   .string())
                + ",Ann," + QByteArray::number(1 + i % 9) + '\n';
        test::write(library.cli().place("ratings.csv"), table);
        QCOMPARE(library.cli()
                     .run({ "labels", "import", "--library", library.file().toUtf8(),
                         library.cli().place("ratings.csv").c_str() })
                     .exitCode,
            0);
        const auto oneFolder = train(library, {});
        QCOMPARE(oneFolder.exitCode, 3);
        QVERIFY2(
            oneFolder.errors.contains(u"12 tracks in 1 groups"_s), qPrintable(oneFolder.errors));
        QCOMPARE(train(library, { "--rater", "Eve" }).exitCode, 3);
        QCOMPARE(train(library, { "--model", "absent" }).exitCode, 3);
        QCOMPARE(train(library, { "--rater-weight", "Ann=x" }).exitCode, 3);
        QCOMPARE(train(library, { "--folds", "1" }).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TrainCommandTest)
#include "tst_train_command.moc"
