#pragma once

#include "core/services/playback_source.h"

#include <QMediaDevices>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace circumplex {

class PlayerSink;

/// Plays one file, or a part of one, and says where it is.
///
/// The position is that of the sample which is heard: counted from what the sound server has
/// played, not from a clock. Decoding and output have threads of their own; this object belongs to
/// the thread it was made on. All times are seconds of the track, 0 at its beginning.
class Player : public QObject {
    Q_OBJECT

public:
    enum class State {
        Empty, ///< nothing is open
        Paused,
        Playing,
        NoDevice, ///< there is nothing to play on; comes and goes with devices
        Failed, ///< see failure()
    };

    static constexpr double kSlowest = 0.5;
    static constexpr double kFastest = 1.5;

    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Paused at the beginning; only play() opens the file.
    /// @param offsetSeconds  where in the file the track begins
    /// @param seconds  of the track; 0: to the end of the file
    void open(const std::filesystem::path& path, double offsetSeconds = 0.0, double seconds = 0.0);
    void close();

    void play();
    void pause();
    void toggle();
    void stop(); ///< paused at the beginning
    void seek(double seconds);

    /// Repeats a stretch once it is reached. @param loop  nullopt: no longer
    void setLoop(std::optional<std::pair<double, double>> loop);

    /// Begins again at the end.
    void setRepeating(bool isRepeating);

    /// @param speed  kSlowest..kFastest; the pitch is kept
    void setSpeed(double speed);

    /// @param volume  0..1, as loudness is felt
    void setVolume(double volume);

    State state() const { return m_state; }
    double position() const;
    double seconds() const { return m_seconds; } ///< of the track; 0: unknown
    bool isRepeating() const { return m_isRepeating; }
    double speed() const { return m_speed; }
    double volume() const { return m_volume; }
    const std::optional<Error>& failure() const { return m_failure; }

Q_SIGNALS:
    void stateChanged();
    void positionChanged(double seconds); ///< about 30 times a second while playing, and on seeks
    void seeked(double seconds); ///< another place than playing on would have led to
    void settingsChanged(); ///< speed, volume, or whether it repeats
    void ended();

private:
    void setState(State state);
    void start(double seconds);
    void look();
    void devicesChanged();
    PlaybackPlan planFrom(double seconds) const;

    QMediaDevices m_devices;
    QThread m_thread; ///< the sink's
    PlayerSink* m_sink; ///< lives on m_thread
    QTimer m_timer;
    std::filesystem::path m_path;
    double m_offset = 0.0;
    double m_seconds = 0.0;
    double m_held = 0.0; ///< position while not playing
    std::optional<std::pair<double, double>> m_loop;
    bool m_isRepeating = false;
    double m_speed = 1.0;
    double m_volume = 1.0;
    State m_state = State::Empty;
    std::optional<Error> m_failure;
};

} // namespace circumplex
