#include "core/audio/sound_names.h"
#include "core/engine/folder_walker.h"
#include "tests/core/engine/other_user.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& path, const std::string& content = "x")
{
    std::ofstream(path, std::ios::binary) << content;
}

} // namespace

class FolderWalkerTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;

    WalkResult walk(std::stop_token stop = {}) const { return walk({ m_root }, stop); }
    static WalkResult walk(const std::vector<fs::path>& roots, std::stop_token stop = {})
    {
        return walkFolders(VolumeTable::read(), roots, std::move(stop), {});
    }

    /// Relative to the root, of all folders walked.
    std::vector<std::string> sounds(const WalkResult& result) const
    {
        std::vector<std::string> paths;
        for (const WalkedFolder& folder : result.folders)
            for (const WalkedFile& file : folder.sounds)
                paths.push_back(
                    absolutePath(folder.volume, file.path).lexically_relative(m_root).native());
        return paths;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = fs::canonical(m_folder->path().toStdString());
    }

    void cleanup()
    {
        // Qt cannot remove names that are not UTF-8.
        for (const auto& entry : fs::directory_iterator(m_root))
            fs::remove_all(entry.path());
    }

    void soundFilesAreFoundInTheOrderOfTheirBytes()
    {
        fs::create_directories(m_root / "b" / "c");
        for (const char* name : { "b/c/1.MP3", "b/2.flac", "a.opus", "b/c/0.wav", "b.wv",
                 "film.mkv", "text.txt", "b/cover.jpg", "b/x.cue" })
            touch(m_root / name, "some content");
        const auto result = walk();
        QCOMPARE(sounds(result),
            (std::vector<std::string> { "a.opus", "b.wv", "b/2.flac", "b/c/0.wav", "b/c/1.MP3" }));
        QCOMPARE(result.folders.size(), 1U);
        const WalkedFolder& folder = result.folders[0];
        QVERIFY(folder.isThere && folder.hasEntries && folder.unseen.empty());
        QVERIFY(result.failures.empty());
        QCOMPARE(folder.sounds[0].stamp.sizeBytes, 12);
        QCOMPARE(folder.sheets.size(), 1U);
        QCOMPARE(folder.pictures.size(), 1U);

        struct timespec times[2] = { { 1, 0 }, { 1234567890, 123456789 } };
        QCOMPARE(::utimensat(AT_FDCWD, (m_root / "a.opus").c_str(), times, 0), 0);
        QCOMPARE(walk().folders[0].sounds[0].stamp.modifiedNs, 1234567890123456789);
    }

    void namesWithoutAnEndingAreJudgedByTheirContent()
    {
        touch(m_root / "flac", std::string("fLaC\0\0\0\x22", 8));
        touch(m_root / "id3", "ID3\4");
        touch(m_root / "mpeg", "\xff\xfb\x90\x64");
        touch(m_root / "wave", "RIFF1234WAVEfmt ");
        touch(m_root / "opus", "OggS" + std::string(24, '\0') + "OpusHead");
        touch(m_root / "film", "OggS" + std::string(24, '\0') + "\x80theora");
        touch(m_root / "avi", "RIFF1234AVI LIST");
        touch(m_root / "text", "Once upon a time");
        touch(m_root / "empty", "");
        QCOMPARE(::mkfifo((m_root / "pipe").c_str(), 0600), 0);
        QCOMPARE(::mkfifo((m_root / "pipe.mp3").c_str(), 0600), 0);
        QCOMPARE(
            sounds(walk()), (std::vector<std::string> { "flac", "id3", "mpeg", "opus", "wave" }));
        // "1. Adagio" has an ending in the eyes of a program.
        QVERIFY(hasEnding("1. Adagio"));
        QVERIFY(!hasEnding(".hidden"));
    }

    void hiddenAndSystemFoldersArePassedOverUnlessAskedFor()
    {
        for (const char* name : { ".hidden", "$RECYCLE.BIN", "@eaDir", "lost+found", "plain" }) {
            fs::create_directory(m_root / name);
            touch(m_root / name / "a.mp3");
        }
        touch(m_root / ".b.mp3");
        touch(m_root / "._c.mp3");
        QCOMPARE(sounds(walk()), std::vector<std::string> { "plain/a.mp3" });
        QCOMPARE(
            sounds(walk({ m_root / ".hidden" })), std::vector<std::string> { ".hidden/a.mp3" });
    }

    void loopsOfLinksEnd()
    {
        fs::create_directories(m_root / "a" / "b");
        touch(m_root / "a" / "1.mp3");
        touch(m_root / "a" / "b" / "2.mp3");
        fs::create_directory_symlink(m_root, m_root / "a" / "b" / "up");
        fs::create_directory_symlink("..", m_root / "a" / "b" / "parent");
        fs::create_directory_symlink(m_root / "a" / "b" / "self", m_root / "a" / "b" / "self");
        fs::create_directory_symlink("other", m_root / "one");
        fs::create_directory_symlink("one", m_root / "other");
        fs::create_directory_symlink("/", m_root / "everything");
        fs::create_symlink("nowhere.mp3", m_root / "dangling.mp3");
        const auto result = walk();
        QCOMPARE(sounds(result), (std::vector<std::string> { "a/1.mp3", "a/b/2.mp3" }));
        QVERIFY(result.failures.empty());
        QVERIFY(result.folders[0].unseen.empty());
    }

    void linksAreListedWhereTheyLead()
    {
        const QTemporaryDir elsewhere;
        const fs::path other = fs::canonical(elsewhere.path().toStdString());
        fs::create_directory(other / "deep");
        touch(other / "deep" / "1.mp3");
        touch(other / "2.mp3");
        touch(m_root / "3.mp3");
        fs::create_directory_symlink(other / "deep", m_root / "deep");
        fs::create_symlink(other / "2.mp3", m_root / "link.mp3");
        fs::create_symlink("3.mp3", m_root / "again.mp3");
        const auto found = sounds(walk());
        const auto relative = other.lexically_relative(m_root);
        QCOMPARE(found,
            (std::vector<std::string> {
                "3.mp3", (relative / "deep/1.mp3").native(), (relative / "2.mp3").native() }));
    }

    void aFolderAskedForTwiceIsListedOnce()
    {
        fs::create_directory(m_root / "a");
        touch(m_root / "a" / "1.mp3");
        for (const auto& roots : { std::vector { m_root, m_root / "a" },
                 std::vector { m_root / "a", m_root }, std::vector { m_root, m_root } }) {
            const auto result = walk(roots);
            QCOMPARE(sounds(result), std::vector<std::string> { "a/1.mp3" });
            // What one of them lists, the other says nothing about.
            for (const WalkedFolder& folder : result.folders)
                QCOMPARE(folder.isUnseen(VolumeTable::read().find(m_root / "a" / "1.mp3")->path),
                    folder.sounds.empty());
        }
    }

    void namesOfEveryKindAreBytes()
    {
        const std::vector<std::string> names { "caf\xe9.mp3", "new\nline.mp3", "\xff\xfe.mp3",
            "e\xcc\x81.mp3", "\xc3\xa9.mp3", "😀.mp3", " blank .mp3", "CON.mp3", "quote\"'.mp3",
            "\x01.mp3", std::string(251, 'n') + ".mp3" };
        for (const std::string& name : names)
            touch(m_root / name);
        auto expected = names;
        std::ranges::sort(expected);
        QCOMPARE(sounds(walk()), expected);
    }

    void pathsBeyondTheSystemsLimitAreReported()
    {
        // Deeper than 4096 bytes, made step by step.
        const std::string name(200, 'd');
        const int begin = ::open(m_root.c_str(), O_RDONLY | O_DIRECTORY);
        int folder = ::dup(begin);
        for (int i = 0; i < 22; ++i) {
            QCOMPARE(::mkdirat(folder, name.c_str(), 0700), 0);
            const int next = ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY);
            ::close(folder);
            folder = next;
        }
        ::close(::openat(folder, "deep.mp3", O_CREAT | O_WRONLY, 0600));
        ::close(folder);
        touch(m_root / "flat.mp3");
        const auto result = walk();
        QCOMPARE(sounds(result), std::vector<std::string> { "flat.mp3" });
        QCOMPARE(result.failures.size(), 1U);
        QVERIFY(result.failures[0].path.native().size() > 4000);
        QVERIFY(result.failures[0].error.detail.find("too long") != std::string::npos);
        QCOMPARE(result.folders[0].unseen.size(), 1U);
        // remove_all cannot reach it either.
        std::vector<int> folders { begin };
        for (int i = 0; i < 22; ++i)
            folders.push_back(::openat(folders.back(), name.c_str(), O_RDONLY | O_DIRECTORY));
        ::unlinkat(folders.back(), "deep.mp3", 0);
        for (std::size_t i = folders.size(); i-- > 0;) {
            if (i > 0) ::unlinkat(folders[i - 1], name.c_str(), AT_REMOVEDIR);
            ::close(folders[i]);
        }
    }

    void foldersThatCannotBeReadAreReportedAndNotTakenForEmpty()
    {
        fs::create_directory(m_root / "closed");
        touch(m_root / "closed" / "a.mp3");
        touch(m_root / "open.mp3");
        fs::permissions(
            m_root, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
        fs::permissions(m_root / "closed", fs::perms::none);
        const std::string answer = test::asOtherUser([this] {
            const auto result = walk();
            const WalkedFolder& folder = result.folders.at(0);
            const std::string inside = folder.folder + "/closed/a.mp3";
            return std::to_string(folder.sounds.size()) + " sound, "
                + std::to_string(result.failures.size())
                + " failure: " + errorCodeName(result.failures.at(0).error.code) + ", "
                + (folder.isUnseen(inside) ? "unseen" : "seen");
        });
        fs::permissions(m_root / "closed", fs::perms::owner_all);
        QCOMPARE(answer, "1 sound, 1 failure: file-unreadable, unseen");
    }

    void aFolderThatIsNotThereIsSaidToBe()
    {
        const auto result = walk({ m_root / "none" });
        QCOMPARE(result.folders.size(), 1U);
        QVERIFY(!result.folders[0].isThere);
        QVERIFY(result.folders[0].isUnseen(result.folders[0].folder + "/a.mp3"));
        QCOMPARE(result.failures.size(), 1U);
        QCOMPARE(result.failures[0].error.code, ErrorCode::FileMissing);
    }

    void aStopLeavesTheRestUnseen()
    {
        fs::create_directory(m_root / "a");
        touch(m_root / "a" / "1.mp3");
        std::stop_source stop;
        stop.request_stop();
        const auto result = walk(stop.get_token());
        QVERIFY(result.wasStopped);
        QVERIFY(result.folders[0].isUnseen(result.folders[0].folder + "/a/1.mp3"));
    }
};

QTEST_GUILESS_MAIN(FolderWalkerTest)
#include "tst_folder_walker.moc"
