#include "core/library/library_maker.h"
#include "core/services/cli_process.h"

#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;

/// The desktop program, and the program that it starts beside itself.
class DesktopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library = m_folder.filePath(QStringLiteral("library"));
        const auto made
            = makeLibrary(m_library.toStdString(), { .tracks = 500 }, {}, [](std::int64_t) {});
        QVERIFY(made);
        QDir().mkpath(m_folder.filePath(QStringLiteral("config/circumplex")));
        QSettings settings(settingsFile(), QSettings::IniFormat);
        settings.setValue(QStringLiteral("analysis/automatic"), false);
    }

    void aSecondStartHandsOverToTheFirst()
    {
        QProcess one;
        QProcess two;
        for (QProcess* process : { &one, &two })
            start(*process, { QStringLiteral("--library"), m_library });
        // Started together, either may be the first.
        QTRY_VERIFY_WITH_TIMEOUT(
            one.state() == QProcess::NotRunning || two.state() == QProcess::NotRunning, 20'000);
        QProcess& first = one.state() == QProcess::NotRunning ? two : one;
        QCOMPARE((&first == &one ? two : one).exitCode(), 0);

        QProcess third;
        start(third, { QStringLiteral("--library"), m_library });
        QVERIFY(third.waitForFinished(10'000));
        QCOMPARE(third.exitCode(), 0);
        QCOMPARE(first.state(), QProcess::Running);

        QProcess other;
        start(other, { QStringLiteral("--library"), m_folder.filePath(QStringLiteral("another")) });
        QVERIFY(!other.waitForFinished(1500));
        for (QProcess* process : { &first, &other }) {
            process->kill();
            process->waitForFinished();
        }
    }

    void wrongUsageIsSaid()
    {
        QProcess process;
        start(process, { QStringLiteral("--figure"), QStringLiteral("out.png") });
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
    }

    void theCommandLineAnswersInLines()
    {
        CliProcess cli;
        const QSignalSpy finished(&cli, &CliProcess::finished);
        const QSignalSpy lines(&cli, &CliProcess::line);
        cli.start({ QStringLiteral("list"), QStringLiteral("--library"), m_library });
        QVERIFY(cli.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(finished.at(0).at(0).toString(), QString());
        QVERIFY(lines.count() > 0);
        QVERIFY(lines.at(0).at(0).toByteArray().startsWith('{'));

        cli.start({ QStringLiteral("models"), QStringLiteral("use"), QStringLiteral("no-such") });
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20'000);
        QVERIFY(finished.at(1).at(0).toString().contains(u"no-such"));
    }

private:
    QString settingsFile() const
    {
        return m_folder.filePath(QStringLiteral("config/circumplex/circumplex.ini"));
    }

    void start(QProcess& process, const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(
            QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        environment.insert(
            QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex"), arguments);
    }

    QTemporaryDir m_folder;
    QString m_library;
};

QTEST_GUILESS_MAIN(DesktopTest)
#include "tst_desktop.moc"
