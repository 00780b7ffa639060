#include "core/ml/training/personal_batches.h"

#include <algorithm>
#include <random>
#include <utility>

namespace circumplex {

namespace {

/// std::shuffle differs between standard libraries.
template <class Value> void shuffle(std::vector<Value>& values, std::mt19937_64& random)
{
    for (std::size_t i = values.size(); i-- > 1;)
        std::swap(values[i], values[random() % (i + 1)]);
}

/// As many as take `count` things, `size` each.
std::vector<PersonalBatch> emptyBatches(std::size_t count, int batchSize)
{
    const auto size = static_cast<std::size_t>(batchSize);
    return std::vector<PersonalBatch>((count + size - 1) / size);
}

} // namespace

std::vector<PersonalBatch> drawBatches(
    std::span<const TrackRows> tracks, const PersonalPlan& plan, int batchSize, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::pair<std::int64_t, float>> drawn;
    for (const auto& track : tracks) {
        for (const auto row : track.whole)
            drawn.emplace_back(row, 1.0F);
        auto windows = track.windows;
        shuffle(windows, random);
        const bool onlyWindows = track.whole.empty();
        const auto wanted
            = static_cast<std::size_t>(plan.windowWeight > 0.0 ? plan.windowsPerTrack : 0);
        windows.resize(
            std::min(windows.size(), onlyWindows ? std::max<std::size_t>(wanted, 1) : wanted));
        for (const auto row : windows)
            drawn.emplace_back(row, onlyWindows ? 1.0F : static_cast<float>(plan.windowWeight));
    }
    shuffle(drawn, random);
    auto batches = emptyBatches(drawn.size(), batchSize);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        auto& batch = batches[i % batches.size()];
        batch.rows.push_back(drawn[i].first);
        batch.weights.push_back(drawn[i].second);
    }
    return batches;
}

std::vector<PersonalBatch> drawAdapterBatches(std::span<const TrackRows> tracks,
    const PersonalPlan& plan, const SectionEmbeddings& sections, int batchSize, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<TrackRows> shuffled(tracks.begin(), tracks.end());
    shuffle(shuffled, random);
    auto batches = emptyBatches(shuffled.size(), batchSize);
    for (std::size_t i = 0; i < shuffled.size(); ++i) {
        const TrackRows& track = shuffled[i];
        auto& batch = batches[i % batches.size()];
        const auto& all = sections.allOf(track.asOne().front());
        SectionEmbeddings::Sections drawn;
        if (!all.empty()) drawn = { all[random() % all.size()] };
        const auto add = [&](std::int64_t row, double weight) {
            batch.rows.push_back(row);
            batch.weights.push_back(static_cast<float>(weight));
            batch.sections.push_back(drawn);
        };
        for (const auto row : track.whole)
            add(row, 1.0);
        const auto window = drawn.empty() ? -1 : sections.rowOf(drawn.front());
        if (track.whole.empty())
            add(window >= 0 ? window : track.windows.front(), 1.0);
        else if (window >= 0 && plan.windowWeight > 0.0)
            add(window, plan.windowWeight);
    }
    return batches;
}

} // namespace circumplex
