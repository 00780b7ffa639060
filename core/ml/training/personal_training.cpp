#include "core/ml/training/personal_training.h"

#include "core/ml/model_error.h"
#include "core/ml/training/personal_stages.h"
#include "core/ml/training/personal_trainer.h"
#include "core/ml/weights/model_package.h"
#include "core/ml/weights/safetensors_file.h"

#include <system_error>

namespace circumplex {

namespace {

WeightMap headOf(const std::filesystem::path& package, const TrainingPack& pack)
{
    const auto file = package / "head.safetensors";
    return usableHead(
        file.string(), readSafetensors(file).tensors, static_cast<int>(pack.dimension));
}

} // namespace

std::optional<PersonalOutcome> trainPersonalHeadFile(const TrainingPack& pack,
    const std::filesystem::path& package, const std::filesystem::path& head,
    const PersonalPlan& plan, const GivenSplit& split, const PersonalCheckpoint& checkpoint,
    std::stop_token stop, const PersonalCallbacks& callbacks, const AdapterTraining* adapter)
{
    auto trained = trainPersonalHead(pack, headOf(package, pack), plan, split, checkpoint,
        std::move(stop), callbacks, adapter != nullptr ? &adapter->sections : nullptr);
    if (!trained) return std::nullopt;
    try {
        if (!trained->adapter.empty()) {
            writeSafetensors(adapter->file, { trained->adapter, { { "encoder", pack.encoder } } });
        } else if (adapter != nullptr) {
            std::error_code ignored;
            std::filesystem::remove(adapter->file, ignored);
        }
        writeSafetensors(head,
            { trained->weights,
                { { "encoder", pack.encoder }, { "plan", planJson(plan).dump() } } });
    } catch (const ModelError& error) {
        throw HeadNotWritten(error.what());
    }
    return std::move(*trained);
}

double estimatedSeconds(const TrainingPack& pack, const std::filesystem::path& package,
    const PersonalPlan& plan, const GivenSplit& split)
{
    return estimatedSeconds(pack, headOf(package, pack), plan, split);
}

double estimatedAdapterSeconds(const TrainingPack& pack, const PersonalPlan& plan,
    const GivenSplit& split, const AdapterNeeds& needs, std::size_t sectionCount)
{
    const PersonalStages stages(tracksOf(pack), plan, split);
    const auto tracks = static_cast<double>(stages.tracks().size());
    const double learning = tracks * plan.adapter.epochs * needs.secondsPerStep;
    const double stopping = static_cast<double>(sectionCount) / plan.validationParts
        * (plan.adapter.epochs + 1) * needs.secondsPerGlance;
    const double judging
        = static_cast<double>(sectionCount) * (needs.secondsToHear + needs.secondsPerGlance);
    const int folds = stages.foldCount();
    const double learningShare = folds > 1 ? 1.0 - 1.0 / folds : 1.0;
    return judging + folds * (learningShare * learning + stopping) + learning;
}

} // namespace circumplex
