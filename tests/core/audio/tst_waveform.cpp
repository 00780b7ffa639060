#include "core/audio/waveform_cache.h"
#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace circumplex {

namespace {

std::vector<float> noise(std::size_t count)
{
    std::mt19937 random(7);
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i)
        samples[i] = (static_cast<float>(random()) / 4294967296.0F - 0.5F)
            * (0.2F + static_cast<float>(i % 50000) / 60000.0F);
    return samples;
}

/// What the pyramid promises, from the samples.
Peak expectedPeak(const std::vector<float>& samples, double from, double to)
{
    constexpr int kBase = WaveformPyramid::kBaseSamples;
    const auto count = static_cast<double>(samples.size());
    const auto begin
        = static_cast<std::size_t>(std::clamp(std::floor(from / kBase) * kBase, 0.0, count));
    const auto end
        = static_cast<std::size_t>(std::clamp(std::ceil(to / kBase) * kBase, 0.0, count));
    Peak peak;
    for (std::size_t i = begin; i < end; ++i) {
        peak.lowest = std::min(peak.lowest, samples[i]);
        peak.highest = std::max(peak.highest, samples[i]);
    }
    return peak;
}

} // namespace

class WaveformTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColumnHoldsItsPeaks_data()
    {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("step");
        QTest::newRow("whole, wide columns") << 0.0 << 5000.5;
        QTest::newRow("base level") << 1024.0 << 256.0;
        QTest::newRow("odd step within") << 70001.0 << 777.7;
        QTest::newRow("begins before the sound") << -3000.0 << 1000.0;
        QTest::newRow("ends behind it") << 600000.0 << 2000.0;
    }

    void everyColumnHoldsItsPeaks()
    {
        QFETCH(double, first);
        QFETCH(double, step);
        const auto samples = noise(620'011);
        WaveformPyramid pyramid(44100);
        // In uneven blocks, as decoders give them.
        for (std::size_t begin = 0; begin < samples.size();) {
            const std::size_t count
                = std::min<std::size_t>(1 + begin % 4099, samples.size() - begin);
            pyramid.append(std::span(samples).subspan(begin, count));
            begin += count;
        }
        pyramid.complete();
        QCOMPARE(pyramid.sampleCount(), std::int64_t(samples.size()));
        std::vector<Peak> columns(130);
        pyramid.peaks(first, step, columns);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double from = first + static_cast<double>(i) * step;
            const Peak expected = expectedPeak(samples, from, from + step);
            QCOMPARE(columns[i].isEmpty(), expected.isEmpty());
            if (expected.isEmpty()) continue;
            // Outwards, by less than one step of 1/127.
            QVERIFY(columns[i].lowest <= expected.lowest);
            QVERIFY(columns[i].highest >= expected.highest);
            QVERIFY(columns[i].lowest > expected.lowest - 1.0F / 127);
            QVERIFY(columns[i].highest < expected.highest + 1.0F / 127);
        }
    }

    void silenceIsFlat()
    {
        WaveformPyramid pyramid(8000);
        pyramid.append(std::vector<float>(5000));
        std::vector<Peak> columns(4);
        pyramid.peaks(0.0, 1024.0, columns); // the last 136 samples are no full group yet
        for (const Peak& peak : columns) {
            QCOMPARE(peak.lowest, 0.0F);
            QCOMPARE(peak.highest, 0.0F);
        }
    }

    void secondTimeComesFromTheCache()
    {
        const auto path = soundFile();
        const WaveformCache cache(file("cache"));
        int reports = 0;
        const auto first = readWaveform(path, cache, {}, [&](auto) { ++reports; });
        QVERIFY(first);
        QVERIFY(reports >= 1);
        reports = 0;
        const auto second = readWaveform(path, cache, {}, [&](auto) { ++reports; });
        QVERIFY(second);
        QCOMPARE(reports, 0);
        QVERIFY((*first)->base() == (*second)->base());
        QCOMPARE((*second)->sampleCount(), std::int64_t(44100 * 3));
        QVERIFY((*second)->isComplete());
        for (const double step : { 300.0, 3000.0 }) { // levels above the base are made anew
            std::vector<Peak> a(40);
            std::vector<Peak> b(40);
            (*first)->peaks(0.0, step, a);
            (*second)->peaks(0.0, step, b);
            for (std::size_t i = 0; i < a.size(); ++i) {
                QCOMPARE(a[i].lowest, b[i].lowest);
                QCOMPARE(a[i].highest, b[i].highest);
            }
        }
    }

    void damagedOrCutCacheFilesAreMadeAnew()
    {
        const auto path = soundFile();
        const WaveformCache cache(file("cache2"));
        QVERIFY(readWaveform(path, cache, {}, {}));
        const std::string key = WaveformCache::keyOf(path);
        const auto kept = file("cache2") / (key + ".wave");
        const QByteArray good = test::read(kept);
        for (const int place : { 0, 9, 17, 25, 33, 41, static_cast<int>(good.size()) - 1 }) {
            QByteArray bad = good;
            bad[place] = static_cast<char>(bad[place] ^ 1);
            test::write(kept, bad);
            QVERIFY2(!cache.find(key), qPrintable(QString::number(place)));
        }
        test::write(kept, good.left(good.size() - 2));
        QVERIFY(!cache.find(key));
        test::write(kept, {});
        QVERIFY(!cache.find(key));
        QVERIFY(readWaveform(path, cache, {}, {}));
        QVERIFY(cache.find(key));
        QCOMPARE(test::read(kept), good);
    }

    void aChangedFileIsAnotherSound()
    {
        const auto path = soundFile();
        const std::string before = WaveformCache::keyOf(path);
        test::write(path, test::read(path) + QByteArray(2, '\0'));
        QVERIFY(WaveformCache::keyOf(path) != before);
    }

    void theCacheForgetsWhatWasUsedLongestAgo()
    {
        WaveformPyramid pyramid(8000);
        pyramid.append(std::vector<float>(256 * 500)); // 1040 bytes a file
        pyramid.complete();
        const WaveformCache cache(file("cache3"), 2500);
        const auto age = [&](const char* key, int hours) {
            std::filesystem::last_write_time(file("cache3") / (std::string(key) + ".wave"),
                std::filesystem::file_time_type::clock::now() - std::chrono::hours(hours));
        };
        QVERIFY(cache.store("a", pyramid));
        age("a", 3);
        QVERIFY(cache.store("b", pyramid));
        age("b", 2);
        QVERIFY(cache.find("a")); // and is thereby the newest
        QVERIFY(cache.store("c", pyramid));
        QVERIFY(cache.find("a"));
        QVERIFY(!cache.find("b"));
        QVERIFY(cache.find("c"));
    }

    void aFolderThatCannotBeWrittenCostsNothingButTime()
    {
        test::write(file("blocker"), "a file where the folder should be");
        const WaveformCache cache(file("blocker") / "cache");
        const auto waveform = readWaveform(soundFile(), cache, {}, {});
        QVERIFY(waveform);
        QCOMPARE(cache.store("x", **waveform).error().code, ErrorCode::FileUnwritable);
    }

    void closeUpSamplesAreTheDecodedOnes()
    {
        const auto path = soundFile();
        const auto whole = test::decode(path);
        const auto part = readSamples(path, 100'000, 5'000, {});
        QVERIFY(part);
        QCOMPARE(part->size(), std::size_t(5'000));
        QVERIFY(std::equal(part->begin(), part->end(), whole->mono.begin() + 100'000));
        QCOMPARE(readSamples(path, 132'000, 5'000, {})->size(), std::size_t(300));
    }

    void cancelledReadingKeepsNothing()
    {
        const auto path = soundFile();
        const WaveformCache cache(file("cache4"));
        std::stop_source stop;
        const auto waveform
            = readWaveform(path, cache, stop.get_token(), [&](auto) { stop.request_stop(); });
        QCOMPARE(waveform.error().code, ErrorCode::Cancelled);
        QVERIFY(!cache.find(WaveformCache::keyOf(path)));
    }

private:
    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    std::filesystem::path soundFile() const
    {
        const auto path = file("tone.wav");
        test::write(
            path, test::wavFile({}, test::int16Samples(test::risingTone(44100, 3 * 44100))));
        return path;
    }

    QTemporaryDir m_folder;
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::WaveformTest)
#include "tst_waveform.moc"
