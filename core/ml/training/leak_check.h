#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace circumplex {

/// What ties tracks together so that knowing one is knowing something of the other. Texts are
/// compared without case and surrounding spaces; empty ones tie nothing.
struct TrackTies {
    std::string name; ///< for people: a path
    std::string artist, album, work;
    std::string
        sound; ///< equal for the same recording: a hash, or the first of a set of duplicates
};

/// Groups that may never be split: tracks tied directly or through others have one number, from 0
/// in the order of first appearance.
std::vector<std::int64_t> groupsOf(const std::vector<TrackTies>& tracks);

/// Something that stands on two sides of a split.
struct Leak {
    std::string kind; ///< "artist", "album", "work" or "recording"
    std::string name; ///< of the artist, album or work; of a track for a recording
    std::vector<std::string> parts; ///< "train", "test", ...
    std::size_t trackCount = 0;
};

/// @param parts  of each track; tracks of the part "" take no part
/// @return what leaks, most tracks first; empty for a clean split
std::vector<Leak> leaksOf(
    const std::vector<TrackTies>& tracks, const std::vector<std::string>& parts);

/// "The artist \"Bach\" is in train and test (12 tracks); ..." and how many more there are.
std::string leakSentence(const std::vector<Leak>& leaks);

} // namespace circumplex
