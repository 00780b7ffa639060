#include "core/audio/tag_file.h"
#include "core/audio/tag_json.h"
#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <apetag.h>
#include <asffile.h>
#include <attachedpictureframe.h>
#include <fileref.h>
#include <flacfile.h>
#include <flacpicture.h>
#include <id3v2tag.h>
#include <mp4file.h>
#include <mpegfile.h>
#include <sys/stat.h>
#include <textidentificationframe.h>
#include <tpropertymap.h>
#include <uniquefileidentifierframe.h>
#include <unistd.h>
#include <wavfile.h>
#include <wavpackfile.h>
#include <xiphcomment.h>

#include <functional>
#include <set>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

constexpr const char* kRecording = "8f3471b5-7e6a-48da-86a9-c1c07a0f47ae";
constexpr const char* kRelease = "1b022e01-4da6-387b-8658-8678046e4cef";
constexpr const char* kArtist = "b10bbbfc-cf9e-42e0-be17-e2c3e1d2600d";
constexpr const char* kAcoust = "11b8f2a5-0e3a-4b59-b2a5-2ac0d5c9c9d1";

TagLib::ByteVector picture()
{
    return TagLib::ByteVector("\x89PNG\r\n\x1a\n the rest of a picture", 29);
}

using Writer = std::function<void(const fs::path&)>;

void writeId3(TagLib::ID3v2::Tag& tag)
{
    using namespace TagLib::ID3v2;
    tag.addFrame(new UniqueFileIdentifierFrame("http://musicbrainz.org", kRecording));
    const auto text = [&tag](const char* description, const char* value) {
        auto* frame = new UserTextIdentificationFrame(TagLib::String::UTF8);
        frame->setDescription(description);
        frame->setText(value);
        tag.addFrame(frame);
    };
    text("MusicBrainz Album Id", kRelease);
    text("MusicBrainz Artist Id", kArtist);
    text("Acoustid Id", kAcoust);
    auto* mood = new TextIdentificationFrame("TMOO", TagLib::String::UTF8);
    TagLib::StringList moods;
    moods.append("happy");
    moods.append("calm");
    mood->setText(moods);
    tag.addFrame(mood);
    auto* back = new AttachedPictureFrame;
    back->setType(AttachedPictureFrame::BackCover);
    back->setMimeType("image/jpeg");
    back->setPicture("not this one");
    tag.addFrame(back);
    auto* front = new AttachedPictureFrame;
    front->setType(AttachedPictureFrame::FrontCover);
    front->setMimeType("image/png");
    front->setPicture(picture());
    tag.addFrame(front);
}

TagLib::FLAC::Picture* flacPicture()
{
    auto* front = new TagLib::FLAC::Picture;
    front->setType(TagLib::FLAC::Picture::FrontCover);
    front->setMimeType("image/png");
    front->setData(picture());
    return front;
}

void writeXiph(TagLib::Ogg::XiphComment& tag)
{
    tag.addField("MUSICBRAINZ_TRACKID", kRecording);
    tag.addField("MUSICBRAINZ_ALBUMID", kRelease);
    tag.addField("MUSICBRAINZ_ARTISTID", kArtist);
    tag.addField("ACOUSTID_ID", kAcoust);
    tag.addField("MOOD", "happy", false);
    tag.addField("MOOD", "calm", false);
}

/// What the containers have in common is written by TagLib's common names; what each calls by a
/// name of its own, by that.
void writeCommon(TagLib::File& file)
{
    TagLib::PropertyMap map;
    map.insert("TITLE", TagLib::String("Ünïcode – 歌", TagLib::String::UTF8));
    map.insert("ARTIST", TagLib::String("An Artist"));
    map.insert("ALBUM", TagLib::String("An Album"));
    map.insert("ALBUMARTIST", TagLib::String("Various Artists"));
    map.insert("TRACKNUMBER", TagLib::String("3/12"));
    map.insert("DISCNUMBER", TagLib::String("2/2"));
    map.insert("DATE", TagLib::String("1997-05-21"));
    map.insert("GENRE", TagLib::String("Trip-Hop"));
    map.insert("COMMENT", TagLib::String("said of it"));
    file.setProperties(map);
}

void writeMp3(const fs::path& path)
{
    TagLib::MPEG::File file(path.c_str());
    writeCommon(file);
    writeId3(*file.ID3v2Tag(true));
    QVERIFY(file.save());
}

void writeWav(const fs::path& path)
{
    TagLib::RIFF::WAV::File file(path.c_str());
    writeCommon(file);
    writeId3(*file.ID3v2Tag());
    QVERIFY(file.save());
}

void writeFlac(const fs::path& path)
{
    TagLib::FLAC::File file(path.c_str());
    writeCommon(file);
    writeXiph(*file.xiphComment(true));
    file.addPicture(flacPicture());
    QVERIFY(file.save());
}

void writeOgg(const fs::path& path)
{
    const TagLib::FileRef file(path.c_str(), false);
    writeCommon(*file.file());
    auto* tag = dynamic_cast<TagLib::Ogg::XiphComment*>(file.tag());
    QVERIFY(tag);
    writeXiph(*tag);
    tag->addPicture(flacPicture());
    QVERIFY(file.file()->save());
}

void writeMp4(const fs::path& path)
{
    TagLib::MP4::File file(path.c_str());
    writeCommon(file);
    auto* tag = file.tag();
    const auto text = [tag](const char* name, const char* value) {
        tag->setItem(std::string("----:com.apple.iTunes:") + name,
            TagLib::MP4::Item(TagLib::StringList(value)));
    };
    text("MusicBrainz Track Id", kRecording);
    text("MusicBrainz Album Id", kRelease);
    text("MusicBrainz Artist Id", kArtist);
    text("Acoustid Id", kAcoust);
    TagLib::StringList moods("happy");
    moods.append("calm");
    tag->setItem("----:com.apple.iTunes:MOOD", moods);
    TagLib::MP4::CoverArtList covers;
    covers.append(TagLib::MP4::CoverArt(TagLib::MP4::CoverArt::PNG, picture()));
    tag->setItem("covr", covers);
    QVERIFY(file.save());
}

void writeAsf(const fs::path& path)
{
    TagLib::ASF::File file(path.c_str());
    writeCommon(file);
    auto* tag = file.tag();
    const auto text = [tag](const char* name, const char* value) {
        tag->addAttribute(name, TagLib::String(value));
    };
    text("MusicBrainz/Track Id", kRecording);
    text("MusicBrainz/Album Id", kRelease);
    text("MusicBrainz/Artist Id", kArtist);
    text("Acoustid/Id", kAcoust);
    text("WM/Mood", "happy");
    text("WM/Mood", "calm");
    TagLib::ASF::Picture front;
    front.setType(TagLib::ASF::Picture::FrontCover);
    front.setMimeType("image/png");
    front.setPicture(picture());
    tag->addAttribute("WM/Picture", front);
    QVERIFY(file.save());
}

void writeWavPack(const fs::path& path)
{
    TagLib::WavPack::File file(path.c_str());
    writeCommon(file);
    auto* tag = file.APETag(true);
    tag->addValue("MUSICBRAINZ_TRACKID", kRecording);
    tag->addValue("MUSICBRAINZ_ALBUMID", kRelease);
    tag->addValue("MUSICBRAINZ_ARTISTID", kArtist);
    tag->addValue("ACOUSTID_ID", kAcoust);
    tag->addValue("Mood", "happy");
    tag->addValue("Mood", "calm", false);
    TagLib::ByteVector data("cover.png");
    data.append('\0');
    data.append(picture());
    tag->setData("Cover Art (Front)", data);
    QVERIFY(file.save());
}

} // namespace

class TagFileTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    fs::path file(const QString& name) const { return m_folder.filePath(name).toStdString(); }

private Q_SLOTS:
    void initTestCase()
    {
        test::write(file(QStringLiteral("tone.wav")),
            test::wavFile({}, test::int16Samples(test::risingTone(44100, 44100))));
    }

    void everyContainerSaysEverything_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Writer>("writeTags");
        QTest::newRow("MP3, ID3v2.4") << QStringLiteral("a.mp3") << Writer(writeMp3);
        QTest::newRow("FLAC") << QStringLiteral("a.flac") << Writer(writeFlac);
        QTest::newRow("Ogg Vorbis") << QStringLiteral("a.ogg") << Writer(writeOgg);
        QTest::newRow("Opus") << QStringLiteral("a.opus") << Writer(writeOgg);
        QTest::newRow("MP4") << QStringLiteral("a.m4a") << Writer(writeMp4);
        QTest::newRow("WMA") << QStringLiteral("a.wma") << Writer(writeAsf);
        QTest::newRow("WAV with ID3") << QStringLiteral("a.wav") << Writer(writeWav);
        QTest::newRow("WavPack, APEv2") << QStringLiteral("a.wv") << Writer(writeWavPack);
    }

    void everyContainerSaysEverything()
    {
        QFETCH(QString, name);
        QFETCH(Writer, writeTags);
        test::encode(file(QStringLiteral("tone.wav")), {}, file(name));
        writeTags(file(name));

        const auto tags = readTags(file(name), { .maxCoverBytes = 1000 });
        QVERIFY(tags);
        QCOMPARE(tags->title, "Ünïcode – 歌");
        QCOMPARE(tags->artists, std::vector<std::string> { "An Artist" });
        QCOMPARE(tags->album, "An Album");
        QCOMPARE(tags->albumArtist, "Various Artists");
        QCOMPARE(tags->trackNumber, 3);
        QCOMPARE(tags->trackCount, 12);
        QCOMPARE(tags->discNumber, 2);
        QCOMPARE(tags->year, 1997);
        QCOMPARE(tags->genres, std::vector<std::string> { "Trip-Hop" });
        QCOMPARE(tags->comment, "said of it");
        // TagLib keeps no order of WMA's.
        const auto moods = std::set(tags->moods.begin(), tags->moods.end());
        QCOMPARE(moods, (std::set<std::string> { "happy", "calm" }));
        QCOMPARE(tags->moods.size(), 2U);
        QCOMPARE(tags->recordingId, kRecording);
        QCOMPARE(tags->releaseId, kRelease);
        QCOMPARE(tags->artistIds, std::vector<std::string> { kArtist });
        QCOMPARE(tags->acoustId, kAcoust);
        QVERIFY(tags->cover);
        QCOMPARE(tags->cover->mimeType, "image/png");
        QCOMPARE(tags->cover->sizeBytes, 29);
        QCOMPARE(tags->cover->bytes.size(), 29U);
        QCOMPARE(tags->cover->hash, pictureHash(tags->cover->bytes));
    }

    void largeCoversAreOnlyMentioned()
    {
        test::encode(file(QStringLiteral("tone.wav")), {}, file(QStringLiteral("cover.flac")));
        writeFlac(file(QStringLiteral("cover.flac")));
        const auto tags = readTags(file(QStringLiteral("cover.flac")), { .maxCoverBytes = 28 });
        QVERIFY(tags && tags->cover);
        QCOMPARE(tags->cover->sizeBytes, 29);
        QVERIFY(tags->cover->bytes.empty());
        QCOMPARE(tags->cover->hash.size(), 16U);
    }

    void identifiersThatAreNoneAreLeftOutAndJoinedOnesTakenApart()
    {
        const auto path = file(QStringLiteral("ids.flac"));
        test::encode(file(QStringLiteral("tone.wav")), {}, path);
        {
            TagLib::FLAC::File flac(path.c_str());
            auto* tag = flac.xiphComment(true);
            tag->addField("MUSICBRAINZ_TRACKID", "unknown");
            tag->addField("MUSICBRAINZ_ARTISTID",
                std::string("B10BBBFC-CF9E-42E0-BE17-E2C3E1D2600D/") + kRelease);
            QVERIFY(flac.save());
        }
        const auto tags = readTags(path);
        QVERIFY(tags);
        QCOMPARE(tags->recordingId, "");
        QCOMPARE(tags->artistIds, (std::vector<std::string> { kArtist, kRelease }));
    }

    void filesWithoutTagsAndUnknownContainersSayNothing()
    {
        const auto matroska = file(QStringLiteral("a.mka"));
        test::encode(file(QStringLiteral("tone.wav")), {}, matroska);
        test::write(file(QStringLiteral("text.mp3")), "this is no music at all");
        for (const fs::path& path :
            { matroska, file(QStringLiteral("tone.wav")), file(QStringLiteral("text.mp3")) }) {
            const auto tags = readTags(path);
            QVERIFY2(tags, path.c_str());
            QCOMPARE(tags->title, "");
            QVERIFY(tags->artists.empty());
            QVERIFY(!tags->cover);
        }
    }

    void whatIsNoFileIsRefusedWithoutWaiting()
    {
        const auto pipe = file(QStringLiteral("pipe.mp3"));
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(readTags(pipe).error().code, ErrorCode::NotAFile);
        QCOMPARE(readTags(file(QStringLiteral("none.mp3"))).error().code, ErrorCode::FileMissing);
    }

    void aLineCarriesTagsToAnotherProcess()
    {
        FileTags tags;
        tags.title = "two\nlines and \"quotes\"";
        tags.artists = { "A", "B" };
        tags.year = 1997;
        tags.cover = EmbeddedPicture { .mimeType = "image/png",
            .sizeBytes = 5,
            .hash = { 1, 2, 250 },
            .bytes = { 0, 255, 7, 8, 9 } };
        const std::string line = tagLine(tags);
        QVERIFY(line.find('\n') == std::string::npos);
        const auto parsed = parseTagLine(line);
        QVERIFY(parsed && *parsed);
        QCOMPARE((*parsed)->title, tags.title);
        QCOMPARE((*parsed)->artists, tags.artists);
        QCOMPARE((*parsed)->year, 1997);
        QCOMPARE((*parsed)->cover->bytes, tags.cover->bytes);
        QCOMPARE((*parsed)->cover->hash, tags.cover->hash);

        const auto error
            = parseTagLine(tagLine(tl::unexpected(Error { ErrorCode::FileUnreadable, "because" })));
        QVERIFY(error && !*error);
        QCOMPARE(error->error().code, ErrorCode::FileUnreadable);
        QCOMPARE(error->error().detail, "because");
        for (const char* nonsense : { "", "{}", "[1]", R"({"tags": {"year": "x"}})", "\xff" })
            QVERIFY2(!parseTagLine(nonsense), nonsense);
    }
};

QTEST_GUILESS_MAIN(TagFileTest)
#include "tst_tag_file.moc"
