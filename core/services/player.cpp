#include "core/services/player.h"

#include "core/services/player_sink.h"

#include <QAudio>
#include <QAudioDevice>

#include <algorithm>

namespace circumplex {

namespace {

float gainOf(double volume)
{
    return QAudio::convertVolume(
        static_cast<float>(volume), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale);
}

} // namespace

Player::Player(QObject* parent)
    : QObject(parent)
    , m_sink(new PlayerSink)
{
    m_sink->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_sink, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("sound"));
    m_thread.start(QThread::TimeCriticalPriority);
    m_timer.setInterval(33);
    connect(&m_timer, &QTimer::timeout, this, &Player::look);
    connect(&m_devices, &QMediaDevices::audioOutputsChanged, this, &Player::devicesChanged);
}

Player::~Player()
{
    // Waited for: once its thread's event loop has ended, an output that still plays cannot be
    // taken down any more.
    QMetaObject::invokeMethod(
        m_sink, [sink = m_sink] { sink->forget(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Player::setState(State state)
{
    if (state == State::Playing)
        m_timer.start();
    else
        m_timer.stop();
    if (m_state == state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

PlaybackPlan Player::planFrom(double seconds) const
{
    PlaybackPlan plan { .beginSeconds = m_offset + seconds, .speed = m_speed };
    if (m_seconds > 0.0) plan.endSeconds = m_offset + m_seconds;
    if (m_loop) plan.loop = { m_offset + m_loop->first, m_offset + m_loop->second };
    return plan;
}

void Player::open(const std::filesystem::path& path, double offsetSeconds, double seconds)
{
    close();
    m_path = path;
    m_offset = offsetSeconds;
    m_seconds = seconds;
    setState(QMediaDevices::defaultAudioOutput().isNull() ? State::NoDevice : State::Paused);
}

void Player::close()
{
    QMetaObject::invokeMethod(
        m_sink, [sink = m_sink] { sink->forget(); }, Qt::BlockingQueuedConnection);
    m_path.clear();
    m_loop.reset();
    m_failure.reset();
    m_held = 0.0;
    setState(State::Empty);
    Q_EMIT positionChanged(0.0);
}

void Player::start(double seconds)
{
    m_held = seconds;
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) return setState(State::NoDevice);
    QMetaObject::invokeMethod(
        m_sink,
        [sink = m_sink, device, path = m_path, plan = planFrom(seconds), gain = gainOf(m_volume)] {
            sink->start(device, path, plan, gain);
        },
        Qt::BlockingQueuedConnection);
    m_failure.reset();
    setState(State::Playing);
}

void Player::play()
{
    if (m_state == State::Empty || m_state == State::Playing) return;
    const bool isAtEnd = m_seconds > 0.0 && m_held >= m_seconds - 0.01;
    start(isAtEnd ? 0.0 : m_held);
}

void Player::pause()
{
    if (m_state != State::Playing) return;
    m_held = position();
    QMetaObject::invokeMethod(
        m_sink, [sink = m_sink] { sink->stop(); }, Qt::BlockingQueuedConnection);
    setState(State::Paused);
    Q_EMIT positionChanged(m_held);
}

void Player::toggle()
{
    if (m_state == State::Playing)
        pause();
    else
        play();
}

void Player::stop()
{
    pause();
    seek(0.0);
}

void Player::seek(double seconds)
{
    if (m_state == State::Empty) return;
    seconds = std::max(seconds, 0.0);
    if (m_seconds > 0.0) seconds = std::min(seconds, m_seconds);
    if (m_state == State::Playing)
        start(seconds);
    else
        m_held = seconds;
    Q_EMIT positionChanged(seconds);
    Q_EMIT seeked(seconds);
}

void Player::setLoop(std::optional<std::pair<double, double>> loop)
{
    if (m_loop == loop) return;
    m_loop = loop;
    if (m_state != State::Playing) return;
    const double now = position();
    const bool isBehind = m_loop && now >= m_loop->second;
    start(isBehind ? m_loop->first : now);
}

void Player::setRepeating(bool isRepeating)
{
    if (m_isRepeating == isRepeating) return;
    m_isRepeating = isRepeating;
    Q_EMIT settingsChanged();
}

void Player::setSpeed(double speed)
{
    speed = std::clamp(speed, kSlowest, kFastest);
    if (m_speed == speed) return;
    const double now = position();
    m_speed = speed;
    if (m_state == State::Playing) start(now);
    Q_EMIT settingsChanged();
}

void Player::setVolume(double volume)
{
    volume = std::clamp(volume, 0.0, 1.0);
    if (m_volume == volume) return;
    m_volume = volume;
    QMetaObject::invokeMethod(
        m_sink, [sink = m_sink, gain = gainOf(m_volume)] { sink->setGain(gain); });
    Q_EMIT settingsChanged();
}

double Player::position() const
{
    if (m_state != State::Playing) return m_held;
    const auto seconds = m_sink->position();
    return seconds ? std::max(*seconds - m_offset, 0.0) : m_held;
}

void Player::look()
{
    if (auto failure = m_sink->failure()) {
        m_failure = std::move(failure);
        m_held = position();
        return setState(State::Failed);
    }
    const double now = position();
    Q_EMIT positionChanged(now);
    if (!m_sink->hasEnded()) return;
    if (m_isRepeating) return seek(0.0);
    pause();
    m_held = m_seconds > 0.0 ? m_seconds : now;
    Q_EMIT ended();
}

void Player::devicesChanged()
{
    const bool isThere = !QMediaDevices::defaultAudioOutput().isNull();
    if (m_state == State::Empty) return;
    if (!isThere) {
        pause();
        setState(State::NoDevice);
    } else if (m_state == State::NoDevice) {
        setState(State::Paused);
    }
}

} // namespace circumplex
