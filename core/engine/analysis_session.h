#pragma once

#include "core/engine/job_analyzer.h"
#include "core/engine/pending_queue.h"
#include "core/engine/volume_table.h"
#include "core/engine/worker_pool.h"
#include "core/library/library_database.h"
#include "core/services/engine_lines.h"
#include "core/types/known_model.h"

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace circumplex {

/// The analysis of one library by one model: takes what is pending, keeps a pool of workers busy
/// with it, and is the one writer of what they find out.
///
/// A full disk, a locked library or an absent volume costs no track: work waits, says for what, and
/// goes on by itself.
///
/// One thread; only the workers' results come in from others, through the owner's mailbox.
class AnalysisSession {
public:
    using Clock = std::chrono::steady_clock;

    struct Setup {
        KnownModel model; ///< its id is not looked at
        std::string modelLabel; ///< name@hash
        DataType dtype = DataType::Float32;
        bool isSlow = false; ///< many tracks get a first impression before any is heard wholly
        int workerCount = 1;
        VolumeTable::Sources volumes;
        std::function<void(const EngineEvent&)> say;
    };

    /// @param library, pool, devices  outlive this
    AnalysisSession(
        LibraryDatabase& library, WorkerPool& pool, const DeviceSet& devices, Setup setup);

    void work(const engine_command::Work& wish);
    void pause(bool isPaused);
    void cancel();
    void prioritise(const engine_command::Prioritise& wish);
    void again(const engine_command::Again& wish);
    void setPace(double share);
    void alone(const engine_command::Alone& suspects);
    void giveUp(const engine_command::GiveUp& loss);
    void libraryChanged(); ///< a scan wrote to it
    void noteCommand() { ++m_commands; } ///< status tells how many there were

    void take(FinishedJob job);

    /// Writes what is finished, hands out what is next, says how it stands. Call it after each of
    /// the above, and at nextStep() at the latest.
    void step();
    Clock::time_point nextStep() const;

private:
    bool isBegun();
    void loseGivenUp();
    void writeFinished();
    Result<void> write(const FinishedJob& job);
    Result<void> writeFailure(const FinishedJob& job, const Error& error);
    bool isVolumeGone(const FinishedJob& job);
    void lookForVolumes();
    void handOut();
    bool deriveAnew();
    void leaveOutAsked();
    void give(AnalysisJob job);
    std::optional<AnalysisJob> nextJob();
    void waitFor(const Error& error);
    void stopFor(const Error& error);
    void measure();
    void sayStatus();
    EngineStatus status() const;

    LibraryDatabase& m_library;
    WorkerPool& m_pool;
    const DeviceSet& m_devices;
    Setup m_setup;
    ModelId m_model {};
    std::optional<PendingQueue> m_queue; ///< once the library knows the model

    std::optional<PendingQueue::Wish> m_wish; ///< nullopt: nothing is wanted
    bool m_isPaused = false;
    bool m_mustForget = false; ///< what was done may be to be done again
    bool m_mustDerive = false;
    bool m_gaveImpressions = false; ///< since the queue was derived
    std::vector<engine_command::GiveUp> m_givenUp; ///< not written yet
    std::set<TrackId> m_handedOut; ///< not written yet
    std::deque<AnalysisJob> m_again; ///< failed for a reason that passes
    std::deque<TrackId> m_asked; ///< to be done whatever is known of them, before all others
    std::deque<TrackId> m_alone; ///< each is done with nothing else in work
    bool m_isAloneInWork = false;
    std::deque<FinishedJob> m_finished; ///< not written yet
    std::string m_waitingFor;
    Clock::time_point m_retryAt {};
    Clock::time_point m_volumesLookedAt {};

    std::int64_t m_commands = 0;
    std::int64_t m_done = 0, m_failed = 0, m_inWork = 0;
    double m_soundSeconds = 0.0, m_workSeconds = 0.0; ///< lately; both fade with time
    Clock::time_point m_measuredAt = Clock::now();
    Clock::time_point m_saidAt {};
    std::optional<EngineStatus::Activity> m_saidActivity;
};

} // namespace circumplex
