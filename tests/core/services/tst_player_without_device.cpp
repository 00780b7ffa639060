#include "core/services/player.h"

#include <QTest>

namespace circumplex {

class PlayerWithoutDeviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PULSE_SERVER", "unix:/nonexistent/native"); }

    void itSaysSoAndStaysUsable()
    {
        Player player;
        player.open("/music/song.wav", 0.0, 10.0);
        QCOMPARE(player.state(), Player::State::NoDevice);
        player.play();
        QCOMPARE(player.state(), Player::State::NoDevice);
        player.seek(3.0);
        QCOMPARE(player.position(), 3.0);
        player.setSpeed(0.5);
        player.setLoop(std::pair(1.0, 2.0));
        player.toggle();
        QCOMPARE(player.state(), Player::State::NoDevice);
        QCOMPARE(player.position(), 3.0); // nothing moves that nobody hears
        player.close();
        QCOMPARE(player.state(), Player::State::Empty);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::PlayerWithoutDeviceTest)
#include "tst_player_without_device.moc"
