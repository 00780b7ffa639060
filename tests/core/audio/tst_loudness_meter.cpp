#include "core/audio/loudness_meter.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <vector>

namespace circumplex {

namespace {

constexpr double kHistogramStep = 0.1; ///< LU

/// 997 Hz, where the weighting of BS.1770 adds what its formula's constant takes away: a sine with
/// peaks at full scale measures -3.01 LUFS in one channel.
std::vector<float> sine(int rateHz, double peakDb, double seconds)
{
    std::vector<float> samples(static_cast<std::size_t>(seconds * rateHz));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<float>(std::pow(10.0, peakDb / 20)
            * std::sin(2 * std::numbers::pi * 997 * static_cast<double>(i) / rateHz));
    return samples;
}

} // namespace

class LoudnessMeterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSineHasItsLevel_data()
    {
        QTest::addColumn<int>("rateHz");
        QTest::addColumn<double>("peakDb");
        QTest::addColumn<double>("lufs");
        for (const int rateHz : { 8000, 16000, 22050, 44100, 48000, 96000, 705600 })
            QTest::addRow("%d Hz", rateHz) << rateHz << -19.99 << -23.0;
        QTest::newRow("full scale") << 48000 << 0.0 << -3.01;
        QTest::newRow("faint") << 48000 << -60.0 << -63.01;
        QTest::newRow("above full scale") << 48000 << 6.0 << 2.99;
    }

    void aSineHasItsLevel()
    {
        QFETCH(int, rateHz);
        QFETCH(double, peakDb);
        QFETCH(double, lufs);
        LoudnessMeter meter(rateHz);
        meter.push(sine(rateHz, peakDb, 5));
        const auto measured = meter.integratedLufs();
        QVERIFY(measured.has_value());
        QVERIFY2(std::abs(*measured - lufs) <= kHistogramStep, std::to_string(*measured).c_str());
    }

    void blockSizesDoNotMatter()
    {
        const auto samples = sine(44100, -20, 3);
        LoudnessMeter whole(44100);
        whole.push(samples);
        LoudnessMeter pieces(44100);
        for (std::size_t i = 0; i < samples.size(); i += 777)
            pieces.push(
                std::span(samples).subspan(i, std::min<std::size_t>(777, samples.size() - i)));
        QCOMPARE(pieces.integratedLufs(), whole.integratedLufs());
    }

    void pausesDoNotCount()
    {
        // Cases 3 and 5 of EBU Tech 3341: what lies 10 LU below the rest is gated.
        LoudnessMeter meter(48000);
        meter.push(sine(48000, -32.99, 10));
        meter.push(sine(48000, -19.99, 60));
        meter.push(std::vector<float>(48000 * 20));
        meter.push(sine(48000, -32.99, 10));
        QVERIFY2(std::abs(*meter.integratedLufs() + 23.0) <= kHistogramStep,
            std::to_string(*meter.integratedLufs()).c_str());
    }

    void whatLiesWithinTenDecibelsCounts()
    {
        LoudnessMeter meter(48000);
        meter.push(sine(48000, -19.99, 30));
        meter.push(sine(48000, -25.99, 30));
        // The mean of the powers of -23 and -29 LUFS.
        const double expected = 10 * std::log10((std::pow(10, -2.3) + std::pow(10, -2.9)) / 2);
        QVERIFY2(std::abs(*meter.integratedLufs() - expected) <= kHistogramStep,
            std::to_string(*meter.integratedLufs()).c_str());
    }

    void silenceHasNoLoudness()
    {
        LoudnessMeter meter(44100);
        QVERIFY(!meter.integratedLufs().has_value());
        meter.push(std::vector<float>(44100 * 3));
        QVERIFY(!meter.integratedLufs().has_value());
    }

    void lessThanOneGatingBlockHasNoLoudness()
    {
        LoudnessMeter meter(44100);
        meter.push(sine(44100, -20, 0.39));
        QVERIFY(!meter.integratedLufs().has_value());
        meter.push(sine(44100, -20, 0.02));
        QVERIFY(meter.integratedLufs().has_value());
    }

    void impossibleRatesAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(LoudnessMeter(0), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(LoudnessMeter(-44100), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(LoudnessMeter(100'000'000), std::invalid_argument);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::LoudnessMeterTest)
#include "tst_loudness_meter.moc"
