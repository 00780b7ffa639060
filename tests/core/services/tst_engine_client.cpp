#include "core/services/engine_client.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;
using namespace Qt::StringLiterals;

/// The engine is a shell script here, so that it dies when and how the test wants.
class TestEngineClient : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    /// Every engine runs `body`; $LIFE counts them from 1, their input is in heard.$LIFE.
    EngineClient::Setup engine(const QByteArray& body, int patienceMs = 30'000)
    {
        QFile script(m_folder->filePath(u"engine.sh"_s));
        if (!script.open(QIODevice::WriteOnly)) qFatal("no script");
        script.write("cd '" + m_folder->path().toUtf8()
            + "'\n"
              "LIFE=$(( $(cat life 2>/dev/null || echo 0) + 1 )); echo $LIFE >life\n"
              "say() { printf '%s\\n' \"$1\"; }\n"
              "hear() { IFS= read -r line && printf '%s\\n' \"$line\" >>heard.$LIFE; }\n"
              "started() { say '{\"event\":\"started\",\"track\":'$1'}'; }\n"
              "annotated() { say "
              "'{\"event\":\"annotated\",\"track\":'$1',\"path\":\"/"
              "x\",\"valence\":5,\"arousal\":5,"
              "\"device\":\"cpu\",\"coarse\":false,\"cached\":false,\"seconds\":1}'; }\n"
            + body);
        return { u"sh"_s, { script.fileName() }, patienceMs };
    }

    QByteArray heard(int life) const
    {
        QFile file(m_folder->filePath(u"heard.%1"_s.arg(life)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theTrackThatKillsTwiceIsGivenUp()
    {
        // 1: dies with 1 and 2 in work. 2: is told to do them alone, does 1, dies with 2. 3: is
        // told that 2 is given up.
        EngineClient client(engine("hear\n"
                                   "case $LIFE in\n"
                                   "1) started 1; started 2; kill -SEGV $$;;\n"
                                   "2) hear; started 1; annotated 1; started 2; kill -SEGV $$;;\n"
                                   "3) hear; while hear; do :; done;;\n"
                                   "esac\n"));
        QStringList reasons;
        QList<qint64> done;
        connect(&client, &EngineClient::restarted, this,
            [&](const QString& reason) { reasons += reason; });
        connect(&client, &EngineClient::trackAnnotated, this,
            [&](const engine_event::Annotated& track) { done += track.track.value; });
        client.start();
        client.work({ "", false });
        QTRY_VERIFY_WITH_TIMEOUT(heard(3).count('\n') >= 2, 10'000);
        QCOMPARE(client.restartCount(), 2);
        QCOMPARE(done, QList<qint64> { 1 });
        QVERIFY2(reasons.first().contains(u"Segmentation"), qPrintable(reasons.first()));
        QVERIFY(heard(2).contains("\"alone\"") && heard(2).contains("[1,2]"));
        QVERIFY(heard(3).contains("\"give-up\"") && heard(3).contains("\"track\":2"));
        QVERIFY(heard(3).contains("analysis-crashed"));
        QVERIFY(!heard(3).contains("\"alone\""));
        for (int life = 1; life <= 3; ++life)
            QVERIFY2(heard(life).contains("\"work\""), "every engine is told what to do");
    }

    void theLastWordsNameTheTrack()
    {
        EngineClient client(engine(
            "hear\n"
            "case $LIFE in\n"
            "1) started 1; started 2\n"
            "   say '{\"event\":\"dying\",\"tracks\":[2],\"code\":\"stalled\",\"reason\":\"It came "
            "to a halt.\"}'; exit 1;;\n"
            "2) hear; hear; while hear; do :; done;;\n"
            "esac\n"));
        client.start();
        client.work({ "", false });
        QTRY_VERIFY_WITH_TIMEOUT(heard(2).count('\n') >= 3, 10'000);
        QVERIFY(heard(2).contains("\"code\":\"stalled\"") && heard(2).contains("\"track\":2"));
        QVERIFY(heard(2).contains("It came to a halt."));
        QVERIFY2(heard(2).contains("\"alone\"") && heard(2).contains("[1]"), "1 is done alone");
    }

    void anEngineThatSaysNothingIsKilled()
    {
        EngineClient client(engine("case $LIFE in\n"
                                   "1) sleep 60;;\n"
                                   "2) while hear; do :; done;;\n"
                                   "esac\n",
            500));
        QString why;
        connect(
            &client, &EngineClient::restarted, this, [&](const QString& reason) { why = reason; });
        client.start();
        QTRY_VERIFY_WITH_TIMEOUT(!why.isEmpty(), 10'000);
        QVERIFY(why.contains(u"did not answer"));
    }

    void oneThatDiesOverAndOverIsNotStartedAgain()
    {
        EngineClient client(engine("exit 3\n"));
        QString why;
        connect(&client, &EngineClient::lost, this, [&](const QString& reason) { why = reason; });
        client.start();
        QTRY_VERIFY_WITH_TIMEOUT(!why.isEmpty(), 10'000);
        QVERIFY(why.contains(u"exit status 3"));
        QVERIFY(!client.isRunning());
    }

    void oneThatIsNotThereIsSaid()
    {
        EngineClient client({ u"/nowhere/engine"_s, {} });
        QString why;
        connect(&client, &EngineClient::lost, this, [&](const QString& reason) { why = reason; });
        client.start();
        QTRY_VERIFY(!why.isEmpty());
        QVERIFY(why.contains(u"/nowhere/engine"));
    }

    void wishesAreRepeatedToTheNextEngine()
    {
        EngineClient client(engine("hear; hear; hear\n"
                                   "[ $LIFE = 1 ] && kill -KILL $$\n"
                                   "while hear; do :; done\n"));
        client.start();
        client.setPace(0.5);
        client.pause();
        client.work({ "mood:calm", true });
        QTRY_VERIFY_WITH_TIMEOUT(heard(2).count('\n') >= 3, 10'000);
        QVERIFY(heard(2).contains("\"pace\"") && heard(2).contains("0.5"));
        QVERIFY(heard(2).contains("\"pause\""));
        QVERIFY(heard(2).contains("mood:calm"));
    }

    void linesThatAreNotUnderstoodAreSaidAndPassedOver()
    {
        EngineClient client(engine("say 'Illegal instruction'; started 4; annotated 4\n"
                                   "while hear; do :; done\n"));
        QStringList notices;
        int done = 0;
        connect(&client, &EngineClient::notice, this,
            [&](const QString& sentence) { notices += sentence; });
        connect(&client, &EngineClient::trackAnnotated, this, [&] { ++done; });
        client.start();
        QTRY_COMPARE(done, 1);
        QCOMPARE(notices.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEngineClient)
#include "tst_engine_client.moc"
