#include "core/audio/cue_sheet.h"
#include "core/audio/text_encoding.h"
#include "tests/core/audio/sound_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSheet = R"(REM GENRE "Chamber Music"
REM DATE 1955
REM COMMENT "ExactAudioCopy v0.95b4"
PERFORMER "Glenn Gould"
TITLE "The "Goldberg" Variations"
FILE "album.wav" WAVE
  TRACK 01 AUDIO
    TITLE "Aria"
    PERFORMER "G. Gould"
    FLAGS DCP
    ISRC USSM15500001
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE Variation
    REM REPLAYGAIN_TRACK_GAIN -3.10 dB
    INDEX 00 01:50:10
    INDEX 01 01:53:37
    INDEX 02 02:00:00
  track 03 audio
    index 01 03:00:00
)";

} // namespace

class CueSheetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tracksAreRangesOfAFile()
    {
        const auto sheet = parseCueSheet(kSheet);
        QVERIFY(sheet);
        QCOMPARE(sheet->title, "The \"Goldberg\" Variations");
        QCOMPARE(sheet->performer, "Glenn Gould");
        QCOMPARE(sheet->remark("genre"), "Chamber Music");
        QCOMPARE(sheet->remark("DATE"), "1955");
        QCOMPARE(sheet->remark("none"), "");
        QCOMPARE(sheet->tracks.size(), 3U);
        const CueTrack& first = sheet->tracks[0];
        QCOMPARE(first.number, 1);
        QCOMPARE(first.file, "album.wav");
        QCOMPARE(first.title, "Aria");
        QCOMPARE(first.performer, "G. Gould");
        QCOMPARE(first.startSeconds, 0.0);
        QCOMPARE(*first.endSeconds, 113.0 + 37.0 / 75.0);
        QVERIFY(!first.pregapSeconds);
        const CueTrack& second = sheet->tracks[1];
        QCOMPARE(second.title, "Variation");
        QCOMPARE(*second.pregapSeconds, 110.0 + 10.0 / 75.0);
        QCOMPARE(second.startSeconds, *first.endSeconds);
        QCOMPARE(second.remarks.size(), 1U);
        QCOMPARE(second.remarks[0].second, "-3.10 dB");
        QCOMPARE(*second.endSeconds, 180.0);
        QVERIFY(!sheet->tracks[2].endSeconds);
    }

    void aGapMayBelongToTheFileBefore()
    {
        const auto sheet = parseCueSheet("FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
                                         "TRACK 02 AUDIO\nINDEX 00 03:00:00\n"
                                         "FILE \"b c.wav\" WAVE\nINDEX 01 00:00:00\n");
        QVERIFY(sheet);
        QCOMPARE(sheet->tracks[0].file, "a.wav");
        QVERIFY(!sheet->tracks[0].endSeconds);
        QCOMPARE(sheet->tracks[1].file, "b c.wav");
        QCOMPARE(sheet->tracks[1].startSeconds, 0.0);
    }

    void dataTracksAreLeftOutAndEndTheSoundBeforeThem()
    {
        const auto sheet = parseCueSheet("FILE a.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
                                         "TRACK 02 MODE1/2352\nTITLE x\nINDEX 01 04:00:00\n");
        QVERIFY(sheet);
        QCOMPARE(sheet->tracks.size(), 1U);
        QCOMPARE(*sheet->tracks[0].endSeconds, 240.0);
    }

    void brokenSheetsAreRefusedWithTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        const QByteArray begin = "FILE a.wav WAVE\nTRACK 01 AUDIO\n";
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("no track") << QByteArray("TITLE x\nFILE a.wav WAVE\n") << 2;
        QTest::newRow("a letter in a time") << begin + "INDEX 01 00:0x:00\n" << 3;
        QTest::newRow("75 frames") << begin + "INDEX 01 00:00:75\n" << 3;
        QTest::newRow("60 seconds") << begin + "INDEX 01 00:60:00\n" << 3;
        QTest::newRow("two parts") << begin + "INDEX 01 00:60\n" << 3;
        QTest::newRow("negative") << begin + "INDEX 01 -1:00:00\n" << 3;
        QTest::newRow("an enormous time") << begin + "INDEX 01 99999999999999999999:00:00\n" << 3;
        QTest::newRow("no INDEX 01") << begin + "INDEX 00 00:00:00\nTRACK 02 AUDIO\n" << 4;
        QTest::newRow("no INDEX 01 in the last") << begin << 2;
        QTest::newRow("two INDEX 01") << begin + "INDEX 01 00:00:00\nINDEX 01 00:01:00\n" << 4;
        QTest::newRow("not later")
            << begin + "INDEX 01 01:00:00\nTRACK 02 AUDIO\nINDEX 01 01:00:00\n"
            << 5;
        QTest::newRow("numbers fall")
            << QByteArray("FILE a WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\nTRACK 01 AUDIO\n") << 4;
        QTest::newRow("number 100") << QByteArray("FILE a WAVE\nTRACK 100 AUDIO\n") << 2;
        QTest::newRow("INDEX first") << QByteArray("\n\nINDEX 01 00:00:00\n") << 3;
        QTest::newRow("TRACK first") << QByteArray("TRACK 01 AUDIO\n") << 1;
        QTest::newRow("open quote") << QByteArray("REM x\nTITLE \"x\n") << 2;
        QTest::newRow("FILE alone") << QByteArray("FILE\n") << 1;
        QTest::newRow("not text") << QByteArray("REM a\nREM b\0c\n", 12) << 2;
    }

    void brokenSheetsAreRefusedWithTheLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto sheet = parseCueSheet(text.toStdString());
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().code, ErrorCode::CueSheetUnusable);
        const std::string begin = "Line " + std::to_string(line) + " of";
        QVERIFY2(sheet.error().detail.starts_with(begin), sheet.error().detail.c_str());
    }

    void everyEncodingBecomesUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = QStringLiteral("TITLE \"Für Elise – “é”\"\r\nFILE \"ü.wav\" WAVE\r\n"
                                            "TRACK 01 AUDIO\r\nINDEX 01 00:00:00\r\n");
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + text.toUtf8();
        QByteArray windows = text.toUtf8();
        windows.replace("ü", "\xfc")
            .replace("–", "\x96")
            .replace("“", "\x93")
            .replace("”", "\x94")
            .replace("é", "\xe9");
        QTest::newRow("Windows-1252") << windows;
        QByteArray little("\xff\xfe", 2), big("\xfe\xff", 2);
        for (const QChar c : text) {
            little += QByteArray(1, static_cast<char>(c.unicode() & 0xff))
                + QByteArray(1, static_cast<char>(c.unicode() >> 8));
            big += QByteArray(1, static_cast<char>(c.unicode() >> 8))
                + QByteArray(1, static_cast<char>(c.unicode() & 0xff));
        }
        QTest::newRow("UTF-16 LE") << little;
        QTest::newRow("UTF-16 BE") << big;
        QTest::newRow("old Mac lines") << text.toUtf8().replace("\r\n", "\r");
    }

    void everyEncodingBecomesUtf8()
    {
        QFETCH(QByteArray, bytes);
        const auto sheet = parseCueSheet(bytes.toStdString());
        QVERIFY2(sheet, sheet ? "" : sheet.error().detail.c_str());
        QCOMPARE(sheet->title, "Für Elise – “é”");
        QCOMPARE(sheet->tracks[0].file, "ü.wav");
    }

    void textOfAnyKindBecomesUtf8()
    {
        QCOMPARE(textToUtf8("a\x80z"), "a€z");
        QCOMPARE(textToUtf8(std::string_view("\xff\xfe\x3d\xd8\x00\xde", 6)), "😀");
        QCOMPARE(textToUtf8(std::string_view("\xff\xfe\x00\xde", 4)), "\xef\xbf\xbd");
        for (const char* wrong :
            { "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80" })
            QVERIFY(!isUtf8(wrong));
        QVERIFY(isUtf8("Ünï 歌 😀"));
    }

    void theSoundOfASheetIsFound()
    {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        fs::create_directory(root / "disc");
        const fs::path sheet = root / "Album.cue";
        const auto touch = [&](const char* name) { test::write(root / name, "x"); };
        const auto found = [&](const char* name, const char* bytes = "") {
            CueTrack track;
            track.file = name;
            track.fileBytes = bytes;
            const auto path = findSoundOf(track, sheet);
            return path ? path->lexically_relative(root).native() : std::string();
        };
        QCOMPARE(found("album.wav"), "");
        touch("Album.flac");
        QCOMPARE(found("other.wav"), "Album.flac");
        touch("other.FLAC");
        QCOMPARE(found("other.wav"), "other.FLAC");
        touch("OTHER.WAV");
        QCOMPARE(found("other.wav"), "OTHER.WAV");
        touch("other.wav");
        QCOMPARE(found("other.wav"), "other.wav");
        touch("disc/one.wv");
        QCOMPARE(found("disc\\one.wav"), "disc/one.wv");
        QCOMPARE(found("C:\\Music\\other.wav"), "other.wav");
        QCOMPARE(found("/music/other.wav"), "other.wav");
        touch("\xfc.wav");
        QCOMPARE(found("ü.wav", "\xfc.wav"), "\xfc.wav");
        fs::remove(root / "\xfc.wav"); // Qt cannot remove such names
        // Nothing outside the folder.
        test::write(root.parent_path() / "outside-circumplex.wav", "x");
        QCOMPARE(found("../outside-circumplex.wav"), "Album.flac");
        fs::remove(root.parent_path() / "outside-circumplex.wav");
    }

    void filesThatAreNoSheetsAreRefused()
    {
        QTemporaryDir folder;
        const fs::path large = folder.filePath(QStringLiteral("large.cue")).toStdString();
        test::write(large, QByteArray(2 << 20, ' '));
        QCOMPARE(readCueSheet(large).error().code, ErrorCode::CueSheetUnusable);
        QCOMPARE(readCueSheet(large.parent_path()).error().code, ErrorCode::NotAFile);
        const fs::path good = folder.filePath(QStringLiteral("good.cue")).toStdString();
        test::write(good, kSheet);
        QVERIFY(readCueSheet(good));
    }
};

QTEST_GUILESS_MAIN(CueSheetTest)
#include "tst_cue_sheet.moc"
