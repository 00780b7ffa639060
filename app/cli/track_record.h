#pragma once

#include "core/base/result.h"
#include "core/library/track_row.h"
#include "core/types/known_model.h"
#include "core/types/label.h"
#include "core/types/playlist.h"
#include "core/types/stored_annotation.h"
#include "core/types/track.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace circumplex {
class LibraryDatabase;
}

namespace circumplex::cli {

/// Everything that the library knows of one track.
struct TrackRecord {
    struct ByModel {
        KnownModel model;
        StoredAnnotation stored;
    };
    struct Duplicate {
        TrackId track;
        std::filesystem::path path;
        DuplicatePair pair;
    };

    TrackRow row; ///< by the model that is meant
    std::string model; ///< its name@hash
    Track track;
    Volume volume;
    std::filesystem::path path;
    std::vector<ByModel> annotations; ///< of every model
    TrackLabels labels;
    std::map<SessionId, RatingSession> sessions; ///< those in `labels`
    std::vector<Playlist> playlists;
    std::vector<TrackError> errors;
    std::vector<Duplicate> duplicates;

    /// The annotation is of other audio than the file has now.
    bool isOfOtherAudio(const StoredAnnotation& stored) const;
};

/// @returns NotFound, or what the stores do
Result<TrackRecord> trackRecord(LibraryDatabase& library, const KnownModel& model, TrackId track);

} // namespace circumplex::cli
