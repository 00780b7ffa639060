#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace circumplex {

/// Hands blocks of samples from one thread to another and holds at most `capacity` samples, so that
/// a slow taker slows the giver down instead of filling memory. A larger block passes when it is
/// alone.
class BlockQueue {
public:
    explicit BlockQueue(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// Waits for room. Does nothing once the taker gave up.
    void push(std::vector<float> block)
    {
        std::unique_lock lock(m_mutex);
        m_roomOrEnd.wait(lock,
            [&] { return m_abandoned || m_held == 0 || m_held + block.size() <= m_capacity; });
        if (m_abandoned) return;
        m_held += block.size();
        m_blocks.push_back(std::move(block));
        m_blockOrEnd.notify_one();
    }

    /// No further block comes.
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_blockOrEnd.notify_one();
    }

    /// The next block; nullopt after the last one.
    std::optional<std::vector<float>> pop()
    {
        std::unique_lock lock(m_mutex);
        m_blockOrEnd.wait(lock, [&] { return m_closed || !m_blocks.empty(); });
        if (m_blocks.empty()) return std::nullopt;
        auto block = std::move(m_blocks.front());
        m_blocks.pop_front();
        m_held -= block.size();
        m_roomOrEnd.notify_one();
        return block;
    }

    /// The taker wants no further block.
    void abandon()
    {
        const std::scoped_lock lock(m_mutex);
        m_abandoned = true;
        m_roomOrEnd.notify_one();
    }

private:
    std::size_t m_capacity, m_held = 0;
    std::deque<std::vector<float>> m_blocks;
    bool m_closed = false, m_abandoned = false;
    std::mutex m_mutex;
    std::condition_variable m_blockOrEnd, m_roomOrEnd;
};

} // namespace circumplex
