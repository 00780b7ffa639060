#include "tests/app/cli_process.h"
#include "tests/core/audio/sound_files.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <sys/stat.h>

#include <cmath>

using namespace circumplex;
using namespace Qt::StringLiterals;

namespace {

/// A minute of chords: C, a, F, G, four seconds each, decaying like a struck string.
std::vector<double> chordSound(int sampleRateHz, double seconds)
{
    constexpr std::array<std::array<int, 3>, 4> kChords { { { 60, 64, 67 }, { 57, 60, 64 },
        { 53, 57, 60 }, { 55, 59, 62 } } };
    std::vector<double> samples(static_cast<std::size_t>(seconds * sampleRateHz));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = static_cast<double>(i) / sampleRateHz;
        const auto chord = static_cast<std::size_t>(time / 4.0) % kChords.size();
        const double since = std::fmod(time, 4.0);
        for (const int note : kChords[chord])
            for (int partial = 1; partial <= 4; ++partial)
                samples[i] += 0.05 / partial * std::exp(-0.8 * since)
                    * std::sin(
                        2.0 * M_PI * partial * 440.0 * std::pow(2.0, (note - 69) / 12.0) * time);
    }
    return samples;
}

} // namespace

class TestAnalyzeCommand : public QObject {
    Q_OBJECT

    test::CliProcess m_cli;
    std::filesystem::path m_chords;

private Q_SLOTS:
    void initTestCase()
    {
        m_chords = m_cli.place("chords.wav");
        test::write(m_chords,
            test::wavFile({ .sampleRateHz = 22050 }, test::int16Samples(chordSound(22050, 32.0))));
    }

    void oneLineSaysAllOfAFile()
    {
        const auto outcome = m_cli.run({ "analyze", "--json", m_chords.c_str() });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QCOMPARE(outcome.lines.size(), 1);
        const QJsonObject& line = outcome.lines.first();
        QCOMPARE(line["path"_L1].toString(), QString::fromStdString(m_chords.string()));
        QVERIFY(line["model"_L1].toString().startsWith(u"starter@"));
        QCOMPARE(line["mode"_L1].toString(), u"corrected"_s);
        QCOMPARE(line["device"_L1].toString(), u"cpu"_s);
        QCOMPARE(line["dtype"_L1].toString(), u"float32"_s);
        QCOMPARE(line["duration"_L1].toDouble(), 32.0);
        for (const auto name : { "valence"_L1, "arousal"_L1 }) {
            const double value = line[name].toDouble(-1.0);
            QVERIFY(value >= 1.0 && value <= 9.0);
            const QJsonArray interval = line[QString(name) + u"_interval"_s].toArray();
            QVERIFY(interval[0].toDouble() < value && value < interval[1].toDouble());
            const QJsonObject curve = line["curve"_L1].toObject();
            QCOMPARE(curve[name].toArray().size(), 33);
            QCOMPARE(curve[QString(name) + u"_lower"_s].toArray().size(), 33);
            QCOMPARE(curve[QString(name) + u"_upper"_s].toArray().size(), 33);
        }
        QCOMPARE(line["curve"_L1]["hop"_L1].toDouble(), 1.0);
        QCOMPARE(line["curve"_L1]["window"_L1].toDouble(), 10.0);
        const QJsonArray moods = line["moods"_L1].toArray();
        QCOMPARE(moods.size(), 56);
        for (qsizetype i = 1; i < moods.size(); ++i)
            QVERIFY(
                moods[i - 1]["probability"_L1].toDouble() >= moods[i]["probability"_L1].toDouble());
        QCOMPARE(line["key"_L1]["tonic"_L1].toString(), u"C"_s);
        QCOMPARE(line["key"_L1]["mode"_L1].toString(), u"major"_s);
        QStringList chords;
        for (const QJsonValue chord : line["chords"_L1].toArray())
            chords += chord["label"_L1].toString();
        for (const auto& label : { u"C:maj"_s, u"A:min"_s, u"G:maj"_s })
            QVERIFY2(chords.contains(label), qPrintable(chords.join(u' ')));
    }

    void hopAndWindowAreTheUsers()
    {
        const auto outcome = m_cli.run({ "analyze", "--json", "--hop", "0.5", "--window", "5",
            "--moods-over-time", m_chords.c_str() });
        QCOMPARE(outcome.exitCode, 0);
        const QJsonObject curve = outcome.lines.first()["curve"_L1].toObject();
        QCOMPARE(curve["hop"_L1].toDouble(), 0.5);
        QCOMPARE(curve["window"_L1].toDouble(), 5.0);
        QCOMPARE(curve["valence"_L1].toArray().size(), 65);
        QCOMPARE(curve["tags"_L1].toObject().size(), 56);
        QCOMPARE(curve["tags"_L1]["happy"_L1].toArray().size(), 65);
    }

    void everyUnusableFileIsNamedAndTheRestGoesOn()
    {
        test::write(m_cli.place("empty.mp3"), {});
        test::write(m_cli.place("noise.mp3"), QByteArray(5000, 'x'));
        test::write(m_cli.place("short.wav"),
            test::wavFile({}, test::int16Samples(std::vector<double>(10, 0.1))));
        QDir().mkpath(QString::fromStdString(m_cli.place("a folder").string()));
        const auto fifo = m_cli.place("pipe.wav");
        QCOMPARE(mkfifo(fifo.c_str(), 0600), 0);
        QList<QByteArray> arguments { "analyze", "--json" };
        const std::vector<std::pair<const char*, const char*>> unusable {
            { "absent.wav", "file-missing" }, { "empty.mp3", "file-empty" },
            { "noise.mp3", "audio-unsupported" }, { "a folder", "not-a-file" },
            { "pipe.wav", "not-a-file" }, { "short.wav", "audio-too-short" }
        };
        for (const auto& [name, code] : unusable)
            arguments << m_cli.place(name).c_str();
        arguments << m_chords.c_str();
        const auto outcome = m_cli.run(arguments);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lines.size(), static_cast<qsizetype>(unusable.size()) + 1);
        for (std::size_t i = 0; i < unusable.size(); ++i) {
            const QJsonObject& line = outcome.lines[static_cast<qsizetype>(i)];
            QCOMPARE(line["error"_L1]["code"_L1].toString(), QLatin1StringView(unusable[i].second));
            QVERIFY(!line["error"_L1]["message"_L1].toString().isEmpty());
            QVERIFY(outcome.errors.contains(line["path"_L1].toString()));
        }
        QVERIFY(outcome.lines.last().contains("valence"_L1));
    }

    void pathsComeFromStdinWhateverTheirBytes()
    {
        const QByteArray odd = QByteArray(m_cli.place("odd \xFF\nname.wav").c_str());
        QFile::copy(QString::fromStdString(m_chords.string()),
            QString::fromStdString(m_cli.place("copy.wav").string()));
        QCOMPARE(std::rename(m_cli.place("copy.wav").c_str(), odd.constData()), 0);
        const auto outcome = m_cli.run({ "analyze", "--json", "--null", "-" },
            odd + '\0' + QByteArray(m_chords.c_str()) + '\0');
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QCOMPARE(outcome.lines.size(), 2);
        QVERIFY(outcome.lines[0]["path_bytes"_L1].toString().endsWith(u"odd%20%FF%0Aname.wav"));
        QVERIFY(
            outcome.lines[0]["path"_L1].toString().contains(QChar(QChar::ReplacementCharacter)));
        QVERIFY(!outcome.lines[1].contains("path_bytes"_L1));
        QCOMPARE(outcome.lines[0]["valence"_L1], outcome.lines[1]["valence"_L1]);
    }

    void silenceHasAnAnnotationWithoutAKey()
    {
        test::write(
            m_cli.place("silence.wav"), test::wavFile({}, QByteArray(2 * 44100 * 12, '\0')));
        const auto outcome = m_cli.run({ "analyze", "--json", m_cli.place("silence.wav").c_str() });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        const QJsonObject& line = outcome.lines.first();
        QVERIFY(line["key"_L1].isNull());
        QVERIFY(line["valence"_L1].isDouble());
    }

    void wrongUsageAndAbsentModelsHaveTheirOwnExitCodes()
    {
        QCOMPARE(m_cli.run({ "analyze" }).exitCode, 2);
        QCOMPARE(m_cli.run({ "analyse", "x.wav" }).exitCode, 2);
        QCOMPARE(m_cli.run({ "analyze", "--hop", "0", "x.wav" }).exitCode, 2);
        QCOMPARE(m_cli.run({ "analyze", "--mode", "best", "x.wav" }).exitCode, 2);
        QCOMPARE(m_cli.run({ "--help" }).exitCode, 0);
        const auto absent
            = m_cli.run({ "analyze", "--json", "--model", "nobody", m_chords.c_str() });
        QCOMPARE(absent.exitCode, 3);
        QCOMPARE(absent.lines.first()["error"_L1]["code"_L1].toString(), u"model-missing"_s);
        const auto device
            = m_cli.run({ "analyze", "--json", "--device", "cuda:7", m_chords.c_str() });
        QCOMPARE(device.exitCode, 3);
        QCOMPARE(device.lines.first()["error"_L1]["code"_L1].toString(), u"device-missing"_s);
    }

    void theBenchMeasuresEveryStageAndFormat()
    {
        const auto outcome = m_cli.run({ "bench", "--json", "--repeat", "1", m_chords.c_str() });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QStringList formats;
        for (const QJsonObject& row : outcome.lines) {
            formats += row["dtype"_L1].toString();
            for (const auto stage : { "decode"_L1, "resample"_L1, "cqt"_L1, "encoder"_L1,
                     "chords"_L1, "key"_L1, "head"_L1 })
                QVERIFY(row["stage_seconds"_L1][stage].toDouble() > 0.0);
            QVERIFY(row["gemm_gflops"_L1].toDouble() > 0.0);
        }
        QCOMPARE(formats, (QStringList { u"float32"_s, u"bfloat16"_s, u"int8"_s }));
        QCOMPARE(outcome.lines.first()["emotion_difference"_L1].toDouble(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestAnalyzeCommand)
#include "tst_analyze_command.moc"
