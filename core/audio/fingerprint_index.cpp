#include "core/audio/fingerprint_index.h"

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::size_t kSketchItems = 128;
constexpr int kLeastShared = 2;
/// Items of silence are in every sketch and say nothing.
constexpr std::size_t kMostHolders = 200;

/// The finaliser of MurmurHash3: a fixed random order of all items.
std::uint32_t mixed(std::uint32_t item)
{
    item ^= item >> 16;
    item *= 0x85ebca6bU;
    item ^= item >> 13;
    item *= 0xc2b2ae35U;
    return item ^ item >> 16;
}

std::vector<std::uint32_t> sketchOf(const std::vector<std::uint32_t>& fingerprint)
{
    std::vector<std::uint32_t> items(fingerprint.size());
    std::ranges::transform(fingerprint, items.begin(), mixed);
    std::ranges::sort(items);
    items.erase(std::ranges::unique(items).begin(), items.end());
    items.resize(std::min(items.size(), kSketchItems));
    return items;
}

} // namespace

void FingerprintIndex::forgetShorterThan(double seconds)
{
    while (!m_entries.empty() && m_entries.front().durationSeconds < seconds) {
        // Holders are in the order of adding, so the one to forget is the first of each.
        for (const std::uint32_t item : m_entries.front().sketch) {
            const auto holders = m_holders.find(item);
            holders->second.pop_front();
            if (holders->second.empty()) m_holders.erase(holders);
        }
        m_entries.pop_front();
        ++m_forgotten;
    }
}

std::vector<FingerprintIndex::Match> FingerprintIndex::add(
    std::int64_t id, double durationSeconds, std::vector<std::uint32_t> fingerprint)
{
    forgetShorterThan(durationSeconds - kSameDurationSeconds);
    Entry entry { id, durationSeconds, std::move(fingerprint), {} };
    entry.sketch = sketchOf(entry.fingerprint);

    std::unordered_map<std::uint64_t, int> shared;
    for (const std::uint32_t item : entry.sketch)
        if (const auto holders = m_holders.find(item);
            holders != m_holders.end() && holders->second.size() <= kMostHolders)
            for (const std::uint64_t other : holders->second)
                ++shared[other];

    std::vector<Match> matches;
    for (const auto& [other, count] : shared) {
        if (count < kLeastShared) continue;
        const Entry& candidate = m_entries[other - m_forgotten];
        const auto match = matchFingerprints(candidate.fingerprint, entry.fingerprint);
        if (match && match->bitErrorRate <= kSameRecordingBitErrorRate)
            matches.push_back({ candidate.id, *match });
    }
    std::ranges::sort(matches, {}, &Match::id);

    const std::uint64_t number = m_forgotten + m_entries.size();
    for (const std::uint32_t item : entry.sketch)
        m_holders[item].push_back(number);
    m_entries.push_back(std::move(entry));
    return matches;
}

} // namespace circumplex
