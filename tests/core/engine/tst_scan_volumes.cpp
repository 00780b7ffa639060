#include "core/library/folder_store.h"
#include "tests/core/audio/melodies.h"
#include "tests/core/engine/scanned_library.h"

#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

#include <fstream>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

/// What the kernel would list, in a file that tests write: mounting needs rights.
class Mounts {
public:
    explicit Mounts(fs::path folder)
        : m_file(std::move(folder) / "mountinfo")
    {
        set({});
    }

    /// @param shares  name and mount point of each
    void set(const std::vector<std::pair<std::string, fs::path>>& shares)
    {
        std::ofstream out(m_file);
        out << "20 1 0:20 / / rw - nfs root:/ rw\n";
        for (const auto& [name, point] : shares)
            out << "21 20 0:21 / " << point.native() << " rw - nfs " << name << " rw\n";
    }

    VolumeTable::Sources sources() const { return { .mounts = m_file, .uuids = "/nowhere" }; }

private:
    fs::path m_file;
};

} // namespace

class ScanVolumesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<test::ScannedLibrary> m_library;
    std::unique_ptr<Mounts> m_mounts;
    fs::path m_drive; ///< a mount point

    static constexpr int kFiles = 20;

    void fill(const fs::path& folder) const
    {
        fs::create_directories(folder / "music");
        for (std::uint32_t i = 0; i < kFiles; ++i)
            test::writeMelody(folder / "music" / (std::to_string(i) + ".wav"), i, 0.1);
    }

    int countOf(TrackState state)
    {
        int count = 0;
        for (const auto& [id, track] : m_library->all())
            count += track.state == state ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_library = std::make_unique<test::ScannedLibrary>();
        const fs::path folder = m_library->libraryFile().parent_path();
        m_drive = folder / "drive";
        fs::create_directory(m_drive);
        m_mounts = std::make_unique<Mounts>(folder);
        m_library->options.volumes = m_mounts->sources();
    }

    void anAbsentVolumeLosesNothing()
    {
        m_mounts->set({ { "nas:/music", m_drive } });
        fill(m_drive);
        QCOMPARE(m_library->scan({ m_drive / "music" }).added, kFiles);
        const TrackId id = m_library->idAt(m_drive / "music/0.wav");
        m_library->label(id);

        // Unmounted: the mount point is an empty folder.
        const fs::path away = m_drive.parent_path() / "away";
        fs::rename(m_drive, away);
        fs::create_directory(m_drive);
        m_mounts->set({});
        for (int round = 0; round < 2; ++round) {
            const auto report = m_library->rescan();
            QCOMPARE(report.missing, 0);
            QCOMPARE(report.offline.size(), 1U);
            QCOMPARE(report.offline[0].path, m_drive / "music");
            QCOMPARE(countOf(TrackState::Present), kFiles);
        }
        const auto volumes = FolderStore(m_library->database()).volumes();
        for (const Volume& volume : *volumes)
            if (volume.identity.find("nas") != std::string::npos) QVERIFY(!volume.isOnline);
        // Asking for the empty mount point by name does not help either.
        QCOMPARE(m_library->scan({ m_drive }).offline.size(), 1U);
        QCOMPARE(countOf(TrackState::Present), kFiles);

        // Mounted elsewhere it is the same volume, and nothing is read again.
        const fs::path elsewhere = m_drive.parent_path() / "elsewhere";
        fs::rename(away, elsewhere);
        m_mounts->set({ { "nas:/music", elsewhere } });
        const auto report = m_library->rescan();
        QCOMPARE(report.unchanged, kFiles);
        QCOMPARE(report.offline.size(), 0U);
        QCOMPARE(m_library->idAt(elsewhere / "music/0.wav"), id);
        QVERIFY(m_library->hasItsLabel(id));
    }

    void anotherVolumeOnTheSameMountPointIsAnother()
    {
        m_mounts->set({ { "nas:/music", m_drive } });
        fill(m_drive);
        m_library->scan({ m_drive / "music" });
        fs::rename(m_drive, m_drive.parent_path() / "away");
        fill(m_drive);
        for (std::uint32_t i = 0; i < kFiles; ++i)
            test::writeMelody(m_drive / "music" / (std::to_string(i) + ".wav"), 100 + i, 0.2);
        m_mounts->set({ { "nas:/other", m_drive } });
        const auto report = m_library->rescan();
        QCOMPARE(report.offline.size(), 1U);
        QCOMPARE(report.added, 0);
        QCOMPARE(m_library->scan({ m_drive / "music" }).added, kFiles);
        QCOMPARE(countOf(TrackState::Present), 2 * kFiles);
    }

    void copiesOnAnAbsentVolumeStayTracksOfTheirOwn()
    {
        m_mounts->set({ { "nas:/music", m_drive } });
        fill(m_drive);
        m_library->scan({ m_drive });
        const TrackId id = m_library->idAt(m_drive / "music/3.wav");
        const fs::path away = m_drive.parent_path() / "away";
        fs::rename(m_drive, away);
        m_mounts->set({});
        fs::copy(away / "music", m_library->music());
        // The file may still be on the share: no move.
        const auto report = m_library->scan();
        QCOMPARE(report.added, kFiles);
        QCOMPARE(report.moved, 0);
        QCOMPARE(m_library->all().at(id).state, TrackState::Present);
    }

    void aFolderThatIsGoneOrEmptyKeepsItsTracks()
    {
        fill(m_library->music());
        m_library->scan();
        const fs::path away = m_library->libraryFile().parent_path() / "away";
        fs::rename(m_library->music(), away);
        auto report = m_library->rescan();
        QCOMPARE(report.missing, 0);
        QCOMPARE(report.offline.size(), 1U);
        fs::create_directory(m_library->music());
        report = m_library->rescan();
        QCOMPARE(report.missing, 0);
        QCOMPARE(report.offline.size(), 1U);
        QVERIFY(report.offline[0].reason.find("empty") != std::string::npos);
        QCOMPARE(countOf(TrackState::Present), kFiles);
        fs::remove(m_library->music());
        fs::rename(away, m_library->music());
        QCOMPARE(m_library->rescan().unchanged, kFiles);
    }

    void aVolumeThatGoesDuringAScanLosesNothing()
    {
        m_mounts->set({ { "nas:/music", m_drive } });
        fill(m_drive);
        m_library->scan({ m_drive });
        const fs::path away = m_drive.parent_path() / "away";
        // A file whose tags take long, so that files are being read for a while.
        m_library->options.reading.tags.program
            = fs::path(CIRCUMPLEX_BUILD) / "bin" / "faulty_tagreader";
        m_library->options.reading.tags.timeLimit = std::chrono::milliseconds(300);
        m_library->options.threadCount = 1;
        // Before the walk, after it, and while files are read.
        for (const std::uint32_t when : { 0U, 1U, 2U }) {
            for (const char* name : { "a.wav", "hang.wav", "new.wav" })
                test::writeMelody(m_drive / "music" / name,
                    500 + 10 * when + static_cast<std::uint32_t>(name[0]), 0.1);
            fs::remove(m_drive / "music/5.wav");
            bool isGone = false;
            const auto report = m_library->rescan({}, [&](const ScanProgress& progress) {
                const std::uint32_t stage = progress.read > 1 ? 2 : progress.toRead > 0 ? 1 : 0;
                if (isGone || stage < when) return;
                isGone = true;
                fs::rename(m_drive, away);
                fs::create_directory(m_drive);
                m_mounts->set({});
            });
            QVERIFY(isGone);
            QCOMPARE(report.missing, 0);
            QVERIFY(countOf(TrackState::Present) >= kFiles);
            QCOMPARE(countOf(TrackState::Missing), 0);
            fs::remove_all(m_drive);
            fs::rename(away, m_drive);
            m_mounts->set({ { "nas:/music", m_drive } });
            test::writeMelody(m_drive / "music/5.wav", 5, 0.1);
            m_library->rescan();
        }
        fs::remove(m_drive / "music/5.wav");
        QCOMPARE(m_library->rescan().missing, 1);
    }

    void aRealMountComesAndGoes()
    {
        // Without the rights to mount, a renamed folder stands for it: see above.
        m_library->options.volumes = {};
        const bool canMount
            = ::mount("circumplex-test", m_drive.c_str(), "tmpfs", 0, "size=8m") == 0;
        fill(m_drive);
        m_library->scan({ m_drive });
        m_library->scan({ m_drive.parent_path() }); // the folder that holds the mount point
        QCOMPARE(m_library->all().size(), std::size_t { kFiles });
        if (canMount)
            QCOMPARE(::umount(m_drive.c_str()), 0);
        else
            fs::rename(m_drive / "music", m_drive.parent_path() / ".away");
        const auto report = m_library->rescan();
        QCOMPARE(report.missing, 0);
        QCOMPARE(report.offline.size(), 1U);
        QCOMPARE(countOf(TrackState::Present), kFiles);
        QCOMPARE(m_library->all().size(), std::size_t { kFiles });
    }
};

QTEST_GUILESS_MAIN(ScanVolumesTest)
#include "tst_scan_volumes.moc"
