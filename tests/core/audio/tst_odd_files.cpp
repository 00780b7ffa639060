#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace circumplex {

namespace {

constexpr int kRateHz = 44100;
constexpr std::size_t kCount = 3 * kRateHz + 417; // not a whole number of anybody's frames

void encodeSine(
    const std::filesystem::path& file, int rateHz, const char* channels, const QByteArray& format)
{
    test::runFfmpeg(test::words("-f lavfi -i")
        << QStringLiteral("sine=frequency=1000:duration=2:sample_rate=%1").arg(rateHz)
        << QStringLiteral("-ac") << QLatin1String(channels) << test::words("-write_xing 0 -f")
        << QLatin1String(format) << QString::fromStdString(file.native()));
}

} // namespace

/// Files that are not as they should be, and yet give sound.
class OddFilesTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::vector<double> m_tone = test::risingTone(kRateHz, kCount);

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        test::write(path("tone.wav"), test::wavFile({}, test::int16Samples(m_tone)));
    }

    void soundGoesOnWhereTheRateChanges_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("MP3") << QByteArray("mp3");
        QTest::newRow("AAC") << QByteArray("adts");
    }

    void soundGoesOnWhereTheRateChanges()
    {
        QFETCH(QByteArray, name);
        // Stereo at 44.1 kHz, then mono at 32 kHz, then back: as in radio recordings.
        const auto part = [&](const char* file, int rateHz, const char* channels) {
            encodeSine(path(file), rateHz, channels, name);
            return test::read(path(file));
        };
        const QByteArray joined
            = part("one", 44100, "2") + part("two", 32000, "1") + part("three", 44100, "2");
        test::write(path("joined"), joined);
        const auto decoded = test::decode(path("joined"));
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->audio.format.sampleRateHz, 44100);
        QCOMPARE(decoded->audio.format.channels, 2);
        // Six seconds, and at most the padding of three encodings.
        const double seconds = static_cast<double>(decoded->mono.size()) / 44100;
        QVERIFY2(seconds > 5.9 && seconds < 6.25, std::to_string(seconds).c_str());
        // 1000 Hz all along: the sign changes 2000 times a second.
        for (const double middle : { 1.0, 3.0, 5.0 }) {
            const auto begin = static_cast<std::size_t>((middle - 0.25) * 44100);
            int crossings = 0;
            for (std::size_t i = begin; i < begin + 22050; ++i)
                if ((decoded->mono[i] < 0) != (decoded->mono[i + 1] < 0)) ++crossings;
            QVERIFY2(std::abs(crossings - 1000) <= 2, std::to_string(crossings).c_str());
        }
    }

    void headersThatPromiseTooMuchAreNotBelieved()
    {
        const QByteArray samples = test::int16Samples(m_tone);
        test::write(path("lies.wav"), test::wavFile({ .dataBytes = 2'000'000'000 }, samples));
        auto decoded = test::decode(path("lies.wav"));
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->mono.size(), kCount);
        QVERIFY(decoded->audio.warning.find("breaks off") != std::string::npos);

        // Bytes 18 to 25 of a FLAC file end in 36 bits of sample count.
        test::encode(path("tone.wav"), {}, path("true.flac"));
        QByteArray flac = test::read(path("true.flac"));
        flac[22] = char(0x7f);
        test::write(path("lies.flac"), flac);
        decoded = test::decode(path("lies.flac"));
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->mono.size(), kCount);
        QVERIFY(decoded->audio.format.headerSeconds > 20000);
        QVERIFY(decoded->audio.warning.find("promises") != std::string::npos);
    }

    void aWavFileFromAPipeEndsWhereItEnds()
    {
        // Programs that do not know the length yet write no size, or the largest.
        for (const char byte : { char(0), char(0xff) }) {
            QByteArray wav = test::wavFile({}, test::int16Samples(m_tone));
            wav.replace(4, 4, QByteArray(4, byte));
            wav.replace(40, 4, QByteArray(4, byte));
            test::write(path("pipe.wav"), wav);
            const auto decoded = test::decode(path("pipe.wav"));
            QVERIFY(decoded.has_value());
            QCOMPARE(decoded->mono.size(), kCount);
            QCOMPARE(decoded->audio.warning, std::string());
        }
    }

    void cutOffFilesGiveWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("knowsItsLength");
        for (const int percent : { 10, 50, 90 }) {
            const auto row = [&](const char* name, bool knowsItsLength) {
                QTest::addRow("%s %d%%", name, percent)
                    << QByteArray(name) << percent << knowsItsLength;
            };
            row("cut.wav", true);
            row("cut.flac", true);
            row("cut.mp3", true);
            row("cut.wv", true);
            row("cut.ogg", false);
            row("cut.opus", false);
            row("cut.aac", false);
        }
    }

    void cutOffFilesGiveWhatIsThere()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, percent);
        QFETCH(bool, knowsItsLength);
        const auto longFile = path(("long-" + name).constData());
        if (!std::filesystem::exists(longFile)) {
            test::write(path("long.wav"),
                test::wavFile({}, test::int16Samples(test::risingTone(kRateHz, 30 * kRateHz))));
            test::encode(path("long.wav"), {}, longFile);
        }
        const QByteArray whole = test::read(longFile);
        const auto file = path(name.constData());
        test::write(file, whole.left(whole.size() * percent / 100));
        const auto decoded = test::decode(file);
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        const double seconds
            = static_cast<double>(decoded->audio.sampleCount) / decoded->audio.format.sampleRateHz;
        QVERIFY2(std::abs(seconds - percent * 0.3) < 1.5, std::to_string(seconds).c_str());
        if (knowsItsLength) QVERIFY(!decoded->audio.warning.empty());
    }

    void damageInTheMiddleIsLeftOutAndCounted_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("FLAC") << QByteArray("damaged.flac");
        QTest::newRow("MP3") << QByteArray("damaged.mp3");
        QTest::newRow("MP4") << QByteArray("damaged.m4a");
    }

    void damageInTheMiddleIsLeftOutAndCounted()
    {
        QFETCH(QByteArray, name);
        const auto file = path(name.constData());
        test::encode(path("tone.wav"), {}, file);
        QByteArray bytes = test::read(file);
        for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 3000; ++i)
            bytes[i] = static_cast<char>(i * 37);
        test::write(file, bytes);
        const auto decoded = test::decode(file);
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QVERIFY2(decoded->audio.warning.find("packets are damaged") != std::string::npos,
            decoded->audio.warning.c_str());
        QVERIFY(decoded->mono.size() > kCount / 2);
        // What lies before is as it was.
        const std::span<const double> firstThird(m_tone.data(), kCount / 3);
        QCOMPARE(test::align(firstThird, decoded->mono, 100).lag, 0);
        QVERIFY(test::align(firstThird, decoded->mono, 100).correlation > 0.99);
    }

    void littleSoundIsSound_data()
    {
        QTest::addColumn<int>("rateHz");
        QTest::addColumn<int>("samples");
        QTest::newRow("one sample") << 44100 << 1;
        QTest::newRow("5 ms") << 44100 << 220;
        QTest::newRow("768 kHz") << 768000 << 76800;
        QTest::newRow("1 Hz") << 1 << 10;
    }

    void littleSoundIsSound()
    {
        QFETCH(int, rateHz);
        QFETCH(int, samples);
        const std::vector<double> silence(static_cast<std::size_t>(samples));
        test::write(path("little.wav"),
            test::wavFile({ .sampleRateHz = rateHz }, test::int16Samples(silence)));
        const auto decoded = test::decode(path("little.wav"));
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->audio.format.sampleRateHz, rateHz);
        QCOMPARE(decoded->mono, std::vector<float>(static_cast<std::size_t>(samples)));
    }

    void fiveMillisecondsSurviveEveryEncoder_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
            { "short.flac", "short.mp3", "short.m4a", "short.ogg", "short.opus", "short.wv" })
            QTest::newRow(name) << QByteArray(name);
    }

    void fiveMillisecondsSurviveEveryEncoder()
    {
        QFETCH(QByteArray, name);
        const std::vector<double> tone = test::risingTone(48000, 240);
        test::write(
            path("short.wav"), test::wavFile({ .sampleRateHz = 48000 }, test::int16Samples(tone)));
        test::encode(path("short.wav"), {}, path(name.constData()));
        const auto decoded = test::decode(path(name.constData()));
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QVERIFY2(decoded->mono.size() >= 240 && decoded->mono.size() <= 240 + 1024,
            std::to_string(decoded->mono.size()).c_str());
    }

    void oneBitSoundIsDecoded()
    {
        // DSD: FFmpeg hands it out as floating point at an eighth of its rate.
        QByteArray dsf("DSD ");
        const auto number = [&](std::uint64_t value, int bytes) {
            for (int i = 0; i < bytes; ++i)
                dsf.append(static_cast<char>(value >> (8 * i) & 0xff));
        };
        constexpr int kBlocks = 20;
        number(28, 8), number(28 + 52 + 12 + 4096 * kBlocks, 8), number(0, 8);
        dsf.append("fmt ");
        number(52, 8), number(1, 4), number(0, 4), number(1, 4), number(1, 4), number(2822400, 4);
        number(1, 4), number(std::uint64_t { 8 } * 4096 * kBlocks, 8), number(4096, 4);
        number(0, 4);
        dsf.append("data");
        number(12 + 4096 * kBlocks, 8);
        dsf.append(QByteArray(4096 * kBlocks, char(0x69))); // as many ones as zeros: silence
        test::write(path("one_bit.dsf"), dsf);
        const auto decoded = test::decode(path("one_bit.dsf"));
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->audio.format.sampleRateHz, 352800);
        QCOMPARE(decoded->mono.size(), std::size_t(4096 * kBlocks));
        QVERIFY(std::abs(decoded->mono[40000]) < 0.01F);
    }

    void namesAreBytes_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : { "-i.wav", "http:x.mp3", "concat:a|b", "pipe:1", "file:x",
                 "tcp:", "%03d.wav", "*?.wav", "two\nlines.wav", " space ", "dot.", "CON.mp3",
                 "\xff\xfe\x80.wav", "\xf0\x9f\x8e\xb5.wav", "\xd7\xa9\xd7\x99\xd7\xa8.wav",
                 "e\xcc\x81.wav", "\xc3\xa9.wav", "'\"\\.wav" })
            QTest::addRow("%s", QByteArray(name).toPercentEncoding().constData())
                << QByteArray(name);
        QTest::newRow("255 bytes") << QByteArray(251, 'x') + ".wav";
    }

    void namesAreBytes()
    {
        QFETCH(QByteArray, name);
        // Without a folder in front, as on a command line.
        std::filesystem::current_path(m_folder.path().toStdString());
        test::write(name.toStdString(), test::wavFile({}, test::int16Samples(m_tone)));
        const auto decoded = test::decode(name.toStdString());
        std::filesystem::remove(name.toStdString()); // QTemporaryDir cannot remove all of them
        std::filesystem::current_path("/");
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->mono.size(), kCount);
    }

    void longPathsAreOpened()
    {
        auto folder = std::filesystem::path(m_folder.path().toStdString());
        for (int i = 0; i < 15; ++i)
            folder /= std::string(250, 'f');
        std::filesystem::create_directories(folder);
        test::write(folder / "a.wav", test::wavFile({}, test::int16Samples(m_tone)));
        QVERIFY((folder / "a.wav").native().size() > 3700);
        QVERIFY(test::decode(folder / "a.wav").has_value());
        // Deeper than QTemporaryDir removes.
        std::filesystem::remove_all(path(std::string(250, 'f').c_str()));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::OddFilesTest)
#include "tst_odd_files.moc"
