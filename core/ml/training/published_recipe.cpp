#include "core/ml/training/published_recipe.h"

#include "core/ml/model_error.h"
#include "core/ml/training/adam.h"
#include "core/ml/training/early_stopping.h"
#include "core/ml/training/losses.h"
#include "core/ml/training/row_tensors.h"
#include "core/ml/training/seeded_dropout.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace circumplex {

namespace {

constexpr std::int64_t kValidationBatch = 256; ///< tracks; attention keeps 82,000 scores of each

/// Some tracks of one set as the head sees them.
struct Batch {
    at::Tensor embedding; ///< [track, dimension]
    at::Tensor rows; ///< [track], which example gives chords, key and labels
};

class PublishedTrainer {
public:
    PublishedTrainer(const ExampleTensors& examples, std::span<const PublishedSet> sets,
        const WeightMap& initial, const PublishedRecipe& recipe, PublishedOrder order)
        : m_examples(examples)
        , m_sets(sets)
        , m_recipe(recipe)
        , m_order(std::move(order))
        , m_random(recipe.seed)
    {
        for (const auto& [name, tensor] : initial)
            m_weights[name] = tensor.to(examples.embedding.device(), at::kFloat, false, true);
        WeightMap learning;
        for (auto& [name, tensor] : m_weights)
            if (!name.starts_with("embedding_")) learning[name] = tensor.requires_grad_();
        m_head = EmotionHead(m_weights);
        m_adam.emplace(std::move(learning), Adam::Options { .learningRate = recipe.learningRate });
        if (!m_order)
            m_order = [this](std::size_t, int, std::size_t count) {
                std::vector<std::size_t> shuffled(count);
                std::iota(shuffled.begin(), shuffled.end(), std::size_t { 0 });
                for (std::size_t i = count; i-- > 1;)
                    std::swap(shuffled[i], shuffled[m_random() % (i + 1)]);
                return shuffled;
            };
    }

    /// Losses of the steps; nullopt if stopped.
    std::optional<std::vector<double>> trainOneEpoch(int epoch, const std::stop_token& stop)
    {
        const auto size = static_cast<std::size_t>(m_recipe.batchSize);
        std::vector<std::vector<std::size_t>> orders;
        std::size_t longest = 0;
        for (std::size_t s = 0; s < m_sets.size(); ++s) {
            orders.push_back(m_order(s, epoch, m_sets[s].training.size()));
            longest = std::max(longest, orders.back().size());
        }
        std::vector<double> losses;
        for (std::size_t begin = 0; begin < longest; begin += size) {
            if (stop.stop_requested()) return std::nullopt;
            at::Tensor loss;
            for (std::size_t s = 0; s < m_sets.size(); ++s) {
                std::vector<const TrackRows*> tracks;
                for (auto i = begin; i < std::min(begin + size, orders[s].size()); ++i)
                    tracks.push_back(&m_sets[s].training[orders[s][i]]);
                if (tracks.empty()) continue;
                const auto part = trainingLoss(m_sets[s], heardInPart(tracks));
                loss = loss.defined() ? loss + part : part;
            }
            loss.backward();
            m_adam->step();
            losses.push_back(loss.item<double>());
        }
        return losses;
    }

    double validationLoss() const
    {
        const at::NoGradGuard noGradients;
        double sum = 0.0;
        for (const PublishedSet& set : m_sets) {
            if (set.validation.empty()) continue;
            std::vector<const TrackRows*> tracks;
            for (const TrackRows& track : set.validation)
                tracks.push_back(&track);
            const Batch batch = heardAsAWhole(tracks);
            std::vector<at::Tensor> predicted;
            for (std::int64_t begin = 0; begin < batch.rows.size(0); begin += kValidationBatch) {
                const auto end = std::min(begin + kValidationBatch, batch.rows.size(0));
                const Batch piece { batch.embedding.slice(0, begin, end),
                    batch.rows.slice(0, begin, end) };
                predicted.push_back(outputs(set, m_head, piece, 0.0));
            }
            sum += labelLoss(set, at::cat(predicted), batch).item<double>();
        }
        return sum;
    }

    WeightMap copy() const
    {
        WeightMap copies;
        for (const auto& [name, tensor] : m_weights)
            copies[name] = tensor.detach().to(at::kCPU, at::kFloat, false, /*copy=*/true);
        return copies;
    }

private:
    Batch heardAsAWhole(const std::vector<const TrackRows*>& tracks) const
    {
        std::vector<std::int64_t> rows;
        for (const TrackRows* track : tracks)
            rows.push_back(track->asOne().front());
        const auto index = indexTensor(rows, m_examples.embedding.device());
        return { m_examples.embedding.index_select(0, index), index };
    }

    Batch heardInPart(const std::vector<const TrackRows*>& tracks)
    {
        Batch batch = heardAsAWhole(tracks);
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const auto& windows = tracks[i]->windows;
            if (windows.empty()) continue;
            const std::size_t begin = m_random() % windows.size();
            const std::size_t end = begin + 1 + m_random() % (windows.size() - begin);
            const std::vector<std::int64_t> run(
                windows.begin() + static_cast<std::ptrdiff_t>(begin),
                windows.begin() + static_cast<std::ptrdiff_t>(end));
            batch.embedding.select(0, static_cast<std::int64_t>(i))
                .copy_(m_examples.embedding
                           .index_select(0, indexTensor(run, m_examples.embedding.device()))
                           .mean(0));
        }
        return batch;
    }

    at::Tensor outputs(const PublishedSet& set, const EmotionHead& head, const Batch& batch,
        double chordDropout) const
    {
        const auto take = [&](const at::Tensor& all) { return all.index_select(0, batch.rows); };
        const auto output = head.forward(batch.embedding, take(m_examples.root).to(at::kLong),
            take(m_examples.quality).to(at::kLong), take(m_examples.key),
            { .chords = chordDropout, .hidden = 0.0 });
        return set.task == PublishedSet::Task::Moods ? output.tagLogits : output.emotion;
    }

    at::Tensor labelLoss(
        const PublishedSet& set, const at::Tensor& predicted, const Batch& batch) const
    {
        const auto take = [&](const at::Tensor& all) { return all.index_select(0, batch.rows); };
        return set.task == PublishedSet::Task::Moods
            ? classWeightedEntropy(predicted, take(m_examples.tags), take(m_examples.tagWeight))
            : weightedSquaredError(
                predicted, take(m_examples.emotion), take(m_examples.numberWeight));
    }

    at::Tensor trainingLoss(const PublishedSet& set, const Batch& batch) const
    {
        const auto predicted = outputs(set, m_head, batch, m_recipe.chordDropout);
        const auto ofLabels = labelLoss(set, predicted, batch);
        if (set.teacher == nullptr) return ofLabels;
        at::Tensor taught;
        {
            const at::NoGradGuard noGradients;
            taught = outputs(set, *set.teacher, batch, 0.0);
        }
        return m_recipe.distillationWeight
            * distillationLoss(predicted, taught, m_recipe.temperature)
            + (1.0 - m_recipe.distillationWeight) * ofLabels;
    }

    const ExampleTensors& m_examples;
    std::span<const PublishedSet> m_sets;
    const PublishedRecipe& m_recipe;
    PublishedOrder m_order;
    std::mt19937_64 m_random;
    WeightMap m_weights;
    EmotionHead m_head;
    std::optional<Adam> m_adam;
};

} // namespace

std::optional<WeightMap> trainAsPublished(const ExampleTensors& examples,
    std::span<const PublishedSet> sets, const WeightMap& initial, const PublishedRecipe& recipe,
    std::stop_token stop, const std::function<void(const PublishedEpoch&)>& onEpoch,
    const PublishedOrder& order)
{
    const auto hasTracks = [](const std::vector<TrackRows> PublishedSet::*part) {
        return [part](const PublishedSet& set) { return !(set.*part).empty(); };
    };
    if (!std::any_of(sets.begin(), sets.end(), hasTracks(&PublishedSet::training)))
        throw ModelError("there are no tracks to train on");
    const bool isValidated
        = std::any_of(sets.begin(), sets.end(), hasTracks(&PublishedSet::validation));
    PublishedTrainer trainer(examples, sets, initial, recipe, order);
    const SeededDropout dropout(examples.embedding.device(), recipe.seed);
    EarlyStopping stopping(recipe.patience, recipe.leastGain);
    WeightMap best = trainer.copy();
    for (int epoch = 1; epoch <= recipe.epochs && !stopping.isOver(); ++epoch) {
        auto losses = trainer.trainOneEpoch(epoch - 1, stop);
        if (!losses) return std::nullopt;
        PublishedEpoch report { .epoch = epoch, .stepLosses = *std::move(losses) };
        report.validationLoss = trainer.validationLoss();
        for (const double loss : report.stepLosses)
            if (!std::isfinite(loss))
                throw ModelError("the loss is not a number in epoch " + std::to_string(epoch)
                    + "; a lower learning rate may help");
        report.isBest = !isValidated || stopping.isBetter(report.validationLoss);
        if (report.isBest) best = trainer.copy();
        onEpoch(report);
    }
    return best;
}

} // namespace circumplex
