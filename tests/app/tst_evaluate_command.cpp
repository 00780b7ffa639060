#include "tests/app/annotated_library.h"
#include "tests/core/audio/sound_files.h"

#include <QJsonArray>
#include <QTest>

#include <cstring>
#include <functional>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

void writeFile(const fs::path& file, const QByteArray& bytes)
{
    fs::create_directories(file.parent_path());
    test::write(file, bytes);
}

/// A table of songs 1..6 and the parts: 1 to 3 train, 4 validation, 5 and 6 test.
void writeRated(const fs::path& folder, const QByteArray& table)
{
    writeFile(folder / "meta/static_annotations.csv", table);
    writeFile(folder / "meta/split/train.txt", "1\n2\n3\n");
    writeFile(folder / "meta/split/validation.txt", "4\n");
    writeFile(folder / "meta/split/test.txt", "5\n6\r\n");
}

const QByteArray kTable = "song_id, valence_mean, valence_std, arousal_mean, arousal_std\n"
                          "1,3,1,4,1\n2,4,1,5,1\n3,5,1,6,1\n4,6,1,7,1\n5,2,1,3,1\n6,8,1,7,1\n";

/// NumPy's bytes of float32 rows.
QByteArray npy(const std::vector<std::vector<float>>& rows)
{
    QByteArray header = "{'descr': '<f4', 'fortran_order': False, 'shape': ("
        + QByteArray::number(static_cast<qsizetype>(rows.size())) + ", "
        + QByteArray::number(static_cast<qsizetype>(rows.front().size())) + "), }";
    while ((10 + header.size()) % 64 != 63)
        header += ' ';
    header += '\n';
    QByteArray bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(header.size() & 0xFF);
    bytes += static_cast<char>(header.size() >> 8);
    bytes += header;
    for (const auto& row : rows)
        bytes.append(reinterpret_cast<const char*>(row.data()),
            static_cast<qsizetype>(row.size() * sizeof(float)));
    return bytes;
}

} // namespace

/// `evaluate` on small copies of the published folders.
class EvaluateCommandTest : public QObject {
    Q_OBJECT

    test::AnnotatedLibrary m_place;

    test::CliOutcome evaluate(
        const fs::path& folder, const char* set, const QList<QByteArray>& more)
    {
        return m_place.cli().run(
            QList<QByteArray> { "evaluate", "--json", folder.c_str(), "--set", set } + more);
    }

    static double score(const test::CliOutcome& outcome, QLatin1StringView name)
    {
        return outcome.lines.last()["scores"_L1][name]["value"_L1].toDouble(-99.0);
    }

private Q_SLOTS:
    void ratedSetsAreScoredBesideThePublishedFigures_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<double>("published");
        QTest::newRow("DEAM") << QByteArray("deam") << kTable << 0.5131;
        QTest::newRow("EmoMusic") << QByteArray("emomusic") << kTable << 0.5957;
        QTest::newRow("PMEmo") << QByteArray("pmemo") << kTable << 0.5360;
        QTest::newRow("PMEmo as first published")
            << QByteArray("pmemo")
            << QByteArray(
                   "musicId,Arousal(mean),Valence(mean)\n1,.5,.5\n5,0.25,0.125\n6,0.75,0.875\n")
            << 0.5360;
    }

    void ratedSetsAreScoredBesideThePublishedFigures()
    {
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, table);
        QFETCH(double, published);
        const fs::path folder = m_place.cli().place(QTest::currentDataTag());
        writeRated(folder, table);
        const fs::path said = folder / "said.csv";
        test::write(said, "song_id,valence,arousal\n5,3,3\n6,8,6\n");
        const QList<QByteArray> arguments { "--predictions", said.c_str(), "--intervals", "50" };
        const auto outcome = evaluate(folder, set, arguments);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QCOMPARE(outcome.lines.last()["tracks"_L1].toInt(), 2);
        // truth 2 and 8, 3 and 7: 1 - 1 / 18 and 1 - 1 / 8
        QVERIFY(std::abs(score(outcome, "valence_r2"_L1) - 17.0 / 18.0) < 1e-6);
        QVERIFY(std::abs(score(outcome, "arousal_r2"_L1) - 7.0 / 8.0) < 1e-6);
        QVERIFY(std::abs(score(outcome, "rmse"_L1) - std::sqrt(0.5)) < 1e-6);
        QCOMPARE(outcome.lines.last()["published"_L1][0]["valence_r2"_L1].toDouble(), published);
        QVERIFY(outcome.lines.last()["scores"_L1]["rmse"_L1].toObject().contains("interval_95"_L1));
    }

    void tagsAreScoredFromArraysAndTables()
    {
        const fs::path folder = m_place.cli().place("jamendo");
        writeFile(folder / "splits/split-0/autotagging_moodtheme-test.tsv",
            "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n"
            "track_1\tartist_1\talbum_1\t01/1.mp3\t10\tmood/theme---action\n"
            "track_2\tartist_2\talbum_2\t02/2.mp3\t10\tmood/theme---upbeat\tmood/theme---action\n"
            "track_3\tartist_3\talbum_3\t03/3.mp3\t10\tmood/theme---calm\n");
        std::vector<std::vector<float>> rows(3, std::vector<float>(56, 0.5F));
        rows[0][0] = 0.9F; // action: found first and last
        rows[1][0] = 0.1F;
        const fs::path array = folder / "said.npy";
        test::write(array, npy(rows));
        const auto outcome = evaluate(folder, "mtg-jamendo", { "--predictions", array.c_str() });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        // action: precision 1 at half, 2/3 at all; calm and upbeat: one of three, all equal
        const double expected = ((1.0 + 2.0 / 3.0) / 2.0 + 2.0 / 3.0) / 56.0;
        QVERIFY(std::abs(score(outcome, "pr_auc"_L1) - expected) < 1e-6);
        QVERIFY(std::abs(score(outcome, "roc_auc"_L1) - (0.5 + 0.5 + 0.5) / 56.0) < 1e-6);

        const fs::path table = folder / "said.csv";
        test::write(
            table, "path,tag:action\nsomewhere/01/1.mp3,0.9\n02/2.low.mp3,0.8\n03/3.mp3,0.1\n");
        const auto better = evaluate(folder, "mtg-jamendo", { "--predictions", table.c_str() });
        QVERIFY(score(better, "pr_auc"_L1) > expected);

        rows.pop_back();
        test::write(array, npy(rows));
        QCOMPARE(evaluate(folder, "mtg-jamendo", { "--predictions", array.c_str() }).exitCode, 3);
    }

    void aModelHearsTheSoundsOfAFolder()
    {
        const fs::path folder = m_place.cli().place("deam");
        writeRated(folder, kTable);
        m_place.writeSounds(2, 2.0);
        fs::create_directories(folder / "audio");
        fs::rename(m_place.music() / "000.wav", folder / "audio/5.wav");
        const auto planned = evaluate(folder, "deam", { "--dry-run" });
        QCOMPARE(planned.lines.last()["tracks"_L1].toInt(), 2);
        QCOMPARE(planned.lines.last()["sounds"_L1].toInt(), 1);
        const auto outcome = evaluate(folder, "deam", {});
        QCOMPARE(outcome.exitCode, 1); // one has no sound
        QCOMPARE(outcome.lines.last()["tracks"_L1].toInt(), 1);
        QVERIFY(outcome.lines.last()["predictions"_L1].toString().startsWith(u"starter@"));
    }

    void whatCannotBeReadIsRefusedByLineAndColumn()
    {
        const fs::path folder = m_place.cli().place("broken");
        const auto reasonFor = [&](const QByteArray& table, const QByteArray& said) {
            writeRated(folder, table);
            test::write(folder / "said.csv", said);
            const auto outcome
                = evaluate(folder, "deam", { "--predictions", (folder / "said.csv").c_str() });
            return u"%1 %2"_s.arg(outcome.exitCode).arg(outcome.errors);
        };
        const QByteArray good = "id,valence,arousal\n5,3,3\n6,8,6\n";
        const auto expect = [](const QString& text, const char* part) {
            QVERIFY2(
                text.startsWith(u"3 ") && text.contains(QLatin1StringView(part)), qPrintable(text));
        };
        expect(reasonFor("song_id,valence\n1,2\n", good), "line 1: the columns song_id");
        expect(reasonFor("song_id,valence_mean,arousal_mean\n1,2,11\n", good),
            "line 2: column arousal_mean: \"11\" is not a number between 1 and 9");
        expect(
            reasonFor("song_id,valence_mean,arousal_mean\n1,nan,3\n", good), "column valence_mean");
        expect(reasonFor(kTable, "valence,arousal\n3,3\n"), "no column id");
        expect(reasonFor(kTable, "id,valence,arousal\n5,x,3\n"), "line 2, column valence: \"x\"");
        expect(reasonFor(kTable, "id,valence,arousal\n77,3,3\n"),
            "No track of this part is predicted");
        QCOMPARE(evaluate(m_place.cli().place("absent"), "deam", {}).exitCode, 3);
        QCOMPARE(evaluate(folder, "other", {}).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(EvaluateCommandTest)
#include "tst_evaluate_command.moc"
