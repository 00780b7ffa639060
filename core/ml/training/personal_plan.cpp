#include "core/ml/training/personal_plan.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace circumplex {

namespace {

void require(bool holds, const char* field)
{
    if (!holds) throw std::invalid_argument(std::string(field) + " is out of range");
}

} // namespace

void requireUsable(const PersonalPlan& plan)
{
    require(plan.folds >= 2 && plan.folds <= 100, "folds");
    require(std::all_of(plan.curveShares.begin(), plan.curveShares.end(),
                [](double share) { return share > 0.0 && share < 1.0; }),
        "a share of the learning curve");
    require(plan.epochs >= 0 && plan.epochs <= 100000, "epochs");
    require(plan.patience >= 1, "patience");
    require(plan.validationParts >= 2 && plan.validationParts <= 100, "validation parts");
    require(plan.batchSize >= 2 && plan.batchSize <= 1 << 20, "batch size");
    require(plan.learningRate > 0.0 && plan.learningRate <= 1.0, "learning rate");
    require(plan.towardsBase >= 0.0 && plan.towardsBase * plan.learningRate <= 1.0, "towards base");
    for (const double share : { plan.embeddingDropout, plan.hiddenDropout })
        require(share >= 0.0 && share < 1.0, "dropout");
    require(plan.windowsPerTrack >= 0 && plan.windowsPerTrack <= 10000, "windows per track");
    for (const double weight : { plan.windowWeight, plan.squaredErrorWeight, plan.concordanceWeight,
             plan.tagWeight, plan.distillationWeight })
        require(weight >= 0.0 && std::isfinite(weight), "a weight");
    require(plan.threads >= 0, "threads");
    const AdapterPlan& adapter = plan.adapter;
    require(adapter.rank >= 0 && adapter.rank <= 4096, "the adapter's rank");
    require(std::isfinite(adapter.alpha) && adapter.alpha > 0.0, "the adapter's alpha");
    require(adapter.learningRate > 0.0 && adapter.learningRate <= 1.0
            && plan.towardsBase * adapter.learningRate <= 1.0,
        "the adapter's learning rate");
    require(adapter.epochs >= 0 && adapter.epochs <= 100000, "the adapter's epochs");
    require(adapter.patience >= 1, "the adapter's patience");
    require(adapter.batchTracks >= 2, "the adapter's batch");
    require(adapter.sectionsPerTrack >= 1, "sections per track");
}

nlohmann::ordered_json planJson(const PersonalPlan& plan)
{
    nlohmann::ordered_json json {
        { "start", plan.start == PersonalPlan::Start::Base ? "base" : "scratch" },
        { "seed", plan.seed }, { "folds", plan.folds }, { "curve_shares", plan.curveShares },
        { "epochs", plan.epochs }, { "patience", plan.patience },
        { "validation_parts", plan.validationParts }, { "batch_size", plan.batchSize },
        { "learning_rate", plan.learningRate }, { "towards_base", plan.towardsBase },
        { "embedding_dropout", plan.embeddingDropout }, { "hidden_dropout", plan.hiddenDropout },
        { "windows_per_track", plan.windowsPerTrack }, { "window_weight", plan.windowWeight },
        { "squared_error_weight", plan.squaredErrorWeight },
        { "concordance_weight", plan.concordanceWeight }, { "tag_weight", plan.tagWeight },
        { "distillation_weight", plan.distillationWeight }, { "balances_tags", plan.balancesTags },
        { "device", plan.device }, { "threads", plan.threads }
    };
    const AdapterPlan& adapter = plan.adapter;
    if (adapter.rank > 0)
        json["adapter"] = { { "rank", adapter.rank }, { "alpha", adapter.alpha },
            { "learning_rate", adapter.learningRate }, { "epochs", adapter.epochs },
            { "patience", adapter.patience }, { "batch_tracks", adapter.batchTracks },
            { "sections_per_track", adapter.sectionsPerTrack } };
    return json;
}

} // namespace circumplex
