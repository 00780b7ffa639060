#include "core/audio/audio_identity.h"
#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <apetag.h>
#include <fileref.h>
#include <flacfile.h>
#include <flacpicture.h>
#include <id3v1tag.h>
#include <id3v2tag.h>
#include <mpegfile.h>
#include <tpropertymap.h>
#include <xiphcomment.h>

#include <set>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

/// Sizes of the Ogg pages that TagLib or ffmpeg makes follow the tags' size.
void tagAnew(const fs::path& path, std::size_t commentBytes)
{
    if (path.extension() == ".aac") {
        // TagLib does not know these: a tag of nothing but padding before, ID3v1 behind.
        const QByteArray bytes = test::read(path);
        QByteArray tag("ID3\4\0\0", 6);
        for (int shift = 21; shift >= 0; shift -= 7)
            tag.append(static_cast<char>(commentBytes >> shift & 0x7f));
        tag.append(QByteArray(static_cast<qsizetype>(commentBytes), '\0'));
        test::write(path, tag + bytes + "TAG" + QByteArray(125, 'x'));
        return;
    }
    const TagLib::FileRef file(path.c_str(), false);
    QVERIFY(!file.isNull());
    TagLib::PropertyMap map;
    map.insert("TITLE", TagLib::String("Another title"));
    map.insert("COMMENT", TagLib::String(std::string(commentBytes, 'x')));
    file.file()->setProperties(map);
    QVERIFY(file.file()->save());
}

QByteArray chunk(const char* name, const QByteArray& content)
{
    QByteArray bytes(name, 4);
    for (int i = 0; i < 4; ++i)
        bytes.append(static_cast<char>(content.size() >> (8 * i) & 0xff));
    return bytes + content;
}

} // namespace

class AudioIdentityTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    fs::path file(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    fs::path source() const { return file(QStringLiteral("source.wav")); }

    static AudioIdentity identity(const fs::path& path)
    {
        const auto identity = identifyAudio(path, {});
        if (!identity) throw std::runtime_error(path.native() + ": " + identity.error().detail);
        return *identity;
    }

private Q_SLOTS:
    void initTestCase() { test::writeMelody(source(), 1, 3.0); }

    void tagsDoNotCount_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("arguments");
        for (const char* name : { "a.flac", "a.mp3", "a.ogg", "a.opus", "a.m4a", "a.wma", "a.wav",
                 "a.wv", "a.aiff", "a.tta" })
            QTest::newRow(name) << QString::fromLatin1(name) << QStringList();
        QTest::newRow("ADTS") << QStringLiteral("a.aac") << QStringList();
        QTest::newRow("ALAC") << QStringLiteral("alac.m4a")
                              << QStringList { QStringLiteral("-c:a"), QStringLiteral("alac") };
        QTest::newRow("FLAC in Ogg") << QStringLiteral(
            "flac.oga") << QStringList { QStringLiteral("-c:a"), QStringLiteral("flac") };
    }

    void tagsDoNotCount()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, arguments);
        const fs::path path = file(name);
        test::encode(source(), arguments, path);
        const AudioIdentity before = identity(path);
        for (const std::size_t commentBytes : { 10UL, 100'000UL, 0UL }) {
            tagAnew(path, commentBytes);
            QCOMPARE(identity(path).hash, before.hash);
            QCOMPARE(identity(path).soundBytes, before.soundBytes);
        }
        const fs::path renamed = file(QStringLiteral("renamed-") + name);
        fs::rename(path, renamed);
        QCOMPARE(identity(renamed).hash, before.hash);
    }

    void durationIsThatOfTheDecodedSound_data() { tagsDoNotCount_data(); }
    void durationIsThatOfTheDecodedSound()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, arguments);
        const fs::path path = file(name);
        test::encode(source(), arguments, path);
        const auto decoded = decodeAudio(path, {}, {});
        QVERIFY(decoded);
        const double seconds
            = static_cast<double>(decoded->sampleCount) / decoded->format.sampleRateHz;
        // Some containers say nothing of the encoder's delay; that is at most two frames.
        const double found = identity(path).durationSeconds;
        QVERIFY2(std::abs(found - seconds) < 0.15,
            qPrintable(QStringLiteral("%1 s, decoded %2 s").arg(found).arg(seconds)));
    }

    void tagsAtBothEndsOfAnMp3DoNotCount()
    {
        const fs::path path = file(QStringLiteral("ends.mp3"));
        test::encode(source(), { QStringLiteral("-write_xing"), QStringLiteral("1") }, path);
        const AudioHash before = identity(path).hash;
        {
            TagLib::MPEG::File mp3(path.c_str());
            mp3.ID3v2Tag(true)->setTitle("v2");
            mp3.ID3v1Tag(true)->setTitle("v1");
            mp3.APETag(true)->addValue("REPLAYGAIN_TRACK_GAIN", "-3.1 dB");
            QVERIFY(mp3.save());
        }
        QCOMPARE(identity(path).hash, before);
        {
            TagLib::MPEG::File mp3(path.c_str());
            mp3.APETag(true)->addValue("LONG", std::string(70000, 'y'));
            QVERIFY(
                mp3.save(TagLib::MPEG::File::AllTags, TagLib::File::StripNone, TagLib::ID3v2::v3));
        }
        QCOMPARE(identity(path).hash, before);
        // Lyrics3 stands before ID3v1.
        {
            TagLib::MPEG::File mp3(path.c_str());
            QVERIFY(mp3.strip());
        }
        const QByteArray lyrics = "LYRICSBEGININD0000200"
                                  "LYR00010la la la la";
        const QByteArray bytes = test::read(path) + lyrics
            + QByteArray::number(lyrics.size()).rightJustified(6, '0') + "LYRICS200" + "TAG"
            + QByteArray(125, ' ');
        test::write(path, bytes);
        QCOMPARE(identity(path).hash, before);
    }

    void tagsBeforeAndAfterAFlacStreamDoNotCount()
    {
        const fs::path path = file(QStringLiteral("around.flac"));
        test::encode(source(), {}, path);
        const AudioHash before = identity(path).hash;
        {
            TagLib::FLAC::File flac(path.c_str());
            flac.ID3v2Tag(true)->setTitle("v2");
            flac.ID3v1Tag(true)->setTitle("v1");
            auto* picture = new TagLib::FLAC::Picture;
            picture->setData(TagLib::ByteVector(300'000, 'p'));
            flac.addPicture(picture);
            QVERIFY(flac.save());
        }
        QVERIFY(test::read(path).startsWith("ID3"));
        QVERIFY(test::read(path).right(128).startsWith("TAG"));
        QCOMPARE(identity(path).hash, before);
    }

    void theArrangementOfAnMp4DoesNotCount()
    {
        const fs::path path = file(QStringLiteral("end.m4a"));
        test::encode(source(), {}, path);
        const fs::path faststart = file(QStringLiteral("begin.m4a"));
        const QStringList copy { QStringLiteral("-c"), QStringLiteral("copy") };
        test::encode(path,
            copy + QStringList { QStringLiteral("-movflags"), QStringLiteral("+faststart") },
            faststart);
        QVERIFY(test::read(path).indexOf("moov") > test::read(path).indexOf("mdat"));
        QVERIFY(test::read(faststart).indexOf("moov") < test::read(faststart).indexOf("mdat"));
        QCOMPARE(identity(faststart).hash, identity(path).hash);
    }

    void thePagesOfAnOggDoNotCount()
    {
        for (const QString& name : { QStringLiteral("pages.ogg"), QStringLiteral("pages.opus") }) {
            const fs::path path = file(name);
            test::encode(source(), {}, path);
            const fs::path paged = file(QStringLiteral("long-") + name);
            test::encode(path,
                { QStringLiteral("-c"), QStringLiteral("copy"), QStringLiteral("-page_duration"),
                    QStringLiteral("100000") },
                paged);
            QVERIFY(2 * test::read(paged).count("OggS") > 3 * test::read(path).count("OggS"));
            QCOMPARE(identity(paged).hash, identity(path).hash);
        }
    }

    void outputGainOfOpusDoesNotCount()
    {
        const fs::path path = file(QStringLiteral("gain.opus"));
        test::encode(source(), {}, path);
        const AudioHash before = identity(path).hash;
        // Another gain needs another checksum of its page.
        QByteArray bytes = test::read(path);
        const qsizetype head = bytes.indexOf("OpusHead");
        bytes[head + 16] = 0x40;
        bytes[head + 17] = 0x01;
        const qsizetype pageEnd = bytes.indexOf("OggS", 4);
        for (int i = 22; i < 26; ++i)
            bytes[i] = 0;
        std::uint32_t sum = 0;
        for (qsizetype i = 0; i < pageEnd; ++i) {
            sum ^= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << 24;
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum << 1) ^ ((sum & 0x80000000U) != 0 ? 0x04c11db7U : 0);
        }
        for (int i = 0; i < 4; ++i)
            bytes[22 + i] = static_cast<char>(sum >> (8 * i) & 0xff);
        test::write(path, bytes);
        QCOMPARE(identity(path).hash, before);
    }

    void otherChunksOfAWavDoNotCount()
    {
        const QByteArray samples = test::int16Samples(test::melody(5, 1.0));
        const QByteArray plain = test::wavFile({ .sampleRateHz = 16000 }, samples);
        const fs::path path = file(QStringLiteral("chunks.wav"));
        test::write(path, plain);
        const AudioHash before = identity(path).hash;
        const QByteArray list = chunk("LIST", "INFO" + chunk("INAM", "name"));
        const QByteArray content
            = plain.mid(8, 4) + list + plain.mid(12) + list + chunk("bext", QByteArray(602, 'b'));
        test::write(path, chunk("RIFF", content));
        QCOMPARE(identity(path).hash, before);
    }

    void otherSoundHasAnotherIdentity()
    {
        std::set<AudioHash> hashes;
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const fs::path path = file(QStringLiteral("other.wav"));
            test::writeMelody(path, seed, 1.0);
            hashes.insert(identity(path).hash);
            test::encode(path, {}, file(QStringLiteral("other.mp3")));
            hashes.insert(identity(file(QStringLiteral("other.mp3"))).hash);
        }
        // The same samples at another rate sound different; one sample makes a difference.
        const QByteArray samples = test::int16Samples(test::melody(0, 1.0));
        QByteArray changed = samples;
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        const fs::path path = file(QStringLiteral("rate.wav"));
        test::write(path, test::wavFile({ .sampleRateHz = 22050 }, samples));
        hashes.insert(identity(path).hash);
        test::write(path, test::wavFile({ .sampleRateHz = 16000 }, changed));
        hashes.insert(identity(path).hash);
        QCOMPARE(hashes.size(), 42U);
    }

    void soundWithoutAPacketHasNoIdentity()
    {
        const fs::path path = file(QStringLiteral("empty.wav"));
        test::write(path, test::wavFile({}, {}));
        QCOMPARE(identifyAudio(path, {}).error().code, ErrorCode::AudioDamaged);
        QCOMPARE(
            identifyAudio(file(QStringLiteral("none")), {}).error().code, ErrorCode::FileMissing);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(identifyAudio(source(), stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void rangesOfAFileAreToldApart()
    {
        const AudioHash hash = identity(source()).hash;
        const std::set<AudioHash> hashes { hash, rangeHash(hash, 0.0, 1.0),
            rangeHash(hash, 0.0, std::nullopt), rangeHash(hash, 1.0, std::nullopt),
            rangeHash(hash, 1.0, 2.0) };
        QCOMPARE(hashes.size(), 5U);
        QCOMPARE(rangeHash(hash, 1.0, 2.0), rangeHash(hash, 1.0 + 1e-9, 2.0));
    }
};

QTEST_GUILESS_MAIN(AudioIdentityTest)
#include "tst_audio_identity.moc"
