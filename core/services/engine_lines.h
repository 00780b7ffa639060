#pragma once

#include "core/base/result.h"
#include "core/services/engine_status.h"
#include "core/types/id.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace circumplex {

/// What the engine is asked to do: one JSON object a line on its stdin.
namespace engine_command {
/// Analyse what the current model has not annotated, and what is added later.
struct Work {
    std::string query {}; ///< only tracks that it finds; empty: all
    bool includesFailed = false; ///< also those that failed before
    std::vector<TrackId> without {}; ///< but not these: they have had their try
};
/// Tracks in work are finished first.
struct Pause { };
struct Resume { };
/// Tracks in work are left as they were.
struct Cancel { };
/// Do these before all others. @param priority  above 0; higher is sooner
struct Prioritise {
    std::vector<TrackId> tracks {};
    int priority = 1;
};
/// Analyse these before all others, whatever is known of them and however often they failed; also
/// when no work is asked for. Each is answered by Annotated or Failed, unless it is gone.
struct Again {
    std::vector<TrackId> tracks {};
};
/// @param share  of the cores, above 0 and at most 1
struct Pace {
    double share = 1.0;
};
/// Bring these folders up to date; none: all that are watched.
struct Scan {
    std::vector<std::string> folders {}; ///< raw bytes
};
/// These were in work when an engine died: do each with nothing else in work.
struct Alone {
    std::vector<TrackId> tracks {};
};
/// Give a track up, since it took an engine with it.
struct GiveUp {
    TrackId track {};
    ErrorCode code = ErrorCode::AnalysisCrashed;
    std::string reason {};
};
struct Quit { };
}

using EngineCommand = std::variant<engine_command::Work, engine_command::Pause,
    engine_command::Resume, engine_command::Cancel, engine_command::Prioritise,
    engine_command::Again, engine_command::Pace, engine_command::Scan, engine_command::Alone,
    engine_command::GiveUp, engine_command::Quit>;

/// What the engine says: one JSON object a line on its stdout.
namespace engine_event {
struct Started {
    TrackId track {};
};
/// A track's annotation is in the library.
struct Annotated {
    TrackId track {};
    std::string path {}; ///< raw bytes
    double valence = 5.0, arousal = 5.0; ///< 1..9
    std::string device {};
    bool isCoarse = false; ///< a first value from a few places
    bool isFromCache = false; ///< its sound was not heard again
    double seconds = 0.0; ///< that it took
};
struct Failed {
    TrackId track {};
    std::string path {}; ///< raw bytes
    std::string code {}; ///< errorCodeName()
    std::string reason {}; ///< an English sentence
};
struct Scanned {
    int added = 0, updated = 0, moved = 0, unchanged = 0, missing = 0, failed = 0;
    bool isAsked = true; ///< answers a Scan; otherwise the engine saw a change by itself
};
/// Something worth showing.
struct Notice {
    std::string sentence {}; ///< English
    std::string path {}; ///< raw bytes: what it is about; empty: the engine as such
    std::string code {}; ///< errorCodeName() if something went wrong with it
};
struct Status {
    EngineStatus status {};
};
/// The engine ends itself, since a track cannot be stopped otherwise.
struct Dying {
    std::vector<TrackId> tracks {}; ///< that may be the reason
    ErrorCode code = ErrorCode::Stalled; ///< or MemoryExceeded
    std::string reason {};
};
/// A command cannot be done, or the engine cannot work at all.
struct Refused {
    std::string code {}; ///< errorCodeName()
    std::string reason {};
};
}

using EngineEvent = std::variant<engine_event::Started, engine_event::Annotated,
    engine_event::Failed, engine_event::Scanned, engine_event::Notice, engine_event::Status,
    engine_event::Dying, engine_event::Refused>;

/// One line, with its end.
QByteArray encode(const EngineCommand& command);
QByteArray encode(const EngineEvent& event);

/// @returns Refused, with a sentence that names the field, if the line is none of the above
Result<EngineCommand> decodeCommand(const QByteArray& line);
Result<EngineEvent> decodeEvent(const QByteArray& line);

} // namespace circumplex
