#include "tests/app/annotated_library.h"

#include <QTest>

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

/// A small disk that can be unplugged and plugged in again with what is on it. Needs a mount
/// namespace of our own: see own_mounts.sh.
class Stick {
public:
    Stick(fs::path point, const char* size)
        : m_point(std::move(point))
    {
        fs::create_directories(m_point);
        const std::string options = std::string("size=") + size;
        if (::mount("tmpfs", m_point.c_str(), "tmpfs", 0, options.c_str()) != 0)
            qFatal("mount: %s", std::strerror(errno));
    }
    ~Stick()
    {
        if (m_held >= 0)
            ::close(m_held);
        else
            ::umount2(m_point.c_str(), MNT_DETACH);
    }

    void unplug()
    {
        m_held = ::open_tree(AT_FDCWD, m_point.c_str(), OPEN_TREE_CLONE);
        if (m_held < 0 || ::umount2(m_point.c_str(), MNT_DETACH) != 0)
            qFatal("unplug: %s", std::strerror(errno));
    }

    void plugIn()
    {
        if (::move_mount(m_held, "", AT_FDCWD, m_point.c_str(), MOVE_MOUNT_F_EMPTY_PATH) != 0)
            qFatal("plug in: %s", std::strerror(errno));
        ::close(std::exchange(m_held, -1));
    }

    const fs::path& point() const { return m_point; }

private:
    fs::path m_point;
    int m_held = -1;
};

/// Fills a disk up to the last byte, until it is destroyed.
class Ballast {
public:
    explicit Ballast(const fs::path& folder)
        : m_file(folder / "ballast")
    {
        std::ofstream out(m_file, std::ios::binary);
        for (std::size_t block = 1 << 20; block > 0; block /= 2) {
            const std::string zeros(block, '\0');
            while (out.write(zeros.data(), static_cast<std::streamsize>(block)).flush()) { }
            out.clear();
        }
    }
    ~Ballast() { fs::remove(m_file); }

private:
    fs::path m_file;
};

QString said(QProcess& process)
{
    return QString::fromUtf8(process.readAllStandardError());
}

} // namespace

class TestAnnotateDisks : public QObject {
    Q_OBJECT

    static constexpr int kTracks = 24;

private Q_SLOTS:
    void aStickThatIsUnpluggedCostsNoTrack()
    {
        test::AnnotatedLibrary library;
        Stick stick(library.music(), "64m");
        library.writeSounds(kTracks);
        QCOMPARE(library.scan().lines.last()["added"_L1].toInt(), kTracks);

        // before
        stick.unplug();
        const auto without = library.annotate();
        QCOMPARE(without.exitCode, 0);
        QCOMPARE(without.lines.last()["annotated"_L1].toInt(), 0);
        QCOMPARE(library.sql(u"SELECT count(*) FROM tracks WHERE state = 0"_s),
            QStringList { QString::number(kTracks) });

        // during
        stick.plugIn();
        QProcess process;
        library.start(process);
        QTRY_VERIFY_WITH_TIMEOUT(library.annotated().size() >= 3, 30'000);
        stick.unplug();
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(library.annotated().size() < kTracks);
        QCOMPARE(library.sql(u"SELECT count(*) FROM track_errors"_s), QStringList { u"0"_s });
        QVERIFY(said(process).contains(u"is not there"));

        // after
        stick.plugIn();
        QCOMPARE(library.annotate().exitCode, 0);
        QCOMPARE(library.annotated().size(), kTracks);
        stick.unplug();
        QCOMPARE(library.scan().exitCode, 3); // nothing to look into
        QCOMPARE(library.annotated().size(), kTracks);
        QCOMPARE(library.sql(u"SELECT count(*) FROM tracks WHERE state = 0"_s),
            QStringList { QString::number(kTracks) });
        stick.plugIn();
    }

    void aFullDiskIsWaitedForAndLosesNothing()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(kTracks);
        Stick disk(library.cli().place("disk"), "8m");
        const QString file = QString::fromStdString((disk.point() / "lib.circumplex").string());
        const auto scan = library.cli().run({ "scan", "--json", "--library", file.toUtf8(),
            QByteArray::fromStdString(library.music().string()) });
        QVERIFY2(scan.exitCode == 0, qPrintable(scan.errors));

        auto ballast = std::make_unique<Ballast>(disk.point());
        QProcess process;
        process.setProcessEnvironment(library.cli().environment());
        process.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex-cli"),
            { u"annotate"_s, u"--json"_s, u"--library"_s, file });
        QString errors;
        QTRY_VERIFY_WITH_TIMEOUT((errors += said(process)).contains(u"is full"), 30'000);
        QVERIFY(process.state() == QProcess::Running);
        ballast.reset();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        const auto lines = test::jsonLines(process.readAllStandardOutput());
        QCOMPARE(lines.last()["annotated"_L1].toInt(), kTracks);
        QCOMPARE(lines.last()["engine_restarts"_L1].toInt(), 0);
    }

    void aFullDiskAtScanAndBackupIsSaidAndPasses()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(4);
        Stick disk(library.cli().place("disk"), "8m");
        const QByteArray file
            = QByteArray::fromStdString((disk.point() / "lib.circumplex").string());
        const QByteArray music = QByteArray::fromStdString(library.music().string());
        QCOMPARE(library.cli().run({ "scan", "--library", file, music }).exitCode, 0);
        library.writeSounds(kTracks);
        const QList<QByteArray> scan { "scan", "--json", "--library", file, music };
        const QList<QByteArray> backup { "backup", "--json", "--library", file };
        {
            const Ballast ballast(disk.point());
            for (const auto& command : { scan, backup }) {
                const auto outcome = library.cli().run(command);
                QCOMPARE(outcome.exitCode, 3);
                QCOMPARE(outcome.lines.last()["error"_L1]["code"_L1].toString(), u"disk-full"_s);
                QVERIFY2(outcome.errors.contains(u"full"), qPrintable(outcome.errors));
            }
        }
        const auto again = library.cli().run(scan);
        QVERIFY2(again.exitCode == 0, qPrintable(again.errors));
        QCOMPARE(library.cli().run(backup).exitCode, 0);
        QCOMPARE(library.cli().run({ "doctor", "--library", file }).exitCode, 0);
        QCOMPARE(library.cli().run({ "list", "--json", "--library", file }).lines.size(), kTracks);
    }

    void aFullDiskOfTheCacheIsSaidAndAnnotatingGoesOn()
    {
        test::AnnotatedLibrary library;
        library.writeSounds(kTracks);
        QCOMPARE(library.scan().exitCode, 0);
        Stick disk(library.cli().place("cache"), "1m");
        const Ballast ballast(disk.point());
        const auto outcome = library.annotate();
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.lines.last()["annotated"_L1].toInt(), kTracks);
        QVERIFY2(outcome.errors.contains(u"cannot be kept"), qPrintable(outcome.errors));
    }
};

QTEST_GUILESS_MAIN(TestAnnotateDisks)
#include "tst_annotate_disks.moc"
