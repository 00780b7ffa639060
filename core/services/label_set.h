#pragma once

#include "core/base/result.h"
#include "core/types/label.h"
#include "core/types/track.h"

#include <map>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// A track that somebody said something of.
struct LabelledTrack {
    Track track;
    TrackLabels labels;
};

/// All that people said of a library's tracks, or some of them did.
struct LabelSet {
    std::map<SessionId, RatingSession> sessions;
    std::vector<LabelledTrack> tracks; ///< in the order of their paths

    const std::string& raterOf(SessionId session) const { return sessions.at(session).raterName; }

    /// Names, in order; those that said something.
    std::vector<std::string> raters() const;
};

/// Interrupted traces are left out.
/// @param raters  whose labels; empty: everybody's
/// @returns NotFound, naming those who are known, for a rater who is not
Result<LabelSet> readLabels(LibraryDatabase& library, const std::vector<std::string>& raters = {});

} // namespace circumplex
