#include "core/services/engine_client.h"

#include <QFile>
#include <QSignalSpy>
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
              "failed() { say '{\"event\":\"failed\",\"track\":'$1',\"path\":\"/x\","
              "\"code\":\"file-empty\",\"reason\":\"Empty.\"}'; }\n"
              "status() { say "
              "'{\"event\":\"status\",\"activity\":\"'$1'\",\"waiting_for\":\"\","
              "\"model\":\"m\",\"device\":\"cpu\",\"dtype\":\"float32\",\"done\":0,"
              "\"failed\":0,\"remaining\":0,\"eta_seconds\":null,\"sound_per_second\":0,"
              "\"commands\":'$2'}'; }\n"
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

    void whatWasAskedForAgainIsRepeatedUntilItIsAnswered()
    {
        EngineClient client(engine("hear; hear\n"
                                   "[ $LIFE = 1 ] && { annotated 1; failed 2; kill -KILL $$; }\n"
                                   "while hear; do :; done\n"));
        client.start();
        client.again({ { 1 }, { 2 }, { 3 } });
        client.scan({ "/music" });
        QTRY_VERIFY_WITH_TIMEOUT(heard(2).count('\n') >= 2, 10'000);
        QVERIFY(heard(1).contains("[1,2,3]"));
        QVERIFY2(heard(2).contains("\"again\",\"tracks\":[3]"), heard(2).constData());
        QVERIFY2(heard(2).contains("\"scan\""), "it was not done");
    }

    void anEngineIsStartedAnewWithOtherArguments()
    {
        // The script's own argument is in heard.$LIFE, too.
        const auto setup = engine("echo arguments $1 >>heard.$LIFE; while hear; do :; done\n");
        EngineClient client(setup);
        QSignalSpy deaths(&client, &EngineClient::restarted);
        client.start();
        client.work({ "mood:calm", false });
        QTRY_VERIFY_WITH_TIMEOUT(heard(1).contains("mood:calm"), 10'000);
        client.restart({ setup.arguments.first(), u"other"_s });
        client.prioritise({ { 4 } }, 1);
        QTRY_VERIFY_WITH_TIMEOUT(heard(2).contains("mood:calm"), 10'000);
        QVERIFY(heard(1).contains("\"quit\""));
        QVERIFY(heard(2).contains("arguments other"));
        QVERIFY(heard(2).contains("prioritise"));
        QVERIFY2(deaths.isEmpty(), "it did not die");
        QCOMPARE(client.restartCount(), 0);
    }

    void whatIsDoneIsCountedOverRestarts()
    {
        // The second engine says that it did one, and has nothing left.
        EngineClient client(engine("hear\n"
                                   "case $LIFE in\n"
                                   "1) started 1; annotated 1; started 2; failed 2; started 3\n"
                                   "   status working 1; kill -KILL $$;;\n"
                                   "2) hear; annotated 3; status idle 2; hear; annotated 4\n"
                                   "   status idle 3; while hear; do :; done;;\n"
                                   "esac\n"));
        QList<EngineStatus> heardOf;
        QSignalSpy rests(&client, &EngineClient::rested);
        connect(&client, &EngineClient::statusChanged, this,
            [&](const EngineStatus& status) { heardOf += status; });
        client.start();
        client.work({ "", false });
        QTRY_COMPARE_WITH_TIMEOUT(rests.size(), 1, 10'000);
        QCOMPARE(heardOf.first().done, 1);
        QCOMPARE(heardOf.last().done, 2);
        QCOMPARE(heardOf.last().failed, 1);
        client.work({ "", false });
        QTRY_COMPARE_WITH_TIMEOUT(rests.size(), 2, 10'000);
        QCOMPARE(heardOf.last().done, 1);
        QCOMPARE(heardOf.last().failed, 0);
    }

    void oneThatDoesNotKnowYetDoesNotRest()
    {
        EngineClient client(engine("hear; hear; status idle 1; status idle 2\n"
                                   "while hear; do :; done\n"));
        QSignalSpy states(&client, &EngineClient::statusChanged);
        QSignalSpy rests(&client, &EngineClient::rested);
        client.start();
        client.work({ "", false });
        client.again({ { 1 } });
        QTRY_COMPARE_WITH_TIMEOUT(states.size(), 2, 10'000);
        QCOMPARE(rests.size(), 1);
    }

    void linesThatAreNotUnderstoodAreSaidAndPassedOver()
    {
        EngineClient client(engine("say 'Illegal instruction'; started 4; annotated 4\n"
                                   "while hear; do :; done\n"));
        QStringList notices;
        int done = 0;
        connect(&client, &EngineClient::noticed, this, [&](const engine_event::Notice& notice) {
            notices += QString::fromStdString(notice.sentence);
        });
        connect(&client, &EngineClient::trackAnnotated, this, [&] { ++done; });
        client.start();
        QTRY_COMPARE(done, 1);
        QCOMPARE(notices.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEngineClient)
#include "tst_engine_client.moc"
