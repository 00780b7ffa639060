#pragma once

#include "core/services/playback_source.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QIODevice>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace circumplex {

/// The output of Player: a sound device with a source behind it, on a thread with an event loop, so
/// that a busy window is not heard. Slots are called there; the rest by any thread.
class PlayerSink : public QIODevice {
    Q_OBJECT

public:
    PlayerSink();
    ~PlayerSink() override;

    /// Where the sound is: seconds of the file; nullopt: it has not begun.
    std::optional<double> position() const;
    bool hasEnded() const { return m_hasEnded; }
    std::optional<Error> failure() const;

    void start(const QAudioDevice& device, const std::filesystem::path& path,
        const PlaybackPlan& plan, float gain);
    void stop();
    void setGain(float gain);
    void forget(); ///< the open file

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

private:
    using Clock = std::chrono::steady_clock;

    /// What position() needs, measured on the sink's thread.
    struct Measured {
        double seconds = 0.0;
        Clock::time_point at {};
        double speed = 1.0;
    };

    void measure();

    std::unique_ptr<PlaybackSource> m_source;
    std::filesystem::path m_path;
    int m_rateHz = 0; ///< that m_source decodes for
    std::unique_ptr<QAudioSink> m_output;
    QTimer m_timer;
    PlaybackPlan m_plan;
    std::vector<float> m_floats;

    std::atomic<bool> m_hasEnded = false;
    mutable std::mutex m_mutex; ///< guards what follows
    std::optional<Measured> m_measured;
    std::optional<Error> m_failure;
};

} // namespace circumplex
