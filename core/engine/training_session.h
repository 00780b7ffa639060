#pragma once

#include "core/base/result.h"
#include "core/engine/personal_pack.h"
#include "core/engine/split_files.h"
#include "core/ml/training/personal_training.h"
#include "core/ml/training/verdict_maker.h"
#include "core/services/model_registry.h"
#include "core/types/data_type.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

class FeatureCache;
class LibraryDatabase;

/// The labels of one rater.
struct RaterShare {
    std::string rater;
    std::size_t trackCount = 0; ///< with anything that they said
    double weight = 1.0; ///< beside the other raters
};

/// What a training starts from, as far as it can be known before.
struct TrainingPreview {
    std::vector<RaterShare> shares; ///< in the order of `raters`
    std::vector<std::string> raters;
    std::size_t labelledTracks = 0; ///< in the library, by these raters
    std::size_t usableTracks = 0; ///< of them: heard by the base model, with labels it can learn
    std::size_t groupCount = 0; ///< of the usable ones: artists, albums, recordings tied together
    std::size_t valenceTracks = 0, arousalTracks = 0, tagTracks = 0, tracedTracks = 0;
    /// Usable tracks with both ratings, by their quarter of the plane: joyful, tense, sad, calm.
    std::array<std::size_t, 4> quarterTracks {};
    std::vector<std::string> notHeard; ///< paths; `annotate` hears them
    std::vector<std::string> soundMissing; ///< paths; an adapter would have to hear them
    std::size_t sectionCount = 0; ///< pieces of sound that an adapter learns from
    std::size_t sectionBytes = 0; ///< of temporary files for them
    std::vector<std::string> warnings; ///< English sentences
    std::optional<double> secondsAtMost; ///< nullopt: it could not begin, see problem
    std::string problem; ///< why there can be no training; empty if there can
};

/// From a library's labels to a personal model: prepare(), train(), install().
///
/// Labels and the base model are only read. One thread; LibTorch's threads are its own.
class TrainingSession {
public:
    struct Setup {
        LibraryDatabase& library;
        FeatureCache& cache; ///< of what the base model heard
        const ModelRegistry& registry;
        InstalledModel base;
        std::string hearing; ///< as the cache names it
        DataType dtype = DataType::Float32;
        CurveGrid grid {};
        std::string name; ///< of the personal model
        std::vector<std::string> raters {}; ///< whose labels; empty: everybody's
        RaterWeights raterWeights {};
        PersonalPlan plan {};
        std::filesystem::path splits {}; ///< folder of a published split; empty: cross validation
        std::filesystem::path checkpoint {}; ///< file; its folder is made
    };

    explicit TrainingSession(Setup setup)
        : m_setup(std::move(setup))
    {
    }

    /// Reads labels and what was heard. A training that cannot be is no error: the preview says
    /// why.
    /// @returns NotFound: an unknown rater; ModelUnusable: the plan has an adapter, which this base
    ///   cannot take; Refused: the given split leaks, naming what;
    ///   LabelsUnusable: it cannot be read; Cancelled; what the stores do
    Result<TrainingPreview> prepare(const std::stop_token& stop);

    /// After prepare(). Goes on from the checkpoint where there is one of this very training.
    /// @returns Cancelled: the checkpoint is written; LabelsUnusable: too few labels, or they lead
    ///   to no number; ModelUnusable, MemoryExceeded, FileUnwritable
    Result<Verdict> train(std::stop_token stop, const PersonalCallbacks& callbacks);

    /// After train(). The checkpoint is removed once the model is installed.
    /// @returns as installPersonalModel()
    Result<InstalledModel> install();

    /// After train(): held-out concordance by dimension of heads without the adapter that
    /// the verdict is about; null if it is about none.
    nlohmann::ordered_json scoresOfHeadsAlone() const;

    /// After train(): whether the model has an adapter of its own.
    bool hasAdapter() const { return m_outcome && m_outcome->finalAdapterEpochs > 0; }

    /// After train(), where the model is not wanted.
    void discard();

private:
    Result<void> takeSplit(
        const std::vector<LabelledTrack>& tracks, const std::vector<TrackTies>& ties);
    std::filesystem::path headFile() const;
    std::filesystem::path adapterFile() const;
    void planAdapter();
    Result<std::unique_ptr<AdapterSections>> hearAdapterSections(
        const std::stop_token& stop, const PersonalCallbacks& callbacks) const;
    Verdict judge(const PersonalOutcome& outcome, const HeldOut& heldOut) const;

    Setup m_setup;
    LabelSet m_labels; ///< of usable tracks
    TrainingPack m_pack;
    std::vector<double> m_rowSeconds; ///< middle of each of its rows
    std::size_t m_sectionsPerTrack = 0;
    GivenSplit m_split;
    TrainingPreview m_preview;
    std::optional<PersonalOutcome> m_outcome;
    Verdict m_verdict;
};

} // namespace circumplex
