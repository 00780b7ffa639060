#include "core/ml/training/published_training.h"

#include "core/ml/compute_device.h"
#include "core/ml/training/head_initialiser.h"
#include "core/ml/training/published_recipe.h"
#include "core/ml/training/row_tensors.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/types/mood_tags.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <list>
#include <optional>

namespace circumplex {

namespace {

constexpr std::int64_t kEmotionCount = 2;

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
class Fingerprint {
public:
    void add(const void* data, std::size_t size)
    {
        const auto* bytes = static_cast<const unsigned char*>(data);
        for (std::size_t i = 0; i < size; ++i)
            m_hash = (m_hash ^ bytes[i]) * 1099511628211ULL;
    }
    template <class Value> void add(const Value& value) { add(&value, sizeof value); }
    void add(const std::string& text) { add(text.data(), text.size()); }

    /// Row `row` of a matrix of `rowCount` rows.
    template <class Value>
    void addRow(const std::vector<Value>& matrix, std::size_t rowCount, std::size_t row)
    {
        const auto columns = matrix.size() / rowCount;
        add(matrix.data() + row * columns, columns * sizeof(Value));
    }

    std::string text() const
    {
        char digits[17];
        std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(m_hash));
        return digits;
    }

private:
    std::uint64_t m_hash = 14695981039346656037ULL;
};

std::string recipeText(const PublishedRecipe& recipe)
{
    return nlohmann::json {
        { "batch_size", recipe.batchSize }, { "learning_rate", recipe.learningRate },
        { "epochs", recipe.epochs }, { "patience", recipe.patience },
        { "least_gain", recipe.leastGain }, { "distillation_weight", recipe.distillationWeight },
        { "temperature", recipe.temperature }, { "chord_dropout", recipe.chordDropout },
        { "seed", recipe.seed }
    }.dump();
}

class Trainer {
public:
    Trainer(const PublishedTraining& training, const PublishedCallbacks& callbacks)
        : m_training(training)
        , m_callbacks(callbacks)
        , m_examples(exampleTensors(training.pack, {}))
        , m_sets(training.pack.setNames.size())
        , m_data(training.pack.setNames.size())
    {
        const TrainingPack& pack = training.pack;
        const auto tracks = tracksOf(pack);
        for (std::size_t t = 0; t < tracks.size(); ++t) {
            const auto s = static_cast<std::size_t>(tracks[t].set);
            if (training.parts[t] == SplitPart::Test)
                m_testRows.push_back(tracks[t].asOne().front());
            else if (training.parts[t] == SplitPart::Training)
                m_sets[s].training.push_back(tracks[t]);
            else
                m_sets[s].validation.push_back(tracks[t]);
            m_data[s].add(training.parts[t]);
        }
        for (std::size_t s = 0; s < m_sets.size(); ++s)
            m_sets[s].task = PublishedSet::Task::Emotion;
        for (std::size_t row = 0; row < pack.size(); ++row) {
            const auto s = static_cast<std::size_t>(pack.set[row]);
            const auto weights
                = pack.tagWeight.begin() + static_cast<std::ptrdiff_t>(row * kMoodTags.size());
            if (std::any_of(weights, weights + kMoodTags.size(), [](float w) { return w > 0.0F; }))
                m_sets[s].task = PublishedSet::Task::Moods;
            for (const auto* matrix : { &pack.embedding, &pack.emotion, &pack.tags })
                m_data[s].addRow(*matrix, pack.size(), row);
            for (const auto* matrix : { &pack.root, &pack.quality, &pack.key, &pack.whole })
                m_data[s].addRow(*matrix, pack.size(), row);
        }
    }

    std::optional<HeadPredictions> train(std::uint64_t seed, const std::stop_token& stop)
    {
        m_recipe = m_training.recipe;
        m_recipe.seed = seed;
        std::vector<WeightMap> alone;
        for (std::size_t s = 0; s < m_sets.size(); ++s) {
            auto weights = head({ m_sets[s] }, m_training.pack.setNames[s],
                initialSingleTaskHead(shape(), outputs(m_sets[s]), seed), m_data[s], stop);
            if (!weights) return std::nullopt;
            alone.push_back(*std::move(weights));
        }
        if (alone.size() == 1) return predictions(alone.front());

        std::list<EmotionHead> teachers;
        std::vector<PublishedSet> taught = m_sets;
        std::string name;
        Fingerprint data;
        for (std::size_t s = 0; s < taught.size(); ++s) {
            taught[s].teacher = &teachers.emplace_back(alone[s]);
            name += (s == 0 ? "" : "+") + m_training.pack.setNames[s];
            data.add(m_data[s].text());
        }
        const auto weights = head(taught, name, initialHead(shape(), seed), data, stop);
        return weights ? std::optional(predictions(*weights)) : std::nullopt;
    }

private:
    HeadShape shape() const
    {
        return { .embedding = static_cast<std::int64_t>(m_training.pack.dimension),
            .hidden = m_training.hidden,
            .branch = m_training.branch };
    }

    static std::int64_t outputs(const PublishedSet& set)
    {
        return set.task == PublishedSet::Task::Moods ? static_cast<std::int64_t>(kMoodTags.size())
                                                     : kEmotionCount;
    }

    /// Taken from the folder, or trained and put there.
    std::optional<WeightMap> head(const std::vector<PublishedSet>& sets, const std::string& name,
        const WeightMap& initial, Fingerprint data, const std::stop_token& stop) const
    {
        const auto recipe = recipeText(m_recipe);
        data.add(recipe);
        data.add(m_training.hidden);
        data.add(m_training.branch);
        const auto file = m_training.heads / (name + '-' + data.text() + ".safetensors");
        const std::string title = name + ", seed " + std::to_string(m_recipe.seed);
        if (std::filesystem::exists(file)) {
            auto weights = readSafetensors(file).tensors;
            m_callbacks.onHead(title, true);
            return weights;
        }
        auto weights = trainAsPublished(m_examples, sets, initial, m_recipe, stop,
            [&](const PublishedEpoch& epoch) { m_callbacks.onEpoch(title, epoch); });
        if (!weights) return std::nullopt;
        writeSafetensors(
            file, { *weights, { { "encoder", m_training.pack.encoder }, { "recipe", recipe } } });
        m_callbacks.onHead(title, false);
        return weights;
    }

    HeadPredictions predictions(const WeightMap& weights) const
    {
        HeadPredictions said;
        said.emotion.resize(m_training.pack.size() * kEmotionCount);
        said.tagProbabilities.resize(m_training.pack.size() * kMoodTags.size());
        predictRows(m_examples, {}, weights, m_testRows, said);
        return said;
    }

    const PublishedTraining& m_training;
    const PublishedCallbacks& m_callbacks;
    ExampleTensors m_examples;
    std::vector<PublishedSet> m_sets; ///< without teachers
    std::vector<Fingerprint> m_data; ///< [set], of all that a training depends on
    std::vector<std::int64_t> m_testRows;
    PublishedRecipe m_recipe; ///< of the seed in work
};

} // namespace

bool trainPublished(const PublishedTraining& training, const std::stop_token& stop,
    const PublishedCallbacks& callbacks)
{
    useThreads(training.threads);
    Trainer trainer(training, callbacks);
    for (const std::uint64_t seed : training.seeds) {
        const auto said = trainer.train(seed, stop);
        if (!said) return false;
        callbacks.onSeed(seed, *said);
    }
    return true;
}

} // namespace circumplex
