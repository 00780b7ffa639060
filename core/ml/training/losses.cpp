#include "core/ml/training/losses.h"

#include <ATen/ATen.h>

#include <limits>

namespace circumplex {

namespace {

constexpr double kSmallestWeight = std::numeric_limits<float>::min();

/// Targets without weight are replaced, so that not even a NaN among them is felt.
at::Tensor usedTarget(const at::Tensor& target, const at::Tensor& weight)
{
    return at::where(weight > 0, target, at::zeros_like(target));
}

at::Tensor weightedMean(const at::Tensor& values, const at::Tensor& weight)
{
    return (values * weight).sum() / weight.sum().clamp_min(kSmallestWeight);
}

} // namespace

at::Tensor classWeightedEntropy(
    const at::Tensor& logits, const at::Tensor& truth, const at::Tensor& weight)
{
    const auto frequency = at::tensor(at::ArrayRef<int>(kMoodTagTracks), at::dtype(at::kDouble))
        / kMoodTagTrackCount;
    const auto positive = (2.0 / (1.0 + frequency)).to(logits.options());
    const auto negative = (2.0 * frequency / (1.0 + frequency)).to(logits.options());
    const auto target = usedTarget(truth, weight);
    return weightedMean(positive * target * at::softplus(-logits)
            + negative * (1.0 - target) * at::softplus(logits),
        weight);
}

at::Tensor weightedEntropy(
    const at::Tensor& logits, const at::Tensor& target, const at::Tensor& weight)
{
    const auto used = usedTarget(target, weight);
    return weightedMean(used * at::softplus(-logits) + (1.0 - used) * at::softplus(logits), weight);
}

at::Tensor weightedSquaredError(
    const at::Tensor& predicted, const at::Tensor& target, const at::Tensor& weight)
{
    return weightedMean((predicted - usedTarget(target, weight)).square(), weight);
}

at::Tensor weightedSideLoss(
    const at::Tensor& predicted, const at::Tensor& target, const at::Tensor& weight, double middle)
{
    const auto side = at::where(usedTarget(target, weight) > middle, 1.0, -1.0);
    return weightedMean(at::softplus(-side * (predicted - middle)), weight);
}

at::Tensor concordanceLoss(
    const at::Tensor& predicted, const at::Tensor& target, const at::Tensor& weight)
{
    const auto total = weight.sum(0).clamp_min(kSmallestWeight); // [output]
    const auto mean = [&](const at::Tensor& values) { return (values * weight).sum(0) / total; };
    const auto used = usedTarget(target, weight);
    const auto shift = mean(predicted) - mean(used);
    const auto fromPredictedMean = predicted - mean(predicted);
    const auto fromTargetMean = used - mean(used);
    const auto spread
        = mean(fromPredictedMean.square()) + mean(fromTargetMean.square()) + shift.square();
    const auto loss = 1.0 - 2.0 * mean(fromPredictedMean * fromTargetMean) / spread.clamp_min(1e-8);
    const auto counts = (weight.sum(0) > 0).to(loss.scalar_type());
    return weightedMean(loss, counts);
}

at::Tensor distillationLoss(
    const at::Tensor& student, const at::Tensor& teacher, double temperature)
{
    const auto teacherLog = at::log_softmax(teacher / temperature, 1);
    const auto studentLog = at::log_softmax(student / temperature, 1);
    return (teacherLog.exp() * (teacherLog - studentLog)).sum(1).mean();
}

} // namespace circumplex
