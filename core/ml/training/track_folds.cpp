#include "core/ml/training/track_folds.h"

#include <algorithm>
#include <map>
#include <random>

namespace circumplex {

std::vector<TrackRows> tracksOf(const TrainingPack& pack)
{
    std::vector<TrackRows> tracks;
    std::map<std::int64_t, std::size_t> indexOf;
    for (std::size_t row = 0; row < pack.size(); ++row) {
        const auto [found, isNew] = indexOf.try_emplace(pack.track[row], tracks.size());
        if (isNew) {
            TrackRows track;
            track.group = pack.group[row];
            track.set = pack.set[row];
            tracks.push_back(track);
        }
        auto& track = tracks[found->second];
        (pack.whole[row] != 0 ? track.whole : track.windows)
            .push_back(static_cast<std::int64_t>(row));
    }
    return tracks;
}

std::vector<int> trackFolds(std::span<const TrackRows> tracks, int foldCount, std::uint64_t seed)
{
    struct Group {
        std::int64_t id = 0, set = 0;
        std::size_t trackCount = 0;
    };
    std::vector<Group> groups;
    std::map<std::int64_t, std::size_t> indexOf;
    for (const auto& track : tracks) {
        const auto [found, isNew] = indexOf.try_emplace(track.group, groups.size());
        if (isNew) groups.push_back({ .id = track.group, .set = track.set });
        ++groups[found->second].trackCount;
    }
    std::mt19937_64 random(seed);
    std::shuffle(groups.begin(), groups.end(), random);
    // the large ones first, while there is room for them
    std::stable_sort(groups.begin(), groups.end(),
        [](const Group& left, const Group& right) { return left.trackCount > right.trackCount; });

    std::map<std::int64_t, std::vector<std::size_t>> filled; // [set][fold], tracks
    std::map<std::int64_t, int> foldOf;
    for (const auto& group : groups) {
        auto& counts
            = filled.try_emplace(group.set, static_cast<std::size_t>(foldCount)).first->second;
        const auto least = std::min_element(counts.begin(), counts.end());
        *least += group.trackCount;
        foldOf[group.id] = static_cast<int>(least - counts.begin());
    }
    std::vector<int> folds;
    folds.reserve(tracks.size());
    for (const auto& track : tracks)
        folds.push_back(foldOf[track.group]);
    return folds;
}

} // namespace circumplex
