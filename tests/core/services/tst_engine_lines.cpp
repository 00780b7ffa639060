#include "core/services/engine_lines.h"

#include <QTest>

using namespace circumplex;

class TestEngineLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandsComeBackAsTheyWere()
    {
        const std::vector<EngineCommand> commands {
            engine_command::Work { "mood:tense v>6 \"", true, { { 4 }, { 9 } } },
            engine_command::Pause {},
            engine_command::Resume {},
            engine_command::Cancel {},
            engine_command::Prioritise { { { 3 }, { 1'000'000'000'000 } }, 2 },
            engine_command::Pace { 0.25 },
            engine_command::Again { { { 3 }, { 8 } } },
            engine_command::Scan { { "/m\xFFsic/\"x\"\n", "/Müsik" } },
            engine_command::Alone { { { 7 } } },
            engine_command::GiveUp { { 9 }, ErrorCode::Stalled, "came to a halt" },
            engine_command::Quit {},
        };
        for (const EngineCommand& command : commands) {
            const QByteArray line = encode(command);
            QCOMPARE(line.count('\n'), 1);
            const auto back = decodeCommand(line.trimmed());
            QVERIFY2(back, line.constData());
            QCOMPARE(back->index(), command.index());
            QCOMPARE(encode(*back), line);
        }
        const auto scan = decodeCommand(encode(commands[7]).trimmed());
        QCOMPARE(std::get<engine_command::Scan>(*scan).folders,
            std::get<engine_command::Scan>(commands[7]).folders);
    }

    void eventsComeBackAsTheyWere()
    {
        EngineStatus status;
        status.activity = EngineStatus::Activity::Waiting;
        status.waitingFor = QStringLiteral("The disk is full.");
        status.done = 3;
        status.remaining = 4;
        status.etaSeconds = 12.5;
        status.soundPerSecond = 88.0;
        status.commands = 9;
        const std::vector<EngineEvent> events {
            engine_event::Started { { 5 } },
            engine_event::Annotated { .track = { 5 },
                .path = "/a\x80.wav",
                .valence = 6.25,
                .arousal = 3.5,
                .device = "cuda:0",
                .isCoarse = true,
                .isFromCache = true,
                .seconds = 1.5 },
            engine_event::Failed { { 6 }, "/b.wav", "audio-damaged", "No sample." },
            engine_event::Scanned { 1, 2, 3, 4, 5, 6, false },
            engine_event::Notice { "A sentence." },
            engine_event::Notice { "The folder is not there.", "/m\xFFsic", "file-missing" },
            engine_event::Status { status },
            engine_event::Status {},
            engine_event::Dying { { { 1 }, { 2 } }, ErrorCode::MemoryExceeded, "too much" },
            engine_event::Refused { "query-unusable", "Something is missing." },
        };
        for (const EngineEvent& event : events) {
            const QByteArray line = encode(event);
            QCOMPARE(line.count('\n'), 1);
            const auto back = decodeEvent(line.trimmed());
            QVERIFY2(back, line.constData());
            QCOMPARE(back->index(), event.index());
            QCOMPARE(encode(*back), line);
        }
        const auto back = decodeEvent(encode(events[6]).trimmed());
        const EngineStatus& again = std::get<engine_event::Status>(*back).status;
        QVERIFY(again.activity == status.activity);
        QCOMPARE(again.waitingFor, status.waitingFor);
        QCOMPARE(again.etaSeconds, status.etaSeconds);
    }

    void whatIsNoLineIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* line, const char* named) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(named);
        };
        row("", "JSON");
        row("[1]", "JSON");
        row("{", "JSON");
        row("{}", "command");
        row(R"({"command":"dance"})", "command");
        row(R"({"command":"work"})", "query");
        row(R"({"command":"work","query":"","include_failed":1})", "include_failed");
        row(R"({"command":"pace","share":0})", "share");
        row(R"({"command":"pace","share":1.5})", "share");
        row(R"({"command":"prioritise","tracks":[0],"priority":1})", "tracks");
        row(R"({"command":"prioritise","tracks":["1"],"priority":1})", "tracks");
        row(R"({"command":"give-up","track":1,"code":"cancelled","reason":""})", "code");
    }

    void whatIsNoLineIsRefusedByName()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, named);
        const auto command = decodeCommand(line);
        QVERIFY(!command);
        QVERIFY(command.error().code == ErrorCode::Refused);
        QVERIFY2(QByteArray::fromStdString(command.error().detail).contains(named),
            command.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestEngineLines)
#include "tst_engine_lines.moc"
