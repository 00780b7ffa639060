#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace circumplex {

/// How the analysis of the library stands.
struct EngineStatus {
    enum class Activity {
        Starting, ///< the engine's process is there, its model is not ready
        Ready, ///< nothing is asked for
        Working,
        Paused, ///< because somebody said so
        Waiting, ///< for what `waitingFor` says; goes on by itself
        Idle, ///< nothing is left to do
    };

    Activity activity = Activity::Starting;
    QString
        waitingFor {}; ///< English: "The disk with the library is full..."; empty unless Waiting
    QString model {}; ///< name@hash
    QString device {}; ///< "cpu", "cuda:0", or several with commas
    QString dtype {}; ///< "float32", ...
    std::int64_t done = 0; ///< tracks since the engine was asked to work
    std::int64_t failed = 0;
    std::int64_t remaining = 0;
    std::optional<double> etaSeconds {}; ///< from the throughput so far; nullopt: not known yet
    double soundPerSecond = 0.0; ///< seconds of music analysed in a second; 0: not known yet
    std::int64_t commands = 0; ///< that this engine has heard: whether it knows of the last one
};

} // namespace circumplex
