#include "core/services/player.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/services/sound_server.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace circumplex {

using test::Clock;

namespace {

constexpr int kRateHz = 44100;
constexpr int kClickSeconds = 40;

constexpr double kClickLength = 0.05;

/// One beep a second; its pitch says which.
double pitchOf(int second)
{
    return 400.0 + 100.0 * second;
}

struct Seen {
    Clock::time_point at;
    double position;
};

/// Looks at a player every two milliseconds for a while.
void watch(const Player& player, int milliseconds, std::vector<Seen>& seen)
{
    const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
    while (Clock::now() < end) {
        QTest::qWait(2);
        seen.push_back({ Clock::now(), player.position() });
    }
}

struct Click {
    int second;
    Clock::time_point at;
};

std::vector<Click> clicksIn(const test::Recording& recording)
{
    const std::vector<float>& samples = recording.samples;
    std::vector<Click> clicks;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (std::abs(samples[i]) < 0.05F) continue;
        const std::size_t last = i + 2160; // 45 of the 50 ms
        if (last > samples.size()) break; // cut off, so that its pitch is not known
        int crossings = 0;
        for (std::size_t k = i + 1; k < last; ++k)
            if (samples[k - 1] < 0.0F && samples[k] >= 0.0F) ++crossings;
        clicks.push_back({ static_cast<int>(std::lround((crossings / 0.045 - 400.0) / 100.0)),
            recording.timeOf(i) });
        i = last + 2640;
    }
    return clicks;
}

/// Where the page said it was when a click sounded, and where that was.
double errorSeconds(const Click& click, const std::vector<Seen>& seen)
{
    const auto after = std::ranges::lower_bound(seen, click.at, {}, &Seen::at);
    if (after == seen.end() || after == seen.begin()) return 1e9; // nothing was shown then
    const Seen& before = *std::prev(after);
    const double share = std::chrono::duration<double>(click.at - before.at)
        / std::chrono::duration<double>(after->at - before.at);
    return before.position + share * (after->position - before.position) - click.second;
}

} // namespace

class PlayerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<test::SoundServer>();
        std::vector<double> samples(2 * kClickSeconds * kRateHz);
        for (int second = 0; second < kClickSeconds; ++second)
            for (int i = 0; i < kClickLength * kRateHz; ++i)
                for (const std::size_t side : { 0, 1 })
                    samples[2 * static_cast<std::size_t>(second * kRateHz + i) + side]
                        = 0.6 * std::sin(2 * std::numbers::pi * pitchOf(second) * i / kRateHz);
        m_clicks = file("clicks.wav");
        test::write(m_clicks, test::wavFile({ .channels = 2 }, test::int16Samples(samples)));
    }

    void thePositionIsThatOfTheSound()
    {
        test::Recorder recorder;
        Player player;
        player.open(m_clicks, 0.0, kClickSeconds);
        QCOMPARE(player.state(), Player::State::Paused);
        player.setVolume(1.0);
        std::vector<Seen> seen;
        player.play();
        QCOMPARE(player.state(), Player::State::Playing);
        watch(player, 3300, seen);
        for (const double place : { 20.6, 3.5, 30.2, 17.7, 8.8 }) {
            player.seek(place);
            watch(player, 2300, seen);
        }
        player.pause();
        const double held = player.position();
        watch(player, 300, seen);
        QCOMPARE(player.position(), held);
        const auto clicks = clicksIn(recorder.take());
        QStringList seconds;
        double worst = 0.0;
        for (const Click& click : clicks) {
            seconds.append(QString::number(click.second));
            if (click.second == 0) continue; // sounds with the first look
            const double error = errorSeconds(click, seen);
            qInfo("click of second %d: shown %+.1f ms from it", click.second, 1000 * error);
            worst = std::max(worst, std::abs(error));
        }
        QCOMPARE(seconds.join(u' '), QStringLiteral("0 1 2 3 21 22 4 5 31 32 18 19 9 10 11"));
        QVERIFY2(worst < 0.020, qPrintable(QString::number(worst)));
    }

    /// Plays without a break for CIRCUMPLEX_PLAY_MINUTES, or 0.2, and looks for 6 s at five times.
    void thePositionStaysThatOfTheSound()
    {
        const QByteArray asked = qgetenv("CIRCUMPLEX_PLAY_MINUTES");
        const double minutes = asked.isEmpty() ? 0.2 : asked.toDouble();
        const int rounds = static_cast<int>((minutes * 60 + 80) / kClickSeconds) + 1;
        const auto longFile = file("long.flac");
        test::runFfmpeg({ QStringLiteral("-stream_loop"), QString::number(rounds - 1),
            QStringLiteral("-i"), QString::fromStdString(m_clicks.string()),
            QString::fromStdString(longFile.string()) });
        test::Recorder recorder;
        Player player;
        player.open(longFile, 0.0, rounds * kClickSeconds);
        player.play();
        const auto begin = Clock::now();
        for (const double share : { 0.0, 0.25, 0.5, 0.75, 1.0 }) {
            const std::chrono::duration<double> played = Clock::now() - begin;
            QTest::qWait(
                std::max(static_cast<int>(1000 * (share * minutes * 60 - played.count())), 0));
            QCOMPARE(player.state(), Player::State::Playing);
            recorder.take();
            std::vector<Seen> seen;
            watch(player, 6'000, seen);
            std::vector<double> errors;
            for (const Click& click : clicksIn(recorder.take())) {
                if (click.at < seen.front().at || click.at > seen.back().at) continue;
                // The file's beeps are alike after every round.
                errors.push_back(std::remainder(errorSeconds(click, seen), kClickSeconds));
            }
            QVERIFY(errors.size() >= 4);
            std::ranges::sort(errors);
            qInfo("after %.1f minutes: shown %+.1f ms from the sound (%+.1f to %+.1f)",
                share * minutes, 1000 * errors[errors.size() / 2], 1000 * errors.front(),
                1000 * errors.back());
            const double worst = std::max(std::abs(errors.front()), std::abs(errors.back()));
            QVERIFY2(worst < 0.020, qPrintable(QString::number(worst)));
        }
    }

    void jumpsAreHeardAtOnce()
    {
        test::Recorder recorder;
        Player player;
        player.open(m_clicks, 0.0, kClickSeconds);
        std::vector<Seen> seen;
        player.play();
        watch(player, 700, seen);
        const auto asked = Clock::now();
        player.seek(12.0);
        watch(player, 800, seen);
        const auto clicks = clicksIn(recorder.take());
        const auto heard = std::ranges::find(clicks, 12, &Click::second);
        QVERIFY(heard != clicks.end());
        const double wait = std::chrono::duration<double>(heard->at - asked).count();
        qInfo("heard %.0f ms after the jump", 1000 * wait);
        QVERIFY(wait < 0.3);
        // Nothing of the old place follows.
        QCOMPARE(std::ranges::count(clicks, 1, &Click::second), 0);
    }

    void aStretchIsRepeated()
    {
        test::Recorder recorder;
        Player player;
        player.open(m_clicks, 0.0, kClickSeconds);
        player.setLoop(std::pair(5.5, 7.5));
        player.seek(5.6);
        std::vector<Seen> seen;
        player.play();
        watch(player, 5000, seen);
        const auto clicks = clicksIn(recorder.take());
        QStringList seconds;
        for (const Click& click : clicks) {
            seconds.append(QString::number(click.second));
            QVERIFY2(std::abs(errorSeconds(click, seen)) < 0.020,
                qPrintable(QString::number(errorSeconds(click, seen))));
        }
        QCOMPARE(seconds.join(u' '), QStringLiteral("6 7 6 7 6"));
    }

    void aRepeatedTrackBeginsAgain()
    {
        Player player;
        player.setRepeating(true);
        player.open(m_clicks, 0.0, 0.6);
        QSignalSpy ends(&player, &Player::ended);
        QSignalSpy jumps(&player, &Player::seeked);
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(jumps.size() >= 2, 10'000);
        QCOMPARE(player.state(), Player::State::Playing);
        QCOMPARE(ends.size(), 0);
        player.setRepeating(false);
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, 10'000);
        QCOMPARE(player.state(), Player::State::Paused);
    }

    void otherSpeedsKeepPitchAndPosition_data()
    {
        QTest::addColumn<double>("speed");
        QTest::newRow("half") << 0.5;
        QTest::newRow("faster") << 1.5;
    }

    void otherSpeedsKeepPitchAndPosition()
    {
        QFETCH(double, speed);
        const auto tone = file("tone.wav");
        std::vector<double> samples(20 * kRateHz);
        for (std::size_t i = 0; i < samples.size(); ++i) // silent until 2.0 s
            samples[i] = i < 2 * kRateHz
                ? 0.0
                : 0.4 * std::sin(2 * std::numbers::pi * 1000.0 * static_cast<double>(i) / kRateHz);
        test::write(tone, test::wavFile({}, test::int16Samples(samples)));
        test::Recorder recorder;
        Player player;
        player.open(tone, 0.0, 20.0);
        player.setSpeed(speed);
        player.seek(1.4);
        std::vector<Seen> seen;
        player.play();
        watch(player, 2500, seen);
        const test::Recording recording = recorder.take();
        const std::vector<float>& heard = recording.samples;
        std::size_t begin = 0;
        while (begin < heard.size() && std::abs(heard[begin]) < 0.2F)
            ++begin;
        QVERIFY(begin + 24000 < heard.size());
        int crossings = 0;
        for (std::size_t i = begin + 4800; i < begin + 4800 + 9600; ++i)
            if (heard[i - 1] < 0.0F && heard[i] >= 0.0F) ++crossings;
        QVERIFY2(std::abs(crossings - 200) <= 2, qPrintable(QString::number(crossings)));
        const double error = errorSeconds({ 2, recording.timeOf(begin) }, seen);
        qInfo("speed %.1f: shown %+.1f ms from the sound", speed, 1000 * error);
        // An edge is smeared by as much as the stretcher's window.
        QVERIFY(std::abs(error) < 0.040);
    }

    void playersMayGoAwayWhileTheySound()
    {
        for (int i = 0; i < 40; ++i) {
            Player player;
            player.open(m_clicks, 0.0, kClickSeconds);
            player.play();
            QTest::qWait(5 * (i % 20));
        }
    }

    void ofManyJumpsTheLastOneCounts()
    {
        Player player;
        player.open(m_clicks, 0.0, kClickSeconds);
        player.play();
        for (int round = 0; round < 10; ++round) {
            QTest::qWait(150);
            for (int jump = 0; jump < 6; ++jump)
                player.seek(3.0 * jump + 1.0);
            QTest::qWait(400);
            QVERIFY2(player.position() > 16.0 && player.position() < 17.5,
                qPrintable(QString::number(player.position())));
        }
    }

    void theEndIsTold()
    {
        Player player;
        player.open(m_clicks, 10.0, 1.0); // a part of the file, as CUE sheets have them
        QSignalSpy ends(&player, &Player::ended);
        player.play();
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, 4000);
        QCOMPARE(player.state(), Player::State::Paused);
        QCOMPARE(player.position(), 1.0);
        player.play(); // from the beginning again
        QTRY_VERIFY(player.position() > 0.1 && player.position() < 0.9);
    }

    void aVanishedFileIsAFailure()
    {
        Player player;
        player.open(file("none.wav"), 0.0, 10.0);
        player.play();
        QTRY_COMPARE(player.state(), Player::State::Failed);
        QCOMPARE(player.failure()->code, ErrorCode::FileMissing);
        player.open(m_clicks, 0.0, 10.0);
        QCOMPARE(player.state(), Player::State::Paused);
        player.play();
        QTRY_VERIFY(player.position() > 0.2);
        QCOMPARE(player.state(), Player::State::Playing);
    }

private:
    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    std::unique_ptr<test::SoundServer> m_server;
    QTemporaryDir m_folder;
    std::filesystem::path m_clicks;
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::PlayerTest)
#include "tst_player.moc"
