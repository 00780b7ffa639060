#include "tests/app/cli_process.h"
#include "tests/app/data_set_copies.h"
#include "tests/core/audio/sound_files.h"
#include "tests/support/small_music2emo.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

/// The objects on stdout that have a key.
QList<QJsonObject> with(const test::CliOutcome& outcome, QLatin1StringView key)
{
    QList<QJsonObject> found;
    for (const QJsonObject& line : outcome.lines)
        if (line.contains(key)) found.append(line);
    return found;
}

} // namespace

/// `reproduce`, every row, on small copies of the sets' folders and with few epochs.
class ReproduceCommandTest : public QObject {
    Q_OBJECT

    test::CliProcess m_cli;
    fs::path m_sets = m_cli.place("sets");
    fs::path m_mert = m_cli.place("published/mert");

    QByteArray folderOf(DataSetKind kind) const
    {
        return test::dataSetFolder(m_sets, kind).c_str();
    }

    QList<QByteArray> allFolders() const
    {
        return { "--jamendo", folderOf(DataSetKind::MtgJamendo), "--deam",
            folderOf(DataSetKind::Deam), "--emomusic", folderOf(DataSetKind::EmoMusic), "--pmemo",
            folderOf(DataSetKind::PmEmo) };
    }

    test::CliOutcome reproduce(const QByteArray& row, const QList<QByteArray>& more) const
    {
        return m_cli.run(QList<QByteArray> { "reproduce", "--json", row } + allFolders() + more);
    }

    /// Trains and scores, with what earlier rows heard and trained.
    test::CliOutcome train(const QByteArray& row, const QList<QByteArray>& more = {}) const
    {
        const QByteArray work = m_cli.place("work").c_str();
        return reproduce(row,
            QList<QByteArray> { "--work", work, "--epochs", "2", "--batch-size", "4", "--device",
                "cpu", "--threads", "2" }
                + more);
    }

    /// A copy of one set in a folder of its own, to be spoilt.
    fs::path copyOf(DataSetKind kind, const char* name) const
    {
        const fs::path folder = m_cli.place(name);
        fs::copy(test::dataSetFolder(m_sets, kind), folder, fs::copy_options::recursive);
        return folder;
    }

    /// Exit status and sentences of row D on a folder.
    QString reasonFor(const fs::path& folder, const QList<QByteArray>& more) const
    {
        const auto outcome = m_cli.run(
            QList<QByteArray> { "reproduce", "--json", "D", "--deam", folder.c_str() } + more);
        return u"%1 %2"_s.arg(outcome.exitCode).arg(outcome.errors);
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::writeDataSets(m_sets);
        fs::create_directories(m_cli.place("published"));
        test::SmallMusic2Emo(test::narrowMert()).write(m_cli.place("published"), "narrow");
    }

    void everyRowIsListedWithItsFigures()
    {
        const auto outcome = m_cli.run({ "reproduce", "--list", "--json" });
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.lines.size(), 19);
        const auto last = outcome.lines[7];
        QCOMPARE(last["row"_L1].toString(), u"J+D+E+P"_s);
        QCOMPARE(last["published"_L1]["pmemo"_L1]["arousal_r2"_L1].toDouble(), 0.7940);
        const auto text = m_cli.run({ "reproduce", "--list" });
        QVERIFY2(text.output.contains("MERT-330M alone"), text.output.constData());
    }

    void trainedRowsAreMeasuredBesideThePublished_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QStringList>("sets");
        QTest::addColumn<double>("published"); // the first score of the last set
        QTest::addColumn<int>("newHeads");
        const QString j = u"mtg-jamendo"_s, d = u"deam"_s, e = u"emomusic"_s, p = u"pmemo"_s;
        QTest::newRow("J") << QByteArray("J") << QStringList { j } << 0.1521 << 1;
        QTest::newRow("D") << QByteArray("D") << QStringList { d } << 0.5131 << 1;
        QTest::newRow("E") << QByteArray("E") << QStringList { e } << 0.5957 << 1;
        QTest::newRow("P") << QByteArray("P") << QStringList { p } << 0.5360 << 1;
        QTest::newRow("J+D") << QByteArray("J+D") << QStringList { j, d } << 0.5144 << 1;
        QTest::newRow("J+E") << QByteArray("J+E") << QStringList { j, e } << 0.6091 << 1;
        QTest::newRow("J+P") << QByteArray("J+P") << QStringList { j, p } << 0.5401 << 1;
        QTest::newRow("J+D+E+P") << QByteArray("J+D+E+P") << QStringList { j, d, e, p } << 0.5473
                                 << 1;
        QTest::newRow("MERT-95M on J")
            << QByteArray("mert-95m-J") << QStringList { j } << 0.1340 << 1;
        QTest::newRow("MERT-330M on J")
            << QByteArray("mert-330m-J") << QStringList { j } << 0.1400 << 0; // the same here
        QTest::newRow("MERT-95M on D")
            << QByteArray("mert-95m-D") << QStringList { d } << 0.497 << 1;
        QTest::newRow("MERT-95M on E")
            << QByteArray("mert-95m-E") << QStringList { e } << 0.566 << 1;
        QTest::newRow("MERT-95M on P")
            << QByteArray("mert-95m-P") << QStringList { p } << 0.523 << 1;
    }

    void trainedRowsAreMeasuredBesideThePublished()
    {
        QFETCH(QByteArray, row);
        QFETCH(QStringList, sets);
        QFETCH(double, published);
        QFETCH(int, newHeads);
        const bool isEncoderAlone = row.startsWith("mert");
        const auto outcome = train(row,
            isEncoderAlone ? QList<QByteArray> { "--mert", m_mert.c_str() } : QList<QByteArray> {});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));

        const auto plan = outcome.lines.first()["plan"_L1].toObject();
        QCOMPARE(plan["sets"_L1].toArray().size(), sets.size());
        for (qsizetype i = 0; i < sets.size(); ++i) {
            const auto set = plan["sets"_L1][i].toObject();
            QCOMPARE(set["set"_L1].toString(), sets[i]);
            for (const auto& [part, count] : { std::pair("train"_L1, test::kTrainCount),
                     std::pair("validation"_L1, test::kValidationCount),
                     std::pair("test"_L1, test::kTestCount) }) {
                QCOMPARE(set[part]["tracks"_L1].toInt(), count);
                QCOMPARE(set[part]["sounds"_L1].toInt(), count);
            }
        }

        int trained = 0;
        const auto heads = with(outcome, "head"_L1);
        QCOMPARE(heads.size(), sets.size() == 1 ? 1 : sets.size() + 1);
        for (const QJsonObject& head : heads)
            trained += head["trained"_L1].toBool() ? 1 : 0;
        QCOMPARE(trained, newHeads);

        const auto results = with(outcome, "scores"_L1);
        QCOMPARE(results.size(), sets.size());
        for (qsizetype i = 0; i < sets.size(); ++i) {
            const QJsonObject& result = results[i];
            QCOMPARE(result["row"_L1].toString(), QString::fromLatin1(row));
            QCOMPARE(result["set"_L1].toString(), sets[i]);
            QCOMPARE(result["part"_L1].toString(), u"test"_s);
            QCOMPARE(result["tracks"_L1].toInt(), test::kTestCount);
            QCOMPARE(result["unpredicted"_L1].toInt(), 0);
            QCOMPARE(result["lost"_L1]["train"_L1].toInt(-1), 0);
            QVERIFY(result["predictions"_L1].toString().startsWith(
                isEncoderAlone ? "mert@"_L1 : "starter@"_L1));
            const QStringList names = i == 0 && sets[0] == u"mtg-jamendo"_s
                ? QStringList { u"pr_auc"_s, u"roc_auc"_s }
                : QStringList { u"valence_r2"_s, u"arousal_r2"_s };
            for (const QString& name : names) {
                const auto score = result["scores"_L1][name].toObject();
                QVERIFY2(score["value"_L1].isDouble(), outcome.output.constData());
                QCOMPARE(score["published"_L1].toDouble(-1.0),
                    result["published"_L1][name].toDouble(-2.0));
            }
        }
        const auto last = results.last()["published"_L1].toObject();
        const auto name = last.contains("pr_auc"_L1) ? "pr_auc"_L1 : "valence_r2"_L1;
        QCOMPARE(last[name].toDouble(), published);
    }

    void theModelsOwnEncoderAloneHearsNoChords()
    {
        const auto outcome = train("mert-95m-D");
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QVERIFY(with(outcome, "warning"_L1)
                    .first()["warning"_L1]
                    .toString()
                    .contains("MERT-v1-95M"_L1));
        QVERIFY(with(outcome, "head"_L1).first()["trained"_L1].toBool()); // other than that of D
    }

    void otherLayersAreAnotherHearing()
    {
        const auto outcome = train("mert-95m-P", { "--mert", m_mert.c_str(), "--layers", "1,3,7" });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QVERIFY(with(outcome, "head"_L1).first()["trained"_L1].toBool());
        const auto tooHigh = train("mert-95m-P", { "--mert", m_mert.c_str(), "--layers", "1,8" });
        QCOMPARE(tooHigh.exitCode, 3);
        QVERIFY2(tooHigh.errors.contains("used_layers is 8, expected 0 to 7"_L1),
            qPrintable(tooHigh.errors));
    }

    void whatWasHeardAndTrainedIsTakenAgain()
    {
        const auto first = train("J+D");
        const auto again = train("J+D");
        QCOMPARE(again.exitCode, 0);
        for (const QJsonObject& head : with(again, "head"_L1))
            QVERIFY(!head["trained"_L1].toBool());
        QCOMPARE(with(again, "scores"_L1), with(first, "scores"_L1));
        // heard from the cache alone: a model of another number format would hear anew
        fs::remove_all(m_cli.place("work/heads"));
        const auto trainedAnew = train("J+D");
        QCOMPARE(with(trainedAnew, "scores"_L1), with(first, "scores"_L1));
        QCOMPARE(with(trainedAnew, "head"_L1).size(), 3);
        QVERIFY(with(trainedAnew, "head"_L1).first()["trained"_L1].toBool());
    }

    void severalSeedsGiveMeanAndDeviation()
    {
        const auto outcome = train("D", { "--seeds", "2" });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        const auto result = with(outcome, "scores"_L1).first();
        QCOMPARE(result["seeds"_L1].toArray(), (QJsonArray { 1, 2 }));
        const auto score = result["scores"_L1]["valence_r2"_L1].toObject();
        const auto bySeed = score["by_seed"_L1].toArray();
        QCOMPARE(bySeed.size(), 2);
        const double left = bySeed[0].toDouble(), right = bySeed[1].toDouble();
        QVERIFY(left != right);
        QVERIFY(std::abs(score["value"_L1].toDouble() - (left + right) / 2.0) < 1e-9);
        QVERIFY(std::abs(score["deviation"_L1].toDouble() - std::abs(left - right) / std::sqrt(2.0))
            < 1e-9);
    }

    void otherSystemsAreScoredByTheSameRuler_data()
    {
        QTest::addColumn<double>("published");
        QTest::newRow("lileonardo") << 0.1508;
        QTest::newRow("selab-hcmus") << 0.1435;
        QTest::newRow("mirable") << 0.1356;
        QTest::newRow("uibk-dbis") << 0.1087;
        QTest::newRow("hasumi") << 0.0730;
        QTest::newRow("greer") << 0.1082;
    }

    void otherSystemsAreScoredByTheSameRuler()
    {
        QFETCH(double, published);
        const fs::path said = m_cli.place("said.csv");
        // the test part is tracks 1006 to 1008: happy is the third's tag and the first's second one
        test::write(said, "path,tag:calm\n06/1006.mp3,0.9\n07/1007.mp3,0.2\n08/1008.mp3,0.1\n");
        const auto outcome = reproduce(QTest::currentDataTag(), { "--predictions", said.c_str() });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        const auto plan = outcome.lines.first()["plan"_L1]["sets"_L1][0].toObject();
        QVERIFY(!plan.contains("train"_L1));
        const auto result = with(outcome, "scores"_L1).first();
        QCOMPARE(result["tracks"_L1].toInt(), test::kTestCount);
        const auto score = result["scores"_L1]["pr_auc"_L1].toObject();
        QCOMPARE(score["published"_L1].toDouble(), published);
        // calm, found first: 1. energetic and happy, of two and one of three, all equal: 2/3, 1/3
        QVERIFY(std::abs(score["value"_L1].toDouble() - 2.0 / 56.0) < 1e-6);
        const auto evaluated = m_cli.run({ "evaluate", "--json", folderOf(DataSetKind::MtgJamendo),
            "--set", "mtg-jamendo", "--predictions", said.c_str() });
        QCOMPARE(evaluated.lines.last()["scores"_L1]["pr_auc"_L1]["value"_L1].toDouble(),
            score["value"_L1].toDouble());
    }

    void foldersAreReadWithoutHearing()
    {
        const auto outcome = reproduce("J+D+E+P", { "--dry-run" });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QCOMPARE(outcome.lines.size(), 1);
        const QString warnings = QString::fromUtf8(outcome.output);
        QVERIFY(warnings.contains("deam's valence is emomusic's arousal"_L1));
        QVERIFY(warnings.contains(
            "1 songs of the test part of emomusic are in the train part of deam"_L1));
        QVERIFY(warnings.contains("were taken as 1 + 8x"_L1));
        QVERIFY(warnings.contains("has 4 tracks; the published figures are of 9949"_L1));
    }

    void soundsThatCannotBeHeardAreNamedAndTheRestGoesOn()
    {
        const fs::path folder = copyOf(DataSetKind::Deam, "lossy");
        fs::remove(folder / "MEMD_audio/3.mp3");
        test::write(folder / "MEMD_audio/10.mp3", "no sound");
        const auto outcome = m_cli.run({ "reproduce", "--json", "D", "--deam", folder.c_str(),
            "--work", m_cli.place("work").c_str(), "--epochs", "1", "--device", "cpu" });
        QCOMPARE(outcome.exitCode, 1);
        const auto lost = with(outcome, "error"_L1);
        QCOMPARE(lost.size(), 2);
        QCOMPARE(lost[0]["id"_L1].toString(), u"3"_s);
        QCOMPARE(lost[0]["part"_L1].toString(), u"train"_s);
        QCOMPARE(lost[0]["error"_L1]["code"_L1].toString(), u"file-missing"_s);
        QVERIFY(outcome.errors.contains(
            "the folder holds no sound of 1 tracks of the train part of deam: 3"_L1));
        QVERIFY(lost[1]["path"_L1].toString().endsWith("MEMD_audio/10.mp3"_L1));
        QCOMPARE(lost[1]["error"_L1]["code"_L1].toString(), u"audio-unsupported"_s);
        const auto result = with(outcome, "scores"_L1).first();
        QCOMPARE(result["lost"_L1]["train"_L1].toInt(), 1);
        QCOMPARE(result["lost"_L1]["test"_L1].toInt(), 1);
        QCOMPARE(result["tracks"_L1].toInt(), test::kTestCount - 1);
        QCOMPARE(result["unpredicted"_L1].toInt(), 1);
    }

    void whatCannotBeDoneIsRefusedWithItsReason()
    {
        const QList<QByteArray> dry { "--dry-run" };
        const auto expect = [](const QString& text, const char* part) {
            QVERIFY2(
                text.startsWith(u"3 ") && text.contains(QLatin1StringView(part)), qPrintable(text));
        };
        const fs::path means
            = "DEAM_Annotations/annotations/annotations averaged per song/song_level";
        fs::path folder = copyOf(DataSetKind::Deam, "no-means");
        fs::remove_all(folder / means);
        expect(reasonFor(folder, dry), "line 1: the columns song_id, valence_mean");
        fs::remove_all(folder / "DEAM_Annotations");
        expect(reasonFor(folder, dry), "holds no table static_annotations*.csv");
        folder = copyOf(DataSetKind::Deam, "no-list");
        fs::remove(folder / "split/validation.txt");
        expect(reasonFor(folder, dry), "holds no list of the validation part");
        folder = copyOf(DataSetKind::Deam, "wrong-value");
        test::write(folder / means / "static_annotations_averaged_songs_1_2000.csv",
            "song_id,valence_mean,arousal_mean\n2,4,12\n");
        expect(reasonFor(folder, dry), "line 2: column arousal_mean: \"12\" is not a number");
        folder = copyOf(DataSetKind::Deam, "twice");
        test::write(folder / "split/test.txt", "2001\n2\n");
        expect(reasonFor(folder, dry), "the test part has the track 2, which is listed before");
        folder = copyOf(DataSetKind::Deam, "silent");
        fs::remove(folder / "MEMD_audio/10.mp3");
        for (const char* id : { "2001", "2002" })
            test::write(folder / "MEMD_audio" / (std::string(id) + ".mp3"), "no sound");
        expect(reasonFor(folder, { "--work", m_cli.place("work").c_str(), "--device", "cpu" }),
            "Of the 3 tracks of the test part of deam none could be heard");
        for (const char* id : { "2001", "2002" })
            fs::remove(folder / "MEMD_audio" / (std::string(id) + ".mp3"));
        expect(reasonFor(folder, { "--work", m_cli.place("work").c_str(), "--device", "cpu" }),
            "Of the 3 tracks of the test part of deam none could be heard");

        const auto reason = [this](const QByteArray& row, const QList<QByteArray>& more) {
            const auto outcome = reproduce(row, more);
            return u"%1 %2"_s.arg(outcome.exitCode).arg(outcome.errors);
        };
        expect(reason("J+X", dry), "No row is called");
        expect(reason("D", {}), "--work is missing");
        expect(reason("greer", {}), "--predictions takes what it said");
        expect(reason("J+D", { "--predictions", "said.csv" }), "J+D has several");
        expect(reason("D", { "--mert", m_mert.c_str(), "--work", "w" }), "--mert hears none");
        expect(reason("mert-95m-D", { "--mert", m_cli.place("absent").c_str(), "--work", "w" }),
            "absent");
        const auto alone
            = m_cli.run({ "reproduce", "J+D", "--dry-run", "--deam", folderOf(DataSetKind::Deam) });
        QCOMPARE(alone.exitCode, 3);
        QVERIFY(alone.errors.contains("needs the folder of mtg-jamendo"_L1));
    }
};

QTEST_GUILESS_MAIN(ReproduceCommandTest)
#include "tst_reproduce_command.moc"
