#include "tests/core/audio/melodies.h"
#include "tests/core/engine/scanned_library.h"

#include <QProcess>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

using namespace circumplex;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

class ScanKilledTest : public QObject {
    Q_OBJECT

private:
    static QByteArray integrityOf(const fs::path& file)
    {
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"),
            { QString::fromStdString(file.native()), QStringLiteral("PRAGMA integrity_check") });
        if (!sqlite.waitForFinished()) return "sqlite3 did not run";
        return sqlite.readAllStandardOutput().trimmed() + sqlite.readAllStandardError();
    }

private Q_SLOTS:
    void twentyKilledScansLeaveAWholeLibraryAndTheNextCompletesIt()
    {
        constexpr int kFiles = 1500;
        constexpr int kKills = 20;
        test::ScannedLibrary library;
        for (std::uint32_t i = 0; i < kFiles; ++i)
            test::writeMelody(library.music() / (std::to_string(i) + ".wav"), i, 0.05);
        library.scan({ library.libraryFile().parent_path() / "nothing" });
        library.close();

        // How long a whole scan takes here says when to kill one, so that it is at work then.
        test::ScannedLibrary whole;
        const auto begin = std::chrono::steady_clock::now();
        whole.scan({ library.music() });
        const std::chrono::duration<double> scanTime = std::chrono::steady_clock::now() - begin;
        std::uniform_real_distribution<double> share(0.0, 1.5 / kKills);

        std::mt19937 random(1);
        int killedInWork = 0;
        std::size_t before = 0;
        for (int i = 0; i < kKills; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                library.reopen();
                library.scan();
                ::_exit(0);
            }
            std::this_thread::sleep_for(20ms + scanTime * share(random));
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            killedInWork += WIFSIGNALED(status) ? 1 : 0;

            QCOMPARE(integrityOf(library.libraryFile()), QByteArray("ok"));
            library.reopen();
            // What one scan found, the next does not lose.
            const std::size_t now = library.all().size();
            QVERIFY2(now >= before, qPrintable(QStringLiteral("%1 after %2").arg(now).arg(before)));
            before = now;
            library.close();
        }
        QVERIFY2(killedInWork >= kKills / 2, qPrintable(QString::number(killedInWork)));

        library.reopen();
        const auto rest = library.scan();
        QVERIFY(rest.failures.empty());
        QCOMPARE(rest.added + rest.unchanged + rest.updated, kFiles);
        QCOMPARE(library.all().size(), std::size_t { kFiles });
        QCOMPARE(library.rescan().unchanged, kFiles);
        QCOMPARE(integrityOf(library.libraryFile()), QByteArray("ok"));
    }
};

QTEST_GUILESS_MAIN(ScanKilledTest)
#include "tst_scan_killed.moc"
