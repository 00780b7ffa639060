#pragma once

#include "core/ml/training/personal_fit.h"
#include "core/ml/training/personal_training.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace circumplex {

/// A fit of the cross validation, or the final one.
struct PersonalStage {
    int fold = -1; ///< -1: the final training
    std::size_t share = 0; ///< see PersonalStages::share()
};

/// Which tracks learn, stop and judge in each of a personal training's fits: every fold with each
/// share of the labels, then the final training.
class PersonalStages {
public:
    /// @param plan  outlives this object
    /// @throws ModelError  too few tracks or groups, or a split that cannot be used
    PersonalStages(
        std::vector<TrackRows> tracks, const PersonalPlan& plan, const GivenSplit& split);

    const std::vector<TrackRows>& tracks() const { return m_tracks; }
    int foldCount() const { return m_foldCount; }

    /// Of the labels: those of the plan's curve, then all of them.
    std::size_t shareCount() const { return m_plan.curveShares.size() + 1; }
    double share(std::size_t index) const;

    std::size_t count() const { return m_stages.size(); }
    const PersonalStage& at(std::size_t stage) const { return m_stages[stage]; }

    /// Without a batch size.
    /// @param bestEpochs  of the folds with all labels; asked of the final training only
    PersonalTask taskOf(std::size_t stage, const std::vector<int>& bestEpochs) const;

    /// What a fold judges.
    std::vector<std::int64_t> rowsOfFold(int fold) const;
    /// False for tracks that no fold judges.
    bool isJudged(std::size_t track) const { return m_foldOf[track] < m_foldCount; }

private:
    void takeSplit(const GivenSplit& split);
    void partition(const PersonalStage& stage, PersonalTask& task) const;

    std::vector<TrackRows> m_tracks;
    const PersonalPlan& m_plan;
    std::vector<int> m_foldOf;
    bool m_isSplitGiven = false;
    std::vector<bool> m_isValidation; ///< of a given split; empty: some groups stop
    int m_foldCount = 0;
    std::vector<PersonalStage> m_stages;
};

} // namespace circumplex
