#include "core/services/media_control.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/services/own_bus.h"
#include "tests/core/services/sound_server.h"

#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace circumplex {

namespace {

constexpr double kSeconds = 30.0;

/// A bus, and another program on it.
class Bus : public test::OwnBus {
public:
    /// What a desktop's panel or remote control does: another program, over the bus.
    QString send(const QStringList& arguments) const
    {
        QProcess client;
        client.start(QStringLiteral("dbus-send"),
            QStringList { QStringLiteral("--bus=%1").arg(address()),
                QStringLiteral("--print-reply"),
                QStringLiteral("--dest=org.mpris.MediaPlayer2.circumplex"),
                QStringLiteral("/org/mpris/MediaPlayer2") }
                + arguments);
        if (!QTest::qWaitFor([&] { return client.state() == QProcess::NotRunning; }, 10'000))
            return QStringLiteral("no answer");
        return QString::fromUtf8(client.readAllStandardOutput() + client.readAllStandardError());
    }

    QString call(const QString& method, const QStringList& arguments = {}) const
    {
        return send(QStringList { QStringLiteral("org.mpris.MediaPlayer2.") + method } + arguments);
    }

    QString get(const QString& property) const
    {
        return send({ QStringLiteral("org.freedesktop.DBus.Properties.Get"),
            QStringLiteral("string:org.mpris.MediaPlayer2.Player"),
            QStringLiteral("string:") + property });
    }

    QString set(const QString& property, const QString& value) const
    {
        return send({ QStringLiteral("org.freedesktop.DBus.Properties.Set"),
            QStringLiteral("string:org.mpris.MediaPlayer2.Player"),
            QStringLiteral("string:") + property, QStringLiteral("variant:") + value });
    }
};

} // namespace

class MediaControlTest : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void seeked(qlonglong position) { m_seeks.push_back(position); }
    void changed(const QString&, const QVariantMap& values, const QStringList&)
    {
        for (auto value = values.begin(); value != values.end(); ++value)
            m_changes.insert(value.key(), value.value());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sound = std::make_unique<test::SoundServer>();
        m_bus = std::make_unique<Bus>();
        m_song = std::filesystem::path(m_folder.path().toStdString()) / "a song.wav";
        test::write(m_song,
            test::wavFile({},
                test::int16Samples(
                    test::risingTone(44100, static_cast<std::size_t>(44100 * kSeconds)))));
    }

    void init()
    {
        m_seeks.clear();
        m_changes.clear();
    }

    void aDesktopSeesAndSteersWhatIsPlayed()
    {
        Player player;
        player.setVolume(0.5);
        MediaControl control(player, connection(QStringLiteral("server")));
        QCOMPARE(control.name(), QStringLiteral("org.mpris.MediaPlayer2.circumplex"));
        QDBusConnection panel = connection(QStringLiteral("panel"));
        const QString path = QStringLiteral("/org/mpris/MediaPlayer2");
        QVERIFY(panel.connect(control.name(), path, QStringLiteral("org.mpris.MediaPlayer2.Player"),
            QStringLiteral("Seeked"), this, SLOT(seeked(qlonglong))));
        QVERIFY(panel.connect(control.name(), path,
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"),
            this, SLOT(changed(QString, QVariantMap, QStringList))));

        QVERIFY(m_bus->get(QStringLiteral("PlaybackStatus")).contains(u"Stopped"));
        QVERIFY(m_bus->get(QStringLiteral("CanPlay")).contains(u"false"));
        QVERIFY(m_bus->get(QStringLiteral("Metadata")).contains(u"NoTrack"));

        player.open(m_song, 0.0, kSeconds);
        control.setTrack(song());
        QTRY_VERIFY(m_changes.value(QStringLiteral("CanPlay")).toBool());
        const QString data = m_bus->get(QStringLiteral("Metadata"));
        for (const char* part : { "/io/circumplex/track/7", "Corlo Zephyr", "Solqui Enzan",
                 "int64 30000000", "file:///", "a%20song.wav" })
            QVERIFY2(data.contains(QString::fromLatin1(part)), qPrintable(data));

        m_bus->call(QStringLiteral("Player.PlayPause"));
        QCOMPARE(player.state(), Player::State::Playing);
        QTRY_COMPARE(m_changes.value(QStringLiteral("PlaybackStatus")).toString(),
            QStringLiteral("Playing"));
        QVERIFY(!m_changes.contains(QStringLiteral("Position")));
        m_bus->call(QStringLiteral("Player.SetPosition"),
            { QStringLiteral("objpath:/io/circumplex/track/7"), QStringLiteral("int64:12000000") });
        QTRY_COMPARE(m_seeks.size(), std::size_t(1));
        QVERIFY(m_seeks.at(0) >= 12'000'000 && m_seeks.at(0) < 12'500'000);
        m_bus->call(QStringLiteral("Player.Pause"));
        QCOMPARE(player.state(), Player::State::Paused);
        QVERIFY(m_bus->get(QStringLiteral("PlaybackStatus")).contains(u"Paused"));

        player.seek(10.0);
        m_bus->call(QStringLiteral("Player.Seek"), { QStringLiteral("int64:-2500000") });
        QCOMPARE(player.position(), 7.5);
        QVERIFY(m_bus->get(QStringLiteral("Position")).contains(u"int64 7500000"));
        // Too far, and meant for another track.
        for (const QStringList& arguments :
            { QStringList { QStringLiteral("objpath:/io/circumplex/track/7"),
                  QStringLiteral("int64:31000000") },
                QStringList { QStringLiteral("objpath:/io/circumplex/track/8"),
                    QStringLiteral("int64:1000000") } })
            m_bus->call(QStringLiteral("Player.SetPosition"), arguments);
        QCOMPARE(player.position(), 7.5);

        m_bus->set(QStringLiteral("Rate"), QStringLiteral("double:1.25"));
        QCOMPARE(player.speed(), 1.25);
        m_bus->set(QStringLiteral("Volume"), QStringLiteral("double:0.25"));
        QCOMPARE(player.volume(), 0.25);
        m_bus->set(QStringLiteral("LoopStatus"), QStringLiteral("string:Track"));
        QVERIFY(player.isRepeating());
        QTRY_COMPARE(m_changes.value(QStringLiteral("Rate")).toDouble(), 1.25);
        m_bus->call(QStringLiteral("Player.Play"));
        QCOMPARE(player.state(), Player::State::Playing);
        m_bus->call(QStringLiteral("Player.Stop"));
        QVERIFY(m_bus->get(QStringLiteral("PlaybackStatus")).contains(u"Stopped"));
        QCOMPARE(player.position(), 0.0);
        QVERIFY(m_bus->get(QStringLiteral("Nonsense")).contains(u"Error"));
    }

    void aListIsSteered()
    {
        Player player;
        MediaControl control(player, connection(QStringLiteral("server3")));
        QDBusConnection panel = connection(QStringLiteral("panel3"));
        QVERIFY(panel.connect(control.name(), QStringLiteral("/org/mpris/MediaPlayer2"),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"),
            this, SLOT(changed(QString, QVariantMap, QStringList))));
        QSignalSpy next(&control, &MediaControl::nextWanted);
        QSignalSpy previous(&control, &MediaControl::previousWanted);
        QSignalSpy opened(&control, &MediaControl::openWanted);
        QVERIFY(m_bus->get(QStringLiteral("CanGoNext")).contains(u"false"));
        control.setNeighbours({ .hasPrevious = false, .hasNext = true });
        QTRY_VERIFY(m_changes.value(QStringLiteral("CanGoNext")).toBool());
        QVERIFY(!m_changes.contains(QStringLiteral("CanGoPrevious")));
        control.setNeighbours({ .hasPrevious = true, .hasNext = true });
        QTRY_VERIFY(m_changes.value(QStringLiteral("CanGoPrevious")).toBool());
        m_bus->call(QStringLiteral("Player.Next"));
        QCOMPARE(next.size(), 1);
        m_bus->call(QStringLiteral("Player.Previous"));
        QCOMPARE(previous.size(), 1);
        for (const char* uri : { "string:file:///music/a%20song.wav", "string:http://a/b.mp3" }) {
            const QString answer
                = m_bus->call(QStringLiteral("Player.OpenUri"), { QString::fromLatin1(uri) });
            QVERIFY2(!answer.contains(u"Error"), qPrintable(answer));
        }
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).toString(), QStringLiteral("/music/a song.wav"));
        const QString root = m_bus->send({ QStringLiteral("org.freedesktop.DBus.Properties.GetAll"),
            QStringLiteral("string:org.mpris.MediaPlayer2") });
        for (const char* part : { "DesktopEntry", "\"circumplex\"", "\"file\"", "audio/flac" })
            QVERIFY2(root.contains(QString::fromLatin1(part)), qPrintable(root));
        QFile entry(QStringLiteral(CIRCUMPLEX_TEST_DATA "/../../packaging/circumplex.desktop"));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        static const QRegularExpression sound(QStringLiteral("audio/[^;]+"));
        int sounds = 0;
        for (const auto& match : sound.globalMatch(QString::fromUtf8(entry.readAll()))) {
            QVERIFY2(root.contains(u'"' + match.captured() + u'"'), qPrintable(match.captured()));
            ++sounds;
        }
        QVERIFY(sounds > 10);
    }

    void raisingAndQuittingAreHandedOn()
    {
        Player player;
        MediaControl control(player, connection(QStringLiteral("server2")));
        QSignalSpy raises(&control, &MediaControl::raiseWanted);
        QSignalSpy quits(&control, &MediaControl::quitWanted);
        m_bus->call(QStringLiteral("Raise"));
        m_bus->call(QStringLiteral("Quit"));
        QCOMPARE(raises.size(), 1);
        QCOMPARE(quits.size(), 1);
    }

    void aSecondWindowHasANameOfItsOwn()
    {
        Player player;
        const MediaControl first(player, connection(QStringLiteral("one")));
        const MediaControl second(player, connection(QStringLiteral("two")));
        QVERIFY(second.name().startsWith(first.name() + QStringLiteral(".instance")));
    }

    void withoutABusNothingHappens()
    {
        Player player;
        MediaControl control(player, QDBusConnection(QStringLiteral("none at all")));
        QCOMPARE(control.name(), QString());
        control.setTrack(song());
        player.open(m_song, 0.0, kSeconds);
        player.seek(3.0);
        QCOMPARE(player.position(), 3.0);
    }

    void cleanupTestCase()
    {
        for (const char* name : { "server", "server2", "server3", "panel", "panel3", "one", "two" })
            QDBusConnection::disconnectFromBus(QString::fromLatin1(name));
        m_bus.reset();
        m_sound.reset();
    }

private:
    QDBusConnection connection(const QString& name) const
    {
        return QDBusConnection::connectToBus(m_bus->address(), name);
    }

    std::shared_ptr<const TrackView> song() const
    {
        auto view = std::make_shared<TrackView>();
        view->track.id = { 7 };
        view->track.tags = { .title = "Corlo Zephyr", .artist = "Solqui Enzan" };
        view->track.durationSeconds = kSeconds;
        view->path = m_song;
        return view;
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_song;
    std::unique_ptr<test::SoundServer> m_sound;
    std::unique_ptr<Bus> m_bus;
    std::vector<qlonglong> m_seeks;
    QVariantMap m_changes;
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::MediaControlTest)
#include "tst_media_control.moc"
