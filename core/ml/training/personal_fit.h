#pragma once

#include "core/ml/emotion/emotion_head.h"
#include "core/ml/training/adam.h"
#include "core/ml/training/early_stopping.h"
#include "core/ml/training/personal_batches.h"
#include "core/ml/training/personal_examples.h"
#include "core/ml/training/section_embeddings.h"
#include "core/ml/training/seeded_dropout.h"
#include "core/ml/training/track_folds.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <optional>
#include <vector>

namespace circumplex {

/// One fit.
struct PersonalTask {
    std::vector<TrackRows> training;
    std::vector<TrackRows> validation; ///< of other groups; may be empty: nothing stops early then
    std::uint64_t seed = 1;
    int epochs = 0; ///< at most
    int batchSize = 0; ///< examples; with an adapter: tracks
};

/// Lets an adapter learn along with a head.
struct AdapterStart {
    const SectionEmbeddings& sections;
    WeightMap head; ///< where that head begins: what a fit without an adapter gave
};

/// Fits the layers behind the chord reader to labels, one batch at a time, so that it can be
/// interrupted anywhere and go on exactly as if it had not been: everything random follows from the
/// seed, the epoch and the batch.
///
/// First the base's valence and arousal are brought to the rater's scale by a line each, drawn
/// towards the identity where labels are few; then gradient steps begin.
class PersonalFit {
public:
    /// @param base     a multitask head; shared, never changed
    /// @param adapter  its sections outlive this object; none: the head learns alone
    PersonalFit(const PersonalExamples& examples, const WeightMap& base, const PersonalPlan& plan,
        PersonalTask task, const std::optional<AdapterStart>& adapter = {});

    bool isOver() const { return m_epoch >= m_task.epochs || m_stopping.isOver(); }

    /// What the last epoch gave.
    struct Epoch {
        int number = 0; ///< from 1
        double trainingLoss = 0.0;
        double validationLoss = 0.0; ///< NaN without validation tracks
        double baseLoss = 0.0; ///< of the base model as it is on the same tracks; NaN likewise
        bool isBest = false;
    };

    /// The next batch. @return the epoch, if it was its last
    /// @throws ModelError         the loss is not a number
    /// @throws DeviceOutOfMemory  the device has no room for it; this fit is then of no more use
    std::optional<Epoch> step();

    /// Rows of the next batch.
    std::size_t nextRowCount() const { return m_batches.at(m_batch).rows.size(); }

    int epochCount() const { return m_epoch; } ///< finished
    int bestEpoch() const { return m_bestEpoch; }

    /// A whole head: of the epoch with the least validation loss, or the last. On the CPU.
    WeightMap best() const;

    /// The adapter of that epoch, empty if there is none. On the CPU.
    WeightMap bestAdapter() const;

    /// All that has changed since construction.
    WeightMap stateTensors() const;
    nlohmann::json stateNumbers() const;

    /// Goes on where another fit of the same examples, base, plan and task stood.
    /// @throws ModelError  it was of something else
    void restore(const WeightMap& tensors, const nlohmann::json& numbers);

private:
    void calibrate();
    void balanceTags();
    void takeUp(const AdapterStart& adapter);
    void beginEpoch();
    at::Tensor trainingLoss(const PersonalBatch& batch) const;
    double validationLoss() const;
    double validationLoss(const at::Tensor& emotion, const at::Tensor& tagLogits) const;
    at::Tensor validationRows(const at::Tensor& all) const;
    WeightMap adapterOf(const WeightMap& weights) const;
    void pullTowardsBase();
    WeightMap copyOfWeights() const;

    const PersonalExamples& m_examples;
    const PersonalPlan& m_plan;
    PersonalTask m_task;
    const SectionEmbeddings* m_sections = nullptr;
    double m_learningRate;
    WeightMap m_weights; ///< of the whole head, on the device
    WeightMap m_learning; ///< those of them that learn, and the adapter
    WeightMap m_anchor; ///< where they are drawn to
    EmotionHead m_head;
    at::Tensor m_positiveFactor, m_negativeFactor; ///< [56]
    std::optional<Adam> m_adam;
    EarlyStopping m_stopping;
    std::vector<PersonalBatch> m_batches; ///< of this epoch
    std::size_t m_batch = 0;
    int m_epoch = 0; ///< finished ones
    double m_lossSum = 0.0;
    double m_baseLoss = std::numeric_limits<double>::quiet_NaN();
    WeightMap m_best; ///< of the learning ones; empty: those of now
    int m_bestEpoch = 0;
};

} // namespace circumplex
