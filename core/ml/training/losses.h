#pragma once

#include "core/types/mood_tags.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>

namespace circumplex {

// Each loss is a scalar through which gradients flow to the predictions. "[batch, output]" shapes
// agree; `weight` is at least 0, and what has weight 0 changes neither loss nor gradient, whatever
// its target. A batch without any weight has loss 0.

/// Tracks with each tag among the 9,949 training tracks of MTG-Jamendo's mood and theme split 0, in
/// the order of kMoodTags.
inline constexpr int kMoodTagTrackCount = 9949;
inline constexpr std::array<int, kMoodTags.size()> kMoodTagTracks { 296, 264, 363, 404, 193, 267,
    152, 368, 191, 170, 349, 620, 429, 339, 253, 195, 498, 499, 857, 601, 62, 746, 220, 109, 169,
    78, 927, 98, 98, 137, 561, 493, 374, 228, 598, 372, 207, 137, 127, 376, 106, 763, 139, 363, 375,
    59, 295, 208, 415, 362, 201, 261, 159, 89, 216, 449 };

/// Binary cross entropy weighted against rare tags, as Music2Emo was trained (Kang and Herremans
/// 2025): with frequency p of a tag positives count 2 / (1 + p) and negatives 2 p / (1 + p). At its
/// optimum odds are 1 / p times the true ones, so probability 0.5 means "as likely as usual".
/// @param logits  [batch, 56]
/// @param truth   [batch, 56], 0..1
/// @return the sum of `weight` times the weighted entropy over the sum of `weight`
at::Tensor classWeightedEntropy(
    const at::Tensor& logits, const at::Tensor& truth, const at::Tensor& weight);

/// Binary cross entropy of logits against targets in 0..1, weighted mean.
at::Tensor weightedEntropy(
    const at::Tensor& logits, const at::Tensor& target, const at::Tensor& weight);

/// Squared error, weighted mean.
at::Tensor weightedSquaredError(
    const at::Tensor& predicted, const at::Tensor& target, const at::Tensor& weight);

/// Logistic loss of lying on the wrong side of `middle`: softplus(-(predicted - middle)) where the
/// target is above, softplus(predicted - middle) elsewhere; weighted mean. For labels that are two
/// classes rather than numbers.
at::Tensor weightedSideLoss(
    const at::Tensor& predicted, const at::Tensor& target, const at::Tensor& weight, double middle);

/// 1 - Lin's concordance correlation coefficient per output, with weighted moments; mean over the
/// outputs that have any weight.
at::Tensor concordanceLoss(
    const at::Tensor& predicted, const at::Tensor& target, const at::Tensor& weight);

/// Kullback-Leibler divergence of the softmaxes over outputs, KL(teacher || student), at one
/// temperature, mean over the batch; without the factor temperature^2, as Music2Emo has it.
at::Tensor distillationLoss(
    const at::Tensor& student, const at::Tensor& teacher, double temperature);

} // namespace circumplex
