#include "core/ml/harmony/sticky_viterbi.h"

#include <algorithm>
#include <cmath>

namespace circumplex {

StickyViterbi::StickyViterbi(std::size_t stateCount, double stayProbability)
    : m_stateCount(stateCount)
    , m_logStay(std::log(stayProbability))
    , m_logChange(std::log((1.0 - stayProbability) / static_cast<double>(stateCount - 1)))
{
}

void StickyViterbi::push(std::span<const float> posteriors)
{
    constexpr double kTiny = 1.2e-38; // smallest normal float32, so that 0 has a logarithm
    const bool isFirst = m_scores.empty();
    if (isFirst) m_scores.assign(m_stateCount, 0.0);
    const auto from = best(m_scores);
    const double entered = m_scores[from] + m_logChange;
    m_bestBefore.push_back(static_cast<std::uint16_t>(from));
    for (std::size_t state = 0; state < m_stateCount; ++state) {
        const double kept = m_scores[state] + m_logStay;
        // equal scores: the lower state of origin, as a search for the first maximum finds it
        const bool isEntered = !isFirst && (entered > kept || (entered == kept && from < state));
        m_isEntered.push_back(isEntered);
        m_scores[state]
            = (isEntered ? entered : kept) + std::log(double { posteriors[state] } + kTiny);
    }
}

std::vector<int> StickyViterbi::path() const
{
    std::vector<int> path(m_bestBefore.size());
    if (path.empty()) return path;
    auto state = best(m_scores);
    for (std::size_t frame = path.size(); frame-- > 0;) {
        path[frame] = static_cast<int>(state);
        if (m_isEntered[frame * m_stateCount + state]) state = m_bestBefore[frame];
    }
    return path;
}

std::size_t StickyViterbi::best(std::span<const double> scores)
{
    return static_cast<std::size_t>(
        std::max_element(scores.begin(), scores.end()) - scores.begin());
}

} // namespace circumplex
