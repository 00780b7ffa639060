#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace circumplex {

namespace {

constexpr int kRateHz = 44100;
constexpr double kSeconds = 40.0;

std::vector<double> longTone(int rateHz, double seconds)
{
    // Rises anew every two seconds, so that it stays below half the rate.
    const std::vector<double> piece
        = test::risingTone(rateHz, static_cast<std::size_t>(2 * rateHz));
    std::vector<double> tone;
    const auto count = static_cast<std::size_t>(seconds * rateHz);
    for (std::size_t i = 0; i < count; ++i) {
        const double fade = 0.3 + 0.7 * std::abs(std::sin(static_cast<double>(i) / rateHz));
        tone.push_back(fade * piece[(i + i / 77777) % piece.size()]);
    }
    return tone;
}

double secondsOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

class DecodeRangeTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    std::filesystem::path encoded(const char* name, const char* arguments)
    {
        const auto file = path(name);
        if (!std::filesystem::exists(file))
            test::encode(path("tone.wav"), test::words(arguments), file);
        return file;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        test::write(
            path("tone.wav"), test::wavFile({}, test::int16Samples(longTone(kRateHz, kSeconds))));
    }

    void aRangeIsCutOutOfTheWhole_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("arguments");
        const auto row = [](const char* name, const char* arguments) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(arguments);
        };
        row("pcm.wav", "-c:a pcm_s24le");
        row("pcm.aiff", "");
        row("fixed.flac", "");
        row("flac.ogg", "-c:a flac");
        row("alac.m4a", "-c:a alac");
        row("lame.mp3", "-b:a 192k");
        row("reservoir.mp3", "-b:a 32k -ar 32000");
        row("vbr.mp3", "-q:a 4");
        row("bare.mp3", "-b:a 128k -write_xing 0");
        row("barevbr.mp3", "-q:a 4 -write_xing 0");
        row("low.mp3", "-b:a 8k -ar 8000 -write_xing 0");
        row("aac.m4a", "-b:a 96k");
        row("adts.aac", "-b:a 96k");
        row("vorbis.ogg", "-c:a libvorbis -q:a 5");
        row("music.opus", "-b:a 96k");
        row("short.opus", "-b:a 96k -frame_duration 2.5");
        row("speech.opus", "-b:a 12k -application voip");
        row("pcm.mka", "-c:a pcm_s16le");
        row("s16.wv", "-sample_fmt s16p");
    }

    void aRangeIsCutOutOfTheWhole()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, arguments);
        const auto file = encoded(name.constData(), arguments.constData());
        const auto whole = test::decode(file);
        QVERIFY2(whole.has_value(), whole ? "" : whole.error().detail.c_str());
        const int rateHz = whole->audio.format.sampleRateHz;
        struct Case {
            double start;
            std::optional<double> end;
        };
        for (const Case& wanted : { Case { 0.0, 1.0 }, Case { 0.5, 3.25 }, Case { 13.0, 14.0 },
                 Case { 20.0 + 1.0 / 75, 25.0 }, Case { 31.4159, std::nullopt },
                 Case { 39.9, 99.0 } }) {
            const auto part = test::decode(file, { .range = { wanted.start, wanted.end } });
            QVERIFY2(part.has_value(), part ? "" : part.error().detail.c_str());
            const auto count = static_cast<std::int64_t>(whole->mono.size());
            const std::int64_t first = std::llround(wanted.start * rateHz);
            const std::int64_t last = wanted.end
                ? std::min<std::int64_t>(count, std::llround(*wanted.end * rateHz))
                : count;
            QCOMPARE(part->audio.sampleCount, last - first);
            QCOMPARE(part->beginCount, 1);
            QCOMPARE(part->audio.warning, std::string());
            QCOMPARE(part->audio.format.sampleRateHz, rateHz);
            double worst = 0.0;
            for (std::int64_t i = 0; i < part->audio.sampleCount; ++i)
                worst = std::max(worst,
                    std::abs(static_cast<double>(part->mono[std::size_t(i)])
                        - static_cast<double>(whole->mono[std::size_t(first + i)])));
            QVERIFY2(worst == 0.0,
                qPrintable(QStringLiteral("from %1 s: %2").arg(wanted.start).arg(worst)));
        }
    }

    void whatLiesBehindTheEndIsTooShort_data() { aRangeIsCutOutOfTheWhole_data(); }

    void whatLiesBehindTheEndIsTooShort()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, arguments);
        const auto file = encoded(name.constData(), arguments.constData());
        for (const SoundRange& range : { SoundRange { 41.0, {} }, SoundRange { 5000.0, 5030.0 },
                 SoundRange { 7.0, 7.0 }, SoundRange { 30.0, 20.0 } }) {
            const auto part = test::decode(file, { .range = range });
            QVERIFY(!part.has_value());
            QCOMPARE(part.error().code, ErrorCode::AudioTooShort);
        }
    }

    void theEndOfALongFileIsNear_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("arguments");
        QTest::newRow("FLAC") << QByteArray("long.flac") << QByteArray("-compression_level 0");
        QTest::newRow("MP3") << QByteArray("long.mp3") << QByteArray("-b:a 128k");
        QTest::newRow("bare MP3") << QByteArray("longbare.mp3")
                                  << QByteArray("-q:a 5 -write_xing 0");
    }

    void theEndOfALongFileIsNear()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, arguments);
        const auto file = path(name.constData());
        test::runFfmpeg(
            QStringList { QStringLiteral("-stream_loop"), QStringLiteral("19"),
                QStringLiteral("-i"), QString::fromStdString(path("tone.wav").native()) }
            + test::words(arguments) + QStringList { QString::fromStdString(file.native()) });
        test::Decoded whole, part;
        const double wholeSeconds = secondsOf([&] { whole = *test::decode(file); });
        const double partSeconds = secondsOf([&] {
            part = *test::decode(file, { .range = { 780.0, 785.0 } });
        });
        qInfo(
            "%s: all %.3f s, 5 s near its end %.3f s", name.constData(), wholeSeconds, partSeconds);
        QCOMPARE(part.audio.sampleCount, std::int64_t(5 * kRateHz));
        QVERIFY(std::equal(
            part.mono.begin(), part.mono.end(), whole.mono.begin() + 780 * std::int64_t(kRateHz)));
        QVERIFY2(
            partSeconds < wholeSeconds / 4, std::to_string(partSeconds / wholeSeconds).c_str());
    }

    void decodingEndsWithTheRange()
    {
        // Noise behind the range is neither read nor complained of.
        const auto file = path("broken.flac");
        QByteArray bytes = test::read(encoded("fixed.flac", ""));
        std::fill(bytes.begin() + bytes.size() / 2, bytes.end(), 'x');
        test::write(file, bytes);
        const auto before = test::decode(file, { .range = { 1.0, 3.0 } });
        QVERIFY(before.has_value());
        QCOMPARE(before->audio.warning, std::string());
        const auto across = test::decode(file, { .range = { 1.0, 30.0 } });
        QVERIFY(across.has_value());
        QVERIFY2(!across->audio.warning.empty(), "damage within the range is told");
    }

    void aFileThatEndsWithinTheRangeIsTold()
    {
        const auto file = path("cut.flac");
        const QByteArray bytes = test::read(encoded("fixed.flac", ""));
        test::write(file, bytes.left(bytes.size() * 3 / 4));
        const auto part = test::decode(file, { .range = { 20.0, 39.0 } });
        QVERIFY(part.has_value());
        QVERIFY(!part->audio.warning.empty());
        QCOMPARE(test::decode(file, { .range = { 20.0, 21.0 } })->audio.warning, std::string());
    }

    void stoppingHoldsOnTheWayToTheRange()
    {
        std::stop_source stop;
        const AudioSink sink { .begin = [&](const AudioFormat&) { stop.request_stop(); },
            .block = {} };
        for (const char* name : { "lame.mp3", "adts.aac", "fixed.flac" }) {
            stop = {};
            const auto decoded
                = decodeAudio(encoded(name, ""), sink, stop.get_token(), { .range = { 35.0, {} } });
            QVERIFY(!decoded.has_value());
            QCOMPARE(decoded.error().code, ErrorCode::Cancelled);
        }
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::DecodeRangeTest)
#include "tst_decode_range.moc"
