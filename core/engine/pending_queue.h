#pragma once

#include "core/base/result.h"
#include "core/engine/analysis_job.h"
#include "core/library/id_set.h"
#include "core/library/track_store.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// What is to be analysed, in the order in which it is to be done. Derived from the library's
/// tables: there is nothing in here that a crash could lose.
///
/// Wished-for tracks come first; then those without any value, from which a slow model gets a first
/// impression when there are many; then those that have only an impression.
///
/// One thread.
class PendingQueue {
public:
    struct Wish {
        std::string query {}; ///< only tracks that it finds; empty: all
        bool includesFailed = false; ///< also those that failed before
        IdSet without {}; ///< not these
        bool impressionsFirst = false; ///< the model is slow
    };

    /// @param library  outlives this
    PendingQueue(LibraryDatabase& library, ModelId model)
        : m_library(library)
        , m_model(model)
    {
    }

    /// Looks at the library anew.
    /// @returns QueryUnusable, or what databaseError() names
    Result<void> derive(const Wish& wish);

    /// The next job, or why it cannot be made; nullopt when nothing is left.
    std::optional<Result<AnalysisJob>> next();

    /// Never gives this track again until forgetDone(). For tracks that are done, failed or in work
    /// without the library knowing it.
    void setAside(TrackId track) { m_done.insert(track); }
    /// Somebody else does these; the next derive() may bring them back.
    void leaveOut(const IdSet& tracks);
    void release(TrackId track) { m_done.erase(track); }
    void forgetDone() { m_done = {}; }

    /// The job of one track, whatever is known of it; nullopt if there is no such track.
    std::optional<AnalysisJob> jobFor(TrackId track) const;

    /// How much of a track a job hears.
    static double heardSeconds(AnalysisJob::Depth depth, double trackSeconds);

    bool isEmpty() const { return m_tracks.empty(); }
    std::int64_t size() const { return static_cast<std::int64_t>(m_tracks.size()); }

    /// Of all that is left; tracks of unknown length count as an average one.
    double soundSeconds() const;

private:
    struct Entry {
        TrackId track {};
        AnalysisJob::Depth depth = AnalysisJob::Depth::Whole;
    };

    Result<std::optional<AnalysisJob>> job(const Entry& entry) const;
    double secondsOf(TrackId track) const; ///< 0: not known
    double soundOf(const Entry& entry) const; ///< that is still to be heard of it

    LibraryDatabase& m_library;
    ModelId m_model;
    std::deque<Entry> m_tracks;
    IdSet m_done;
    std::vector<float> m_durations; ///< by track id; 0: not known
    double m_meanSeconds = 0.0;
    double m_soundSeconds = 0.0;
};

} // namespace circumplex
