#include "tests/core/services/device_pipe.h"
#include "tests/core/services/sound_server.h"
#include "tests/ui/label_instrument.h"
#include "ui/label/rating_panel.h"
#include "ui/label/step_row.h"
#include "ui/label/summary_panel.h"
#include "ui/label/tag_picker.h"

#include <linux/joystick.h>

#include <fstream>
#include <memory>
#include <optional>

namespace circumplex {

using Stage = LabelPage::Stage;

namespace {

/// Named pipes where the kernel has a game pad and a MIDI device.
struct Devices {
    Devices()
        : root(folder.path().toStdString())
    {
        for (const char* part : { "dev/input", "dev/snd", "proc/asound/card0" })
            std::filesystem::create_directories(root / part);
        std::ofstream(root / "proc/asound/card0/id") << "Desk\n";
    }

    void plugPad() { pad.emplace(root / "dev/input/js0"); }
    void plugFaders() { faders.emplace(root / "dev/snd/midiC0D0"); }

    void send(std::uint8_t type, std::uint8_t number, std::int16_t value) const
    {
        const js_event event { .time = 1, .value = value, .type = type, .number = number };
        pad->send(&event, sizeof event);
    }
    void press(std::uint8_t button) const
    {
        send(JS_EVENT_BUTTON, button, 1);
        send(JS_EVENT_BUTTON, button, 0);
    }
    void move(std::uint8_t controller, std::uint8_t value) const
    {
        const std::uint8_t bytes[] { 0xB0, controller, value };
        faders->send(bytes, sizeof bytes);
    }

    QTemporaryDir folder;
    std::filesystem::path root;
    std::optional<test::DevicePipe> pad, faders;
};

} // namespace

/// The page as game pads and MIDI faders steer it.
class LabelDevicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<test::SoundServer>(); }

    void aSittingIsDoneWithTheGamePadAlone()
    {
        Music music(2, 30.0);
        Devices devices;
        devices.plugPad();
        Instrument on(music, devices.root);
        on.prepare({ .instrument = RatingPlane::Source::Gamepad, .orientationSeconds = 0.0 });
        QTRY_COMPARE(on.page.setup().plan().instrument, RatingPlane::Source::Gamepad);
        devices.press(0);
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        QVERIFY2(on.words().contains(u"button 1 pauses"), qPrintable(on.words()));
        QTRY_VERIFY(on.presenter.player()->position() > 0.2);
        devices.send(JS_EVENT_AXIS, 0, 32767);
        QTRY_VERIFY(!music.labels(0).traces.empty());
        QCOMPARE(on.plane().place()->valence, 9.0);
        devices.press(1); // passes nothing over while it sounds
        devices.press(0);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Paused);
        QVERIFY2(on.words().contains(u"2 passes it over"), qPrintable(on.words()));
        devices.press(0);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Playing);
        devices.send(JS_EVENT_AXIS, 0, 0);
        devices.press(3);
        QTRY_COMPARE(on.page.stage(), Stage::Rating);
        devices.send(JS_EVENT_AXIS, 1, -32767);
        QTRY_VERIFY(
            on.page.rating().plane().place() && on.page.rating().plane().place()->arousal > 6.5);
        devices.send(JS_EVENT_AXIS, 1, 0);
        QTest::qWait(100);
        const double said = on.page.rating().plane().place()->arousal;
        QTest::qWait(100);
        QCOMPARE(on.page.rating().plane().place()->arousal, said); // it stays where it was let go
        devices.press(2);
        devices.press(2);
        devices.press(3);
        devices.press(4);
        devices.press(5);
        devices.press(0);
        QTRY_COMPARE(music.labels(0).ratings.size(), std::size_t(1));
        const TrackLabels labels = music.labels(0);
        QCOMPARE(labels.ratings.at(0).confidence, std::optional(2));
        QCOMPARE(labels.ratings.at(0).familiarity, std::optional(1));
        QCOMPARE(*labels.ratings.at(0).arousal, said);
        QCOMPARE(labels.tags.size(), std::size_t(1));
        QTRY_VERIFY(on.words().contains(u"Song 2 of 2"));
        devices.press(0);
        QTRY_VERIFY(on.page.listening().isPaused());
        devices.press(6);
        QTRY_COMPARE(on.page.stage(), Stage::Summary);
        devices.press(0);
        QTRY_COMPARE(on.page.stage(), Stage::Setup);
    }

    void fadersAreLearntAndMayComeAndGo()
    {
        Music music(1, 30.0);
        Devices devices;
        Instrument on(music, devices.root);
        on.prepare({ .orientationSeconds = 0.0 });
        devices.plugFaders();
        auto* with = on.named<QComboBox>(QStringLiteral("With"));
        QTRY_COMPARE(with->count(), 3); // found while the page is looked at
        QCOMPARE(with->itemText(2), QStringLiteral("Faders or knobs of Desk (MIDI)"));
        with->setCurrentIndex(2);
        QTRY_VERIFY(on.words().contains(u"Which fader"));
        on.press(QStringLiteral("Valence: choose"));
        QTest::qWait(1200); // until the device is open
        devices.move(7, 64);
        devices.move(3, 10);
        QTest::qWait(50);
        devices.move(3, 11); // only noise
        QTest::qWait(50);
        QVERIFY(!on.page.setup().plan().faders.valence);
        devices.move(7, 80);
        QTRY_COMPARE(on.page.setup().plan().faders.valence, (MidiControl { 1, 7 }));
        on.press(QStringLiteral("Arousal: choose"));
        devices.move(8, 0);
        QTest::qWait(50);
        devices.move(8, 127);
        QTRY_COMPARE(on.page.setup().plan().faders.arousal, (MidiControl { 1, 8 }));
        on.press(QStringLiteral("Start rating"));
        QTRY_COMPARE(on.page.stage(), Stage::Listening);
        QTRY_VERIFY(on.presenter.player()->position() > 0.2);
        devices.move(7, 0);
        QTRY_VERIFY(on.plane().place());
        QCOMPARE(*on.plane().place(), (EmotionPlace { 1.0, 9.0 })); // the other one is still up
        QTRY_COMPARE(music.labels(0).traces.size(), std::size_t(2));

        devices.faders.reset();
        QTRY_VERIFY2(on.words().contains(u"was unplugged"), qPrintable(on.words()));
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Paused);
        devices.plugFaders();
        QTRY_VERIFY(!on.words().contains(u"was unplugged"));
        QTest::keyClick(&on.plane(), Qt::Key_Space);
        QTRY_COMPARE(on.presenter.player()->state(), Player::State::Playing);
        devices.move(7, 127);
        QTRY_COMPARE(on.plane().place()->valence, 9.0);
    }

private:
    std::unique_ptr<test::SoundServer> m_server;
};

} // namespace circumplex

QTEST_MAIN(circumplex::LabelDevicesTest)
#include "tst_label_devices.moc"
