#pragma once

#include "core/base/result.h"
#include "core/engine/scan_plan.h"
#include "core/types/track.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace circumplex {

class TrackStore;

/// Says which track of the library a file is, by its sound: the one at its place, one that was
/// lost somewhere else, or none.
///
/// A track whose file is still there, or whose volume is absent, is never taken for another: two
/// files with the same sound are two tracks.
class MoveFinder {
public:
    /// @param online  the volumes that are there, by their ids in the library
    MoveFinder(const TrackStore& tracks, std::unordered_map<VolumeId, Volume> online,
        const ScanPlan& plan);

    struct Answer {
        enum class Kind {
            AtItsPlace, ///< the track that was there before, unless it isTaken(); else a new one
            Moved, ///< `from` another place
            AskLater, ///< not clear before the other files were read
        };
        Kind kind = Kind::AtItsPlace;
        std::optional<TrackId> from;
    };
    enum class Round { First, Last };

    /// Call once for every planned track that could be read, in the first round; again in the last
    /// for those to be asked later.
    ///
    /// @param hash  of the track: of its range, if it has one
    Result<Answer> identify(const PlannedFile& file, const PlannedTrack& track,
        const AudioHash& hash, std::optional<double> durationSeconds, Round round);

    /// A planned file will not come any more: it was identified, or cannot be read.
    void finished(const PlannedFile& file);

    /// Was it found elsewhere? Final once the last round is over.
    bool isTaken(TrackId track) const { return m_taken.contains(track); }

private:
    enum class Whereabouts { AtItsPlace, Lost, NotYetKnown };
    enum class Content { NotRead, Same, Other };

    Whereabouts whereaboutsOf(const Track& track, const PlannedFile& seen) const;

    const TrackStore& m_tracks;
    std::unordered_map<VolumeId, Volume> m_online;
    std::unordered_map<TrackId, const LostTrack*> m_lost;
    std::unordered_map<TrackId, Content> m_changed; ///< known tracks among those planned
    std::unordered_map<std::string, int>
        m_namesToCome; ///< of planned files, lost tracks' names only
    std::unordered_set<TrackId> m_taken;
};

} // namespace circumplex
