#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/engine/scanned_library.h"

#include <QTest>

#include <fileref.h>
#include <tpropertymap.h>

#include <set>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

constexpr int kFiles = 1000;

void tagAnew(const fs::path& path, int number)
{
    const TagLib::FileRef file(path.c_str(), false);
    TagLib::PropertyMap map;
    map.insert("TITLE", TagLib::String("Title " + std::to_string(number)));
    map.insert("COMMENT", TagLib::String(std::string(static_cast<std::size_t>(number), '#')));
    file.file()->setProperties(map);
    QVERIFY(file.file()->save());
}

} // namespace

/// A thousand files of the same length and format, of which many change their place at once.
class ScanMovesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThousandMovedRenamedAndTaggedFilesKeepTheirTracksAndLabels()
    {
        test::ScannedLibrary library;
        const fs::path source = library.music() / "source.wav";
        test::writeMelody(source, 1, 1.0);
        test::encode(source,
            { QStringLiteral("-b:a"), QStringLiteral("32k"), QStringLiteral("-write_xing"),
                QStringLiteral("0"), QStringLiteral("-id3v2_version"), QStringLiteral("0") },
            library.music() / "source.mp3");
        test::encode(source, {}, library.music() / "source.flac");
        const QByteArray mp3 = test::read(library.music() / "source.mp3");
        const QByteArray wav = test::read(source);
        const QByteArray flac = test::read(library.music() / "source.flac");
        for (const char* name : { "source.wav", "source.mp3", "source.flac" })
            fs::remove(library.music() / name);

        // Half MP3, half WAV, and FLACs that differ in the last bytes of their sound.
        const auto pathOf = [&](int i) {
            const char* ending = i % 3 == 0 ? ".mp3" : i % 3 == 1 ? ".wav" : ".flac";
            return library.music() / std::to_string(i % 17) / (std::to_string(i) + ending);
        };
        for (int i = 0; i < 17; ++i)
            fs::create_directory(library.music() / std::to_string(i));
        for (int i = 0; i < kFiles; ++i) {
            QByteArray bytes = i % 3 == 0 ? test::shuffledMp3(mp3, static_cast<std::uint32_t>(i))
                : i % 3 == 1              ? wav
                                          : flac;
            if (i % 3 != 0)
                for (int k = 0; k < 2; ++k) // the number, within the last samples
                    bytes[bytes.size() - 8 + k] = static_cast<char>(i >> (8 * k));
            test::write(pathOf(i), bytes);
        }
        const auto first = library.scan();
        QCOMPARE(first.added, kFiles);
        QVERIFY(first.failures.empty());
        std::vector<TrackId> ids;
        std::set<AudioHash> hashes;
        std::map<fs::path, Track> byName;
        for (const auto& [id, track] : library.all()) {
            hashes.insert(*track.audioHash);
            byName.emplace(fs::path(track.place.path).filename(), track);
        }
        QCOMPARE(hashes.size(), static_cast<std::size_t>(kFiles));
        const bool isLabelled = library.database()
                                    .inTransaction([&]() -> Result<void> {
                                        for (int i = 0; i < kFiles; ++i) {
                                            ids.push_back(byName.at(pathOf(i).filename()).id);
                                            library.label(ids.back());
                                        }
                                        return {};
                                    })
                                    .has_value();
        QVERIFY(isLabelled);

        std::map<int, fs::path> now;
        fs::create_directories(library.music() / "new/deep");
        for (int i = 0; i < kFiles; ++i) {
            const fs::path before = pathOf(i);
            fs::path after = before;
            const bool isMoved = i % 4 == 0 || i % 4 == 2;
            const bool isRenamed = i % 4 == 1 || i % 4 == 2;
            if (isMoved) after = library.music() / "new/deep" / before.filename();
            if (isRenamed)
                after.replace_filename("r" + std::to_string(i * 7919 % kFiles) + "-"
                    + std::to_string(i) + before.extension().native());
            if (after != before) fs::rename(before, after);
            if (i % 4 >= 2) tagAnew(after, i); // all of 3: tagged in place
            now.emplace(i, after);
        }
        const auto second = library.rescan();
        QCOMPARE(second.added, 0);
        QCOMPARE(second.missing, 0);
        QCOMPARE(second.moved, kFiles / 4 * 3);
        QCOMPARE(second.updated, kFiles / 4);
        QVERIFY(second.failures.empty());

        const auto tracks = library.all();
        QCOMPARE(tracks.size(), static_cast<std::size_t>(kFiles));
        for (int i = 0; i < kFiles; ++i) {
            const Track& track = tracks.at(ids[static_cast<std::size_t>(i)]);
            QCOMPARE(fs::path(track.place.path).filename(), now.at(i).filename());
            QCOMPARE(track.state, TrackState::Present);
            QVERIFY(library.hasItsLabel(track.id));
            if (i % 4 >= 2) QCOMPARE(track.tags.title, "Title " + std::to_string(i));
        }
        QCOMPARE(library.rescan().unchanged, kFiles);
    }
};

QTEST_GUILESS_MAIN(ScanMovesTest)
#include "tst_scan_moves.moc"
