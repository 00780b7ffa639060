#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace circumplex {

class SoundReader;

/// Where and how sound is to be made from a file.
struct PlaybackPlan {
    double beginSeconds = 0.0; ///< of the file, as all times here
    std::optional<double> endSeconds {}; ///< nullopt: the end of the file
    std::optional<std::pair<double, double>> loop {}; ///< repeated once it is reached
    double speed = 1.0; ///< 0.5..1.5, pitch kept
};

/// Decodes a file ahead of its listener: a thread of its own fills half a second of stereo at the
/// listener's rate and then waits, so that neither a slow disk nor a busy window is heard.
///
/// begin() and read() are for the listener's thread; the rest may be called by any.
class PlaybackSource {
public:
    PlaybackSource(std::filesystem::path path, int rateHz);
    ~PlaybackSource();
    PlaybackSource(const PlaybackSource&) = delete;
    PlaybackSource& operator=(const PlaybackSource&) = delete;

    /// Drops what is decoded and goes on as planned; counting of frames begins anew.
    void begin(const PlaybackPlan& plan);

    /// Left and right in turn. Always fills `out`: with silence where decoding is late or the sound
    /// has ended. Silence does not move secondsAt().
    void read(std::span<float> out);

    /// The second of the file that frame `frame` of those read since begin() comes from.
    double secondsAt(std::int64_t frame) const;

    /// All frames of the sound have been read before this one; nullopt: not yet.
    std::optional<std::int64_t> endFrame() const;

    bool isReady() const; ///< enough is decoded to begin with, or no more will be
    std::optional<Error> failure() const;

private:
    /// From `frame` of the decoded ones on, time goes from `seconds` at `speed`.
    struct Stretch {
        std::int64_t frame = 0;
        double seconds = 0.0;
        double speed = 1.0;
    };
    /// Until `frame` of the read ones, so many were silence.
    struct Gap {
        std::int64_t frame = 0;
        std::int64_t silent = 0;
    };
    class Chain;

    void run(std::stop_token stop);
    void decode(SoundReader& reader, std::stop_token stop, const PlaybackPlan& plan, int turn);
    bool push(std::span<const float> frames, std::stop_token stop, int turn);
    bool isCurrent(int turn) const;

    std::filesystem::path m_path;
    int m_rateHz;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_changed;
    PlaybackPlan m_plan;
    int m_turn = 0; ///< how often begin() was called
    std::deque<float> m_buffer;
    std::vector<Stretch> m_stretches;
    std::vector<Gap> m_gaps;
    std::int64_t m_decodedFrames = 0;
    std::int64_t m_readFrames = 0; ///< with silence
    bool m_hasEnded = false; ///< nothing more is decoded
    std::optional<std::int64_t> m_endFrame; ///< of the read ones
    std::optional<Error> m_failure;

    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace circumplex
