#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>
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

/// Records what the server plays, and knows when each sample was played.
class Recorder {
public:
    static constexpr int kRateHz = 48000;

    Recorder()
        : m_pipe(::popen("exec parec -d out.monitor --raw --format=float32le --rate=48000 "
                         "--channels=1 --latency-msec=5",
            "r"))
    {
        if (!m_pipe) throw std::runtime_error("parec does not start");
        m_thread = std::thread([this] { run(); });
        for (int i = 0; i < 100 && m_count == 0; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (m_count == 0) throw std::runtime_error("parec records nothing");
    }

    /// Ends the recording.
    const std::vector<float>& finish()
    {
        m_stop = true;
        m_thread.join();
        ::pclose(m_pipe);
        return m_samples;
    }

    /// A sample cannot be read before it was played: the earliest of all chunks gives the clock.
    Clock::time_point timeOf(std::size_t sample) const
    {
        return m_origin
            + std::chrono::duration_cast<Clock::duration>(
                std::chrono::duration<double>(static_cast<double>(sample) / kRateHz));
    }

private:
    void run()
    {
        std::vector<float> chunk(240);
        m_origin = Clock::time_point::max();
        while (!m_stop) {
            const std::size_t count = std::fread(chunk.data(), sizeof(float), chunk.size(), m_pipe);
            if (count == 0) return;
            const auto end = Clock::now();
            m_samples.insert(
                m_samples.end(), chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(count));
            m_count = m_samples.size();
            m_origin = std::min(m_origin,
                end
                    - std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                        static_cast<double>(m_samples.size()) / kRateHz)));
        }
    }

    std::FILE* m_pipe;
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    std::atomic<std::size_t> m_count = 0;
    std::vector<float> m_samples;
    Clock::time_point m_origin;
};

} // namespace circumplex::test
