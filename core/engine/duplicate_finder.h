#pragma once

#include "core/base/result.h"
#include "core/engine/library_scanner.h"
#include "core/types/track.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace circumplex {

class LibraryDatabase;

struct DuplicateOptions {
    /// Included: listens first to the present tracks that have no fingerprint yet (a fraction of a
    /// second each), so that the same recording in another encoding is found as well.
    Fingerprinting fingerprinting = Fingerprinting::Omitted;
    DecodeOptions decode {};
    int threadCount = 0; ///< as ScanOptions::threadCount
};

struct DuplicateReport {
    int fingerprinted = 0; ///< tracks that were listened to
    int proposed = 0; ///< pairs that are new
    std::vector<PathFailure> failures; ///< of listening
    bool wasStopped = false;
};

/// Proposes pairs of tracks that may be the same, for a person to decide: with the same encoded
/// sound, or with a similar fingerprint and nearly the same duration. Missing tracks are among
/// them: one that was encoded anew and moved is found again as the pair of the missing track and
/// the new one. Merges nothing.
///
/// @param progress  tracks listened to, and how many there are to listen to; at most every 100 ms
Result<DuplicateReport> findDuplicates(LibraryDatabase& library, const DuplicateOptions& options,
    std::stop_token stop, const std::function<void(std::size_t, std::size_t)>& progress = {});

} // namespace circumplex
