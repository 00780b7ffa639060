#include "ui/models/fetch_pace.h"

namespace circumplex {

namespace {

constexpr std::int64_t kRememberedMs = 15'000;
constexpr std::int64_t kLeastMs = 2'000; ///< before which every guess is wild

} // namespace

void FetchPace::add(std::int64_t milliseconds, std::int64_t bytes)
{
    if (!m_moments.empty() && bytes < m_moments.back().bytes) m_moments.clear();
    m_moments.push_back({ milliseconds, bytes });
    while (milliseconds - m_moments.front().milliseconds > kRememberedMs)
        m_moments.pop_front();
}

std::optional<double> FetchPace::secondsLeft(std::int64_t total) const
{
    if (m_moments.empty()) return std::nullopt;
    const auto spent = m_moments.back().milliseconds - m_moments.front().milliseconds;
    const auto came = m_moments.back().bytes - m_moments.front().bytes;
    if (spent < kLeastMs || came <= 0) return std::nullopt;
    const auto perMs = static_cast<double>(came) / static_cast<double>(spent);
    return static_cast<double>(total - m_moments.back().bytes) / perMs / 1000.0;
}

} // namespace circumplex
