#include "core/ml/harmony/chord_symbols.h"
#include "core/types/mood_tags.h"
#include "tests/app/cli_process.h"
#include "tests/app/published_chain.h"
#include "tests/core/audio/sound_files.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <cmath>

using namespace circumplex;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRateHz = 44100;

/// 34 s, so a whole segment and a short one: chords that change every two seconds, with noise,
/// each channel differently loud.
struct Sound {
    std::vector<double> interleaved;
    std::vector<float> mono; ///< as 16-bit samples give it

    Sound()
    {
        std::uint32_t noise = 1;
        for (int i = 0; i < 34 * kRateHz; ++i) {
            const double time = static_cast<double>(i) / kRateHz;
            const int root = 45 + 5 * static_cast<int>(time / 2.0) % 12;
            double value = 0.0;
            for (const int step : { 0, 3 + static_cast<int>(time / 7.0) % 2, 7, 12 })
                value += 0.06
                    * std::sin(
                        2.0 * M_PI * 440.0 * std::pow(2.0, (root + step - 69) / 12.0) * time);
            noise = noise * 1664525U + 1013904223U;
            value += 0.01 * (static_cast<double>(noise) / 4294967296.0 - 0.5);
            double sum = 0.0;
            for (const double gain : { 1.0, 0.5 }) {
                const double sample = std::round(value * gain * 32768.0) / 32768.0;
                interleaved.push_back(sample);
                sum += sample;
            }
            mono.push_back(static_cast<float>(sum / 2.0));
        }
    }
};

int classOf(const QString& label)
{
    for (int chordClass = 0; chordClass < kChordClassCount; ++chordClass) {
        const QString known = QString::fromStdString(chordLabel(chordClass));
        if (label == known || label == known + u":maj"_s) return chordClass;
    }
    return -1;
}

/// Seconds over which two chord lists say the same.
double agreement(const QJsonArray& actual, const std::vector<ChordSpan>& expected)
{
    double seconds = 0.0;
    for (const QJsonValue chord : actual)
        for (const ChordSpan& span : expected)
            if (classOf(chord["label"_L1].toString()) == span.chordClass)
                seconds += std::max(0.0,
                    std::min(chord["end"_L1].toDouble(), span.endSeconds)
                        - std::max(chord["start"_L1].toDouble(), span.startSeconds));
    return seconds;
}

} // namespace

class TestReferenceMode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void importedWeightsGiveThePublishedAnswer()
    {
        test::CliProcess cli;
        const auto published = cli.place("published");
        QCOMPARE(QProcess::execute(QStringLiteral(CIRCUMPLEX_BUILD "/bin/make_golden_model"),
                     { QString::fromStdString(published.string()) }),
            0);
        const auto path = [&](const char* name) { return QByteArray((published / name).c_str()); };
        const auto imported
            = cli.run({ "models", "import", "--name", "golden", "--mert", path("mert"),
                "--music2emo", path("J_all.ckpt"), "--btc", path("btc_model_large_voca.pt") });
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.errors));

        const Sound sound;
        const auto file = cli.place("sound.wav");
        test::write(file,
            test::wavFile(
                { .channels = 2, .sampleRateHz = kRateHz }, test::int16Samples(sound.interleaved)));
        const auto analysed = cli.run({ "analyze", "--json", "--model", "golden", "--mode",
            "reference", "--dtype", "float32", file.c_str() });
        QVERIFY2(analysed.exitCode == 0, qPrintable(analysed.errors));
        const QJsonObject& line = analysed.lines.first();
        const auto expected = test::publishedChain(sound.mono, kRateHz);

        const auto near = [](double actual, double wanted, double tolerance) {
            if (std::abs(actual - wanted) <= tolerance) return true;
            qWarning() << actual << "instead of" << wanted << "tolerance" << tolerance;
            return false;
        };
        QVERIFY(near(line["valence"_L1].toDouble(), expected.valence, 1e-3));
        QVERIFY(near(line["arousal"_L1].toDouble(), expected.arousal, 1e-3));
        QCOMPARE(line["moods"_L1].toArray().size(), 56);
        for (const QJsonValue mood : line["moods"_L1].toArray()) {
            const auto tag = moodTagIndex(mood["tag"_L1].toString().toStdString());
            QVERIFY(near(mood["probability"_L1].toDouble(), expected.probabilities.at(tag), 1e-4));
        }
        QCOMPARE(line["key"_L1]["published"_L1].toString(), QString::fromStdString(expected.key));
        QVERIFY(expected.chords.size() > 5);
        const double duration = expected.chords.back().endSeconds;
        QVERIFY(agreement(line["chords"_L1].toArray(), expected.chords) >= 0.999 * duration);
    }
};

QTEST_GUILESS_MAIN(TestReferenceMode)
#include "tst_reference_mode.moc"
