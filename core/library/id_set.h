#pragma once

#include "core/types/id.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace circumplex {

/// A set of tracks as one bit per possible id: 125 kB at a million tracks, so that queries of any
/// nesting are a few passes over words.
class IdSet {
public:
    void insert(TrackId id)
    {
        const auto bit = static_cast<std::size_t>(id.value);
        if (bit / 64 >= m_words.size()) m_words.resize(bit / 64 + 1 + m_words.size() / 2);
        m_words[bit / 64] |= std::uint64_t { 1 } << bit % 64;
    }

    /// @return whether it was there
    bool erase(TrackId id)
    {
        const auto bit = static_cast<std::size_t>(id.value);
        if (bit / 64 >= m_words.size()) return false;
        const std::uint64_t mask = std::uint64_t { 1 } << bit % 64;
        const bool wasThere = (m_words[bit / 64] & mask) != 0;
        m_words[bit / 64] &= ~mask;
        return wasThere;
    }

    bool contains(TrackId id) const
    {
        const auto bit = static_cast<std::size_t>(id.value);
        return bit / 64 < m_words.size() && (m_words[bit / 64] >> bit % 64 & 1U) != 0;
    }

    std::size_t size() const;
    std::vector<TrackId> ids() const; ///< ascending

    void intersect(const IdSet& other);
    void unite(const IdSet& other);
    void subtract(const IdSet& other);

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace circumplex
