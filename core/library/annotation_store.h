#pragma once

#include "core/base/result.h"
#include "core/types/stored_annotation.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// A track that a model has still something to say about.
struct PendingTrack {
    enum class Reason {
        NotAnnotated,
        AudioChanged, ///< the annotation is of other audio than the file has now
        Coarse, ///< only a first value from a few windows
    };

    TrackId track;
    Reason reason = Reason::NotAnnotated;
    int priority = 0; ///< of prioritise(); 0 without
};

/// What models say of tracks; one annotation per track and model.
///
/// What is to be done is derived from the tables at every call: there is no queue to lose. One
/// transaction per verb.
class AnnotationStore {
public:
    struct PendingOptions {
        std::size_t limit = std::numeric_limits<std::size_t>::max();
        int mostTries = 3; ///< tracks whose analysis failed more often in a row are left out
    };

    explicit AnnotationStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// Adds or replaces; clears the track's analysis error and priority. A coarse annotation does
    /// not replace a complete one of the same audio.
    /// @returns NotFound (no such track or model), Refused (a value that is not a number, or curves
    ///   of unequal length)
    Result<void> put(const StoredAnnotation& annotation);

    /// With curves and chords.
    Result<std::optional<StoredAnnotation>> find(TrackId track, ModelId model) const;

    /// Models that annotated a track.
    Result<std::vector<ModelId>> modelsOf(TrackId track) const;

    /// Present tracks of the library on volumes that are there, which the model has not annotated
    /// completely, or whose audio changed since. Highest priority first, then by id.
    Result<std::vector<PendingTrack>> pending(ModelId model, const PendingOptions& options) const;

    /// Asks for these to be done first. @param priority  above 0; higher is sooner
    Result<void> prioritise(std::span<const TrackId> tracks, int priority);

    /// Forgets all priorities.
    Result<void> clearPriorities();

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
