#include "tests/core/audio/sound_files.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <limits>
#include <random>
#include <thread>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

QByteArray randomBytes(unsigned seed, int count)
{
    std::mt19937 random(seed);
    QByteArray bytes(count, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random() & 0xff);
    return bytes;
}

QByteArray tone()
{
    return test::int16Samples(test::risingTone(44100, 44100));
}

} // namespace

class RefusedFilesTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const QByteArray& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name.toStdString();
    }

    /// Fails unless `file` is refused for that reason, in a sentence.
    void expectRefused(const std::filesystem::path& file, ErrorCode code)
    {
        QElapsedTimer timer;
        timer.start();
        const auto decoded = test::decode(file);
        QVERIFY2(!decoded.has_value(), "was decoded");
        QCOMPARE(errorCodeName(decoded.error().code), errorCodeName(code));
        QVERIFY2(decoded.error().detail.size() > 20 && decoded.error().detail.back() == '.',
            decoded.error().detail.c_str());
        QVERIFY(timer.elapsed() < 5000);
    }

    /// Two seconds of MP3, then zeros, in which FFmpeg looks for the next frame for a long time.
    std::filesystem::path endlessFile() const
    {
        const auto file = path("endless.mp3");
        test::runFfmpeg(test::words("-f lavfi -i sine=duration=2 -write_xing 0")
            << QString::fromStdString(file.native()));
        std::filesystem::resize_file(file, std::uintmax_t { 1 } << 36); // takes no room on the disk
        return file;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<ErrorCode>("code");
        test::write(path("file"), "x");
        std::filesystem::create_directory(path("folder.mp3"));
        std::filesystem::create_symlink(path("nowhere"), path("dangling.mp3"));
        std::filesystem::create_symlink(path("loop.mp3"), path("loop.mp3"));
        QCOMPARE(::mkfifo(path("pipe.mp3").c_str(), 0600), 0);
        QTest::newRow("missing") << QByteArray("missing.mp3") << ErrorCode::FileMissing;
        QTest::newRow("below a file") << QByteArray("file/a.mp3") << ErrorCode::FileMissing;
        QTest::newRow("link to nothing") << QByteArray("dangling.mp3") << ErrorCode::FileMissing;
        QTest::newRow("link to itself") << QByteArray("loop.mp3") << ErrorCode::FileUnreadable;
        QTest::newRow("name with a zero") << QByteArray("file\0.mp3", 9) << ErrorCode::FileMissing;
        QTest::newRow("name too long") << QByteArray(300, 'x') << ErrorCode::FileUnreadable;
        QTest::newRow("folder") << QByteArray("folder.mp3") << ErrorCode::NotAFile;
        QTest::newRow("named pipe") << QByteArray("pipe.mp3") << ErrorCode::NotAFile;
        QTest::newRow("device") << QByteArray("/dev/zero") << ErrorCode::NotAFile;
    }

    void whatIsNoFileIsRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(ErrorCode, code);
        expectRefused(path(name), code);
    }

    void aSocketIsRefused()
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        const std::string name = path("socket").native();
        QVERIFY(name.size() < sizeof address.sun_path);
        name.copy(address.sun_path, name.size());
        const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        expectRefused(path("socket"), ErrorCode::NotAFile);
        ::close(listener);
    }

    void aFileOfAnotherUserIsRefused()
    {
        test::write(path("private.wav"), test::wavFile({}, tone()));
        std::filesystem::permissions(path("private.wav"), std::filesystem::perms::none);
        std::filesystem::permissions(m_folder.path().toStdString(), std::filesystem::perms(0755));
        // Nothing is forbidden to root, so a child process becomes somebody else.
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            if (::getuid() == 0 && ::setresuid(65534, 65534, 65534) != 0) ::_exit(100);
            const auto decoded = test::decode(path("private.wav"));
            ::_exit(decoded.has_value() ? 101 : static_cast<int>(decoded.error().code));
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), static_cast<int>(ErrorCode::FileUnreadable));
    }

    void whatIsNoSoundIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        const auto row
            = [](const char* title, const char* name, const QByteArray& content, ErrorCode code) {
                  QTest::newRow(title) << QByteArray(name) << content << code;
              };
        const auto unsupported = ErrorCode::AudioUnsupported;
        row("empty", "empty.mp3", {}, ErrorCode::FileEmpty);
        row("one byte", "byte.mp3", "x", unsupported);
        row("zeros", "zeros.mp3", QByteArray(1 << 20, '\0'), ErrorCode::AudioDamaged);
        row("noise named MP3", "noise.mp3", randomBytes(1, 65536), unsupported);
        row("noise named WAV", "noise.wav", randomBytes(2, 65536), unsupported);
        row("noise named MP4", "noise.m4a", randomBytes(3, 65536), unsupported);
        row("noise named Ogg", "noise.ogg", randomBytes(4, 65536), unsupported);
        row("noise without name", "noise", randomBytes(5, 65536), unsupported);
        row("text", "text.mp3", "These are the words of a song.\n", unsupported);
        row("WAV header alone", "header.wav", test::wavFile({}, {}), ErrorCode::AudioDamaged);
        row("0 channels", "c0.wav", test::wavFile({ .channels = 0 }, tone()),
            ErrorCode::AudioFormat);
        row("65 channels", "c65.wav", test::wavFile({ .channels = 65 }, tone()),
            ErrorCode::AudioFormat);
        row("65535 channels", "c65535.wav", test::wavFile({ .channels = 65535 }, tone()),
            ErrorCode::AudioFormat);
        // FFmpeg itself stops at these two.
        row("0 Hz", "r0.wav", test::wavFile({ .sampleRateHz = 0 }, tone()),
            ErrorCode::AudioDamaged);
        row("negative rate", "r-1.wav", test::wavFile({ .sampleRateHz = -44100 }, tone()),
            ErrorCode::AudioDamaged);
        row("768001 Hz", "r768001.wav", test::wavFile({ .sampleRateHz = 768001 }, tone()),
            ErrorCode::AudioFormat);
        row("0 bits", "b0.wav", test::wavFile({ .bits = 0 }, tone()), unsupported);
    }

    void whatIsNoSoundIsRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        test::write(path(name), content);
        expectRefused(path(name), code);
    }

    void mediaWithoutSoundIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("arguments");
        QTest::newRow("film") << QByteArray("film.mp4") << QByteArray("-t 1 -c:v mpeg4");
        QTest::newRow("film in Matroska")
            << QByteArray("film.mkv") << QByteArray("-t 1 -c:v mpeg4");
        QTest::newRow("picture") << QByteArray("picture.png") << QByteArray("-frames:v 1");
        QTest::newRow("picture named MP3")
            << QByteArray("picture.mp3") << QByteArray("-frames:v 1 -c:v mjpeg -f image2");
    }

    void mediaWithoutSoundIsRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, arguments);
        test::runFfmpeg(test::words("-f lavfi -i testsrc=size=64x64:rate=10")
            + test::words(arguments.constData())
            + QStringList { QString::fromStdString(path(name).native()) });
        expectRefused(path(name), ErrorCode::NoAudioStream);
    }

    void anMp4WithoutStreamsIsRefused()
    {
        // ftyp, and a moov that holds only its own header.
        const QByteArray mp4 = QByteArray::fromHex("00000014") + "ftypisom"
            + QByteArray::fromHex("00000200") + "isom" + QByteArray::fromHex("00000074") + "moov"
            + QByteArray::fromHex("0000006c") + "mvhd" + QByteArray(12, '\0')
            + QByteArray::fromHex("000003e8000003e8") + QByteArray(80, '\0');
        test::write(path("streamless.m4a"), mp4);
        expectRefused(path("streamless.m4a"), ErrorCode::NoAudioStream);
    }

    void anMp4WithoutItsIndexIsRefused()
    {
        test::write(path("tone.wav"), test::wavFile({}, tone()));
        test::encode(path("tone.wav"), {}, path("whole.m4a"));
        const QByteArray whole = test::read(path("whole.m4a"));
        test::write(path("half.m4a"), whole.left(whole.size() / 2));
        expectRefused(path("half.m4a"), ErrorCode::AudioDamaged);
    }

    void valuesThatAreNotNumbersAreRefused_data()
    {
        QTest::addColumn<float>("value");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("negative NaN") << -std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
        QTest::newRow("negative infinity") << -std::numeric_limits<float>::infinity();
    }

    void valuesThatAreNotNumbersAreRefused()
    {
        QFETCH(float, value);
        std::vector<float> samples(88200, 0.25F);
        samples[66150] = value;
        test::write(path("nan.wav"),
            test::wavFile({ .formatTag = 3, .bits = 32 }, test::floatSamples(samples)));
        const auto decoded = test::decode(path("nan.wav"));
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, ErrorCode::AudioDamaged);
        QVERIFY2(decoded.error().detail.find("near 1.4") != std::string::npos
                || decoded.error().detail.find("near 1.5") != std::string::npos,
            decoded.error().detail.c_str());
    }

    void numbersBeyondFloatAreRefused()
    {
        // 1e300 is a double, and infinite as a float.
        const double big = 1e300;
        test::write(path("big.wav"),
            test::wavFile({ .formatTag = 3, .bits = 64 },
                QByteArray(reinterpret_cast<const char*>(&big), sizeof big)));
        expectRefused(path("big.wav"), ErrorCode::AudioDamaged);
    }

    void playlistsOpenNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("HLS") << QByteArray(
            "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1,\ntarget.wav\n#EXT-X-ENDLIST\n");
        QTest::newRow("HLS with an address")
            << QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n"
                          "#EXT-X-ENDLIST\n");
        QTest::newRow("concatenation") << QByteArray("ffconcat version 1.0\nfile target.wav\n");
        QTest::newRow("DASH") << QByteArray(
            "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" "
            "profiles=\"urn:mpeg:dash:profile:isoff-on-demand:2011\">\n<Period><AdaptationSet>"
            "<Representation id=\"1\"><BaseURL>target.wav</BaseURL></Representation>"
            "</AdaptationSet></Period></MPD>\n");
        QTest::newRow("session description")
            << QByteArray("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
                          "m=audio 5004 RTP/AVP 0\n");
        QTest::newRow("plain list") << QByteArray("#EXTM3U\n#EXTINF:1,x\ntarget.wav\n");
    }

    void playlistsOpenNothing()
    {
        QFETCH(QByteArray, content);
        test::write(path("target.wav"), test::wavFile({}, tone()));
        std::filesystem::current_path(m_folder.path().toStdString());
        for (const char* name : { "song.mp3", "song.m3u8", "song" }) {
            test::write(path(name), content);
            expectRefused(path(name), ErrorCode::AudioUnsupported);
            expectRefused(name, ErrorCode::AudioUnsupported);
        }
        std::filesystem::current_path("/");
    }

    void aFileWithoutProgressIsStalled()
    {
        const auto file = endlessFile();
        QElapsedTimer timer;
        timer.start();
        const auto decoded = test::decode(file, { .stallLimit = std::chrono::milliseconds(100) });
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, ErrorCode::Stalled);
        QVERIFY(timer.elapsed() >= 100);
        QVERIFY2(timer.elapsed() < 2000, std::to_string(timer.elapsed()).c_str());
    }

    void anotherThreadCancels()
    {
        const auto file = endlessFile();
        std::stop_source source;
        std::atomic_bool hasBegun = false;
        QElapsedTimer sinceRequest;
        std::jthread canceller([&] {
            while (!hasBegun)
                std::this_thread::yield();
            sinceRequest.start();
            source.request_stop();
        });
        const AudioSink sink { .begin = [&](const AudioFormat&) { hasBegun = true; }, .block = {} };
        const auto decoded = decodeAudio(file, sink, source.get_token());
        hasBegun = true;
        canceller.join();
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, ErrorCode::Cancelled);
        QVERIFY2(sinceRequest.elapsed() < 200, std::to_string(sinceRequest.elapsed()).c_str());
    }

    void nothingIsHandedOutAfterCancelling()
    {
        test::write(path("long.wav"), test::wavFile({}, QByteArray(10'000'000, '\1')));
        std::stop_source source;
        int blocks = 0;
        const AudioSink sink { .begin = {}, .block = [&](std::span<const float>) {
                                  ++blocks;
                                  source.request_stop();
                              } };
        const auto decoded = decodeAudio(path("long.wav"), sink, source.get_token());
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, ErrorCode::Cancelled);
        QCOMPARE(blocks, 1);
    }

    void whatIsCancelledBeforeIsNotOpened()
    {
        std::stop_source source;
        source.request_stop();
        const auto decoded = decodeAudio(path("missing.mp3"), {}, source.get_token());
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, ErrorCode::Cancelled);
    }

    /// Whatever comes out: an end within seconds, and blocks of finite numbers or a reason.
    void damagedFilesComeToAnEnd_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : { "d.wav", "d.flac", "d.mp3", "d.m4a", "d.ogg", "d.opus", "d.wv",
                 "d.aiff", "d.wma", "d.mka", "d.ac3", "d.tta" })
            QTest::newRow(name) << QByteArray(name);
    }

    void damagedFilesComeToAnEnd()
    {
        QFETCH(QByteArray, name);
        test::write(path("tone.wav"), test::wavFile({}, tone()));
        test::encode(path("tone.wav"), {}, path("whole-" + name));
        const QByteArray whole = test::read(path("whole-" + name));
        std::mt19937 random(static_cast<unsigned>(whole.size()));
        for (const int oneIn : { 10000, 1000, 100 }) {
            for (int attempt = 0; attempt < 4; ++attempt) {
                QByteArray damaged = whole;
                for (qsizetype bits = whole.size() * 8 / oneIn + 1; bits > 0; --bits) {
                    const auto bit = static_cast<qsizetype>(random() % (whole.size() * 8U));
                    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
                }
                // The last of each kind keeps its first bytes, so that it gets past the header.
                if (attempt > 1) damaged.replace(0, 4096, whole.left(4096));
                test::write(path(name), damaged);
                QElapsedTimer timer;
                timer.start();
                const auto decoded = test::decode(path(name));
                QVERIFY(timer.elapsed() < 5000);
                if (decoded) {
                    QVERIFY(!decoded->mono.empty());
                    QCOMPARE(decoded->audio.sampleCount,
                        static_cast<std::int64_t>(decoded->mono.size()));
                } else {
                    QVERIFY(!decoded.error().detail.empty());
                    QVERIFY(decoded.error().code != ErrorCode::Internal);
                }
            }
        }
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::RefusedFilesTest)
#include "tst_refused_files.moc"
