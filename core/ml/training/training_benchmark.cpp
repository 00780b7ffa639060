#include "core/ml/training/training_benchmark.h"

#include "core/ml/stopwatch.h"
#include "core/ml/training/head_initialiser.h"
#include "core/ml/training/personal_trainer.h"
#include "core/ml/training/personal_training.h"
#include "core/ml/training/training_pack.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

namespace circumplex {

namespace {

constexpr std::size_t kTraits = 8; ///< that a track's embeddings and labels follow from
constexpr std::size_t kChords = 100;
constexpr int kTracksPerGroup = 3;

TrainingPack inventedPack(const TrainingBenchmark& wanted)
{
    std::mt19937_64 random(1);
    std::normal_distribution<float> normal;
    const auto width = static_cast<std::size_t>(wanted.dimension);
    std::vector<float> directions(kTraits * width);
    std::ranges::generate(directions, [&] { return normal(random); });
    TrainingPack pack;
    pack.dimension = width;
    pack.encoder = "invented";
    pack.setNames = { "invented" };
    const auto calm = moodTagIndex("calm"), happy = moodTagIndex("happy");
    for (int track = 0; track < wanted.tracks; ++track) {
        std::array<float, kTraits> traits {};
        std::ranges::generate(traits, [&] { return normal(random); });
        const auto rating = [&](float trait) {
            return std::clamp(5.0F + 1.5F * trait + 0.5F * normal(random), 1.0F, 9.0F);
        };
        const std::array emotion { rating(traits[0]), rating(traits[1]) };
        for (int row = 0; row <= wanted.windows; ++row) {
            for (std::size_t i = 0; i < width; ++i) {
                float value = (row == 0 ? 0.3F : 0.6F) * normal(random);
                for (std::size_t k = 0; k < kTraits; ++k)
                    value += 0.3F * traits[k] * directions[k * width + i];
                pack.embedding.push_back(value);
            }
            pack.emotion.insert(pack.emotion.end(), emotion.begin(), emotion.end());
            pack.tags.resize(pack.tags.size() + kMoodTags.size(), 0.0F);
            pack.tagWeight.resize(pack.tags.size(), 0.0F);
            float* const tags = &pack.tags[pack.tags.size() - kMoodTags.size()];
            float* const weights = &pack.tagWeight[pack.tags.size() - kMoodTags.size()];
            tags[calm] = traits[2] > 0.5F ? 1.0F : 0.0F;
            tags[happy] = traits[0] > 0.0F ? 1.0F : 0.0F;
            weights[calm] = weights[happy] = 1.0F;
            pack.whole.push_back(row == 0 ? 1 : 0);
            pack.track.push_back(track);
            pack.group.push_back(track / kTracksPerGroup);
        }
    }
    const std::size_t rows = pack.whole.size();
    pack.emotionWeight.assign(2 * rows, 1.0F);
    pack.root.assign(rows * kChords, 0);
    pack.quality.assign(rows * kChords, 0);
    pack.key.assign(rows, 0);
    pack.set.assign(rows, 0);
    return pack;
}

} // namespace

TrainingFigures benchmarkTraining(
    const TrainingBenchmark& wanted, const PersonalPlan& plan, const std::filesystem::path& folder)
{
    if (wanted.windows < 0 || wanted.dimension < 1)
        throw std::invalid_argument("a benchmark of so many windows or dimensions");
    const auto file = folder / "pack.safetensors";
    writeTrainingPack(file, inventedPack(wanted));
    TrainingFigures figures;
    figures.packBytes = static_cast<double>(std::filesystem::file_size(file));
    TrainingPack pack;
    {
        const Stopwatch watch(figures.readSeconds);
        pack = readTrainingPack(file);
    }
    const WeightMap base
        = initialHead({ .embedding = wanted.dimension, .hidden = 512, .branch = 256 }, /*seed=*/1);
    PersonalCallbacks callbacks;
    callbacks.onEpoch = [&figures](const PersonalEpoch&) { ++figures.epochs; };
    const Stopwatch watch(figures.fitSeconds);
    trainPersonalHead(pack, base, plan, {}, {}, {}, callbacks);
    return figures;
}

} // namespace circumplex
