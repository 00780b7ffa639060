#include "core/audio/fingerprint.h"
#include "core/audio/fingerprint_index.h"
#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;
namespace fs = std::filesystem;

using Items = std::vector<std::uint32_t>;

class FingerprintTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    fs::path file(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    static Items items(const fs::path& path)
    {
        auto items = fingerprintOf(path, {});
        if (!items) throw std::runtime_error(path.native() + ": " + items.error().detail);
        return std::move(*items);
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::writeMelody(file(QStringLiteral("a.wav")), 1, 25.0);
        test::writeMelody(file(QStringLiteral("b.wav")), 2, 25.0);
    }

    void anotherEncodingIsTheSameRecording_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("arguments");
        const auto rate = [](const char* bits) {
            return QStringList { QStringLiteral("-b:a"), QString::fromLatin1(bits) };
        };
        QTest::newRow("MP3 32 kbit/s") << QStringLiteral("a.mp3") << rate("32k");
        QTest::newRow("Vorbis") << QStringLiteral("a.ogg") << QStringList();
        QTest::newRow("Opus 24 kbit/s") << QStringLiteral("a.opus") << rate("24k");
        QTest::newRow("AAC, stereo, 44.1 kHz")
            << QStringLiteral("a.m4a")
            << QStringList { QStringLiteral("-ac"), QStringLiteral("2"), QStringLiteral("-ar"),
                   QStringLiteral("44100"), QStringLiteral("-b:a"), QStringLiteral("64k") };
        QTest::newRow("softer, with half a second of silence before")
            << QStringLiteral("a.flac")
            << QStringList { QStringLiteral("-af"), QStringLiteral("volume=0.3,adelay=500:all=1") };
    }

    void anotherEncodingIsTheSameRecording()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, arguments);
        test::encode(file(QStringLiteral("a.wav")), arguments, file(name));
        const Items other = items(file(name));
        const auto same = matchFingerprints(items(file(QStringLiteral("a.wav"))), other);
        QVERIFY(same);
        QVERIFY2(same->bitErrorRate < kSameRecordingBitErrorRate,
            qPrintable(QString::number(same->bitErrorRate)));
        const auto different = matchFingerprints(items(file(QStringLiteral("b.wav"))), other);
        QVERIFY(different);
        QVERIFY2(
            different->bitErrorRate > 0.3, qPrintable(QString::number(different->bitErrorRate)));
    }

    void aDelayIsFound()
    {
        test::encode(file(QStringLiteral("a.wav")),
            { QStringLiteral("-af"), QStringLiteral("adelay=3000:all=1") },
            file(QStringLiteral("late.wav")));
        const auto match = matchFingerprints(
            items(file(QStringLiteral("a.wav"))), items(file(QStringLiteral("late.wav"))));
        QVERIFY(match);
        QVERIFY2(std::abs(match->offsetSeconds - 3.0) < 2 * kFingerprintStepSeconds,
            qPrintable(QString::number(match->offsetSeconds)));
    }

    void silenceAndTonesSayNothing()
    {
        test::write(file(QStringLiteral("silence.wav")),
            test::wavFile({}, QByteArray(44100 * 2 * 20, '\0')));
        const Items silence = items(file(QStringLiteral("silence.wav")));
        QVERIFY(!silence.empty());
        QVERIFY(!matchFingerprints(silence, silence));
        QVERIFY(!matchFingerprints({}, silence));
    }

    void onlyTwoMinutesAreHeard()
    {
        test::writeMelody(file(QStringLiteral("long.wav")), 3, 130.0);
        const double seconds = static_cast<double>(items(file(QStringLiteral("long.wav"))).size())
            * kFingerprintStepSeconds;
        QVERIFY2(seconds > 115.0 && seconds <= 120.0, qPrintable(QString::number(seconds)));
        test::writeMelody(file(QStringLiteral("short.wav")), 3, 1.0);
        QVERIFY(items(file(QStringLiteral("short.wav"))).empty());
    }

    void whatIsKeptComesBack()
    {
        const Items before = items(file(QStringLiteral("a.wav")));
        const auto bytes = compressFingerprint(before);
        QVERIFY(bytes.size() < before.size() * 4);
        QCOMPARE(expandFingerprint(bytes), before);
        QVERIFY(compressFingerprint({}).empty());
        QVERIFY(expandFingerprint({}).empty());
        const std::vector<std::uint8_t> nonsense { 1, 255, 255, 255, 3, 4 };
        QVERIFY(expandFingerprint(nonsense).empty());
    }

    void refusalsSayWhy()
    {
        QCOMPARE(
            fingerprintOf(file(QStringLiteral("none")), {}).error().code, ErrorCode::FileMissing);
        test::write(file(QStringLiteral("slow.wav")),
            test::wavFile({ .sampleRateHz = 500 }, QByteArray(10000, '\1')));
        QCOMPARE(fingerprintOf(file(QStringLiteral("slow.wav")), {}).error().code,
            ErrorCode::AudioFormat);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(fingerprintOf(file(QStringLiteral("a.wav")), stop.get_token()).error().code,
            ErrorCode::Cancelled);
    }

    void theIndexFindsTheSameAmongMany()
    {
        FingerprintIndex index;
        std::int64_t id = 0;
        int found = 0;
        for (std::uint32_t seed = 10; seed < 18; ++seed) {
            test::writeMelody(file(QStringLiteral("i.wav")), seed, 20.0);
            test::encode(file(QStringLiteral("i.wav")),
                { QStringLiteral("-b:a"), QStringLiteral("32k") }, file(QStringLiteral("i.mp3")));
            QVERIFY(index.add(++id, 20.0, items(file(QStringLiteral("i.wav")))).empty());
            for (const auto& match : index.add(++id, 20.1, items(file(QStringLiteral("i.mp3"))))) {
                QCOMPARE(match.id, id - 1);
                ++found;
            }
        }
        QCOMPARE(found, 8);
        // Another duration is another recording, and the index forgets.
        test::writeMelody(file(QStringLiteral("i.wav")), 10, 20.0);
        QVERIFY(index.add(++id, 28.0, items(file(QStringLiteral("i.wav")))).empty());
    }
};

QTEST_GUILESS_MAIN(FingerprintTest)
#include "tst_fingerprint.moc"
