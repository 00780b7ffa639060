#include "core/ml/training/head_fit.h"

#include "core/ml/emotion/emotion_head.h"
#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/model_error.h"
#include "core/ml/training/losses.h"
#include "core/ml/training/row_tensors.h"
#include "core/ml/training/seeded_dropout.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>
#include <torch/optim/adamw.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>

namespace circumplex {

namespace {

constexpr double kMiddle = 5.0;
constexpr double kLeastScale = 1e-4; ///< below it an embedding value counts as constant
constexpr std::int64_t kPredictionBatch = 512;

bool holds(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Rows of a batch and what each counts.
struct Batch {
    std::vector<std::int64_t> rows;
    std::vector<float> weights;
};

/// Each track as a whole and one of its windows, all shuffled, cut into about equal batches.
std::vector<Batch> drawBatches(
    const std::vector<TrackRows>& tracks, const TrainingPlan& plan, std::mt19937_64& random)
{
    std::vector<std::pair<std::int64_t, float>> drawn;
    for (const auto& track : tracks) {
        for (const auto row : track.whole)
            drawn.emplace_back(row, 1.0F);
        const bool onlyWindows = track.whole.empty();
        if (track.windows.empty() || (plan.windowWeight == 0.0 && !onlyWindows)) continue;
        drawn.emplace_back(track.windows[random() % track.windows.size()],
            onlyWindows ? 1.0F : static_cast<float>(plan.windowWeight));
    }
    std::shuffle(drawn.begin(), drawn.end(), random);
    const auto size = static_cast<std::size_t>(plan.batchSize);
    std::vector<Batch> batches((drawn.size() + size - 1) / size);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        auto& batch = batches[i % batches.size()];
        batch.rows.push_back(drawn[i].first);
        batch.weights.push_back(drawn[i].second);
    }
    return batches;
}

/// Weights that learn, and the head that computes with them.
class LearningHead {
public:
    LearningHead(const ExampleTensors& examples, const TrainingPlan& plan,
        const std::vector<TrackRows>& training, std::uint64_t seed)
        : m_examples(examples)
        , m_plan(plan)
        , m_device(examples.embedding.device())
    {
        m_weights = initialHead({ .embedding = examples.embedding.size(1),
                                    .hidden = plan.hidden,
                                    .branch = plan.branch },
            seed);
        for (auto& [name, tensor] : m_weights)
            tensor = tensor.to(m_device);
        m_weights["input_proj.0.weight"].slice(1, examples.embedding.size(1)).mul_(plan.chordGain);
        startAtMeans(indexTensor(rowsOf(training), m_device));
        for (auto& [name, tensor] : m_weights)
            if (!isStatistic(name)) tensor.requires_grad_();
        m_head = EmotionHead(m_weights);
    }

    static bool isStatistic(const std::string& name) { return name.starts_with("embedding_"); }

    const WeightMap& weights() const { return m_weights; }

    WeightMap copy() const
    {
        WeightMap copies;
        for (const auto& [name, tensor] : m_weights)
            copies[name] = tensor.detach().to(at::kCPU, at::kFloat, false, /*copy=*/true);
        return copies;
    }

    /// The loss of some rows. `weights` [row] or undefined: all 1.
    at::Tensor loss(const at::Tensor& rows, const at::Tensor& weights, bool isTraining) const
    {
        const auto take = [&](const at::Tensor& all) { return all.index_select(0, rows); };
        const auto weigh = [&](const at::Tensor& all) {
            return weights.defined() ? take(all) * weights.unsqueeze(1) : take(all);
        };
        auto embedding = take(m_examples.embedding);
        EmotionHead::Dropout dropout;
        if (isTraining) {
            dropout = { .chords = m_plan.chordDropout, .hidden = m_plan.hiddenDropout };
            const auto& mean = m_weights.at("embedding_mean"); // a dropped value becomes the mean
            embedding
                = mean + at::dropout(embedding - mean, m_plan.embeddingDropout, /*train=*/true);
        }
        const auto output = m_head.forward(embedding, take(m_examples.root).to(at::kLong),
            take(m_examples.quality).to(at::kLong), take(m_examples.key), dropout);
        const auto emotion = take(m_examples.emotion);
        const auto numberWeight = weigh(m_examples.numberWeight);
        const auto tagLoss = m_plan.tagTargets == TrainingPlan::TagTargets::Labels
            ? classWeightedEntropy
            : weightedEntropy;
        return m_plan.squaredErrorWeight
            * weightedSquaredError(output.emotion, emotion, numberWeight)
            + m_plan.concordanceWeight * concordanceLoss(output.emotion, emotion, numberWeight)
            + m_plan.sideWeight
            * weightedSideLoss(output.emotion, emotion, weigh(m_examples.sideWeight), kMiddle)
            + m_plan.tagWeight
            * tagLoss(output.tagLogits, take(m_examples.tags), weigh(m_examples.tagWeight));
    }

private:
    /// Standardises by the training rows, and lets the outputs start at the mean targets.
    void startAtMeans(const at::Tensor& rows)
    {
        const auto take = [&](const at::Tensor& all) { return all.index_select(0, rows); };
        const auto embedding = take(m_examples.embedding);
        const auto scale = embedding.std(0, /*unbiased=*/false);
        m_weights["embedding_mean"] = embedding.mean(0);
        m_weights["embedding_scale"] = at::where(scale > kLeastScale, scale, 1.0F);
        const auto mean = [](const at::Tensor& values, const at::Tensor& weight, double otherwise) {
            const auto total = weight.sum(0);
            return at::where(
                total > 0, (values * weight).sum(0) / total.clamp_min(1e-12), otherwise);
        };
        m_weights["regression_branch.2.bias"]
            = mean(take(m_examples.emotion), take(m_examples.numberWeight), kMiddle);
        m_weights["classification_branch.2.bias"] = at::logit(
            mean(take(m_examples.tags), take(m_examples.tagWeight), 0.5).clamp(0.01, 0.99));
    }

    const ExampleTensors& m_examples;
    const TrainingPlan& m_plan;
    at::Device m_device;
    WeightMap m_weights;
    EmotionHead m_head;
};

torch::optim::AdamW makeOptimiser(const WeightMap& weights, const TrainingPlan& plan)
{
    const auto options = [&plan](double decay) {
        return std::make_unique<torch::optim::AdamWOptions>(
            torch::optim::AdamWOptions(plan.learningRate).weight_decay(decay));
    };
    std::vector<at::Tensor> matrices, others;
    for (const auto& [name, tensor] : weights) {
        if (LearningHead::isStatistic(name)) continue;
        const bool isMatrix = tensor.dim() > 1 && !name.starts_with("chord_");
        (isMatrix ? matrices : others).push_back(tensor);
    }
    std::vector<torch::optim::OptimizerParamGroup> groups;
    groups.emplace_back(matrices, options(plan.weightDecay));
    groups.emplace_back(others, options(0.0));
    return torch::optim::AdamW(groups, torch::optim::AdamWOptions(plan.learningRate));
}

/// One pass; nullopt if stopped.
std::optional<double> trainOneEpoch(const LearningHead& head, torch::optim::AdamW& optimiser,
    const std::vector<Batch>& batches, const at::Device& device, const std::stop_token& stop)
{
    double sum = 0.0;
    for (const auto& batch : batches) {
        if (stop.stop_requested()) return std::nullopt;
        optimiser.zero_grad();
        const auto loss = head.loss(indexTensor(batch.rows, device),
            at::tensor(batch.weights, at::kFloat).to(device), /*isTraining=*/true);
        loss.backward();
        optimiser.step();
        sum += loss.item<double>();
    }
    return sum / static_cast<double>(batches.size());
}

} // namespace

ExampleTensors exampleTensors(const TrainingPack& pack, const TrainingPlan& plan)
{
    for (const auto* names : { &plan.sidedSets, &plan.derivedSets })
        for (const auto& name : *names)
            if (!holds(pack.setNames, name))
                throw std::invalid_argument("no set is called " + name);
    const at::Device device(plan.device);
    constexpr auto tagCount = static_cast<std::int64_t>(kMoodTags.size());
    ExampleTensors tensors;
    tensors.embedding
        = columnTensor(pack.embedding, static_cast<std::int64_t>(pack.dimension), device);
    tensors.root = columnTensor(pack.root, ChordSymbols::kLength, device);
    tensors.quality = columnTensor(pack.quality, ChordSymbols::kLength, device);
    tensors.key = columnTensor(pack.key, 1, device).squeeze(1);
    tensors.emotion = columnTensor(pack.emotion, 2, device);
    tensors.tags = columnTensor(pack.tags, tagCount, device);
    tensors.tagWeight = columnTensor(pack.tagWeight, tagCount, device);
    std::vector<float> number(pack.emotionWeight.size()), side(pack.emotionWeight.size());
    for (std::size_t i = 0; i < pack.emotionWeight.size(); ++i) {
        const auto& name = pack.setNames[static_cast<std::size_t>(pack.set[i / 2])];
        const bool isSided
            = std::find(plan.sidedSets.begin(), plan.sidedSets.end(), name) != plan.sidedSets.end();
        (isSided ? side : number)[i] = pack.emotionWeight[i];
    }
    tensors.numberWeight = columnTensor(number, 2, device);
    tensors.sideWeight = columnTensor(side, 2, device);
    return tensors;
}

std::optional<Fit> fitHead(const ExampleTensors& examples, const TrainingPlan& plan,
    const FitRequest& request, std::stop_token stop,
    const std::function<void(int, double, double, bool)>& onEpoch)
{
    const auto device = examples.embedding.device();
    const LearningHead head(examples, plan, request.training, request.seed);
    auto optimiser = makeOptimiser(head.weights(), plan);
    const SeededDropout dropout(device, request.seed);
    std::mt19937_64 random(request.seed);
    const bool isValidated = !request.validation.empty();
    const auto validationRows = indexTensor(rowsOf(request.validation), device);

    Fit fit { .weights = head.copy(), .bestEpoch = 0 };
    double best = std::numeric_limits<double>::infinity();
    for (int epoch = 1; epoch <= request.epochs; ++epoch) {
        const auto batches = drawBatches(request.training, plan, random);
        const auto training = trainOneEpoch(head, optimiser, batches, device, stop);
        if (!training) return std::nullopt;
        double validation = std::numeric_limits<double>::quiet_NaN();
        if (isValidated) {
            const at::NoGradGuard noGradients;
            validation = head.loss(validationRows, {}, /*isTraining=*/false).item<double>();
        }
        if (!std::isfinite(*training) || (isValidated && !std::isfinite(validation)))
            throw ModelError("the loss is not a number in epoch " + std::to_string(epoch)
                + "; a lower learning rate may help");
        const bool isBest = isValidated ? validation < best : true;
        if (isBest) {
            best = validation;
            fit.bestEpoch = epoch;
            fit.weights = head.copy();
        }
        onEpoch(epoch, *training, validation, isBest);
        if (epoch - fit.bestEpoch >= plan.patience) break;
    }
    return fit;
}

void predictRows(const ExampleTensors& examples, const TrainingPlan& plan, const WeightMap& weights,
    std::span<const std::int64_t> rows, HeadPredictions& predictions)
{
    const at::NoGradGuard noGradients;
    const at::Device device(plan.device);
    WeightMap placed;
    for (const auto& [name, tensor] : weights)
        placed[name] = tensor.to(device);
    const EmotionHead head(placed);
    const auto allRows = indexTensor(rows, device);
    for (const auto& batch : allRows.split(kPredictionBatch)) {
        const auto take = [&](const at::Tensor& all) { return all.index_select(0, batch); };
        const auto output
            = head.forward(take(examples.embedding), take(examples.root).to(at::kLong),
                take(examples.quality).to(at::kLong), take(examples.key));
        const auto write = [](const at::Tensor& index, const at::Tensor& values,
                               std::vector<float>& to) {
            const auto columns = static_cast<std::size_t>(values.size(1));
            const auto onCpu = values.to(at::kCPU).contiguous();
            const auto indexOnCpu = index.to(at::kCPU);
            const auto* from = onCpu.const_data_ptr<float>();
            const auto* row = indexOnCpu.const_data_ptr<std::int64_t>();
            for (std::size_t i = 0; i < static_cast<std::size_t>(index.size(0)); ++i)
                std::copy_n(from + i * columns, columns,
                    to.begin()
                        + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row[i]) * columns));
        };
        if (output.emotion.defined()) write(batch, output.emotion, predictions.emotion);
        if (output.tagLogits.defined())
            write(batch, at::sigmoid(output.tagLogits), predictions.tagProbabilities);
    }
}

} // namespace circumplex
