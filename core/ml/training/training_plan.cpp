#include "core/ml/training/training_plan.h"

#include <cmath>
#include <stdexcept>

namespace circumplex {

namespace {

void require(bool holds, const char* field)
{
    if (!holds) throw std::invalid_argument(std::string(field) + " is out of range");
}

bool isShare(double value)
{
    return value >= 0.0 && value < 1.0;
}

bool isWeight(double value)
{
    return value >= 0.0 && std::isfinite(value);
}

} // namespace

void requireUsable(const TrainingPlan& plan)
{
    require(plan.folds == 0 || (plan.folds >= 2 && plan.folds <= 100), "folds");
    require(plan.repeats >= 1 && plan.repeats <= 100, "repeats");
    require(plan.epochs >= 0 && plan.epochs <= 100000, "epochs");
    require(plan.patience >= 1, "patience");
    require(plan.validationParts >= 2, "validation parts");
    require(plan.batchSize >= 2, "batch size");
    require(plan.learningRate > 0.0 && plan.learningRate <= 1.0, "learning rate");
    require(isWeight(plan.weightDecay), "weight decay");
    require(isWeight(plan.chordGain), "chord gain");
    require(plan.hidden >= 1 && plan.hidden <= 8192, "hidden width");
    require(plan.branch >= 1 && plan.branch <= 8192, "branch width");
    require(isShare(plan.embeddingDropout), "embedding dropout");
    require(isShare(plan.hiddenDropout), "hidden dropout");
    require(isShare(plan.chordDropout), "chord dropout");
    for (const double weight : { plan.windowWeight, plan.squaredErrorWeight, plan.concordanceWeight,
             plan.sideWeight, plan.tagWeight })
        require(isWeight(weight), "a weight");
}

nlohmann::ordered_json planJson(const TrainingPlan& plan)
{
    const bool isLabels = plan.tagTargets == TrainingPlan::TagTargets::Labels;
    return { { "seed", plan.seed }, { "folds", plan.folds }, { "repeats", plan.repeats },
        { "epochs", plan.epochs }, { "patience", plan.patience },
        { "validation_parts", plan.validationParts }, { "batch_size", plan.batchSize },
        { "learning_rate", plan.learningRate }, { "chord_gain", plan.chordGain },
        { "weight_decay", plan.weightDecay }, { "hidden", plan.hidden }, { "branch", plan.branch },
        { "embedding_dropout", plan.embeddingDropout }, { "hidden_dropout", plan.hiddenDropout },
        { "chord_dropout", plan.chordDropout }, { "window_weight", plan.windowWeight },
        { "squared_error_weight", plan.squaredErrorWeight },
        { "concordance_weight", plan.concordanceWeight }, { "side_weight", plan.sideWeight },
        { "tag_weight", plan.tagWeight }, { "tag_targets", isLabels ? "labels" : "probabilities" },
        { "sided_sets", plan.sidedSets }, { "derived_sets", plan.derivedSets },
        { "device", plan.device }, { "threads", plan.threads } };
}

} // namespace circumplex
