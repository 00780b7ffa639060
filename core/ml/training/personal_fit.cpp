#include "core/ml/training/personal_fit.h"

#include "core/ml/encoders/low_rank_adapter.h"
#include "core/ml/model_error.h"
#include "core/ml/training/head_initialiser.h"
#include "core/ml/training/losses.h"
#include "core/ml/training/row_tensors.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

namespace circumplex {

namespace {

/// A line through few labels is drawn towards the identity as by so many labels that agree with it.
constexpr double kTrustInScale = 8.0, kTrustInLevel = 3.0;
constexpr std::string_view kAdapterPrefix = "adapter."; ///< of its weights among those of the fit
constexpr double kLargestBalance = 4.0; ///< how much more a rare answer may count

bool isLearning(const std::string& name)
{
    return name.starts_with("input_proj") || name.starts_with("classification_branch")
        || name.starts_with("regression_branch");
}

/// Mixes numbers into one seed (the finaliser of SplitMix64).
std::uint64_t seedOf(std::uint64_t seed, std::uint64_t epoch, std::uint64_t batch)
{
    std::uint64_t mixed = seed + 0x9E3779B97F4A7C15ULL * (epoch * 1000003ULL + batch + 1);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

} // namespace

PersonalFit::PersonalFit(const PersonalExamples& examples, const WeightMap& base,
    const PersonalPlan& plan, PersonalTask task, const std::optional<AdapterStart>& adapter)
    : m_examples(examples)
    , m_plan(plan)
    , m_task(std::move(task))
    , m_learningRate(adapter ? plan.adapter.learningRate : plan.learningRate)
    , m_stopping(adapter ? plan.adapter.patience : plan.patience, 0.0)
{
    const auto device = examples.embedding.device();
    for (const auto& [name, tensor] : base)
        m_weights[name] = tensor.to(device, at::kFloat, false, /*copy=*/true);
    if (plan.start == PersonalPlan::Start::Scratch) {
        const auto fresh
            = initialHead({ .embedding = examples.embedding.size(1),
                              .hidden = m_weights.at("input_proj.0.bias").size(0),
                              .branch = m_weights.at("regression_branch.0.bias").size(0) },
                m_task.seed);
        for (const auto& [name, tensor] : fresh)
            if (isLearning(name)) m_weights[name].copy_(tensor);
    }
    calibrate();
    balanceTags();
    for (auto& [name, tensor] : m_weights) {
        if (!isLearning(name)) continue;
        const bool isHeldAtZero = plan.start == PersonalPlan::Start::Scratch;
        if (!isHeldAtZero)
            m_anchor[name] = tensor.clone();
        else if (tensor.dim() > 1)
            m_anchor[name] = at::zeros_like(tensor);
        m_learning[name] = tensor.requires_grad_();
    }
    m_head = EmotionHead(withoutStatistics(m_weights));
    if (adapter) takeUp(*adapter);
    m_adam.emplace(m_learning, Adam::Options { .learningRate = m_learningRate });
    if (!m_task.validation.empty()) {
        m_baseLoss = validationLoss(validationRows(m_examples.baseEmotion),
            at::logit(validationRows(m_examples.baseTags), /*eps=*/1e-6));
        m_stopping.isBetter(validationLoss()); // so that steps have to improve on the start
        m_best = copyOfWeights();
    }
    beginEpoch();
}

/// The head goes on from there, still held near the base; the adapter changes nothing at first and
/// is held near that.
void PersonalFit::takeUp(const AdapterStart& adapter)
{
    const at::NoGradGuard noGradients;
    m_sections = &adapter.sections;
    for (auto& [name, tensor] : m_learning)
        tensor.copy_(adapter.head.at(name));
    const auto fresh = initialAdapter(
        m_sections->store().mert().config(), m_sections->shape().rank, m_task.seed);
    for (const auto& [name, tensor] : fresh) {
        const auto own = std::string(kAdapterPrefix) + name;
        m_learning[own] = tensor.to(m_examples.embedding.device()).requires_grad_();
        if (name.ends_with(".lora_B")) m_anchor[own] = at::zeros_like(m_learning[own]);
    }
}

WeightMap PersonalFit::adapterOf(const WeightMap& weights) const
{
    WeightMap adapter;
    for (const auto& [name, tensor] : weights)
        if (name.starts_with(kAdapterPrefix)) adapter[name.substr(kAdapterPrefix.size())] = tensor;
    return adapter;
}

void PersonalFit::calibrate()
{
    const at::NoGradGuard noGradients;
    const auto rows = rowsOf(m_task.training);
    if (rows.empty()) return;
    const auto index = indexTensor(rows, m_examples.embedding.device());
    const auto take
        = [&](const at::Tensor& all) { return all.index_select(0, index).to(at::kDouble); };
    const auto weight = take(m_examples.emotionWeight);
    const auto said = at::where(weight > 0, take(m_examples.emotion), 0.0);
    // from scratch there is nothing to draw a line through: only the level is set
    const bool isScratch = m_plan.start == PersonalPlan::Start::Scratch;
    auto guessed = take(m_examples.baseEmotion);
    if (isScratch) guessed = at::zeros_like(guessed);
    const double trust = isScratch ? 0.0 : kTrustInLevel;
    const auto total = weight.sum(0); // [2]
    const auto mean = (weight * guessed).sum(0) / total.clamp_min(1e-12);
    const auto spread = (guessed - guessed.mean(0)).square().mean(0);
    const auto around = guessed - mean;
    const auto saidMean = (weight * said).sum(0) / total.clamp_min(1e-12);
    const auto shift = total / (total + trust + 1e-12) * (saidMean - mean);
    const auto slope = ((weight * around * (said - saidMean)).sum(0) + kTrustInScale * spread)
        / ((weight * around.square()).sum(0) + kTrustInScale * spread).clamp_min(1e-12);
    const auto isLabelled = total > 0;
    const auto factor
        = isScratch ? at::ones_like(slope) : at::where(isLabelled, slope.clamp(0.05, 4.0), 1.0);
    const auto offset = at::where(isLabelled, mean + shift - factor * mean, 0.0);
    auto& matrix = m_weights.at("regression_branch.2.weight");
    auto& bias = m_weights.at("regression_branch.2.bias");
    matrix.mul_(factor.to(at::kFloat).unsqueeze(1));
    bias.mul_(factor.to(at::kFloat)).add_(offset.to(at::kFloat));
}

void PersonalFit::balanceTags()
{
    const auto rows = rowsOf(m_task.training);
    m_positiveFactor
        = at::ones({ static_cast<std::int64_t>(kMoodTags.size()) }, m_examples.tags.options());
    m_negativeFactor = m_positiveFactor.clone();
    if (!m_plan.balancesTags || rows.empty()) return;
    const auto index = indexTensor(rows, m_examples.embedding.device());
    const auto weight = m_examples.tagWeight.index_select(0, index);
    const auto given = m_examples.tags.index_select(0, index);
    const auto positive = (weight * given).sum(0), negative = (weight * (1.0 - given)).sum(0);
    const auto half = (positive + negative) / 2.0;
    const auto factor = [&](const at::Tensor& part) {
        return at::where((positive > 0) & (negative > 0),
            (half / part.clamp_min(1e-12)).clamp(1.0 / kLargestBalance, kLargestBalance), 1.0);
    };
    m_positiveFactor = factor(positive);
    m_negativeFactor = factor(negative);
}

void PersonalFit::beginEpoch()
{
    m_batch = 0;
    m_lossSum = 0.0;
    const auto seed = seedOf(m_task.seed, static_cast<std::uint64_t>(m_epoch), 0);
    m_batches = m_sections == nullptr
        ? drawBatches(m_task.training, m_plan, m_task.batchSize, seed)
        : drawAdapterBatches(m_task.training, m_plan, *m_sections, m_task.batchSize, seed);
}

at::Tensor PersonalFit::trainingLoss(const PersonalBatch& batch) const
{
    const auto device = m_examples.embedding.device();
    const auto rows = indexTensor(batch.rows, device);
    const auto weights = at::tensor(batch.weights, at::kFloat).to(device).unsqueeze(1);
    const auto take = [&](const at::Tensor& all) { return all.index_select(0, rows); };
    auto heard = take(m_examples.embedding);
    if (m_sections != nullptr)
        heard = heard + m_sections->moves(batch.sections, adapterOf(m_learning));
    // standardised: a dropped value becomes the mean
    const auto embedding = at::dropout(heard, m_plan.embeddingDropout, /*train=*/true);
    const auto output = m_head.judge(embedding, take(m_examples.chords), take(m_examples.key),
        { .chords = 0.0, .hidden = m_plan.hiddenDropout });
    const auto emotion = take(m_examples.emotion), tags = take(m_examples.tags);
    const auto emotionWeight = take(m_examples.emotionWeight) * weights;
    const auto tagWeight = take(m_examples.tagWeight) * weights
        * (tags * m_positiveFactor + (1.0 - tags) * m_negativeFactor);
    auto loss
        = m_plan.squaredErrorWeight * weightedSquaredError(output.emotion, emotion, emotionWeight)
        + m_plan.concordanceWeight * concordanceLoss(output.emotion, emotion, emotionWeight)
        + m_plan.tagWeight * weightedEntropy(output.tagLogits, tags, tagWeight);
    if (m_plan.distillationWeight > 0.0) {
        const auto unlabelled
            = [](const at::Tensor& weight) { return (weight <= 0).to(at::kFloat); };
        loss = loss
            + m_plan.distillationWeight
                * (weightedSquaredError(
                       output.emotion, take(m_examples.baseEmotion), unlabelled(emotionWeight))
                    + weightedEntropy(
                        output.tagLogits, take(m_examples.baseTags), unlabelled(tagWeight)));
    }
    return loss;
}

/// Of the labels alone, without the concordance, which says little about few tracks.
double PersonalFit::validationLoss() const
{
    const at::NoGradGuard noGradients;
    auto heard = validationRows(m_examples.embedding);
    if (m_sections != nullptr)
        heard = heard + m_sections->movesOf(rowsOf(m_task.validation), adapterOf(m_learning));
    const auto output = m_head.judge(
        heard, validationRows(m_examples.chords), validationRows(m_examples.key), {});
    return validationLoss(output.emotion, output.tagLogits);
}

at::Tensor PersonalFit::validationRows(const at::Tensor& all) const
{
    return all.index_select(
        0, indexTensor(rowsOf(m_task.validation), m_examples.embedding.device()));
}

double PersonalFit::validationLoss(const at::Tensor& emotion, const at::Tensor& tagLogits) const
{
    const auto tags = validationRows(m_examples.tags);
    const auto tagWeight = validationRows(m_examples.tagWeight)
        * (tags * m_positiveFactor + (1.0 - tags) * m_negativeFactor);
    return (m_plan.squaredErrorWeight
            * weightedSquaredError(emotion, validationRows(m_examples.emotion),
                validationRows(m_examples.emotionWeight))
        + m_plan.tagWeight * weightedEntropy(tagLogits, tags, tagWeight))
        .item<double>();
}

void PersonalFit::pullTowardsBase()
{
    const at::NoGradGuard noGradients;
    const double share = m_learningRate * m_plan.towardsBase;
    if (share == 0.0) return;
    for (auto& [name, anchor] : m_anchor)
        m_learning.at(name).lerp_(anchor, share);
}

std::optional<PersonalFit::Epoch> PersonalFit::step()
{
    const PersonalBatch& batch = m_batches.at(m_batch);
    mindingMemory([&] {
        const SeededDropout dropout(m_examples.embedding.device(),
            seedOf(m_task.seed, static_cast<std::uint64_t>(m_epoch), m_batch + 1));
        const auto loss = trainingLoss(batch);
        loss.backward();
        m_adam->step();
        pullTowardsBase();
        m_lossSum += loss.item<double>();
        return true;
    });
    if (!std::isfinite(m_lossSum))
        throw ModelError("the loss is not a number in epoch " + std::to_string(m_epoch + 1)
            + "; a lower learning rate may help");
    if (++m_batch < m_batches.size()) return std::nullopt;
    ++m_epoch;
    Epoch epoch { .number = m_epoch,
        .trainingLoss = m_lossSum / static_cast<double>(m_batches.size()),
        .validationLoss = std::numeric_limits<double>::quiet_NaN(),
        .baseLoss = m_baseLoss,
        .isBest = true };
    if (!m_task.validation.empty()) {
        epoch.validationLoss = validationLoss();
        epoch.isBest = m_stopping.isBetter(epoch.validationLoss);
    }
    if (epoch.isBest) {
        m_bestEpoch = m_epoch;
        if (!m_task.validation.empty()) m_best = copyOfWeights();
    }
    beginEpoch();
    return epoch;
}

WeightMap PersonalFit::copyOfWeights() const
{
    WeightMap copies;
    for (const auto& [name, tensor] : m_learning)
        copies[name] = tensor.detach().to(at::kCPU, at::kFloat, false, /*copy=*/true);
    return copies;
}

WeightMap PersonalFit::best() const
{
    WeightMap whole;
    for (const auto& [name, tensor] : m_weights)
        whole[name] = tensor.detach().to(at::kCPU, at::kFloat, false, /*copy=*/true);
    for (const auto& [name, tensor] : m_best)
        if (!name.starts_with(kAdapterPrefix)) whole[name] = tensor.clone();
    return whole;
}

WeightMap PersonalFit::bestAdapter() const
{
    return adapterOf(m_best.empty() ? copyOfWeights() : m_best);
}

WeightMap PersonalFit::stateTensors() const
{
    WeightMap state = m_adam->state();
    for (const auto& [name, tensor] : copyOfWeights())
        state["weight." + name] = tensor;
    for (const auto& [name, tensor] : m_best)
        state["best." + name] = tensor;
    return state;
}

nlohmann::json PersonalFit::stateNumbers() const
{
    // a double's bits survive as hexadecimal; its shortest text would as well, but not infinity
    const auto bits = [](double value) {
        std::uint64_t raw = 0;
        std::memcpy(&raw, &value, sizeof raw);
        return raw;
    };
    return { { "epoch", m_epoch }, { "batch", m_batch }, { "loss_sum_bits", bits(m_lossSum) },
        { "best_loss_bits", bits(m_stopping.best()) }, { "waited", m_stopping.waited() },
        { "best_epoch", m_bestEpoch } };
}

void PersonalFit::restore(const WeightMap& tensors, const nlohmann::json& numbers)
{
    const at::NoGradGuard noGradients;
    const auto number = [&](const char* name) {
        std::uint64_t raw = 0;
        double value = 0.0;
        numbers.at(name).get_to(raw);
        std::memcpy(&value, &raw, sizeof value);
        return value;
    };
    try {
        m_epoch = numbers.at("epoch").get<int>();
        m_bestEpoch = numbers.at("best_epoch").get<int>();
        beginEpoch();
        m_batch = numbers.at("batch").get<std::size_t>();
        m_lossSum = number("loss_sum_bits");
        m_stopping.restore(number("best_loss_bits"), numbers.at("waited").get<int>());
    } catch (const nlohmann::json::exception&) {
        throw ModelError("the checkpoint's numbers cannot be read");
    }
    if (m_batch >= std::max<std::size_t>(m_batches.size(), 1))
        throw ModelError("the checkpoint is of another training");
    m_adam->restore(tensors);
    for (auto& [name, tensor] : m_learning) {
        const auto kept = tensors.find("weight." + name), best = tensors.find("best." + name);
        if (kept == tensors.end() || kept->second.sizes() != tensor.sizes()
            || (best == tensors.end()) != m_best.empty())
            throw ModelError("the checkpoint is of another training");
        tensor.copy_(kept->second);
        if (best != tensors.end()) m_best[name] = best->second;
    }
}

} // namespace circumplex
