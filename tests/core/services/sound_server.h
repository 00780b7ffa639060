#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace circumplex::test {

using Clock = std::chrono::steady_clock;

/// A PulseAudio of our own whose only device is one that nobody hears. Make it before anything asks
/// for devices.
class SoundServer {
public:
    SoundServer()
    {
        const QString socket = m_folder.filePath(QStringLiteral("native"));
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
        qputenv("PULSE_RUNTIME_PATH", m_folder.path().toLocal8Bit());
        qputenv("PULSE_SERVER", "unix:" + socket.toLocal8Bit());
        m_server.start(QStringLiteral("pulseaudio"),
            { QStringLiteral("-n"), QStringLiteral("--daemonize=no"),
                QStringLiteral("--exit-idle-time=-1"), QStringLiteral("--use-pid-file=no"),
                QStringLiteral("-L"),
                QStringLiteral("module-null-sink sink_name=out rate=48000 channels=2"),
                QStringLiteral("-L"),
                QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=%1")
                    .arg(socket) });
        for (int i = 0; i < 100 && !QFile::exists(socket); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (!QFile::exists(socket))
            throw std::runtime_error(
                "pulseaudio does not start: " + m_server.readAllStandardError().toStdString());
    }

    ~SoundServer()
    {
        m_server.terminate();
        m_server.waitForFinished(5000);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
};

/// What was played, mono, and when each sample was.
struct Recording {
    static constexpr int kRateHz = 48000;

    std::vector<float> samples {};
    Clock::time_point origin = Clock::time_point::max(); ///< when the first one was played

    Clock::time_point timeOf(std::size_t sample) const
    {
        return origin
            + std::chrono::duration_cast<Clock::duration>(
                std::chrono::duration<double>(static_cast<double>(sample) / kRateHz));
    }
};

/// Records what the server plays. Beginning to record changes how far ahead the server works, and
/// it takes players seconds to learn of that: for what goes on for long, record from its start.
class Recorder {
public:
    Recorder()
        : m_pipe(::popen("exec parec -d out.monitor --raw --format=float32le --rate=48000 "
                         "--channels=1 --latency-msec=5",
            "r"))
    {
        if (!m_pipe) throw std::runtime_error("parec does not start");
        m_thread = std::thread([this] { run(); });
        for (int i = 0; i < 100 && !m_isRecording; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (!m_isRecording) throw std::runtime_error("parec records nothing");
    }

    ~Recorder()
    {
        m_stop = true;
        m_thread.join();
        ::pclose(m_pipe);
    }

    /// What was played since this was asked last; at most the last minute.
    Recording take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_recording, {});
    }

private:
    static constexpr std::size_t kMostSamples = 60 * Recording::kRateHz;

    void run()
    {
        std::vector<float> chunk(240);
        while (!m_stop) {
            const std::size_t count = std::fread(chunk.data(), sizeof(float), chunk.size(), m_pipe);
            if (count == 0) return;
            const auto end = Clock::now();
            const std::lock_guard lock(m_mutex);
            if (m_recording.samples.size() > kMostSamples) m_recording = {};
            auto& samples = m_recording.samples;
            samples.insert(
                samples.end(), chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(count));
            // A sample cannot be read before it was played: the earliest chunk gives the clock.
            m_recording.origin = std::min(m_recording.origin,
                end
                    - std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                        static_cast<double>(samples.size()) / Recording::kRateHz)));
            m_isRecording = true;
        }
    }

    std::FILE* m_pipe;
    std::thread m_thread;
    std::atomic<bool> m_stop = false, m_isRecording = false;
    std::mutex m_mutex;
    Recording m_recording;
};

} // namespace circumplex::test
