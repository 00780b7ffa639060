#include "core/services/gamepad_reader.h"
#include "tests/core/services/device_pipe.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <linux/joystick.h>

namespace circumplex {

namespace {

struct Pad : test::DevicePipe {
    explicit Pad(const QTemporaryDir& folder)
        : DevicePipe((folder.path() + QStringLiteral("/js0")).toStdString())
    {
    }

    using DevicePipe::send;
    void send(std::uint8_t type, std::uint8_t number, std::int16_t value) const
    {
        const js_event event { .time = 1, .value = value, .type = type, .number = number };
        send(&event, sizeof event);
    }
};

} // namespace

class GamepadReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStickMovesOnTheScreensAxes()
    {
        const QTemporaryDir folder;
        Pad pad(folder);
        GamepadReader reader(pad.path());
        QVERIFY(reader.isOpen());
        QSignalSpy moves(&reader, &GamepadReader::moved);
        pad.send(JS_EVENT_AXIS, 0, 32767);
        QTRY_COMPARE(moves.size(), 1);
        QCOMPARE(moves.last().at(0).toDouble(), 1.0);
        QCOMPARE(moves.last().at(1).toDouble(), 0.0);
        pad.send(JS_EVENT_AXIS, 1, -32767); // away from the player
        QTRY_COMPARE(moves.size(), 2);
        QCOMPARE(moves.last().at(1).toDouble(), 1.0);
        pad.send(JS_EVENT_AXIS, 1, -32768);
        QTRY_COMPARE(moves.size(), 3);
        pad.send(JS_EVENT_AXIS, 0, 1500); // not quite back at rest
        QTRY_COMPARE(moves.size(), 4);
        QCOMPARE(moves.last().at(0).toDouble(), 0.0);
    }

    void whatIsNotTheStickMovesNothing()
    {
        const QTemporaryDir folder;
        Pad pad(folder);
        GamepadReader reader(pad.path());
        QSignalSpy moves(&reader, &GamepadReader::moved);
        QSignalSpy buttons(&reader, &GamepadReader::buttonPressed);
        pad.send(JS_EVENT_AXIS | JS_EVENT_INIT, 0, 32767); // how it stands, not a move
        pad.send(JS_EVENT_BUTTON | JS_EVENT_INIT, 1, 1);
        pad.send(JS_EVENT_AXIS, 5, 32767);
        pad.send(JS_EVENT_BUTTON, 3, 1);
        pad.send(JS_EVENT_BUTTON, 3, 0);
        QTRY_COMPARE(buttons.size(), 1);
        QCOMPARE(buttons.last().at(0).toInt(), 3);
        QCOMPARE(moves.size(), 0);
    }

    void eventsMayComeInPieces()
    {
        const QTemporaryDir folder;
        Pad pad(folder);
        GamepadReader reader(pad.path());
        QSignalSpy moves(&reader, &GamepadReader::moved);
        const js_event event { .time = 1, .value = -32767, .type = JS_EVENT_AXIS, .number = 0 };
        const auto* bytes = reinterpret_cast<const char*>(&event);
        pad.send(bytes, 3);
        QTest::qWait(20);
        QCOMPARE(moves.size(), 0);
        pad.send(bytes + 3, sizeof event - 3);
        QTRY_COMPARE(moves.size(), 1);
        QCOMPARE(moves.last().at(0).toDouble(), -1.0);
    }

    void aPadThatIsGoneIsSaidToBe()
    {
        const QTemporaryDir folder;
        Pad pad(folder);
        GamepadReader reader(pad.path());
        QSignalSpy gone(&reader, &GamepadReader::unplugged);
        pad.unplug();
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(!reader.isOpen());
        QVERIFY(!GamepadReader("/nonexistent/js0").isOpen());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::GamepadReaderTest)
#include "tst_gamepad_reader.moc"
