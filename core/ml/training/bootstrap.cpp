#include "core/ml/training/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace circumplex {

std::vector<BootstrapSpread> bootstrapByGroup(std::span<const std::int64_t> groups,
    const std::function<std::vector<double>(std::span<const std::size_t>)>& statistic,
    int drawCount, std::uint64_t seed)
{
    std::map<std::int64_t, std::vector<std::size_t>> byGroup;
    for (std::size_t i = 0; i < groups.size(); ++i)
        byGroup[groups[i]].push_back(i);
    std::vector<const std::vector<std::size_t>*> members;
    for (const auto& [group, items] : byGroup)
        members.push_back(&items);
    std::mt19937_64 random(seed);
    std::vector<std::vector<double>> values; // [statistic][draw]
    std::vector<std::size_t> drawn;
    for (int draw = 0; draw < drawCount && !members.empty(); ++draw) {
        drawn.clear();
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto& items = *members[random() % members.size()];
            drawn.insert(drawn.end(), items.begin(), items.end());
        }
        const auto found = statistic(drawn);
        values.resize(found.size());
        for (std::size_t s = 0; s < found.size(); ++s)
            if (std::isfinite(found[s])) values[s].push_back(found[s]);
    }
    std::vector<BootstrapSpread> spreads;
    for (auto& all : values) {
        BootstrapSpread spread { .drawCount = static_cast<int>(all.size()) };
        if (!all.empty()) {
            std::sort(all.begin(), all.end());
            double mean = 0.0;
            for (const double value : all)
                mean += value / static_cast<double>(all.size());
            for (const double value : all)
                spread.deviation += (value - mean) * (value - mean);
            spread.deviation = std::sqrt(
                spread.deviation / std::max(1.0, static_cast<double>(all.size()) - 1.0));
            const auto at = [&](double share) {
                return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
            };
            spread.lower = at(0.025);
            spread.upper = at(0.975);
        }
        spreads.push_back(spread);
    }
    return spreads;
}

double normalQuantile(double miss)
{
    double low = 0.0, high = 40.0;
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2.0;
        (std::erfc(middle / std::sqrt(2.0)) > miss ? low : high) = middle;
    }
    return high;
}

} // namespace circumplex
