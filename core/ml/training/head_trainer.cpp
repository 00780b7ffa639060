#include "core/ml/training/head_trainer.h"

#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/ml/training/head_fit.h"
#include "core/ml/training/held_out_scores.h"
#include "core/ml/training/track_folds.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <set>
#include <string>

namespace circumplex {

namespace {

struct Parts {
    std::vector<TrackRows> inside, outside;
};

/// Tracks of fold `part` inside, the others outside.
Parts partsOf(const std::vector<TrackRows>& tracks, const std::vector<int>& folds, int part)
{
    Parts parts;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        (folds[i] == part ? parts.inside : parts.outside).push_back(tracks[i]);
    return parts;
}

std::size_t groupCount(const std::vector<TrackRows>& tracks)
{
    std::set<std::int64_t> groups;
    for (const auto& track : tracks)
        groups.insert(track.group);
    return groups.size();
}

std::vector<std::int64_t> allRows(const std::vector<TrackRows>& tracks)
{
    std::vector<std::int64_t> rows;
    for (const auto& track : tracks) {
        rows.insert(rows.end(), track.whole.begin(), track.whole.end());
        rows.insert(rows.end(), track.windows.begin(), track.windows.end());
    }
    return rows;
}

/// One training of a pack after the other.
class Trainer {
public:
    Trainer(const TrainingPack& pack, const TrainingPlan& plan, std::stop_token stop,
        const TrainingObserver& observer)
        : m_pack(pack)
        , m_plan(plan)
        , m_stop(std::move(stop))
        , m_observer(observer)
        , m_examples(exampleTensors(pack, plan))
        , m_tracks(tracksOf(pack))
    {
        // enough groups to train on, to stop by and to hold out
        const auto needed = static_cast<std::size_t>(std::max(plan.folds, 1) + 1);
        if (groupCount(m_tracks) < needed)
            throw ModelError("the training pack has " + std::to_string(groupCount(m_tracks))
                + " groups of tracks; this plan needs at least " + std::to_string(needed));
        describeSets();
    }

    /// Fills the report's scores. @return false if stopped
    bool crossValidate()
    {
        for (int repeat = 0; repeat < m_plan.repeats; ++repeat) {
            HeadPredictions heldOut;
            heldOut.emotion.resize(2 * m_pack.size());
            heldOut.tagProbabilities.resize(kMoodTags.size() * m_pack.size());
            const auto seed = m_plan.seed + static_cast<std::uint64_t>(repeat);
            const auto folds = trackFolds(m_tracks, m_plan.folds, seed);
            for (int fold = 0; fold < m_plan.folds; ++fold) {
                const auto parts = partsOf(m_tracks, folds, fold);
                const auto fit = fitStopping(parts.outside, seed, repeat, fold);
                if (!fit) return false;
                m_report.bestEpochs.push_back(fit->bestEpoch);
                predictRows(m_examples, m_plan, fit->weights, allRows(parts.inside), heldOut);
            }
            addScores(heldOut);
        }
        return true;
    }

    std::optional<TrainedHead> finish()
    {
        std::optional<Fit> fit;
        if (m_plan.folds == 0) {
            fit = fitStopping(m_tracks, m_plan.seed, -1, -1);
        } else {
            auto epochs = m_report.bestEpochs;
            const auto middle = epochs.begin() + static_cast<std::ptrdiff_t>(epochs.size() / 2);
            std::nth_element(epochs.begin(), middle, epochs.end());
            fit = fitOnce(
                { .training = m_tracks, .validation = {}, .seed = m_plan.seed, .epochs = *middle },
                -1, -1);
        }
        if (!fit) return std::nullopt;
        m_report.finalEpochs = fit->bestEpoch;
        return TrainedHead { .weights = std::move(fit->weights), .report = std::move(m_report) };
    }

private:
    void describeSets()
    {
        for (std::size_t set = 0; set < m_pack.setNames.size(); ++set) {
            std::vector<TrackRows> members;
            SetReport report;
            for (const auto& track : m_tracks)
                if (track.set == static_cast<std::int64_t>(set)) {
                    members.push_back(track);
                    report.windowCount += track.windows.size();
                }
            report.name = m_pack.setNames[set];
            report.trackCount = members.size();
            report.groupCount = groupCount(members);
            m_report.sets.push_back(std::move(report));
        }
    }

    bool isAmong(const std::vector<std::string>& names, std::size_t set) const
    {
        return std::find(names.begin(), names.end(), m_pack.setNames[set]) != names.end();
    }

    /// A part of the groups tells when to stop.
    std::optional<Fit> fitStopping(
        const std::vector<TrackRows>& tracks, std::uint64_t seed, int repeat, int fold)
    {
        const auto parts
            = partsOf(tracks, trackFolds(tracks, m_plan.validationParts, seed + 7919), 0);
        if (parts.inside.empty() || parts.outside.empty())
            throw ModelError("the training pack has too few groups of tracks to leave some out");
        return fitOnce({ .training = parts.outside,
                           .validation = parts.inside,
                           .seed = seed * 101 + static_cast<std::uint64_t>(fold + 1),
                           .epochs = m_plan.epochs },
            repeat, fold);
    }

    std::optional<Fit> fitOnce(const FitRequest& request, int repeat, int fold)
    {
        return fitHead(m_examples, m_plan, request, m_stop,
            [&](int epoch, double training, double validation, bool isBest) {
                const EpochReport report { .repeat = repeat,
                    .fold = fold,
                    .epoch = epoch,
                    .trainingLoss = training,
                    .validationLoss = validation,
                    .isBest = isBest };
                if (fold < 0) m_report.finalTraining.push_back(report);
                m_observer(report);
            });
    }

    void addScores(const HeadPredictions& heldOut)
    {
        std::vector<std::int64_t> wholeRows, windowRows;
        for (std::size_t set = 0; set < m_report.sets.size(); ++set) {
            const auto id = static_cast<std::int64_t>(set);
            const bool isSided = isAmong(m_plan.sidedSets, set);
            addEmotionScores(m_report.sets[set].scores, m_pack, m_tracks, id,
                isSided ? EmotionLabels::Sides : EmotionLabels::Numbers, heldOut);
            if (isSided || isAmong(m_plan.derivedSets, set)) continue;
            for (const auto& track : m_tracks) {
                if (track.set != id) continue;
                wholeRows.insert(wholeRows.end(), track.whole.begin(), track.whole.end());
                windowRows.insert(windowRows.end(), track.windows.begin(), track.windows.end());
            }
        }
        addTagScores(m_report.tagScores, m_pack, m_tracks, heldOut);
        const auto addMean = [this](IntervalHalfWidth& mean, const IntervalHalfWidth& one) {
            mean.valence += one.valence / m_plan.repeats;
            mean.arousal += one.arousal / m_plan.repeats;
        };
        addMean(m_report.trackInterval, intervalOf(m_pack, wholeRows, heldOut));
        addMean(m_report.windowInterval, intervalOf(m_pack, windowRows, heldOut));
    }

    const TrainingPack& m_pack;
    const TrainingPlan& m_plan;
    std::stop_token m_stop;
    const TrainingObserver& m_observer;
    ExampleTensors m_examples;
    std::vector<TrackRows> m_tracks;
    TrainingReport m_report;
};

} // namespace

std::optional<TrainedHead> trainHead(const TrainingPack& pack, const TrainingPlan& plan,
    std::stop_token stop, const TrainingObserver& observer)
{
    requireUsable(plan);
    useThreads(plan.threads);
    Trainer trainer(pack, plan, std::move(stop), observer);
    if (plan.folds > 0 && !trainer.crossValidate()) return std::nullopt;
    return trainer.finish();
}

} // namespace circumplex
