#include "core/library/feature_cache.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>
#include <random>
#include <set>
#include <thread>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMiB = 1 << 20;
constexpr std::int64_t kSlackBytes = FeatureCache::kFileOverheadBytes;

FeatureKey keyOf(unsigned number, const std::string& encoder = "starter")
{
    FeatureKey key { .encoder = encoder };
    for (std::size_t i = 0; i < 4; ++i)
        key.audio[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return key;
}

/// No two keys have the same.
std::vector<std::byte> bytesOf(unsigned number, std::size_t size)
{
    std::mt19937 random(number);
    std::vector<std::byte> bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random());
    return bytes;
}

pid_t startChild(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child != 0) return child;
    int status = 99;
    try {
        status = work();
    } catch (...) {
    }
    ::_exit(status);
}

int waitFor(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Puts until the disk is full, then finds what was put before and goes on once there is space.
/// @param makeSpace  called when the disk is full
/// @return 0: all as it should be
int fillDisk(const fs::path& file, const std::function<void()>& makeSpace)
{
    FeatureCache cache = valueOf(FeatureCache::open(file, 100 * kMiB));
    unsigned kept = 0;
    Result<void> outcome;
    while (kept < 200 && (outcome = cache.put(keyOf(kept), bytesOf(kept, 100'000), 1.0)))
        ++kept;
    if (outcome || kept < 5) return 1;
    if (outcome.error().code != ErrorCode::DiskFull) return 2;
    for (unsigned i = 0; i < kept; ++i)
        if (cache.find(keyOf(i)) != bytesOf(i, 100'000)) return 3;
    if (valueOf(cache.find(keyOf(kept)))) return 4;
    makeSpace();
    if (!cache.put(keyOf(kept), bytesOf(kept, 100'000), 1.0)) return 5;
    return cache.find(keyOf(kept)) == bytesOf(kept, 100'000) ? 0 : 6;
}

} // namespace

class FeatureCacheTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path file() const { return m_folder->filePath("cache/features.sqlite").toStdString(); }
    FeatureCache open(std::int64_t budget = 100 * kMiB) const
    {
        return valueOf(FeatureCache::open(file(), budget));
    }
    static bool has(FeatureCache& cache, unsigned number)
    {
        return valueOf(cache.find(keyOf(number))).has_value();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsPutIsFoundByAnybody()
    {
        FeatureCache cache = open();
        QVERIFY(!valueOf(cache.find(keyOf(1))));
        valueOf(cache.put(keyOf(1), bytesOf(1, 300'000), 2.0));
        valueOf(cache.put(keyOf(2), {}, 2.0));
        QCOMPARE(valueOf(cache.find(keyOf(1))), bytesOf(1, 300'000));
        QCOMPARE(valueOf(cache.find(keyOf(2))), std::vector<std::byte> {});
        valueOf(cache.put(keyOf(1), bytesOf(9, 1000), 2.0));
        FeatureCache other = open();
        QCOMPARE(valueOf(other.find(keyOf(1))), bytesOf(9, 1000));
        const auto statistics = valueOf(cache.statistics());
        QCOMPARE(statistics.entries, 2);
        QCOMPARE(statistics.bytes, 1000);
        QCOMPARE(statistics.hits, 2);
        QCOMPARE(statistics.misses, 1);
        QCOMPARE(statistics.fileBytes, std::int64_t(fs::file_size(file())));
        valueOf(cache.clear());
        QVERIFY(!valueOf(other.find(keyOf(1))));
        QVERIFY(std::int64_t(fs::file_size(file())) <= kSlackBytes);
    }

    void everyPartOfTheKeyCounts()
    {
        FeatureCache cache = open();
        std::vector<FeatureKey> keys(5, keyOf(1));
        keys[1].startSeconds = 12.5;
        keys[2].startSeconds = 12.5;
        keys[2].endSeconds = 40.0;
        keys[3].encoder = "mert";
        keys[4].audio[15] = 1;
        for (unsigned i = 0; i < keys.size(); ++i)
            valueOf(cache.put(keys[i], bytesOf(i, 100), 1.0));
        for (unsigned i = 0; i < keys.size(); ++i)
            QCOMPARE(valueOf(cache.find(keys[i])), bytesOf(i, 100));
    }

    void theFileStaysWithinItsBudget()
    {
        FeatureCache cache = open(5 * kMiB);
        std::mt19937 random(1);
        for (unsigned i = 0; i < 150; ++i) {
            const std::size_t size = random() % (i % 10 == 0 ? 2'000'000 : 200'000);
            valueOf(cache.put(keyOf(i), bytesOf(i, size), 1.0 + static_cast<double>(random() % 9)));
            QVERIFY(std::int64_t(fs::file_size(file())) <= 5 * kMiB);
            QVERIFY2(has(cache, i), "what was just heard stays");
        }
        QVERIFY(std::int64_t(fs::file_size(file())) > 2 * kMiB);
        QVERIFY(valueOf(cache.statistics()).entries > 10);
        // Larger than the budget, and what it replaces is not lost for it.
        valueOf(cache.put(keyOf(149), bytesOf(1, 6'000'000), 1.0));
        QVERIFY(has(cache, 149));
        valueOf(cache.setBudget(kMiB));
        QVERIFY(std::int64_t(fs::file_size(file())) <= kMiB);
        valueOf(cache.setBudget(0));
        valueOf(cache.put(keyOf(1), bytesOf(1, 10), 1.0));
        QCOMPARE(valueOf(cache.statistics()).entries, 0);
        QVERIFY(std::int64_t(fs::file_size(file())) <= kSlackBytes);
    }

    void theCheapestPerByteGoesFirstThenTheLeastRecentlyUsed()
    {
        FeatureCache cache = open(10 * kMiB);
        // Seconds per MiB: 64 for 0 and 1; 2 for 2, 3 and 4, one of which is small.
        valueOf(cache.put(keyOf(0), bytesOf(0, 2 * kMiB), 140.0));
        valueOf(cache.put(keyOf(2), bytesOf(2, 2 * kMiB), 5.0));
        valueOf(cache.put(keyOf(3), bytesOf(3, kMiB), 2.5));
        valueOf(cache.put(keyOf(4), bytesOf(4, 2 * kMiB), 5.0));
        valueOf(cache.put(keyOf(1), bytesOf(1, 2 * kMiB), 150.0));
        QVERIFY(has(cache, 2)); // used after 3 and 4
        const auto kept = [this] {
            SQLite::Database raw(file().string());
            SQLite::Statement query(raw, "SELECT substr(audio_hash, 1, 1) FROM features");
            std::set<int> found;
            while (query.executeStep())
                found.insert(static_cast<const unsigned char*>(query.getColumn(0).getBlob())[0]);
            return found;
        };
        valueOf(cache.setBudget(9 * kMiB));
        QCOMPARE(kept(), (std::set { 0, 1, 2, 4 }));
        valueOf(cache.setBudget(7 * kMiB));
        QCOMPARE(kept(), (std::set { 0, 1, 2 }));
        valueOf(cache.setBudget(5 * kMiB));
        QCOMPARE(kept(), (std::set { 0, 1 }));
        valueOf(cache.setBudget(3 * kMiB));
        QCOMPARE(kept(), (std::set { 1 }));
    }

    void aFlippedBitIsAMiss()
    {
        valueOf(open().put(keyOf(1), bytesOf(1, 100'000), 1.0));
        QByteArray bytes;
        {
            QFile raw(QString::fromStdString(file().string()));
            QVERIFY(raw.open(QIODevice::ReadWrite));
            bytes = raw.readAll();
            const auto middle = bytesOf(1, 100'000);
            const qsizetype at
                = bytes.indexOf(QByteArray(reinterpret_cast<const char*>(&middle[50'000]), 16));
            QVERIFY(at > 0);
            raw.seek(at);
            raw.putChar(static_cast<char>(bytes[at] ^ 4));
        }
        FeatureCache cache = open();
        QVERIFY(!has(cache, 1));
        QCOMPARE(valueOf(cache.statistics()).entries, 0);
        valueOf(cache.put(keyOf(1), bytesOf(1, 100'000), 1.0));
        QCOMPARE(valueOf(cache.find(keyOf(1))), bytesOf(1, 100'000));
    }

    void aDamagedFileIsMadeAnew_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to"); // is overwritten; -1: the file ends at `from`
        QTest::newRow("other bytes") << 0 << 1'000'000;
        QTest::newRow("beginning") << 0 << 100;
        QTest::newRow("tables") << 4096 << 40960;
        QTest::newRow("cut off") << 9000 << -1;
        QTest::newRow("cut off in the header") << 50 << -1;
    }

    void aDamagedFileIsMadeAnew()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        FeatureCache before = open();
        for (unsigned i = 0; i < 20; ++i)
            valueOf(before.put(keyOf(i), bytesOf(i, 3000), 1.0));
        if (to < 0) {
            fs::resize_file(file(), static_cast<std::uintmax_t>(from));
        } else {
            QFile raw(QString::fromStdString(file().string()));
            QVERIFY(raw.open(QIODevice::ReadWrite));
            raw.seek(from);
            raw.write(QByteArray(std::min(to, int(raw.size())) - from, 'x'));
        }
        {
            FeatureCache cache = open();
            for (unsigned i = 0; i < 20; ++i) {
                const auto found = valueOf(cache.find(keyOf(i)));
                QVERIFY(!found || *found == bytesOf(i, 3000));
                valueOf(cache.put(keyOf(i), bytesOf(i, 3000), 1.0));
            }
            for (unsigned i = 0; i < 20; ++i)
                QCOMPARE(valueOf(cache.find(keyOf(i))), bytesOf(i, 3000));
            QCOMPARE(cache.notices().size(), std::size_t(1));
            QVERIFY(cache.notices()[0].find("anew") != std::string::npos);
        }
        // Who had it open goes on with the new file.
        QCOMPARE(valueOf(before.find(keyOf(3))), bytesOf(3, 3000));
        QVERIFY(!fs::exists(file().string() + "-journal")
            || fs::file_size(file().string() + "-journal") == 0);
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        fs::create_directories(file().parent_path());
        {
            SQLite::Database other(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("PRAGMA application_id = 7; CREATE TABLE precious (x)");
        }
        const auto opened = FeatureCache::open(file(), kMiB);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::DatabaseForeign);
        QVERIFY(SQLite::Database(file().string()).tableExists("precious"));
    }

    void aClearedCacheFolderIsNoticed()
    {
        FeatureCache cache = open();
        valueOf(cache.put(keyOf(1), bytesOf(1, 1000), 1.0));
        fs::remove_all(file().parent_path());
        QVERIFY(!has(cache, 1));
        valueOf(cache.put(keyOf(1), bytesOf(1, 1000), 1.0));
        FeatureCache other = open();
        QVERIFY(has(other, 1));
    }

    void aLockIsAnErrorAndPasses()
    {
        FeatureCache cache = open();
        SQLite::Database other(file().string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        const auto outcome = cache.put(keyOf(1), bytesOf(1, 1000), 1.0);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::DatabaseLocked);
        other.exec("ROLLBACK");
        valueOf(cache.put(keyOf(1), bytesOf(1, 1000), 1.0));
        QVERIFY(has(cache, 1));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        std::ofstream(file().parent_path()) << "a file where the folder should be";
        const auto opened = FeatureCache::open(file(), kMiB);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::FileUnreadable);
    }

    void aFileThatCannotBeWrittenIsAnError()
    {
        valueOf(open().put(keyOf(1), bytesOf(1, 1000), 1.0));
        fs::permissions(
            file(), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
        for (auto folder = file().parent_path(); folder != folder.root_path() && folder != "/tmp";
             folder = folder.parent_path())
            fs::permissions(
                folder, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
        // Root may write everything; another user may not.
        QCOMPARE(waitFor(startChild([this] {
            if (::geteuid() == 0 && ::setuid(65534) != 0) return 1;
            const auto opened = FeatureCache::open(file(), kMiB);
            if (opened) return 2;
            return opened.error().code == ErrorCode::DatabaseReadOnly
                    || opened.error().code == ErrorCode::FileUnreadable
                ? 0
                : 3;
        })),
            0);
    }

    void aFullDiskIsAnErrorAndPasses()
    {
        open();
        // A limit of the size of files acts like a full disk, and needs no rights.
        QCOMPARE(waitFor(startChild([this] {
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit limit {};
            ::getrlimit(RLIMIT_FSIZE, &limit);
            const rlimit all = limit;
            limit.rlim_cur = 3 * kMiB;
            ::setrlimit(RLIMIT_FSIZE, &limit);
            return fillDisk(file(), [&all] { ::setrlimit(RLIMIT_FSIZE, &all); });
        })),
            0);
    }

    void aFullFileSystemIsAnErrorAndPasses()
    {
        if (::geteuid() != 0) return; // mounting needs root; the test above runs for everybody
        const std::string mount = m_folder->path().toStdString();
        if (::mount("tmpfs", mount.c_str(), "tmpfs", 0, "size=4m") != 0)
            return; // a container's limits
        std::ofstream(mount + "/ballast") << std::string(kMiB, 'x');
        const int status = waitFor(startChild(
            [&] { return fillDisk(file(), [&mount] { fs::remove(mount + "/ballast"); }); }));
        ::umount(mount.c_str());
        QCOMPARE(status, 0);
    }

    void beingKilledLeavesWholeEntries()
    {
        open(3 * kMiB);
        std::mt19937 random(5);
        std::int64_t seen = 0;
        for (unsigned round = 0; round < 20; ++round) {
            const pid_t child = startChild([this, round] {
                FeatureCache cache = open(3 * kMiB);
                for (unsigned i = 0;; ++i)
                    valueOf(
                        cache.put(keyOf(round * 1000 + i % 100), bytesOf(i % 100, 150'000), 1.0));
                return 0;
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 80));
            ::kill(child, SIGKILL);
            QCOMPARE(waitFor(child), -1);
            FeatureCache cache = open(3 * kMiB);
            for (unsigned i = 0; i < 100; ++i) {
                const auto found = valueOf(cache.find(keyOf(round * 1000 + i)));
                QVERIFY(!found || *found == bytesOf(i, 150'000));
                seen += found ? 1 : 0;
            }
            QCOMPARE(cache.notices().size(), std::size_t(0));
            QVERIFY(std::int64_t(fs::file_size(file())) <= 3 * kMiB);
            SQLite::Database raw(file().string());
            QCOMPARE(raw.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
        }
        QVERIFY(seen > 0);
    }

    void processesShareIt()
    {
        std::vector<pid_t> children;
        for (unsigned child = 0; child < 3; ++child)
            children.push_back(startChild([this, child] {
                FeatureCache cache = open(); // the three make it at once
                for (unsigned i = 0; i < 30; ++i) {
                    const unsigned number = child * 100 + i;
                    valueOf(cache.put(keyOf(number), bytesOf(number, 50'000), 1.0));
                    if (cache.find(keyOf(number)) != bytesOf(number, 50'000)) return 1;
                }
                return 0;
            }));
        for (const pid_t child : children)
            QCOMPARE(waitFor(child), 0);
        FeatureCache cache = open();
        QCOMPARE(valueOf(cache.statistics()).entries, 90);
        for (unsigned number : { 0U, 29U, 100U, 129U, 200U, 229U })
            QCOMPARE(valueOf(cache.find(keyOf(number))), bytesOf(number, 50'000));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::FeatureCacheTest)
#include "tst_feature_cache.moc"
