#include "core/ml/training/personal_stages.h"

#include "core/ml/model_error.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace circumplex {

namespace {

constexpr std::uint64_t kStoppingSeed = 7919; ///< apart from the folds' seed

std::size_t groupCount(const std::vector<TrackRows>& tracks)
{
    std::set<std::int64_t> groups;
    for (const auto& track : tracks)
        groups.insert(track.group);
    return groups.size();
}

/// Whole groups, in an order by the seed, until they hold that share of the tracks.
std::vector<TrackRows> someOf(
    const std::vector<TrackRows>& tracks, double share, std::uint64_t seed)
{
    if (share >= 1.0) return tracks;
    std::vector<std::int64_t> groups;
    for (const auto& track : tracks)
        if (std::find(groups.begin(), groups.end(), track.group) == groups.end())
            groups.push_back(track.group);
    std::mt19937_64 random(seed);
    for (std::size_t i = groups.size(); i-- > 1;)
        std::swap(groups[i], groups[random() % (i + 1)]);
    const auto wanted = share * static_cast<double>(tracks.size());
    std::set<std::int64_t> taken;
    std::vector<TrackRows> some;
    for (const auto group : groups) {
        // two groups at least: one to learn from, one to stop by
        if (taken.size() >= 2 && static_cast<double>(some.size()) >= wanted) break;
        taken.insert(group);
        for (const auto& track : tracks)
            if (track.group == group) some.push_back(track);
    }
    return some;
}

} // namespace

PersonalStages::PersonalStages(
    std::vector<TrackRows> tracks, const PersonalPlan& plan, const GivenSplit& split)
    : m_tracks(std::move(tracks))
    , m_plan(plan)
{
    const auto groups = groupCount(m_tracks);
    if (m_tracks.size() < kLeastPersonalTracks || groups < kLeastPersonalGroups)
        throw ModelError("there are labels of " + std::to_string(m_tracks.size()) + " tracks in "
            + std::to_string(groups)
            + " groups (artist, album, work); a personal model needs at least "
            + std::to_string(kLeastPersonalTracks) + " in " + std::to_string(kLeastPersonalGroups)
            + ", or nothing would tell whether it is any good. Label more, by other artists");
    if (split.empty()) {
        m_foldCount = std::min(plan.folds, static_cast<int>(groups));
        m_foldOf = trackFolds(m_tracks, m_foldCount, plan.seed);
    } else {
        takeSplit(split);
    }
    for (int fold = 0; fold < m_foldCount; ++fold)
        for (std::size_t share = 0; share < shareCount(); ++share)
            m_stages.push_back({ .fold = fold, .share = share });
    m_stages.push_back({ .fold = -1, .share = plan.curveShares.size() });
}

/// The test part is the one fold; where a validation part is named, it stops.
void PersonalStages::takeSplit(const GivenSplit& split)
{
    if (split.size() != m_tracks.size())
        throw ModelError("the split names " + std::to_string(split.size()) + " tracks of "
            + std::to_string(m_tracks.size()));
    const auto has = [&split](SplitPart part) {
        return std::find(split.begin(), split.end(), part) != split.end();
    };
    if (!has(SplitPart::Training) || !has(SplitPart::Test))
        throw ModelError("the split has no labelled tracks in its training or its test part");
    m_foldCount = 1;
    m_isSplitGiven = true;
    for (const auto part : split) {
        m_foldOf.push_back(part == SplitPart::Test ? 0 : 1);
        m_isValidation.push_back(part == SplitPart::Validation);
    }
    if (!has(SplitPart::Validation)) m_isValidation.clear();
}

double PersonalStages::share(std::size_t index) const
{
    return index < m_plan.curveShares.size() ? m_plan.curveShares[index] : 1.0;
}

PersonalTask PersonalStages::taskOf(std::size_t stage, const std::vector<int>& bestEpochs) const
{
    PersonalTask task { .training = {},
        .validation = {},
        .seed = m_plan.seed * 101 + static_cast<std::uint64_t>(stage) + 1,
        .epochs = m_plan.epochs,
        .batchSize = 0 };
    if (m_stages[stage].fold >= 0) {
        partition(m_stages[stage], task);
        return task;
    }
    auto epochs = bestEpochs;
    const auto middle = epochs.begin() + static_cast<std::ptrdiff_t>(epochs.size() / 2);
    std::nth_element(epochs.begin(), middle, epochs.end());
    task.epochs = *middle;
    for (std::size_t i = 0; i < m_tracks.size(); ++i)
        // what a published test part is for would be lost
        if (!m_isSplitGiven || m_foldOf[i] != 0) task.training.push_back(m_tracks[i]);
    return task;
}

void PersonalStages::partition(const PersonalStage& stage, PersonalTask& task) const
{
    std::vector<TrackRows> outside;
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        if (m_foldOf[i] == stage.fold) continue;
        const bool isNamed = !m_isValidation.empty() && m_isValidation[i];
        (isNamed ? task.validation : outside).push_back(m_tracks[i]);
    }
    auto some = someOf(
        outside, share(stage.share), m_plan.seed + 31 * static_cast<std::uint64_t>(stage.fold));
    if (!task.validation.empty()) {
        task.training = std::move(some);
        return;
    }
    const auto parts = trackFolds(some, m_plan.validationParts, m_plan.seed + kStoppingSeed);
    for (std::size_t i = 0; i < some.size(); ++i)
        (parts[i] == 0 ? task.validation : task.training).push_back(some[i]);
    if (task.training.empty()) task.training.swap(task.validation);
}

std::vector<std::int64_t> PersonalStages::rowsOfFold(int fold) const
{
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        if (m_foldOf[i] != fold) continue;
        for (const auto* part : { &m_tracks[i].whole, &m_tracks[i].windows })
            rows.insert(rows.end(), part->begin(), part->end());
    }
    return rows;
}

} // namespace circumplex
