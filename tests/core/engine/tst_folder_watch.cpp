#include "core/engine/folder_watch.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

#include <fstream>
#include <map>
#include <mutex>
#include <thread>

namespace circumplex {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

void writeText(const fs::path& file, const std::string& text = "x")
{
    std::ofstream(file, std::ios::app) << text;
}

} // namespace

class FolderWatchTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_music;
    FolderWatchOptions m_options;
    std::unique_ptr<FolderWatch> m_watch;

    std::mutex m_mutex; ///< guards what follows
    std::map<fs::path, int> m_told;
    int m_calls = 0;
    std::vector<std::string> m_notices;

    void watch(const std::vector<fs::path>& folders)
    {
        m_watch = std::make_unique<FolderWatch>(
            folders,
            [this](const std::vector<fs::path>& changed) {
                const std::lock_guard lock(m_mutex);
                ++m_calls;
                for (const fs::path& folder : changed)
                    ++m_told[folder];
            },
            [this](const std::string& sentence) {
                const std::lock_guard lock(m_mutex);
                m_notices.push_back(sentence);
            },
            m_options);
        QTRY_VERIFY(m_watch->isWatching());
    }

    int calls()
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }
    std::size_t noticeCount()
    {
        const std::lock_guard lock(m_mutex);
        return m_notices.size();
    }
    bool isTold(const fs::path& folder)
    {
        const std::lock_guard lock(m_mutex);
        return m_told.contains(folder);
    }
    void forget()
    {
        const std::lock_guard lock(m_mutex);
        m_told.clear();
        m_calls = 0;
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_music = fs::canonical(m_temporary->path().toStdString()) / "music";
        fs::create_directories(m_music / "a" / "deep");
        fs::create_directories(m_music / "b");
        writeText(m_music / "a" / "deep" / "old.mp3");
        m_options = {};
        m_options.quiet = milliseconds(200);
        m_options.missingEvery = milliseconds(50);
        forget();
        m_notices.clear();
    }
    void cleanup() { m_watch.reset(); }

    void whatHappensToAFileIsTold_data()
    {
        QTest::addColumn<QByteArrayList>("told"); // relative to the music
        QTest::newRow("new") << QByteArrayList { "b" };
        QTest::newRow("changed") << QByteArrayList { "a/deep" };
        QTest::newRow("gone") << QByteArrayList { "a/deep" };
        QTest::newRow("renamed") << QByteArrayList { "a/deep" };
        QTest::newRow("moved") << QByteArrayList { "a/deep", "b" };
        QTest::newRow("touched") << QByteArrayList { "a/deep" };
        QTest::newRow("folder gone") << QByteArrayList { "a" };
        QTest::newRow("folder moved") << QByteArrayList { "a", "b" };
    }

    void whatHappensToAFileIsTold()
    {
        const std::string what = QTest::currentDataTag();
        QFETCH(QByteArrayList, told);
        watch({ m_music });
        const fs::path old = m_music / "a" / "deep" / "old.mp3";
        if (what == "new") writeText(m_music / "b" / "new.mp3");
        if (what == "changed") writeText(old, "more");
        if (what == "gone") fs::remove(old);
        if (what == "renamed") fs::rename(old, old.parent_path() / "other.mp3");
        if (what == "moved") fs::rename(old, m_music / "b" / "old.mp3");
        if (what == "touched") fs::last_write_time(old, fs::file_time_type::clock::now());
        if (what == "folder gone") fs::remove_all(m_music / "a" / "deep");
        if (what == "folder moved") fs::rename(m_music / "a" / "deep", m_music / "b" / "deep");
        for (const QByteArray& folder : told)
            QTRY_VERIFY2(isTold(m_music / folder.toStdString()), folder.constData());
        if (what == "folder moved") {
            forget();
            writeText(m_music / "b" / "deep" / "more.mp3");
            QTRY_VERIFY(isTold(m_music / "b" / "deep"));
        }
        QCOMPARE(noticeCount(), std::size_t(0));
    }

    void whatIsHiddenIsNotTold()
    {
        watch({ m_music });
        writeText(m_music / ".hidden");
        fs::create_directory(m_music / ".folder");
        writeText(m_music / ".folder" / "a.mp3");
        writeText(m_music / "b" / "seen.mp3");
        QTRY_VERIFY(isTold(m_music / "b"));
        QVERIFY(!isTold(m_music));
    }

    void newFoldersAreWatchedToo()
    {
        watch({ m_music });
        fs::create_directories(m_music / "new" / "deeper" / "deepest");
        QTRY_VERIFY(isTold(m_music));
        forget();
        writeText(m_music / "new" / "deeper" / "deepest" / "a.mp3");
        QTRY_VERIFY(isTold(m_music / "new" / "deeper" / "deepest"));
    }

    void linksToFoldersAreFollowedOnce()
    {
        const fs::path other = m_music.parent_path() / "other";
        fs::create_directories(other);
        fs::create_directory_symlink(other, m_music / "link");
        fs::create_directory_symlink(m_music, other / "ring");
        watch({ m_music });
        writeText(other / "a.mp3");
        QTRY_VERIFY(isTold(m_music / "link"));
    }

    void aBurstIsToldInFewCalls()
    {
        watch({ m_music });
        for (int i = 0; i < 1000; ++i) {
            const fs::path folder = m_music / "burst" / std::to_string(i / 50);
            fs::create_directories(folder);
            writeText(folder / (std::to_string(i) + ".mp3"));
        }
        QTRY_VERIFY(isTold(m_music));
        QTest::qWait(600);
        QVERIFY2(calls() <= 3, qPrintable(QString::number(calls())));
    }

    void aFileIsNotToldWhileItIsWritten()
    {
        m_options.patience = milliseconds(300);
        watch({ m_music });
        std::ofstream slow(m_music / "b" / "slow.mp3");
        writeText(m_music / "a" / "quick.mp3");
        for (int i = 0; i < 24; ++i) {
            slow << "more" << std::flush;
            QVERIFY(!isTold(m_music / "b"));
            QTest::qWait(50);
        }
        QVERIFY2(isTold(m_music / "a"), "other folders do not wait for it for ever");
        slow.close();
        QTRY_VERIFY(isTold(m_music / "b"));
    }

    void aFolderThatGoesAndComesIsWatchedAgain()
    {
        watch({ m_music });
        fs::rename(m_music, m_music.parent_path() / "away");
        QTRY_VERIFY(isTold(m_music));
        QTest::qWait(300);
        forget();
        fs::rename(m_music.parent_path() / "away", m_music);
        QTRY_VERIFY(isTold(m_music));
        forget();
        writeText(m_music / "a" / "again.mp3");
        QTRY_VERIFY(isTold(m_music / "a"));
    }

    void aFolderThatIsNotThereYetIsWatchedOnceItIs()
    {
        const fs::path later = m_music.parent_path() / "later";
        watch({ m_music, later });
        fs::create_directory(later);
        QTRY_VERIFY(isTold(later));
        forget();
        writeText(later / "a.mp3");
        QTRY_VERIFY(isTold(later));
    }

    void volumesComeAndGo()
    {
        const fs::path mounts = m_music.parent_path() / "mountinfo";
        const std::string root = "20 1 0:20 / / rw - nfs root:/ rw\n";
        writeText(mounts, root);
        m_options.volumes = { .mounts = mounts, .uuids = "/nowhere" };
        watch({ m_music / "a", m_music / "b" });
        writeText(mounts, "21 20 0:21 / " + (m_music / "b").native() + " rw - nfs nas:/b rw\n");
        QTRY_VERIFY(isTold(m_music / "b"));
        forget();
        std::ofstream(mounts) << root;
        QTRY_VERIFY(isTold(m_music / "b"));
        QVERIFY(!isTold(m_music / "a"));
    }

    void aRealMountComesAndGoes()
    {
        // Without the rights to mount, the test above stands for it.
        watch({ m_music });
        const fs::path point = m_music / "b";
        if (::mount("circumplex-test", point.c_str(), "tmpfs", 0, "size=1m") != 0) return;
        QTRY_VERIFY(isTold(m_music));
        forget();
        writeText(point / "on the volume.mp3");
        QTRY_VERIFY(isTold(point));
        forget();
        QCOMPARE(::umount(point.c_str()), 0);
        QTRY_VERIFY(isTold(m_music));
    }

    void withoutWatchesEverythingIsToldNowAndThen()
    {
        m_options.mostWatches = 2;
        m_options.rescanEvery = milliseconds(300);
        watch({ m_music });
        QTRY_COMPARE(noticeCount(), std::size_t(1));
        QTRY_VERIFY(isTold(m_music));
        forget();
        QTRY_VERIFY(calls() >= 2);
        QCOMPARE(noticeCount(), std::size_t(1));
    }

    void endingDoesNotWait()
    {
        m_options.quiet = std::chrono::hours(1);
        watch({ m_music });
        writeText(m_music / "a.mp3");
        const auto begin = std::chrono::steady_clock::now();
        m_watch.reset();
        QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
        QCOMPARE(calls(), 0);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::FolderWatchTest)
#include "tst_folder_watch.moc"
