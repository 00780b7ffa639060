#pragma once

#include "core/audio/fingerprint.h"

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

namespace circumplex {

/// Finds recordings that are the same among many, without comparing each with each.
///
/// Of every fingerprint a sketch is kept: the 128 different items that come first in a fixed random
/// order (bottom-k sampling, Broder 1997), so that two encodings of one recording, however they are
/// shifted, share many. What shares some is compared as a whole.
class FingerprintIndex {
public:
    struct Match {
        std::int64_t id = 0; ///< of the earlier one
        FingerprintMatch match;
    };

    /// Compares with those added before whose duration differs by at most kSameDurationSeconds, and
    /// forgets the shorter ones.
    ///
    /// @param durationSeconds  at least that of the one added before
    /// @return those that are the same recording (kSameRecordingBitErrorRate)
    std::vector<Match> add(
        std::int64_t id, double durationSeconds, std::vector<std::uint32_t> fingerprint);

    static constexpr double kSameDurationSeconds = 7.0; ///< as AcoustID

private:
    struct Entry {
        std::int64_t id = 0;
        double durationSeconds = 0.0;
        std::vector<std::uint32_t> fingerprint;
        std::vector<std::uint32_t> sketch;
    };

    void forgetShorterThan(double seconds);

    std::deque<Entry> m_entries;
    std::uint64_t m_forgotten = 0; ///< entries before m_entries.front()
    std::unordered_map<std::uint32_t, std::deque<std::uint64_t>> m_holders; ///< of a sketch's item
};

} // namespace circumplex
