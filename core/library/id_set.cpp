#include "core/library/id_set.h"

#include <algorithm>
#include <bit>

namespace circumplex {

std::size_t IdSet::size() const
{
    std::size_t count = 0;
    for (const std::uint64_t word : m_words)
        count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

std::vector<TrackId> IdSet::ids() const
{
    std::vector<TrackId> ids;
    ids.reserve(size());
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
            ids.push_back({ static_cast<std::int64_t>(i * 64) + std::countr_zero(word) });
    }
    return ids;
}

void IdSet::intersect(const IdSet& other)
{
    m_words.resize(std::min(m_words.size(), other.m_words.size()));
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
}

void IdSet::unite(const IdSet& other)
{
    m_words.resize(std::max(m_words.size(), other.m_words.size()));
    for (std::size_t i = 0; i < other.m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
}

void IdSet::subtract(const IdSet& other)
{
    const std::size_t shared = std::min(m_words.size(), other.m_words.size());
    for (std::size_t i = 0; i < shared; ++i)
        m_words[i] &= ~other.m_words[i];
}

} // namespace circumplex
