#pragma once

#include "core/base/result.h"
#include "core/types/comment.h"
#include "core/types/label.h"
#include "core/types/stored_annotation.h"
#include "core/types/track.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// Everything the library knows about one track, as its page shows it.
struct TrackView {
    enum class Sound {
        There,
        FileGone, ///< the volume is there, the file is not
        VolumeOffline,
    };

    /// What one model says.
    struct Reading {
        QString model {}; ///< its name, told from others of that name by its hash
        StoredAnnotation stored {};
        std::string hash {}; ///< of the model
    };

    /// What a person drew while listening.
    struct HumanTrace {
        QString rater;
        Trace trace;
    };

    Track track {};
    std::filesystem::path path {}; ///< where the file is, or was last
    Sound sound = Sound::There;
    QString volume {}; ///< name of its volume, for people
    std::vector<Reading> readings {}; ///< the model in use, then newest first
    std::vector<HumanTrace> traces {}; ///< on the scale from 1 to 9; oldest first
    std::vector<TrackComment> comments {}; ///< by start
    std::optional<TrackError> analysisError {};

    double soundOffsetSeconds() const; ///< where in the file the track's 0:00 is (CUE sheets)
    double durationSeconds() const; ///< by the first reading, else by the scan; 0: unknown
    QString title() const; ///< the tag, or the file's name
};

/// @param modelHash  of the model in use, as ModelStore::inUse() understands it
/// @returns NotFound, or what databaseError() names
Result<TrackView> readTrackView(
    LibraryDatabase& library, TrackId track, const std::string& modelHash = {});

} // namespace circumplex
