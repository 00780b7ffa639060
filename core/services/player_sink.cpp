#include "core/services/player_sink.h"

#include <QAudioFormat>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace circumplex {

namespace {

/// Sound that the server holds: little, so that jumps are heard at once; enough for 2 busy cores.
constexpr double kServerSeconds = 0.12;
constexpr int kMeasureMs = 10;

} // namespace

PlayerSink::PlayerSink()
    : m_timer(this)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setInterval(kMeasureMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PlayerSink::measure);
}

PlayerSink::~PlayerSink() = default;

void PlayerSink::start(const QAudioDevice& device, const std::filesystem::path& path,
    const PlaybackPlan& plan, float gain)
{
    stop();
    QAudioFormat format = device.preferredFormat();
    format.setChannelCount(2);
    format.setSampleFormat(QAudioFormat::Float);
    if (!device.isFormatSupported(format)) format.setSampleFormat(QAudioFormat::Int16);
    // A new one every time: with PulseAudio, Qt 6.4's sinks may stay silent when started again.
    m_output = std::make_unique<QAudioSink>(device, format);
    m_output->setBufferSize(format.bytesForDuration(static_cast<qint64>(kServerSeconds * 1e6)));
    if (!m_source || path != m_path || format.sampleRate() != m_rateHz || m_source->failure()) {
        m_path = path;
        m_rateHz = format.sampleRate();
        m_source = std::make_unique<PlaybackSource>(path, m_rateHz);
    }
    m_plan = plan;
    m_hasEnded = false;
    m_source->begin(plan);
    {
        const std::lock_guard lock(m_mutex);
        m_failure.reset();
    }
    // The first sound is there within milliseconds; waiting for it keeps a jump from stuttering.
    for (int i = 0; i < 100 && !m_source->isReady(); ++i)
        QThread::msleep(2);
    m_output->setVolume(static_cast<qreal>(gain));
    m_output->start(this);
    if (m_output->error() == QAudio::OpenError || m_output->error() == QAudio::FatalError) {
        const std::lock_guard lock(m_mutex);
        m_failure = Error { ErrorCode::DeviceMissing,
            "The sound device cannot be opened. Another program may hold it." };
        return;
    }
    m_timer.start();
}

void PlayerSink::stop()
{
    m_timer.stop();
    if (m_output) m_output->reset(); // drops what the server still holds; stop() would play it
    m_output.reset();
    const std::lock_guard lock(m_mutex);
    m_measured.reset();
}

void PlayerSink::forget()
{
    stop();
    m_source.reset();
}

void PlayerSink::setGain(float gain)
{
    if (m_output) m_output->setVolume(static_cast<qreal>(gain));
}

void PlayerSink::measure()
{
    if (!m_output || !m_source) return;
    const int rateHz = m_output->format().sampleRate();
    const auto frame = static_cast<std::int64_t>(
        static_cast<double>(m_output->processedUSecs()) * 1e-6 * rateHz);
    const double seconds = m_source->secondsAt(frame);
    const auto end = m_source->endFrame();
    m_hasEnded = end && frame >= *end;
    const std::lock_guard lock(m_mutex);
    if (auto failure = m_source->failure(); failure && m_hasEnded) m_failure = failure;
    if (frame > 0) m_measured = { seconds, Clock::now(), m_plan.speed };
}

std::optional<double> PlayerSink::position() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_measured) return std::nullopt;
    const double since = std::chrono::duration<double>(Clock::now() - m_measured->at).count();
    // Between two measurements, and not on and on if the thread should hang.
    return m_measured->seconds + std::min(since, 0.05) * m_measured->speed * (m_hasEnded ? 0 : 1);
}

std::optional<Error> PlayerSink::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

qint64 PlayerSink::bytesAvailable() const
{
    return 1 << 20; // silence, if nothing else
}

qint64 PlayerSink::readData(char* data, qint64 maxSize)
{
    if (!m_source || !m_output) return 0;
    const bool isFloat = m_output->format().sampleFormat() == QAudioFormat::Float;
    const std::size_t frames = static_cast<std::size_t>(maxSize) / (isFloat ? 8 : 4);
    m_floats.resize(2 * frames);
    m_source->read(m_floats);
    if (isFloat) {
        std::memcpy(data, m_floats.data(), m_floats.size() * sizeof(float));
        return static_cast<qint64>(m_floats.size() * sizeof(float));
    }
    for (std::size_t i = 0; i < m_floats.size(); ++i) {
        const auto value = static_cast<std::int16_t>(
            std::lround(std::clamp(m_floats[i], -1.0F, 1.0F) * 32767.0F));
        std::memcpy(data + 2 * i, &value, sizeof(value));
    }
    return static_cast<qint64>(m_floats.size() * 2);
}

} // namespace circumplex
