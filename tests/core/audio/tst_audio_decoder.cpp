#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <thread>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;
using test::Decoded;

constexpr int kRateHz = 44100;
constexpr std::size_t kCount = 3 * kRateHz + 417; // not a whole number of anybody's frames

double largestDifference(std::span<const double> expected, std::span<const float> actual)
{
    double largest = 0.0;
    for (std::size_t i = 0; i < std::min(expected.size(), actual.size()); ++i)
        largest = std::max(largest, std::abs(expected[i] - static_cast<double>(actual[i])));
    return largest;
}

} // namespace

class AudioDecoderTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::vector<double> m_tone = test::risingTone(kRateHz, kCount); ///< as int16 rounds it

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    /// The tone in both channels, or at half strength in the right one.
    enum class Right { Equal, Half };
    std::filesystem::path stereoTone(Right right) const
    {
        std::vector<double> samples;
        for (const double value : m_tone) {
            samples.push_back(value);
            samples.push_back(right == Right::Equal ? value : value / 2);
        }
        const auto file = path(right == Right::Equal ? "equal.wav" : "half.wav");
        test::write(file, test::wavFile({ .channels = 2 }, test::int16Samples(samples)));
        return file;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        for (double& value : m_tone)
            value = static_cast<double>(std::lround(value * 32768)) / 32768;
    }

    void losslessSoundComesBack_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<double>("tolerance"); // of the mean of tone and half tone
        const double rounding = 1.0 / 65536; // of the right channel to 16 bits
        const auto row
            = [](const char* title, const char* name, const char* arguments, double tolerance) {
                  QTest::newRow(title) << QByteArray(name) << QByteArray(arguments) << tolerance;
              };
        row("WAV 8 bit", "u8.wav", "-c:a pcm_u8", 1.0 / 128);
        row("WAV 16 bit", "s16.wav", "-c:a pcm_s16le", rounding);
        row("WAV 24 bit", "s24.wav", "-c:a pcm_s24le", rounding);
        row("WAV 32 bit", "s32.wav", "-c:a pcm_s32le", rounding);
        row("WAV float", "f32.wav", "-c:a pcm_f32le", rounding);
        row("WAV double", "f64.wav", "-c:a pcm_f64le", rounding);
        row("AIFF", "s16.aiff", "", rounding);
        row("AU", "s16.au", "", rounding);
        row("CAF", "s16.caf", "", rounding);
        row("FLAC 16 bit", "s16.flac", "", rounding);
        row("FLAC 24 bit", "s24.flac", "-sample_fmt s32", rounding);
        row("FLAC in Ogg", "flac.ogg", "-c:a flac", rounding);
        row("ALAC", "alac.m4a", "-c:a alac", rounding);
        row("ALAC 24 bit", "alac24.m4a", "-c:a alac -sample_fmt s32p", rounding);
        row("WavPack", "s16.wv", "-sample_fmt s16p", rounding);
        row("WavPack float", "f32.wv", "-sample_fmt fltp", rounding);
        row("TTA", "s16.tta", "", rounding);
        row("PCM in Matroska", "pcm.mka", "-c:a pcm_s16le", rounding);
        row("a name that lies", "flac.mp3", "-f flac", rounding);
        row("a name that says nothing", "flac", "-f flac", rounding);
    }

    void losslessSoundComesBack()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, arguments);
        QFETCH(double, tolerance);
        const auto file = path(name.constData());
        test::encode(stereoTone(Right::Half), test::words(arguments), file);
        const auto decoded = test::decode(file);
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->audio.format.sampleRateHz, kRateHz);
        QCOMPARE(decoded->audio.format.channels, 2);
        QCOMPARE(decoded->audio.warning, std::string());
        QCOMPARE(decoded->mono.size(), kCount);
        QVERIFY(std::abs(decoded->audio.format.headerSeconds - double(kCount) / kRateHz) < 0.01);
        std::vector<double> mean = m_tone;
        for (double& value : mean)
            value *= 0.75;
        const double difference = largestDifference(mean, decoded->mono);
        QVERIFY2(difference <= tolerance, std::to_string(difference).c_str());
    }

    void lossySoundKeepsItsTime_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<int>("lag");
        QTest::addColumn<int>("extra"); // most samples beyond the original's, lag included
        const auto row
            = [](const char* title, const char* name, const char* arguments, int lag, int extra) {
                  QTest::newRow(title) << QByteArray(name) << QByteArray(arguments) << lag << extra;
              };
        row("MP3 with a LAME header", "lame.mp3", "-b:a 192k", 0, 0);
        row("MP3 with variable rate", "vbr.mp3", "-q:a 3", 0, 0);
        // Nothing in the file tells the encoder's delay: 576 samples of LAME, 529 of any decoder.
        row("MP3 without a LAME header", "bare.mp3", "-b:a 192k -write_xing 0", 1105, 1105 + 1152);
        // The edit list says where the sound begins; its end is in milliseconds, and not used.
        row("AAC in MP4", "aac.m4a", "-b:a 192k", 0, 1024);
        row("AAC with the index in front", "front.m4a", "-b:a 192k -movflags +faststart", 0, 1024);
        row("AAC without container", "adts.aac", "-b:a 192k", 1024, 1024 + 1024);
        row("Vorbis", "vorbis.ogg", "-c:a libvorbis -q:a 6", 0, 0);
        row("Opus", "opus.opus", "-b:a 160k", 0, 0);
        row("Opus in Matroska", "opus.mka", "-c:a libopus -b:a 160k", 0, 0);
        row("Vorbis in WebM", "vorbis.webm", "-c:a libvorbis -q:a 6", 0, 1024);
        row("film with sound", "film.mp4",
            "-f lavfi -i testsrc=duration=3:size=64x64:rate=10 -map 0:a -map 1:v -c:v mpeg4 -c:a "
            "aac -b:a 192k",
            0, 1024);
    }

    void lossySoundKeepsItsTime()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, arguments);
        QFETCH(int, lag);
        QFETCH(int, extra);
        // Opus knows 48 kHz only; at its own rate nothing is resampled on the way.
        const int rateHz = name.startsWith("opus") ? 48000 : kRateHz;
        const std::vector<double> tone = test::risingTone(rateHz, kCount);
        const auto input = path("lossy.wav");
        test::write(input, test::wavFile({ .sampleRateHz = rateHz }, test::int16Samples(tone)));
        const auto file = path(name.constData());
        test::encode(input, test::words(arguments), file);
        const auto decoded = test::decode(file);
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->audio.warning, std::string());
        QCOMPARE(decoded->audio.format.sampleRateHz, rateHz);
        const auto found = test::align(tone, decoded->mono, 3000);
        QVERIFY2(found.correlation > 0.99, std::to_string(found.correlation).c_str());
        QCOMPARE(found.lag, lag);
        QVERIFY2(decoded->mono.size() >= kCount
                && decoded->mono.size() <= kCount + static_cast<std::size_t>(extra),
            std::to_string(decoded->mono.size()).c_str());
    }

    void integersAreFractionsOfFullScale_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<QByteArray>("samples");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("8") << 8 << QByteArray::fromHex("0080ff")
                           << QList<double> { -1, 0, 127.0 / 128 };
        QTest::newRow("16") << 16 << QByteArray::fromHex("00800100ff7f")
                            << QList<double> { -1, 1.0 / 32768, 32767.0 / 32768 };
        QTest::newRow("24") << 24 << QByteArray::fromHex("000080010000ffff7f")
                            << QList<double> { -1, 1.0 / 8388608, 8388607.0 / 8388608 };
        QTest::newRow("32") << 32 << QByteArray::fromHex("000000800001000000000040")
                            << QList<double> { -1, 1.0 / 8388608, 0.5 };
    }

    void integersAreFractionsOfFullScale()
    {
        QFETCH(int, bits);
        QFETCH(QByteArray, samples);
        QFETCH(QList<double>, expected);
        test::write(path("bits.wav"), test::wavFile({ .bits = bits }, samples));
        const auto decoded = test::decode(path("bits.wav"));
        QVERIFY(decoded.has_value());
        QCOMPARE((QList<double>(decoded->mono.begin(), decoded->mono.end())), expected);
    }

    void channelsAreAveraged_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<QByteArray>("name");
        for (const int channels : { 1, 2, 3, 4, 6, 8 }) {
            for (const char* name : { "packed.wav", "float.wav", "planar.wv", "planar.m4a" })
                QTest::addRow("%d %s", channels, name) << channels << QByteArray(name);
        }
        QTest::newRow("64") << 64 << QByteArray("packed.wav");
    }

    void channelsAreAveraged()
    {
        QFETCH(int, channels);
        QFETCH(QByteArray, name);
        // No speaker is fainter than another, as it would be in a downmix for listening.
        std::vector<double> samples;
        for (int i = 0; i < 100; ++i)
            for (int channel = 0; channel < channels; ++channel)
                samples.push_back((i + 1) * (channel + 1) / 16384.0);
        const auto packed = path("packed.wav");
        test::write(packed, test::wavFile({ .channels = channels }, test::int16Samples(samples)));
        if (name == "float.wav")
            test::encode(packed, test::words("-c:a pcm_f32le"), path("float.wav"));
        if (name == "planar.wv") test::encode(packed, {}, path("planar.wv"));
        if (name == "planar.m4a") {
            // ALAC takes the layouts of MPEG only, so these are given.
            const QList<const char*> layouts
                = { "", "mono", "stereo", "3.0", "4.0", "", "5.1", "", "7.1(wide)" };
            test::encode(packed,
                test::words("-c:a alac -filter:a") << QStringLiteral("channelmap=channel_layout=%1")
                                                          .arg(QLatin1String(layouts[channels])),
                path("planar.m4a"));
        }
        const auto decoded = test::decode(path(name.constData()));
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->audio.format.channels, channels);
        QCOMPARE(decoded->mono.size(), std::size_t(100));
        for (int i = 0; i < 100; ++i) {
            const double mean = (i + 1) * (channels + 1) / 2.0 / 16384.0;
            QVERIFY(std::abs(static_cast<double>(decoded->mono[std::size_t(i)]) - mean) < 1e-6);
        }
    }

    void blocksAreBoundedAndNeverEmpty()
    {
        const auto file = path("blocks.flac");
        test::encode(stereoTone(Right::Equal), {}, file);
        const auto decoded = test::decode(file);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->beginCount, 1);
        QVERIFY(std::ranges::max(decoded->blockSizes) <= kMaxBlockSamples);
        QVERIFY(std::ranges::min(decoded->blockSizes) >= 1);
        QCOMPARE(decoded->audio.sampleCount, std::int64_t(kCount));
    }

    void picturesBesideTheSoundAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("MP3") << QByteArray("cover.mp3");
        QTest::newRow("MP4") << QByteArray("cover.m4a");
        QTest::newRow("FLAC") << QByteArray("cover.flac");
    }

    void picturesBesideTheSoundAreIgnored()
    {
        QFETCH(QByteArray, name);
        const auto file = path(name.constData());
        test::encode(stereoTone(Right::Equal),
            test::words(
                "-f lavfi -i color=size=64x64:duration=1 -map 0:a -map 1:v -frames:v 1 -c:v png "
                "-disposition:v attached_pic"),
            file);
        const auto decoded = test::decode(file);
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(test::align(m_tone, decoded->mono, 100).lag, 0);
    }

    void manyThreadsDecodeTheSame()
    {
        const auto file = path("threads.mp3");
        test::encode(stereoTone(Right::Equal), {}, file);
        const auto expected = test::decode(file);
        QVERIFY(expected.has_value());
        std::vector<std::vector<float>> found(4);
        {
            std::vector<std::jthread> threads;
            for (auto& mono : found)
                threads.emplace_back([&] {
                    if (auto decoded = test::decode(file)) mono = std::move(decoded->mono);
                });
        }
        for (const auto& mono : found)
            QCOMPARE(mono, expected->mono);
    }

    void aSlowSinkIsNotAStalledFile()
    {
        test::write(path("slow.wav"), test::wavFile({}, test::int16Samples(m_tone)));
        int blocks = 0;
        const AudioSink sink { .begin = {}, .block = [&](std::span<const float>) {
                                  ++blocks;
                                  std::this_thread::sleep_for(std::chrono::milliseconds(60));
                              } };
        const auto decoded = decodeAudio(
            path("slow.wav"), sink, {}, { .stallLimit = std::chrono::milliseconds(50) });
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QVERIFY(blocks > 5);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::AudioDecoderTest)
#include "tst_audio_decoder.moc"
