#include "tests/app/cli_process.h"
#include "tests/core/services/web_server.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace circumplex;

/// `models fetch` up to the import, which is tested where models are imported.
class ModelsFetchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<test::CliProcess>();
        m_server = std::make_unique<test::WebServer>();
        m_server->content = QByteArray(100'000, 'x');
    }

    void licencesAreShownUntilTheyAreAccepted()
    {
        const auto outcome = m_cli->run({ "--json", "models", "fetch" });
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(outcome.lines.size(), 3);
        QCOMPARE(outcome.lines.at(0)[QStringLiteral("licence")].toString(),
            QStringLiteral("CC BY-NC 4.0"));
        QVERIFY(outcome.errors.contains(u"--accept-licences"));
    }

    void anotherFileThanThePublishedOneIsNotImported()
    {
        run({});
        QCOMPARE(m_exitCode, 3);
        QCOMPARE(errorCode(), QStringLiteral("download-wrong"));
        QVERIFY(!std::filesystem::exists(m_cli->place("files/pytorch_model.bin.part")));
        QVERIFY(m_lines.constFirst().contains(QStringLiteral("fetching")));
    }

    void aMissingFileIsSaid()
    {
        m_server->status = 404;
        run({});
        QCOMPARE(m_exitCode, 3);
        QCOMPARE(errorCode(), QStringLiteral("download-refused"));
    }

    void aNameThatIsTakenIsSaidBeforeAnythingIsFetched()
    {
        run({ QStringLiteral("--name"), QStringLiteral("starter") });
        QCOMPARE(m_exitCode, 3);
        QCOMPARE(errorCode(), QStringLiteral("model-exists"));
        QCOMPARE(m_server->requests.size(), 0);
    }

private:
    /// Keeps the event loop going meanwhile, in which the server lives.
    void run(const QStringList& more)
    {
        QProcessEnvironment environment = m_cli->environment();
        environment.insert(QStringLiteral("NO_PROXY"), QStringLiteral("127.0.0.1"));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex-cli"),
            QStringList { QStringLiteral("--json"), QStringLiteral("models"),
                QStringLiteral("fetch"), QStringLiteral("--accept-licences"),
                QStringLiteral("--folder"), QString::fromStdString(m_cli->place("files").string()),
                QStringLiteral("--mert"), m_server->address().toString() }
                + more);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        m_exitCode = process.exitCode();
        m_lines.clear();
        for (const QByteArray& line : process.readAllStandardOutput().trimmed().split('\n'))
            m_lines << QJsonDocument::fromJson(line).object();
    }

    QString errorCode() const
    {
        return m_lines.constLast()[QStringLiteral("error")]
            .toObject()[QStringLiteral("code")]
            .toString();
    }

    std::unique_ptr<test::CliProcess> m_cli;
    std::unique_ptr<test::WebServer> m_server;
    int m_exitCode = -1;
    QList<QJsonObject> m_lines;
};

QTEST_GUILESS_MAIN(ModelsFetchTest)
#include "tst_models_fetch.moc"
