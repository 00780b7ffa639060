#pragma once

#include "core/base/result.h"
#include "core/types/label.h"

#include <span>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// What people say of tracks. Labels never touch annotations.
///
/// A continuous rating is stored while it is made: startTrace(), appendToTrace() about once a
/// second, completeTrace(). So a crash costs the last piece, and interrupted traces are found
/// again. One transaction per verb; NotFound if a track, session or trace does not exist.
class LabelStore {
public:
    explicit LabelStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// @param session  without id and rater; the rater is found or added by raterName
    Result<SessionId> startSession(const RatingSession& session);

    /// Newest first.
    Result<std::vector<RatingSession>> sessions() const;

    /// @returns Refused: a value outside 1..9, confidence or familiarity outside 1..3
    Result<void> rate(const StaticRating& rating);

    /// Adds or changes tags, all or none.
    Result<void> tag(std::span<const TagLabel> labels);

    /// @param trace  without id and samples
    Result<TraceId> startTrace(const Trace& trace);

    /// @returns Refused: a value outside 1..9, or in a relative trace one that is no number
    Result<void> appendToTrace(TraceId trace, std::span<const TraceSample> samples);

    /// @param soundEndSeconds  nullopt: the sound was not heard to its end
    Result<void> completeTrace(TraceId trace, std::optional<double> soundEndSeconds = {});

    /// Traces that were begun and never completed, with their samples.
    Result<std::vector<Trace>> interruptedTraces() const;

    /// Everything about one track, oldest first.
    Result<TrackLabels> of(TrackId track) const;

    /// Takes back what a session said of a track: rating, tags and traces.
    Result<void> remove(TrackId track, SessionId session);

    Result<void> removeTrace(TraceId trace);

    /// The rater is found or added by name.
    Result<void> addLatencyTest(const LatencyTest& test);

    /// The newest of this rater with this instrument; nullopt: never measured.
    Result<std::optional<LatencyTest>> latencyOf(
        const std::string& raterName, const std::string& instrument) const;

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
