#include "core/audio/sound_reader.h"
#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

namespace circumplex {

namespace {

constexpr int kRateHz = 44100;

std::vector<float> readAll(SoundReader& reader, std::size_t mostValues = SIZE_MAX)
{
    std::vector<float> all;
    std::vector<float> block(4096);
    while (all.size() < mostValues) {
        const auto count = reader.read(block);
        if (!count) throw std::runtime_error(count.error().detail);
        if (*count == 0) break;
        all.insert(all.end(), block.begin(),
            block.begin()
                + static_cast<std::ptrdiff_t>(
                    *count * static_cast<std::size_t>(reader.channels())));
    }
    return all;
}

} // namespace

class SoundReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Left a tone that rises, right a deeper one at half the level: 12 s.
        const auto left = test::risingTone(kRateHz, 12 * kRateHz);
        std::vector<double> both;
        for (std::size_t i = 0; i < left.size(); ++i) {
            both.push_back(left[i]);
            both.push_back(
                0.2 * std::sin(2 * std::numbers::pi * 110.0 * static_cast<double>(i) / kRateHz));
        }
        m_wav = file("a.wav");
        test::write(m_wav, test::wavFile({ .channels = 2 }, test::int16Samples(both)));
    }

    void jumpsLandOnTheSampleThatDecodingCounts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arguments");
        QTest::newRow("wav") << "b.wav"
                             << "-c:a pcm_s24le";
        QTest::newRow("flac") << "b.flac"
                              << "-c:a flac";
        QTest::newRow("mp3") << "b.mp3"
                             << "-c:a libmp3lame -q:a 3";
        QTest::newRow("vorbis") << "b.ogg"
                                << "-c:a libvorbis";
        QTest::newRow("opus") << "b.opus"
                              << "-c:a libopus";
        QTest::newRow("aac") << "b.m4a"
                             << "-c:a aac";
    }

    void jumpsLandOnTheSampleThatDecodingCounts()
    {
        QFETCH(QString, name);
        QFETCH(QString, arguments);
        const auto path = file(name.toUtf8().constData());
        test::encode(m_wav, test::words(arguments.toUtf8().constData()), path);
        const auto whole = test::decode(path);
        QVERIFY(whole);
        auto reader = SoundReader::open(path, SoundReader::Layout::Mono, {});
        QVERIFY(reader);
        QCOMPARE((*reader)->format().sampleRateHz, whole->audio.format.sampleRateHz);
        // Forwards, backwards, to the start, a little on, almost to the end.
        for (const int sample : { 200000, 90001, 0, 300, 88200, 88300, 500000 }) {
            QVERIFY((*reader)->seek(sample));
            const auto heard = readAll(**reader, 8192);
            QVERIFY(heard.size() >= 8192);
            std::vector<double> expected(
                whole->mono.begin() + sample, whole->mono.begin() + sample + 8192);
            const auto alignment = test::align(expected, heard, 1500);
            QCOMPARE(alignment.lag, 0);
            // Lossy decoders settle within the run-up; AAC's noise is random by design.
            QVERIFY2(alignment.correlation > 0.999,
                qPrintable(QString::number(alignment.correlation, 'f', 6)));
        }
        QVERIFY((*reader)->seek(static_cast<std::int64_t>(whole->mono.size()) + 1000));
        QVERIFY(readAll(**reader).empty());
        QVERIFY((*reader)->seek(1000));
        QCOMPARE(readAll(**reader).size(), whole->mono.size() - 1000);
    }

    void stereoKeepsTheSidesApart()
    {
        auto reader = SoundReader::open(m_wav, SoundReader::Layout::Stereo, {});
        QVERIFY(reader);
        QCOMPARE((*reader)->channels(), 2);
        const auto heard = readAll(**reader);
        const auto left = test::risingTone(kRateHz, 12 * kRateHz);
        QCOMPARE(heard.size(), 2 * left.size());
        for (std::size_t i = 0; i < left.size(); i += 97) {
            QVERIFY(std::abs(static_cast<double>(heard[2 * i]) - left[i]) < 1.0 / 32768);
            const double right
                = 0.2 * std::sin(2 * std::numbers::pi * 110.0 * static_cast<double>(i) / kRateHz);
            QVERIFY(std::abs(static_cast<double>(heard[2 * i + 1]) - right) < 1.0 / 32768);
        }
    }

    void oneChannelSoundsOnBothSidesAndSixDoNotClip()
    {
        const auto six = file("six.wav");
        // Full scale on all channels is the worst case for clipping.
        test::runFfmpeg({ QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("aevalsrc=0.9|0.9|0.9|0.9|0.9|0.9:c=5.1:d=1:s=44100"),
            QStringLiteral("-c:a"), QStringLiteral("pcm_f32le"),
            QString::fromStdString(six.native()) });
        auto reader = SoundReader::open(six, SoundReader::Layout::Stereo, {});
        QVERIFY(reader);
        const auto heard = readAll(**reader);
        for (const float value : heard)
            QVERIFY(std::abs(value - 0.9F) < 1e-3F);

        const auto one = file("one.wav");
        test::write(one, test::wavFile({}, test::int16Samples(test::risingTone(kRateHz, kRateHz))));
        auto mono = SoundReader::open(one, SoundReader::Layout::Stereo, {});
        QVERIFY(mono);
        const auto both = readAll(**mono);
        QCOMPARE(both.size(), std::size_t(2 * kRateHz));
        for (std::size_t i = 0; i < both.size(); i += 2)
            QCOMPARE(both[i], both[i + 1]);
    }

    void whatCannotBePlayedIsAnError()
    {
        const auto missing = SoundReader::open(file("none.wav"), SoundReader::Layout::Stereo, {});
        QCOMPARE(missing.error().code, ErrorCode::FileMissing);
        const auto text = file("text.wav");
        test::write(text, "no sound at all, only words");
        QVERIFY(!SoundReader::open(text, SoundReader::Layout::Stereo, {}));
        std::stop_source stop;
        auto reader = SoundReader::open(m_wav, SoundReader::Layout::Stereo, stop.get_token());
        QVERIFY(reader);
        stop.request_stop();
        QCOMPARE((*reader)->seek(400000).error().code, ErrorCode::Cancelled);
    }

private:
    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_wav;
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::SoundReaderTest)
#include "tst_sound_reader.moc"
